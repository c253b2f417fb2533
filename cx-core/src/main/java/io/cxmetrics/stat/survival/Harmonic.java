package io.cxmetrics.stat.survival;

/** Sums of reciprocals. */
final class Harmonic {

    /** From here on the series below is exact to the last digits. */
    private static final long LARGE = 64;

    private Harmonic() {}

    /**
     * Returns 1/(from + 1) + ... + 1/to.
     *
     * @param from not negative
     * @param to not below from
     */
    static double between(long from, long to) {
        if (to - from <= LARGE) {
            double sum = 0;
            for (long k = to; k > from; k--) {
                sum += 1.0 / k;
            }
            return sum;
        }
        long start = Math.max(from, LARGE);
        return between(from, start) + Math.log1p((double) (to - start) / start) + (correction(to) - correction(start));
    }

    /** What the harmonic number of n has beyond ln n and Euler's constant (Abramowitz and Stegun 6.3.18). */
    private static double correction(double n) {
        double square = 1 / (n * n);
        return 0.5 / n - square * (1.0 / 12 - square * (1.0 / 120 - square / 252));
    }
}
