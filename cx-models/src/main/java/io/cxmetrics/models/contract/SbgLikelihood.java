package io.cxmetrics.models.contract;

import io.cxmetrics.models.likelihood.Derivatives;
import io.cxmetrics.models.likelihood.LogLikelihood;

/** The log-likelihood of renewals in ln alpha and ln beta. */
final class SbgLikelihood implements LogLikelihood {

    private final double[] lost;
    private final double[] kept;

    SbgLikelihood(RenewalCounts counts) {
        int last = counts.lastRenewal();
        lost = new double[last];
        kept = new double[last];
        for (int i = 0; i < last; i++) {
            lost[i] = counts.lost(i + 1);
            kept[i] = counts.atRisk(i + 1) - lost[i];
        }
    }

    double value(double alpha, double beta) {
        return Derivatives.of(this, new double[] {Math.log(alpha), Math.log(beta)}).value;
    }

    @Override
    public void at(double[] point, Derivatives sum) {
        double a = Math.exp(point[0]);
        double b = Math.exp(point[1]);
        for (int i = 0; i < lost.length; i++) {
            double all = lost[i] + kept[i];
            double whole = a + b + i;
            double ofA = a / whole;
            double ofB = b / whole;
            double ofKept = b / (b + i);
            sum.value += lost[i] * Math.log(ofA) + kept[i] * Math.log((b + i) / whole);
            sum.gradient[0] += lost[i] - all * ofA;
            sum.gradient[1] += kept[i] * ofKept - all * ofB;
            sum.hessian[0][0] -= all * ofA * (1 - ofA);
            sum.hessian[1][0] += all * ofA * ofB;
            sum.hessian[1][1] += kept[i] * ofKept * (1 - ofKept) - all * ofB * (1 - ofB);
        }
    }
}
