package io.cxmetrics.compare.difference;

import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import java.util.function.DoublePredicate;

/**
 * Score intervals of two rates: the values that a test with the estimates restricted to them does not reject. Both ends
 * are found by bisection to the last bit, which no start value can mislead.
 */
final class ScoreInterval {

    private static final int STEPS = 200;

    private final double eventsA;
    private final double trialsA;
    private final double eventsB;
    private final double trialsB;
    private final double limit;

    private ScoreInterval(Proportion a, Proportion b, double limit) {
        eventsA = a.events();
        trialsA = a.trials();
        eventsB = b.events();
        trialsB = b.trials();
        this.limit = limit;
    }

    /** The interval of b - a of Miettinen and Nurminen. */
    static Interval ofDifference(Proportion a, Proportion b, double z) {
        ScoreInterval score = new ScoreInterval(a, b, z * z * widened(a, b));
        double difference = b.rate() - a.rate();
        double low = difference <= -1 ? -1 : bisect(-1, difference, score::rejectsDifference, false);
        double high = difference >= 1 ? 1 : bisect(difference, 1, score::rejectsDifference, true);
        return Interval.of(low, high);
    }

    /** The interval of b / a; with the factor N / (N - 1) of Miettinen and Nurminen, or without, as Koopman's. */
    static Interval ofRatio(Proportion a, Proportion b, double z, boolean factor) {
        ScoreInterval score = new ScoreInterval(a, b, z * z * (factor ? widened(a, b) : 1));
        // On the scale of log(ratio), where both ends are looked for on either side of the estimate.
        double estimate = Math.log(b.rate() / a.rate());
        double from = b.events() == 0 ? 0 : a.events() == 0 ? 700 : estimate;
        double to = a.events() == 0 ? 0 : b.events() == 0 ? -700 : estimate;
        double low = b.events() == 0 ? 0 : Math.exp(bisect(-700, from, score::rejectsLogRatio, false));
        double high =
                a.events() == 0 ? Double.POSITIVE_INFINITY : Math.exp(bisect(to, 700, score::rejectsLogRatio, true));
        return Interval.of(low, high);
    }

    private static double widened(Proportion a, Proportion b) {
        double all = (double) a.trials() + b.trials();
        return all / (all - 1);
    }

    /** The border between what is rejected, which lies above for the upper end, and what is not. */
    private static double bisect(double from, double to, DoublePredicate rejected, boolean upper) {
        double low = from;
        double high = to;
        for (int i = 0; i < STEPS && low < high; i++) {
            double middle = low + (high - low) / 2;
            if (middle == low || middle == high) {
                break;
            }
            if (rejected.test(middle) == upper) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return upper ? low : high;
    }

    private boolean rejectsDifference(double delta) {
        double a = restricted(delta);
        double b = a + delta;
        double variance = a * (1 - a) / trialsA + b * (1 - b) / trialsB;
        double off = eventsB / trialsB - eventsA / trialsA - delta;
        return off * off > limit * variance;
    }

    /** The rate a of the most likely pair a, a + delta: the likelihood has one peak. */
    private double restricted(double delta) {
        double low = Math.max(0, -delta);
        double high = Math.min(1, 1 - delta);
        for (int i = 0; i < STEPS; i++) {
            double p = low + (high - low) / 2;
            if (p <= low || p >= high) {
                break;
            }
            double slope = part(eventsA, p)
                    - part(trialsA - eventsA, 1 - p)
                    + part(eventsB, p + delta)
                    - part(trialsB - eventsB, 1 - p - delta);
            if (slope > 0) {
                low = p;
            } else {
                high = p;
            }
        }
        return low + (high - low) / 2;
    }

    private static double part(double count, double share) {
        return count == 0 ? 0 : count / share;
    }

    private boolean rejectsLogRatio(double logRatio) {
        double ratio = Math.exp(logRatio);
        double events = eventsA + eventsB;
        double b = trialsA + eventsB + ratio * (trialsB + eventsA);
        double root = Math.sqrt(Math.max(b * b - 4 * ratio * (trialsA + trialsB) * events, 0));
        double rateA = Math.min(2 * events / (b + root), 1);
        double rateB = Math.min(ratio * rateA, 1);
        double variance = rateB * (1 - rateB) / trialsB + ratio * ratio * rateA * (1 - rateA) / trialsA;
        double off = eventsB / trialsB - ratio * eventsA / trialsA;
        return off * off > limit * variance;
    }
}
