package io.cxmetrics.compare.difference;

import io.cxmetrics.survey.Ratings;
import java.io.Serializable;
import java.util.Arrays;

/** The distinct values of one side, ascending, each with how many there are up to it. */
final class SortedSide implements Serializable {

    private static final long serialVersionUID = 1;

    final double[] values;
    /** How many numbers are at most values[i]; a double counts exactly up to 2^53. */
    private final double[] upTo;

    private SortedSide(double[] values, double[] upTo) {
        this.values = values;
        this.upTo = upTo;
    }

    /** Takes an array of its own, which it sorts. */
    static SortedSide of(double[] own) {
        Arrays.sort(own);
        double[] upTo = new double[own.length];
        int distinct = 0;
        for (int i = 0; i < own.length; i++) {
            if (distinct > 0 && own[distinct - 1] == own[i]) {
                upTo[distinct - 1]++;
            } else {
                own[distinct] = own[i];
                upTo[distinct++] = i + 1.0;
            }
        }
        return distinct == own.length
                ? new SortedSide(own, upTo)
                : new SortedSide(Arrays.copyOf(own, distinct), Arrays.copyOf(upTo, distinct));
    }

    static SortedSide of(Ratings ratings) {
        int min = ratings.scale().min();
        int max = ratings.scale().max();
        double[] values = new double[max - min + 1];
        double[] upTo = new double[values.length];
        int distinct = 0;
        double all = 0;
        for (int rating = min; rating <= max; rating++) {
            long count = ratings.count(rating);
            if (count > 0) {
                all += count;
                values[distinct] = rating;
                upTo[distinct++] = all;
            }
        }
        return new SortedSide(Arrays.copyOf(values, distinct), Arrays.copyOf(upTo, distinct));
    }

    int distinct() {
        return values.length;
    }

    double count() {
        return values.length == 0 ? 0 : upTo[values.length - 1];
    }

    double count(int index) {
        return upTo[index] - before(index);
    }

    /** How many numbers are below values[index]; the index may be behind the last. */
    double before(int index) {
        return index == 0 ? 0 : upTo[index - 1];
    }

    double median() {
        double n = count();
        if (n == 0) {
            return Double.NaN;
        }
        double low = at(Math.floor((n - 1) / 2));
        double high = at(Math.floor(n / 2));
        return low + (high - low) / 2;
    }

    /** The number below which a share of all lies. */
    double quantile(double share) {
        return at(Math.min(Math.floor(share * count()), count() - 1));
    }

    /** The number at a rank, from 0. */
    private double at(double rank) {
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] > rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return values[low];
    }
}
