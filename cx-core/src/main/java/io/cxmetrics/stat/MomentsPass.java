package io.cxmetrics.stat;

/**
 * Sums of an array about a guess of its mean, with the extremes, in one pass over memory.
 *
 * <p>Differences from a number near the mean are small, so that their squares keep the digits a large offset would
 * take; where the guess turns out poor, a second pass starts from the mean then known. Two sums side by side need not
 * wait for each other; sums of blocks are added with what each addition rounds away, so that long arrays cost no
 * digits.
 */
final class MomentsPass {

    private static final int BLOCK = 256;
    private static final int SAMPLE = 64;

    private final double[] values;
    private final int from;
    private final int to;
    private final double about;
    private double sum;
    private double roundedAway;
    private double squares;
    private double min;
    private double max;

    private MomentsPass(double[] values, int from, int to, double about) {
        this.values = values;
        this.from = from;
        this.to = to;
        this.about = about;
        this.min = values[from];
        this.max = values[from];
        int start = from;
        while (start < to) {
            int end = start + Math.min(to - start, BLOCK);
            addBlock(start, end);
            start = end;
        }
    }

    /** Returns the moments of at least one number. */
    static Moments of(String name, double[] values, int from, int to) {
        MomentsPass pass = new MomentsPass(values, from, to, guess(values, from, to));
        if (!Double.isFinite(pass.sum())) {
            checkFinite(name, values, from, to);
            return pass.scaledDown();
        }
        return pass.guessedWell() ? pass.moments() : new MomentsPass(values, from, to, pass.mean()).moments();
    }

    private static double guess(double[] values, int from, int to) {
        int sample = Math.min(to - from, SAMPLE);
        double sum = 0;
        for (int i = from; i < from + sample; i++) {
            sum += values[i];
        }
        return Double.isFinite(sum) ? sum / sample : values[from];
    }

    private void addBlock(int start, int end) {
        double low = min;
        double high = max;
        double evenSum = 0;
        double oddSum = 0;
        double evenSquares = 0;
        double oddSquares = 0;
        int i = start;
        for (; i < end - 1; i += 2) {
            double even = values[i];
            double odd = values[i + 1];
            // A new extreme is rare, so that these tests are predicted; Math.min and Math.max cost more than the sums.
            if (even < low) {
                low = even;
            } else if (even > high) {
                high = even;
            }
            if (odd < low) {
                low = odd;
            } else if (odd > high) {
                high = odd;
            }
            even -= about;
            odd -= about;
            evenSum += even;
            oddSum += odd;
            evenSquares += even * even;
            oddSquares += odd * odd;
        }
        if (i < end) {
            double last = values[i];
            low = Math.min(low, last);
            high = Math.max(high, last);
            last -= about;
            evenSum += last;
            evenSquares += last * last;
        }
        min = low;
        max = high;
        addToSum(evenSum + oddSum);
        squares += evenSquares + oddSquares;
    }

    /** Knuth's sum of two numbers and its error. */
    private void addToSum(double term) {
        double total = sum + term;
        double added = total - sum;
        roundedAway += (sum - (total - added)) + (term - added);
        sum = total;
    }

    private static void checkFinite(String name, double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(name + " must be finite, got " + values[i] + " at index " + i);
            }
        }
    }

    /** The squares about the mean are a difference from those about the guess; at least half of them must remain. */
    private boolean guessedWell() {
        return squares < Double.POSITIVE_INFINITY && sum() / count() * sum() <= squares / 2;
    }

    private double sum() {
        return sum + roundedAway;
    }

    private int count() {
        return to - from;
    }

    /** Rounding may put the mean of equal numbers next to them. */
    private double mean() {
        return Math.min(Math.max(about + sum() / count(), min), max);
    }

    private Moments moments() {
        double aboutMean = squares == Double.POSITIVE_INFINITY ? squares : squares - sum() / count() * sum();
        return new Moments(count(), mean(), Math.max(aboutMean, 0), min, max);
    }

    /** Numbers whose sum overflows are summed as multiples of a large power of two. */
    private Moments scaledDown() {
        double unit = 0x1p600;
        double[] scaled = new double[count()];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = values[from + i] / unit;
        }
        Moments moments = of("value", scaled, 0, scaled.length);
        return new Moments(count(), moments.mean() * unit, moments.squares() * unit * unit, min, max);
    }
}
