package io.cxmetrics.stat;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Exact quantiles of whole numbers in an array, such as durations in milliseconds, without sorting or copying it.
 *
 * <p>Parts do not add up to the quantiles of the whole. For those there are {@link LogHistogram}, which is small and
 * nearly exact, and {@link Sample}, which keeps the numbers.
 *
 * <p><b>Edges.</b> Without numbers every quantile is NaN. All {@code long} values are allowed, negative ones included.
 * The number at a position is found exactly and then turned into a {@code double}, which beyond 2<sup>53</sup> has no
 * room for the last digits: the quantile is that of the numbers so rounded.
 *
 * <p><b>Cost.</b> Two passes over the array and less than 1 MB. Where more than 98,304 numbers crowd around a quantile,
 * closer together than the 512th part of their distance from the lowest, they take three passes more, and so on to at
 * most seven times three. Some quantiles in one call cost no more than one.
 *
 * <p>Stateless and thread-safe. The array is only read; nobody may change it meanwhile.
 *
 * <pre>{@code
 * long[] minutes = {3, 1, 2, 10};
 * double[] middleAndHigh = Quantiles.of(minutes, 0.5, 0.9);
 * middleAndHigh[0]; // 2.5
 * middleAndHigh[1]; // 7.900000000000001
 * Quantiles.of(QuantileMethod.NEAREST_RANK, minutes, 0.9)[0]; // 10.0
 * }</pre>
 *
 * @since 0.1
 */
public final class Quantiles {

    private Quantiles() {}

    /**
     * Returns quantiles by {@link QuantileMethod#LINEAR}.
     *
     * @param values the numbers, in any order
     * @param q which quantiles, each in [0, 1], in any order
     * @return the quantile for each q; NaN without numbers
     * @throws IllegalArgumentException if a q is out of range
     */
    public static double[] of(long[] values, double... q) {
        return of(QuantileMethod.LINEAR, values, q);
    }

    /**
     * Returns quantiles by a named method.
     *
     * @param method the method
     * @param values the numbers, in any order
     * @param q which quantiles, each in [0, 1], in any order
     * @return the quantile for each q; NaN without numbers
     * @throws IllegalArgumentException if a q is out of range
     */
    public static double[] of(QuantileMethod method, long[] values, double... q) {
        return ofRange(method, values, 0, values.length, q);
    }

    /**
     * Returns quantiles of a part of an array by a named method.
     *
     * @param method the method
     * @param values the numbers, in any order
     * @param from the first index
     * @param to the index after the last
     * @param q which quantiles, each in [0, 1], in any order
     * @return the quantile for each q; NaN without numbers
     * @throws IllegalArgumentException if a q is out of range
     * @throws IndexOutOfBoundsException if the part does not lie in the array
     */
    public static double[] ofRange(QuantileMethod method, long[] values, int from, int to, double... q) {
        requireNonNull(method, "method");
        Objects.checkFromToIndex(from, to, values.length);
        int count = to - from;
        int[] asked = positions(method, count, q);
        long[] found = count == 0 ? new long[0] : RankSelection.of(values, from, to, asked);
        double[] result = new double[q.length];
        for (int i = 0; i < q.length; i++) {
            result[i] = method.of(count, position -> found[Arrays.binarySearch(asked, (int) position)], q[i]);
        }
        return result;
    }

    /** Which positions a method looks at, ascending: it is asked for the quantiles of numbers that are all 0. */
    private static int[] positions(QuantileMethod method, int count, double[] q) {
        IntStream.Builder asked = IntStream.builder();
        for (int i = 0; i < q.length; i++) {
            if (!(q[i] >= 0 && q[i] <= 1)) {
                throw new IllegalArgumentException("q must be in [0, 1], got " + q[i] + " at index " + i);
            }
            var unused = method.of(
                    count,
                    position -> {
                        asked.add((int) position);
                        return 0;
                    },
                    q[i]);
        }
        return asked.build().sorted().distinct().toArray();
    }
}
