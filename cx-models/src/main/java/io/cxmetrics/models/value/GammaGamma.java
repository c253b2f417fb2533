package io.cxmetrics.models.value;

import io.cxmetrics.models.Fit;
import io.cxmetrics.models.ParametricModel;
import io.cxmetrics.models.internal.Checks;
import io.cxmetrics.models.likelihood.MaximumLikelihood;
import java.util.List;

/**
 * The Gamma-Gamma model of the amount of a purchase, in the currency it was fitted to: amounts vary around a mean of
 * each customer, and means vary between customers, whatever the number of purchases.
 *
 * <p><b>Definition.</b> Amounts have a gamma distribution with shape p and a rate of each customer; rates have a gamma
 * distribution with shape q and rate v. A customer with x purchases of mean z is expected to spend p (v + x z) / (p x
 * + q - 1) on the next.
 *
 * <p><b>Edges.</b> For q of at most 1 the mean over all customers does not exist: it is NaN, and so is that of a
 * customer with p x + q of at most 1. Parameters p and v are known much better together than alone: large standard
 * errors are right.
 *
 * <p><b>Source.</b> P. S. Fader, B. G. S. Hardie, "The Gamma-Gamma model of monetary value" (2013),
 * <a href="https://www.brucehardie.com/notes/025/">note 025</a>.
 *
 * <pre>{@code
 * GammaGamma spend = new GammaGamma(6.25, 3.74, 15.44); // of 946 music buyers, in dollars
 * Math.round(100 * spend.mean()); // 3522
 * Math.round(100 * spend.expectedSpend(SpendHistory.of(2, 22.35))); // 2466
 * }</pre>
 *
 * @param p the shape of amounts, finite and above 0
 * @param q the shape of rates of customers, finite and above 0
 * @param v the rate of rates of customers, in the currency, finite and above 0
 * @since 0.1
 */
public record GammaGamma(double p, double q, double v) implements ParametricModel<GammaGamma> {

    private static final List<String> NAMES = List.of("p", "q", "v");

    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if a parameter is not finite and positive
     */
    public GammaGamma {
        Checks.positive("p", p);
        Checks.positive("q", q);
        Checks.positive("v", v);
    }

    /**
     * Returns the model that makes histories most likely.
     *
     * @param histories the histories, with at least one purchase
     * @return the fit
     * @throws IllegalArgumentException if there is no purchase
     */
    public static Fit<GammaGamma> fit(SpendHistories histories) {
        if (histories.count() == 0) {
            throw new IllegalArgumentException("histories must have a purchase, got " + histories);
        }
        double sum = 0;
        for (int i = 0; i < histories.rows.size(); i++) {
            sum += histories.rows.counts[i] * histories.rows.first[i];
        }
        double[] start = {3, 3, 2 * sum / histories.count() / 3};
        return MaximumLikelihood.fitPositive(
                new GammaGammaLikelihood(histories),
                histories.count(),
                start,
                at -> new GammaGamma(at[0], at[1], at[2]));
    }

    @Override
    public List<String> parameterNames() {
        return NAMES;
    }

    @Override
    public double[] parameters() {
        return new double[] {p, q, v};
    }

    @Override
    public GammaGamma withParameters(double... parameters) {
        Checks.sameLength("parameters", NAMES.size(), parameters.length);
        return new GammaGamma(parameters[0], parameters[1], parameters[2]);
    }

    /**
     * Returns the log-likelihood of one history.
     *
     * @param history the history
     * @return the natural logarithm of its density; 0 without purchases
     */
    public double logLikelihood(SpendHistory history) {
        return history.purchases() == 0
                ? 0
                : GammaGammaLikelihood.value(p, q, v, history.purchases(), history.meanSpend());
    }

    /**
     * Returns the mean amount of a purchase over all customers, also those who have not bought yet.
     *
     * @return p v / (q - 1); NaN for q of at most 1
     */
    public double mean() {
        return expectedSpend(SpendHistory.NONE);
    }

    /**
     * Returns the amount a customer is expected to spend on a purchase.
     *
     * @param history what the customer spent so far
     * @return p (v + x z) / (p x + q - 1); NaN for p x + q of at most 1
     */
    public double expectedSpend(SpendHistory history) {
        double below = p * history.purchases() + q - 1;
        return below > 0 ? p * (v + history.purchases() * history.meanSpend()) / below : Double.NaN;
    }
}
