package io.cxmetrics.models.purchase;

import io.cxmetrics.models.Fit;
import io.cxmetrics.models.internal.Checks;
import io.cxmetrics.models.likelihood.MaximumLikelihood;
import java.util.List;

/**
 * The BG/NBD model: customers buy at random times while alive, each at a rate of their own, and leave right after a
 * purchase with a probability of their own.
 *
 * <p><b>Definition.</b> Rates have a gamma distribution with shape r and rate &alpha;, probabilities to leave a beta
 * distribution with a and b. With x repeats, the last at t<sub>x</sub>, and age T, the likelihood is
 * &Gamma;(r+x) &alpha;<sup>r</sup> / &Gamma;(r) &times; B(a, b+x) / B(a, b) &times; [(&alpha;+T)<sup>-(r+x)</sup> + a
 * / (b+x-1) (&alpha;+t<sub>x</sub>)<sup>-(r+x)</sup>], whose second part is absent for x = 0.
 *
 * <p><b>Edges.</b> Whoever never bought again is alive for certain, since nobody leaves before a purchase;
 * {@link MbgNbd} has it otherwise. At a = 1, where the textbook formula is 0 / 0, the limit is given.
 *
 * <p><b>Sources.</b> P. S. Fader, B. G. S. Hardie, K. L. Lee, "Counting your customers the easy way", Marketing
 * Science 24 (2005), <a href="https://doi.org/10.1287/mksc.1040.0098">doi:10.1287/mksc.1040.0098</a>.
 *
 * <p>A fit takes some ten passes over the distinct histories; an expected number of purchases is one short series.
 *
 * <pre>{@code
 * BgNbd model = new BgNbd(0.243, 4.414, 0.793, 2.426); // of 2,357 music buyers, in weeks
 * BuyingHistory customer = BuyingHistory.of(2, 30.43, 38.86);
 * Math.round(1000 * model.probabilityAlive(customer)); // 727
 * Math.round(1000 * model.expectedPurchases(customer, 39)); // 1226
 * }</pre>
 *
 * @param r the shape of the distribution of buying rates, finite and above 0
 * @param alpha the rate of the distribution of buying rates, in units of time, finite and above 0
 * @param a the first parameter of the distribution of the probability to leave, finite and above 0
 * @param b the second parameter of the distribution of the probability to leave, finite and above 0
 * @since 0.1
 */
public record BgNbd(double r, double alpha, double a, double b) implements BuyingModel<BgNbd> {

    private static final List<String> NAMES = List.of("r", "alpha", "a", "b");

    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if a parameter is not finite and positive
     */
    public BgNbd {
        Checks.positive("r", r);
        Checks.positive("alpha", alpha);
        Checks.positive("a", a);
        Checks.positive("b", b);
    }

    /**
     * Returns the model that makes histories most likely.
     *
     * @param histories the histories, with at least one repeat purchase
     * @return the fit
     * @throws IllegalArgumentException if nobody bought again
     */
    public static Fit<BgNbd> fit(BuyingHistories histories) {
        histories.requireRepeats();
        double[] start = {0.5, 0.5 * histories.exposure() / histories.repeats(), 1, 2};
        return MaximumLikelihood.fitPositive(
                new BetaGeometricLikelihood(histories, 0),
                histories.count(),
                start,
                at -> new BgNbd(at[0], at[1], at[2], at[3]));
    }

    @Override
    public List<String> parameterNames() {
        return NAMES;
    }

    @Override
    public double[] parameters() {
        return new double[] {r, alpha, a, b};
    }

    @Override
    public BgNbd withParameters(double... parameters) {
        Checks.sameLength("parameters", NAMES.size(), parameters.length);
        return new BgNbd(parameters[0], parameters[1], parameters[2], parameters[3]);
    }

    private BetaGeometricKernel start() {
        return new BetaGeometricKernel(r, alpha, a, b);
    }

    private BetaGeometricKernel now(BuyingHistory history) {
        return BetaGeometricHistory.now(start(), history, chances(history));
    }

    private static long chances(BuyingHistory history) {
        return history.repeats();
    }

    @Override
    public double logLikelihood(BuyingHistory history) {
        return BetaGeometricHistory.logLikelihood(start(), history, chances(history));
    }

    @Override
    public double probabilityAlive(BuyingHistory history) {
        return BetaGeometricHistory.alive(start(), history, chances(history));
    }

    @Override
    public double probabilityAliveIn(BuyingHistory history, double ahead) {
        Checks.notNegative("ahead", ahead);
        return Math.min(1, probabilityAlive(history) * now(history).alive(ahead));
    }

    @Override
    public double expectedPurchases(double time) {
        Checks.notNegative("time", time);
        return start().expected(time);
    }

    @Override
    public double expectedPurchases(BuyingHistory history, double time) {
        Checks.notNegative("time", time);
        double alive = probabilityAlive(history);
        return alive == 0 ? 0 : alive * now(history).expected(time);
    }

    @Override
    public double probabilityOf(long purchases, double time) {
        Checks.notNegative("purchases", purchases, "");
        Checks.notNegative("time", time);
        return start().probability(purchases, time);
    }

    @Override
    public double probabilityOf(long purchases, BuyingHistory history, double time) {
        Checks.notNegative("purchases", purchases, "");
        Checks.notNegative("time", time);
        double alive = probabilityAlive(history);
        return (purchases == 0 ? 1 - alive : 0) + alive * now(history).probability(purchases, time);
    }
}
