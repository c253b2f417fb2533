package io.cxmetrics.compare.difference;

import java.util.Arrays;

/**
 * The k-th smallest of all differences b - a of two sides, without making them: a value is tried, the pairs up to it
 * are
 * counted in one walk along both sorted sides, and the range shrinks to the nearest differences that exist, until the
 * few
 * that are left can be listed. Tries in
 * the
 * middle of the range and in the middle of the order of doubles take turns, so that neither many ties nor values far
 * out
 * cost more than about a hundred walks; twenty are usual.
 */
final class PairSelection {

    private static final int GRID = 200;
    private static final double MARGIN = 0.005;

    private final SortedSide a;
    private final SortedSide b;
    /** Of the last walk: the pairs up to its limit, the highest difference up to it and the lowest above. */
    private double upTo;

    private double floor;
    private double ceiling;
    private double rank;

    PairSelection(SortedSide a, SortedSide b) {
        this.a = a;
        this.b = b;
    }

    /** The k-th smallest difference, k from 1 to the number of pairs. */
    double smallest(double k) {
        double low = b.values[0] - a.values[a.distinct() - 1];
        double high = b.values[b.distinct() - 1] - a.values[0];
        double below = 0;
        double upToHigh = a.count() * b.count();
        double few = (a.distinct() + (double) b.distinct()) / 4;
        double[] guesses = upToHigh > 16 * few ? guesses(k / upToHigh) : new double[0];
        for (int step = 0; low < high && upToHigh - below > few; step++) {
            double next = step < guesses.length
                    ? guesses[step]
                    : next(step, low, high, (k - below) / (upToHigh - below), few / 3 / (upToHigh - below));
            walk(Math.min(Math.max(next, low), Math.nextDown(high)));
            if (upTo >= k) {
                high = floor;
                upToHigh = upTo;
            } else {
                low = ceiling;
                below = upTo;
            }
        }
        double found = low < high ? listed(low, high, (int) (upToHigh - below))[(int) (k - below) - 1] : low;
        walk(found);
        rank = k;
        return found;
    }

    /** A little below and above the share of all differences of a few hundred values of both sides. */
    private double[] guesses(double share) {
        double[] some = new double[GRID * GRID];
        for (int i = 0; i < GRID; i++) {
            for (int j = 0; j < GRID; j++) {
                some[i * GRID + j] = b.quantile((j + 0.5) / GRID) - a.quantile((i + 0.5) / GRID);
            }
        }
        Arrays.sort(some);
        double position = share * some.length;
        double margin = some.length * MARGIN;
        int lower = (int) Math.max(position - margin, 0);
        int upper = (int) Math.min(position + margin, some.length - 1);
        return new double[] {some[lower], some[upper]};
    }

    /** In turn where a straight line puts the pair, a little lower and higher, and both middles of the range. */
    private static double next(int step, double low, double high, double share, double aside) {
        double wide = high - low;
        return switch (step % 4) {
            case 0 -> low + wide * Math.max(share - aside, 0);
            case 1 -> low + wide * Math.min(share + aside, 1);
            case 2 -> low + wide / 2;
            default -> middleOfDoubles(low, high);
        };
    }

    /** All differences in a range, of which there are so many, ascending. */
    private double[] listed(double low, double high, int count) {
        double[] all = new double[count];
        int filled = 0;
        int first = 0;
        for (int j = 0; j < b.distinct(); j++) {
            double value = b.values[j];
            while (first < a.distinct() && value - a.values[first] > high) {
                first++;
            }
            for (int i = first; i < a.distinct() && value - a.values[i] >= low; i++) {
                int times = (int) (a.count(i) * b.count(j));
                Arrays.fill(all, filled, filled + times, value - a.values[i]);
                filled += times;
            }
        }
        Arrays.sort(all);
        return all;
    }

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
