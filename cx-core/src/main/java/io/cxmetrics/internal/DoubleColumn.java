package io.cxmetrics.internal;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.Serializable;
import java.util.Arrays;

/** Numbers that come one at a time and leave as an array. Belongs to one thread. */
public final class DoubleColumn implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int SMALLEST = 16;

    private double[] values = new double[SMALLEST];
    private int size;

    /** No numbers. */
    public DoubleColumn() {}

    /**
     * Adds a number.
     *
     * @param value the number
     * @return this column
     */
    @CanIgnoreReturnValue
    public DoubleColumn add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.multiplyExact(size, 2));
        }
        values[size++] = value;
        return this;
    }

    /**
     * Adds the numbers of another column, which stays as it is.
     *
     * @param later the other column
     * @return this column
     */
    @CanIgnoreReturnValue
    public DoubleColumn join(DoubleColumn later) {
        int wanted = Math.addExact(size, later.size);
        if (wanted > values.length) {
            values = Arrays.copyOf(values, (int) Math.max(wanted, Math.min(2L * size, Integer.MAX_VALUE - 8)));
        }
        System.arraycopy(later.values, 0, values, size, later.size);
        size = wanted;
        return this;
    }

    /**
     * Returns how many numbers there are.
     *
     * @return the count
     */
    public int size() {
        return size;
    }

    /**
     * Returns a number.
     *
     * @param i which one, from 0
     * @return the number
     */
    public double get(int i) {
        return values[i];
    }

    /**
     * Returns the numbers in the order in which they came.
     *
     * @return a new array
     */
    public double[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
