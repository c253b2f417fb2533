package io.cxmetrics.models.purchase;

import io.cxmetrics.models.Fit;
import io.cxmetrics.models.internal.Checks;
import io.cxmetrics.models.likelihood.MaximumLikelihood;
import java.util.List;

/**
 * The modified BG/NBD model (MBG/NBD): as {@link BgNbd}, but customers may leave after their first purchase too.
 *
 * <p><b>Definition.</b> Rates have a gamma distribution with shape r and rate &alpha;, probabilities to leave a beta
 * distribution with a and b. With x repeats, the last at t<sub>x</sub>, and age T, the likelihood is
 * &Gamma;(r+x) &alpha;<sup>r</sup> / &Gamma;(r) &times; B(a, b+x+1) / B(a, b) &times; [(&alpha;+T)<sup>-(r+x)</sup> +
 * a / (b+x) (&alpha;+t<sub>x</sub>)<sup>-(r+x)</sup>].
 *
 * <p><b>Edges.</b> At a = 1, where the textbook formula is 0 / 0, the limit is given.
 *
 * <p><b>Sources.</b> E. Batislam, M. Denizel, A. Filiztekin, "Empirical validation and comparison of models for
 * customer base analysis", International Journal of Research in Marketing 24 (2007), <a
 * href="https://doi.org/10.1016/j.ijresmar.2006.12.005">doi:10.1016/j.ijresmar.2006.12.005</a>.
 *
 * <p>A fit takes some ten passes over the distinct histories; an expected number of purchases is one short series.
 *
 * <pre>{@code
 * MbgNbd model = new MbgNbd(0.525, 6.183, 0.891, 1.614); // of 2,357 music buyers, in weeks
 * Math.round(1000 * model.probabilityAlive(BuyingHistory.of(0, 0, 38.86))); // 390
 * Math.round(1000 * model.expectedPurchases(39)); // 1183
 * }</pre>
 *
 * @param r the shape of the distribution of buying rates, finite and above 0
 * @param alpha the rate of the distribution of buying rates, in units of time, finite and above 0
 * @param a the first parameter of the distribution of the probability to leave, finite and above 0
 * @param b the second parameter of the distribution of the probability to leave, finite and above 0
 * @since 0.1
 */
public record MbgNbd(double r, double alpha, double a, double b) implements BuyingModel<MbgNbd> {

    private static final List<String> NAMES = List.of("r", "alpha", "a", "b");

    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if a parameter is not finite and positive
     */
    public MbgNbd {
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
    public static Fit<MbgNbd> fit(BuyingHistories histories) {
        histories.requireRepeats();
        double[] start = {0.5, 0.5 * histories.exposure() / histories.repeats(), 1, 2};
        return MaximumLikelihood.fitPositive(
                new BetaGeometricLikelihood(histories, 1),
                histories.count(),
                start,
                at -> new MbgNbd(at[0], at[1], at[2], at[3]));
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
    public MbgNbd withParameters(double... parameters) {
        Checks.sameLength("parameters", NAMES.size(), parameters.length);
        return new MbgNbd(parameters[0], parameters[1], parameters[2], parameters[3]);
    }

    /** Those who did not leave after their first purchase. */
    private BetaGeometricKernel stayed() {
        return new BetaGeometricKernel(r, alpha, a, b + 1);
    }

    private BetaGeometricKernel start() {
        return new BetaGeometricKernel(r, alpha, a, b);
    }

    private BetaGeometricKernel now(BuyingHistory history) {
        return BetaGeometricHistory.now(start(), history, chances(history));
    }

    private static long chances(BuyingHistory history) {
        return history.repeats() + 1;
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
        return b / (a + b) * stayed().expected(time);
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
        return (purchases == 0 ? a / (a + b) : 0) + b / (a + b) * stayed().probability(purchases, time);
    }

    @Override
    public double probabilityOf(long purchases, BuyingHistory history, double time) {
        Checks.notNegative("purchases", purchases, "");
        Checks.notNegative("time", time);
        double alive = probabilityAlive(history);
        return (purchases == 0 ? 1 - alive : 0) + alive * now(history).probability(purchases, time);
    }
}
