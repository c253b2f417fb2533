package io.cxmetrics.compare.experiment;

import io.cxmetrics.stat.PairedMoments;

/**
 * From which deviations the coefficient of the covariate is estimated.
 *
 * @since 0.1
 */
public enum CupedRule {
    /** From the mean of both arms together: cov(x, y) / var(x) of all units. The default, and the paper's. */
    POOLED {
        @Override
        double theta(PairedMoments control, PairedMoments treatment) {
            return control.plus(treatment).slope();
        }
    },
    /** From the mean of each arm: the coefficient of an analysis of covariance. */
    WITHIN {
        @Override
        double theta(PairedMoments control, PairedMoments treatment) {
            double squares = control.x().squares() + treatment.x().squares();
            double products = products(control) + products(treatment);
            return squares == 0 ? Double.NaN : products / squares;
        }
    };

    abstract double theta(PairedMoments control, PairedMoments treatment);

    private static double products(PairedMoments arm) {
        return arm.count() < 2 ? 0 : arm.covariance() * (arm.count() - 1);
    }
}
