package io.cxmetrics.models.contract;

import io.cxmetrics.models.Fit;
import io.cxmetrics.models.ParametricModel;
import io.cxmetrics.models.internal.Checks;
import io.cxmetrics.models.internal.Hypergeometric;
import io.cxmetrics.models.likelihood.MaximumLikelihood;
import java.util.List;

/**
 * The shifted beta-geometric model (sBG) of contracts: each customer refuses a renewal with a probability of their own,
 * which has a beta distribution over customers. Unit: contract periods.
 *
 * <p><b>Definition.</b> With parameters &alpha; and &beta;, S(0) = 1 and S(t) = S(t-1) (&beta; + t - 1) / (&alpha; +
 * &beta; + t - 1): the fraction that is left shrinks more slowly each time, since those who leave easily have left.
 *
 * <p><b>Edges.</b> Without discount the expected lifetime is infinite for &alpha; of at most 1. The data of a cohort
 * with one and the same probability for all let both parameters grow without end, which a fit reports.
 *
 * <p><b>Sources.</b> P. S. Fader, B. G. S. Hardie, "How to project customer retention", Journal of Interactive
 * Marketing 21 (2007), <a href="https://doi.org/10.1002/dir.20074">doi:10.1002/dir.20074</a>; the same,
 * "Customer-base valuation in a contractual setting", Marketing Science 29 (2010), <a
 * href="https://doi.org/10.1287/mksc.1080.0482">doi:10.1287/mksc.1080.0482</a>.
 *
 * <pre>{@code
 * RenewalCounts cohort = RenewalCounts.ofSurvivors(1000, 869, 743, 653, 593, 551, 517, 491);
 * ShiftedBetaGeometric model = ShiftedBetaGeometric.fit(cohort).model();
 * Math.round(1000 * model.alpha()); // 668
 * Math.round(1000 * model.beta()); // 3806
 * Math.round(1000 * model.survival(12)); // 378
 * }</pre>
 *
 * @param alpha the first parameter of the beta distribution, finite and above 0
 * @param beta the second parameter of the beta distribution, finite and above 0
 * @since 0.1
 */
public record ShiftedBetaGeometric(double alpha, double beta) implements ParametricModel<ShiftedBetaGeometric> {

    private static final List<String> NAMES = List.of("alpha", "beta");

    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if a parameter is not finite and positive
     */
    public ShiftedBetaGeometric {
        Checks.positive("alpha", alpha);
        Checks.positive("beta", beta);
    }

    /**
     * Returns the model that makes contracts most likely.
     *
     * @param counts the contracts, of which a renewal must have come up for at least one
     * @return the fit
     * @throws IllegalArgumentException if no renewal came up
     */
    public static Fit<ShiftedBetaGeometric> fit(RenewalCounts counts) {
        if (counts.atRisk(1) == 0) {
            throw new IllegalArgumentException("counts must have a contract with a renewal, got " + counts);
        }
        return MaximumLikelihood.fitPositive(
                new SbgLikelihood(counts),
                counts.count(),
                new double[] {1, 2},
                at -> new ShiftedBetaGeometric(at[0], at[1]));
    }

    @Override
    public List<String> parameterNames() {
        return NAMES;
    }

    @Override
    public double[] parameters() {
        return new double[] {alpha, beta};
    }

    @Override
    public ShiftedBetaGeometric withParameters(double... parameters) {
        Checks.sameLength("parameters", NAMES.size(), parameters.length);
        return new ShiftedBetaGeometric(parameters[0], parameters[1]);
    }

    /**
     * Returns the log-likelihood of contracts.
     *
     * @param counts the contracts
     * @return the natural logarithm of their probability, without the constant of their order
     */
    public double logLikelihood(RenewalCounts counts) {
        return new SbgLikelihood(counts).value(alpha, beta);
    }

    /**
     * Returns the fraction of contracts that are left after some renewals.
     *
     * @param renewals the number of renewals, not negative
     * @return the fraction, in [0, 1]
     * @throws IllegalArgumentException if the number is negative
     */
    public double survival(int renewals) {
        return conditionalSurvival(0, renewals);
    }

    /**
     * Returns the probability that a contract which survived some renewals survives some more.
     *
     * @param survived how many renewals it survived, not negative
     * @param further how many more, not negative
     * @return the probability, in [0, 1]
     * @throws IllegalArgumentException if a number is negative
     */
    public double conditionalSurvival(int survived, int further) {
        Checks.notNegative("survived", survived, "");
        Checks.notNegative("further", further, "");
        double survival = 1;
        for (long t = survived; t < (long) survived + further; t++) {
            survival *= (beta + t) / (alpha + beta + t);
        }
        return survival;
    }

    /**
     * Returns the probability that a contract is lost at a renewal, seen from the start.
     *
     * @param renewal the renewal, at least 1
     * @return the probability, in [0, 1]
     * @throws IllegalArgumentException if the renewal is below 1
     */
    public double churnProbability(int renewal) {
        return survival(first(renewal) - 1) * alpha / (alpha + beta + renewal - 1);
    }

    /**
     * Returns the fraction of those for whom a renewal comes up that stay.
     *
     * @param renewal the renewal, at least 1
     * @return the fraction, in [0, 1]
     * @throws IllegalArgumentException if the renewal is below 1
     */
    public double retentionRate(int renewal) {
        return (beta + first(renewal) - 1) / (alpha + beta + renewal - 1);
    }

    private static int first(int renewal) {
        if (renewal < 1) {
            throw new IllegalArgumentException("renewal must be at least 1, got " + renewal);
        }
        return renewal;
    }

    /**
     * Returns the discounted expected lifetime (DEL) of a new customer: the sum of S(t) / (1 + discount)^t from t =
     * 0, so that the first period is paid at once.
     *
     * @param discount the discount rate per contract period, a fraction in [0, 1]
     * @return contract periods; infinite without discount if alpha is at most 1. The cost grows like 1 / discount
     * @throws IllegalArgumentException if the discount is out of range
     */
    public double discountedLifetime(double discount) {
        return series(0, discount);
    }

    /**
     * Returns the discounted expected residual lifetime (DERL) of a customer just before a renewal: the sum of S(t) /
     * S(renewal - 1) / (1 + discount)^(t - renewal) from t = renewal.
     *
     * @param renewal the renewal that comes up, at least 1
     * @param discount the discount rate per contract period, a fraction in [0, 1]
     * @return contract periods; infinite without discount if alpha is at most 1. The cost grows like 1 / discount
     * @throws IllegalArgumentException if an argument is out of range
     */
    public double discountedResidualLifetime(int renewal, double discount) {
        return retentionRate(renewal) * series(renewal, discount);
    }

    private double series(int survived, double discount) {
        if (!(discount >= 0 && discount <= 1)) {
            throw new IllegalArgumentException("discount must be a fraction in [0, 1], got " + discount);
        }
        double b = beta + survived;
        if (discount == 0) {
            return alpha > 1 ? (alpha + b - 1) / (alpha - 1) : Double.POSITIVE_INFINITY;
        }
        return Hypergeometric.of(1, b, alpha + b, 1 / (1 + discount));
    }
}
