package io.cxmetrics.models.internal;

/**
 * Gauss's hypergeometric series where all terms have one sign, so that nothing cancels.
 *
 * <p>Source: NIST Digital Library of Mathematical Functions, <a href="https://dlmf.nist.gov/15.2">section 15.2</a>.
 */
public final class Hypergeometric {

    private static final long MOST_TERMS = 100_000_000;

    private Hypergeometric() {}

    /** Returns 2F1(a, b; c; z). */
    public static double of(double a, double b, double c, double z) {
        return 1 + minusOne(a, b, c, z);
    }

    /**
     * Returns 2F1(a, b; c; z) - 1 with all its digits.
     *
     * @param a any number
     * @param b any number
     * @param c above 0
     * @param z in [0, 1)
     */
    public static double minusOne(double a, double b, double c, double z) {
        return z * a * b * rest(a + 1, b + 1, c, z);
    }

    /**
     * Returns the sum of (a)_k (b)_k / (c)_(k+1) z^k / (k+1)! over k from 0: what is left of 2F1(a-1, b-1; c; z) - 1
     * when z (a-1) (b-1) is taken out, defined also where that is 0.
     */
    public static double rest(double a, double b, double c, double z) {
        double term = 1 / c;
        double sum = term;
        for (long k = 0; k < MOST_TERMS; k++) {
            double ratio = (a + k) * (b + k) / ((c + k + 1) * (k + 2)) * z;
            term *= ratio;
            sum += term;
            // From here on terms fall like a geometric series, so that the last one bounds what is left.
            if (Math.abs(term) <= 1e-17 * Math.abs(sum) * (1 - z) && ratio < 1) {
                break;
            }
        }
        return sum;
    }
}
