package io.cxmetrics.compare.difference;

/**
 * The k-th smallest of all differences b - a of two sides, without making them: a value is tried, the pairs up to it
 * are
 * counted in one walk along both sorted sides, and the range shrinks to the nearest differences that exist. Tries in
 * the
 * middle of the range and in the middle of the order of doubles take turns, so that neither many ties nor values far
 * out
 * cost more than about a hundred walks; thirty are usual.
 */
final class PairSelection {

    private final SortedSide a;
    private final SortedSide b;
    /** Of the last walk: the pairs up to its limit, the highest difference up to it and the lowest above. */
    private double upTo;

    private double floor;
    private double ceiling;

    PairSelection(SortedSide a, SortedSide b) {
        this.a = a;
        this.b = b;
    }

    /** The k-th smallest difference, k from 1 to the number of pairs. */
    double smallest(double k) {
        double low = b.values[0] - a.values[a.distinct() - 1];
        double high = b.values[b.distinct() - 1] - a.values[0];
        boolean middle = true;
        while (low < high) {
            walk(middle ? low + (high - low) / 2 : middleOfDoubles(low, high));
            middle = !middle;
            if (upTo >= k) {
                high = floor;
            } else {
                low = ceiling;
            }
        }
        walk(low);
        rank = k;
        return low;
    }

    private double rank;

    /** The difference that follows the last one found, which is the same again where it occurs more often. */
    double following() {
        return upTo > rank ? floor : ceiling;
    }

    private void walk(double limit) {
        double[] of = a.values;
        double[] to = b.values;
        double all = a.count();
        double pairs = 0;
        double below = Double.NEGATIVE_INFINITY;
        double above = Double.POSITIVE_INFINITY;
        int from = 0;
        for (int j = 0; j < to.length; j++) {
            double value = to[j];
            // The higher b is, the higher a must be.
            while (from < of.length && value - of[from] > limit) {
                from++;
            }
            if (from > 0) {
                above = Math.min(above, value - of[from - 1]);
            }
            if (from < of.length) {
                below = Math.max(below, value - of[from]);
                pairs += b.count(j) * (all - a.before(from));
            }
        }
        upTo = pairs;
        floor = below;
        ceiling = above;
    }

    private static double middleOfDoubles(double low, double high) {
        long from = order(low);
        long to = order(high);
        return value((from & to) + ((from ^ to) >> 1));
    }

    /** A whole number for each double, in the same order. */
    private static long order(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits < 0 ? Long.MIN_VALUE - bits : bits;
    }

    private static double value(long order) {
        return Double.longBitsToDouble(order < 0 ? Long.MIN_VALUE - order : order);
    }
}
