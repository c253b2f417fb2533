package io.cxmetrics.models.purchase;

import io.cxmetrics.models.Fit;
import io.cxmetrics.models.internal.Checks;
import io.cxmetrics.models.internal.LogRising;
import io.cxmetrics.models.internal.Numbers;
import io.cxmetrics.models.likelihood.MaximumLikelihood;
import java.util.List;

/**
 * The Pareto/NBD model: customers buy at random times while alive, each at a rate of their own, and leave at a random
 * time, each at a rate of their own.
 *
 * <p><b>Definition.</b> Buying rates have a gamma distribution with shape r and rate &alpha;, rates of leaving one
 * with shape s and rate &beta;. With x repeats, the last at t<sub>x</sub>, and age T, the likelihood is &Gamma;(r+x)
 * &alpha;<sup>r</sup> &beta;<sup>s</sup> / &Gamma;(r) &times; [(&alpha;+T)<sup>-(r+x)</sup> (&beta;+T)<sup>-s</sup> +
 * s &int; (&alpha;+y)<sup>-(r+x)</sup> (&beta;+y)<sup>-(s+1)</sup> dy over y from t<sub>x</sub> to T].
 *
 * <p><b>Edges.</b> s = 1 and &alpha; = &beta;, where textbook formulas fail, are nothing special. Data without
 * differences between customers in leaving let s and &beta; grow without end, which a fit reports.
 *
 * <p><b>Sources.</b> D. C. Schmittlein, D. G. Morrison, R. Colombo, "Counting your customers", Management Science 33
 * (1987), <a href="https://doi.org/10.1287/mnsc.33.1.1">doi:10.1287/mnsc.33.1.1</a>; discounted purchases: P. S.
 * Fader, B. G. S. Hardie, K. L. Lee, "RFM and CLV", Journal of Marketing Research 42 (2005), <a
 * href="https://doi.org/10.1509/jmkr.2005.42.4.415">doi:10.1509/jmkr.2005.42.4.415</a>.
 *
 * <p>A fit takes some ten passes over the distinct histories, each an integral of some 20 to 100 nodes.
 *
 * <pre>{@code
 * ParetoNbd model = new ParetoNbd(0.553, 10.578, 0.606, 11.669); // of 2,357 music buyers, in weeks
 * BuyingHistory customer = BuyingHistory.of(2, 30.43, 38.86);
 * Math.round(1000 * model.probabilityAlive(customer)); // 869
 * Math.round(1000 * model.expectedPurchases(customer, 39)); // 1455
 * Math.round(1000 * model.discountedPurchases(customer, 0.0027)); // 6484
 * }</pre>
 *
 * @param r the shape of the distribution of buying rates, finite and above 0
 * @param alpha the rate of the distribution of buying rates, in units of time, finite and above 0
 * @param s the shape of the distribution of rates of leaving, finite and above 0
 * @param beta the rate of the distribution of rates of leaving, in units of time, finite and above 0
 * @since 0.1
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements BuyingModel<ParetoNbd> {

    private static final List<String> NAMES = List.of("r", "alpha", "s", "beta");

    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if a parameter is not finite and positive
     */
    public ParetoNbd {
        Checks.positive("r", r);
        Checks.positive("alpha", alpha);
        Checks.positive("s", s);
        Checks.positive("beta", beta);
    }

    /**
     * Returns the model that makes histories most likely.
     *
     * @param histories the histories, with at least one repeat purchase
     * @return the fit
     * @throws IllegalArgumentException if nobody bought again
     */
    public static Fit<ParetoNbd> fit(BuyingHistories histories) {
        histories.requireRepeats();
        double[] start = {
            0.5, 0.5 * histories.exposure() / histories.repeats(), 0.5, histories.exposure() / histories.count() / 2
        };
        return MaximumLikelihood.fitPositive(
                new ParetoLikelihood(histories),
                histories.count(),
                start,
                at -> new ParetoNbd(at[0], at[1], at[2], at[3]));
    }

    @Override
    public List<String> parameterNames() {
        return NAMES;
    }

    @Override
    public double[] parameters() {
        return new double[] {r, alpha, s, beta};
    }

    @Override
    public ParetoNbd withParameters(double... parameters) {
        Checks.sameLength("parameters", NAMES.size(), parameters.length);
        return new ParetoNbd(parameters[0], parameters[1], parameters[2], parameters[3]);
    }

    private ParetoKernel start() {
        return new ParetoKernel(r, alpha, s, beta);
    }

    private ParetoKernel now(BuyingHistory history) {
        return new ParetoKernel(r + history.repeats(), alpha + history.age(), s, beta + history.age());
    }

    /** The logarithm of the part of the likelihood of those who are still there, without what both parts share. */
    private double logStayed(BuyingHistory history) {
        return -(r + history.repeats()) * Math.log(alpha + history.age()) - s * Math.log(beta + history.age());
    }

    private double logLeft(BuyingHistory history) {
        if (history.lastAt() == history.age()) {
            return Double.NEGATIVE_INFINITY;
        }
        DeathIntegral death = new DeathIntegral(parameters());
        death.compute(history.repeats(), history.lastAt(), history.age(), false);
        return Math.log(s) + death.log;
    }

    @Override
    public double logLikelihood(BuyingHistory history) {
        return LogRising.value(r, history.repeats())
                + r * Math.log(alpha)
                + s * Math.log(beta)
                + Numbers.logSum(logStayed(history), logLeft(history));
    }

    @Override
    public double probabilityAlive(BuyingHistory history) {
        return Numbers.logistic(logStayed(history) - logLeft(history));
    }

    @Override
    public double probabilityAliveIn(BuyingHistory history, double ahead) {
        Checks.notNegative("ahead", ahead);
        return probabilityAlive(history) * now(history).alive(ahead);
    }

    @Override
    public double expectedPurchases(double time) {
        return start().expected(Checks.notNegative("time", time));
    }

    @Override
    public double expectedPurchases(BuyingHistory history, double time) {
        Checks.notNegative("time", time);
        return probabilityAlive(history) * now(history).expected(time);
    }

    /**
     * Returns the discounted expected residual transactions (DERT): the purchases a customer is expected to make from
     * now on without end, each multiplied by e<sup>-rate &times; time</sup>.
     *
     * @param history the history until now
     * @param continuousRate the rate of discount per unit of time, in (0, 1]: for i a year and weeks it is ln(1 + i)
     *     / 52
     * @return the expected number
     * @throws IllegalArgumentException if the rate is out of range
     */
    public double discountedPurchases(BuyingHistory history, double continuousRate) {
        if (!(continuousRate > 0 && continuousRate <= 1)) {
            throw new IllegalArgumentException("continuousRate must be in (0, 1], got " + continuousRate);
        }
        return probabilityAlive(history) * now(history).discounted(continuousRate);
    }

    @Override
    public double probabilityOf(long purchases, double time) {
        Checks.notNegative("purchases", purchases, "");
        return start().probability(purchases, Checks.notNegative("time", time));
    }

    @Override
    public double probabilityOf(long purchases, BuyingHistory history, double time) {
        Checks.notNegative("purchases", purchases, "");
        Checks.notNegative("time", time);
        double alive = probabilityAlive(history);
        return (purchases == 0 ? 1 - alive : 0) + alive * now(history).probability(purchases, time);
    }
}
