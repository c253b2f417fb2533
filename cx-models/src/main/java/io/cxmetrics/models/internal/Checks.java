package io.cxmetrics.models.internal;

import com.google.errorprone.annotations.CanIgnoreReturnValue;

/** The checks of arguments. Every message names the parameter, the rule and the offending value, in this order. */
public final class Checks {

    private Checks() {}

    /** Returns a number that is finite and above 0. */
    @CanIgnoreReturnValue
    public static double positive(String name, double value) {
        return positive(name, value, "");
    }

    /** Returns a number that is finite and above 0; the message ends in words such as " at index 3". */
    @CanIgnoreReturnValue
    public static double positive(String name, double value, String where) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and positive, got " + value + where);
        }
        return value;
    }

    /** Returns a number that is finite and not negative. */
    @CanIgnoreReturnValue
    public static double notNegative(String name, double value) {
        return notNegative(name, value, "");
    }

    /** Returns a number that is finite and not negative; the message ends in words such as " at index 3". */
    @CanIgnoreReturnValue
    public static double notNegative(String name, double value, String where) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and not negative, got " + value + where);
        }
        return value;
    }

    /** Returns a count that is not negative; the message ends in words such as " at index 3". */
    @CanIgnoreReturnValue
    public static long notNegative(String name, long count, String where) {
        if (count < 0) {
            throw new IllegalArgumentException(name + " must not be negative, got " + count + where);
        }
        return count;
    }

    /** Returns a confidence level, which lies strictly between 0 and 1. */
    @CanIgnoreReturnValue
    public static double confidence(double confidence) {
        return inside("confidence", confidence);
    }

    /** Returns a number strictly between 0 and 1. */
    @CanIgnoreReturnValue
    public static double inside(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be in (0, 1), got " + value);
        }
        return value;
    }

    /** Refuses columns of different lengths. */
    public static void sameLength(String name, int wanted, int got) {
        if (wanted != got) {
            throw new IllegalArgumentException(name + " must have length " + wanted + ", got " + got);
        }
    }
}
