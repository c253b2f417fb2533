package io.cxmetrics.compare.difference;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import java.io.Serializable;
import java.util.function.DoubleUnaryOperator;

/**
 * Fisher's exact test of two rates, given how many events there were in all.
 *
 * <p><b>Definition.</b> The events of the second side follow the hypergeometric distribution if the rates are equal.
 * {@link #pValue()} adds up the tables that are no more likely than the observed (with a relative slack of
 * 10<sup>-7</sup>, as R does); {@link #midP()} counts those as likely as the observed half.
 *
 * <p><b>Cost.</b> One step for each possible table, of which there are as many as the smallest margin.
 *
 * <p><b>Source.</b> R. Fisher, JRSS 98 (1935); mid-p: H. Lancaster, JASA 56 (1961).
 *
 * <pre>{@code
 * FisherTest test = FisherTest.of(Proportion.of(0, 50), Proportion.of(6, 50));
 * Math.round(test.pValue() * 1e5); // 2666
 * }</pre>
 *
 * @since 0.1
 */
public final class FisherTest implements Serializable {

    private static final long serialVersionUID = 1;
    private static final double SLACK = 1 + 1e-7;
    private static final int STEPS = 2000;

    private final long low;
    private final int observed;
    /** The logarithms of the likelihoods of low, low + 1, ..., relative to the most likely table. */
    private final double[] logs;

    private final double total;

    private FisherTest(Proportion before, Proportion after) {
        long events = Math.addExact(before.events(), after.events());
        low = Math.max(0, events - before.trials());
        long high = Math.min(after.trials(), events);
        observed = Math.toIntExact(after.events() - low);
        logs = new double[Math.toIntExact(high - low + 1)];
        for (int i = 1; i < logs.length; i++) {
            double k = low + i;
            logs[i] = logs[i - 1]
                    + Math.log((after.trials() - k + 1) / k)
                    + Math.log((events - k + 1) / (before.trials() - events + k));
        }
        double most = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            most = Math.max(most, log);
        }
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            logs[i] -= most;
            sum += Math.exp(logs[i]);
        }
        total = sum;
    }

    /**
     * Returns the test of two rates.
     *
     * @param before the one rate
     * @param after the other rate
     * @return the test
     * @throws ArithmeticException if there are more than 2<sup>31</sup> - 1 possible tables
     */
    public static FisherTest of(Proportion before, Proportion after) {
        return new FisherTest(before, after);
    }

    private double atMost(double factorOfEqual) {
        double sum = 0;
        double limit = logs[observed];
        double slack = Math.log(SLACK);
        for (double log : logs) {
            if (log <= limit + slack) {
                sum += (log >= limit - slack ? factorOfEqual : 1) * Math.exp(log);
            }
        }
        return probability(sum);
    }

    private double probability(double sum) {
        double p = sum / total;
        // All tables together are certain, whatever rounding left.
        return p > 1 - 1e-12 ? 1 : p;
    }

    /**
     * Returns the two-sided p-value.
     *
     * @return the probability of a table no more likely than the observed, in (0, 1]; 1 without trials
     */
    public double pValue() {
        return atMost(1);
    }

    /**
     * Returns the two-sided mid-p-value.
     *
     * @return the p-value with tables as likely as the observed counting half
     */
    public double midP() {
        return atMost(0.5);
    }

    /**
     * Returns the one-sided p-value for a lower rate after.
     *
     * @return the probability of at most as many events after as were observed
     */
    public double less() {
        return tail(0, observed);
    }

    /**
     * Returns the one-sided p-value for a higher rate after.
     *
     * @return the probability of at least as many events after as were observed
     */
    public double greater() {
        return tail(observed, logs.length - 1);
    }

    private double tail(int from, int to) {
        double sum = 0;
        for (int i = from; i <= to; i++) {
            sum += Math.exp(logs[i]);
        }
        return probability(sum);
    }

    /**
     * Returns twice the smaller one-sided p-value.
     *
     * @return the central p-value, at most 1
     */
    public double doubled() {
        return Math.min(1, 2 * Math.min(less(), greater()));
    }

    /**
     * Returns twice the smaller one-sided mid-p-value.
     *
     * @return the central mid-p-value, at most 1
     */
    public double doubledMidP() {
        double half = Math.exp(logs[observed]) / total / 2;
        return Math.min(1, 2 * Math.min(less() - half, greater() - half));
    }

    /**
     * Returns the conditional maximum-likelihood estimate of the odds ratio, after over before.
     *
     * @return the ratio in [0, infinity]; NaN where the margins allow one table only
     */
    public double oddsRatio() {
        if (logs.length == 1) {
            return Double.NaN;
        }
        if (observed == 0) {
            return 0;
        }
        if (observed == logs.length - 1) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.exp(root(this::mean, observed));
    }

    /**
     * Returns the exact conditional interval of the odds ratio, after over before.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [0, infinity]
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval oddsRatioInterval(double confidence) {
        double tail = (1 - Checks.confidence(confidence)) / 2;
        double least = observed == 0 ? 0 : Math.exp(root(log -> share(log, observed, logs.length - 1), tail));
        double most = observed == logs.length - 1
                ? Double.POSITIVE_INFINITY
                : Math.exp(root(log -> 1 - share(log, 0, observed), 1 - tail));
        return Interval.of(least, most);
    }

    /** The logarithm of the odds ratio at which a function that rises with it has a value. */
    private static double root(DoubleUnaryOperator rising, double value) {
        double from = -700;
        double to = 700;
        for (int i = 0; i < STEPS; i++) {
            double middle = from + (to - from) / 2;
            if (middle == from || middle == to) {
                break;
            }
            if (rising.applyAsDouble(middle) < value) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return from + (to - from) / 2;
    }

    private double mean(double logOdds) {
        double most = peak(logOdds);
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < logs.length; i++) {
            double weight = Math.exp(logs[i] + i * logOdds - most);
            sum += weight;
            weighted += i * weight;
        }
        return weighted / sum;
    }

    private double share(double logOdds, int first, int last) {
        double most = peak(logOdds);
        double sum = 0;
        double inside = 0;
        for (int i = 0; i < logs.length; i++) {
            double weight = Math.exp(logs[i] + i * logOdds - most);
            sum += weight;
            inside += i >= first && i <= last ? weight : 0;
        }
        return inside / sum;
    }

    private double peak(double logOdds) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logs.length; i++) {
            most = Math.max(most, logs[i] + i * logOdds);
        }
        return most;
    }

    /**
     * Returns the p-value in words.
     *
     * @return such as {@code FisherTest[pValue=0.027]}
     */
    @Override
    public String toString() {
        return "FisherTest[pValue=" + pValue() + "]";
    }
}
