package io.cxmetrics.stat;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import java.math.BigInteger;

/**
 * How many answers a survey needs for a margin of error.
 *
 * <p><b>Definition.</b> n = z&sup2; variance / margin&sup2;, rounded up, with z the normal quantile of the confidence,
 * and variance that of one answer: p (1 - p) for a share p, at most 1/4; p + d - (p - d)&sup2; for a net score of the
 * shares p and d, at most 1. Margin and variance are in the same unit (a fraction and its square).
 *
 * <pre>{@code
 * SampleSize.forProportion(0.05, 0.95); // 385
 * SampleSize.forVariance(0.61, 0.05, 0.95); // 938
 * SampleSize.inPopulation(385, 1000); // 279
 * }</pre>
 *
 * @since 0.1
 */
public final class SampleSize {

    private SampleSize() {}

    /**
     * Returns the size for a share about which nothing is known, that is for the worst case of one half.
     *
     * @param margin half the width of the interval, a fraction in (0, 1): 0.05 for five points of a percentage
     * @param confidence the level in (0, 1), such as 0.95
     * @return the number of answers needed
     * @throws IllegalArgumentException if an argument is out of range
     * @throws ArithmeticException if the size does not fit a {@code long}
     */
    public static long forProportion(double margin, double confidence) {
        return forVariance(0.25, fraction(margin), confidence);
    }

    /**
     * Returns the size for a share that is expected to be near a value.
     *
     * @param expected the expected share in [0, 1]
     * @param margin half the width of the interval, a fraction in (0, 1): 0.05 for five points of a percentage
     * @param confidence the level in (0, 1), such as 0.95
     * @return the number of answers needed; at least 1
     * @throws IllegalArgumentException if an argument is out of range
     * @throws ArithmeticException if the size does not fit a {@code long}
     */
    public static long forProportion(double expected, double margin, double confidence) {
        Checks.fraction("expected", expected);
        return forVariance(expected * (1 - expected), fraction(margin), confidence);
    }

    private static double fraction(double margin) {
        if (!(margin > 0 && margin < 1)) {
            throw new IllegalArgumentException("margin must be a fraction in (0, 1), got " + margin);
        }
        return margin;
    }

    /**
     * Returns the size for a mean whose single answers have a known variance.
     *
     * @param variance the variance of one answer, not negative
     * @param margin half the width of the interval, above 0
     * @param confidence the level in (0, 1), such as 0.95
     * @return the number of answers needed; at least 1
     * @throws IllegalArgumentException if an argument is out of range
     * @throws ArithmeticException if the size does not fit a {@code long}
     */
    public static long forVariance(double variance, double margin, double confidence) {
        Checks.notNegative("variance", variance);
        double z = Critical.z(confidence) / Checks.positive("margin", margin);
        double size = Math.ceil(z * z * variance);
        if (!(size < 0x1p63)) {
            throw new ArithmeticException("sample size must fit a long, got " + size + " for margin " + margin);
        }
        return Math.max(1, (long) size);
    }

    /**
     * Returns the size that is enough when the whole population is small, n / (1 + (n - 1) / population), rounded up.
     *
     * @param size the size for an endless population, at least 1
     * @param population how many could be asked, at least 1
     * @return the number of answers needed; never above the population
     * @throws IllegalArgumentException if an argument is below 1
     */
    public static long inPopulation(long size, long population) {
        if (size < 1) {
            throw new IllegalArgumentException("size must be at least 1, got " + size);
        }
        if (population < 1) {
            throw new IllegalArgumentException("population must be at least 1, got " + population);
        }
        // In whole numbers, because a quotient a hair above a whole number would be rounded up to the next.
        BigInteger n = BigInteger.valueOf(size);
        BigInteger all = BigInteger.valueOf(population);
        BigInteger less = n.add(all).subtract(BigInteger.ONE);
        return n.multiply(all).add(less).subtract(BigInteger.ONE).divide(less).longValueExact();
    }
}
