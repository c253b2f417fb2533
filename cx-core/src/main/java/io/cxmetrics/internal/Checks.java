package io.cxmetrics.internal;

import com.google.errorprone.annotations.CanIgnoreReturnValue;

/** The checks of arguments. Every message names the parameter, the rule and the offending value, in this order. */
public final class Checks {

    private Checks() {}

    /**
     * Returns a count that is not negative.
     *
     * @param name the parameter
     * @param count the count
     * @return the count
     */
    @CanIgnoreReturnValue
    public static long notNegative(String name, long count) {
        if (count < 0) {
            throw new IllegalArgumentException(name + " must not be negative, got " + count);
        }
        return count;
    }

    /**
     * Returns a number that is finite and not negative.
     *
     * @param name the parameter
     * @param value the number
     * @return the number
     */
    @CanIgnoreReturnValue
    public static double notNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and not negative, got " + value);
        }
        return value;
    }

    /**
     * Returns a number that is finite.
     *
     * @param name the parameter
     * @param value the number
     * @return the number
     */
    @CanIgnoreReturnValue
    public static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, got " + value);
        }
        return value;
    }

    /**
     * Returns a confidence level, which lies strictly between 0 and 1.
     *
     * @param confidence the level, such as 0.95
     * @return the level
     */
    @CanIgnoreReturnValue
    public static double confidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1), got " + confidence);
        }
        return confidence;
    }

    /**
     * Returns a number in [0, 1].
     *
     * @param name the parameter
     * @param value the number
     * @return the number
     */
    @CanIgnoreReturnValue
    public static double fraction(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], got " + value);
        }
        return value;
    }

    /**
     * Returns a number that is finite and above 0.
     *
     * @param name the parameter
     * @param value the number
     * @return the number
     */
    @CanIgnoreReturnValue
    public static double positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and positive, got " + value);
        }
        return value;
    }

    /**
     * Returns an integer in a closed range.
     *
     * @param name the parameter
     * @param value the integer
     * @param min the lowest that is allowed
     * @param max the highest that is allowed
     * @return the integer
     */
    @CanIgnoreReturnValue
    public static int inRange(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be in [" + min + ", " + max + "], got " + value);
        }
        return value;
    }

    /**
     * Tells whether a number can be the weight of an observation: 0, or in [1e-100, 1e100], so that neither the sum nor
     * the squares of weights overflow or vanish.
     *
     * @param weight the number
     * @return true if it can
     */
    public static boolean isWeight(double weight) {
        return weight == 0 || (weight >= 1e-100 && weight <= 1e100);
    }

    /**
     * Returns a number that can be a weight.
     *
     * @param weight the number
     * @param where what follows in the message, such as " at index 3"
     * @return the number
     */
    @CanIgnoreReturnValue
    public static double weight(double weight, String where) {
        if (!isWeight(weight)) {
            throw new IllegalArgumentException("weight must be 0 or in [1e-100, 1e100], got " + weight + where);
        }
        return weight;
    }

    /**
     * Returns the error for a number that is not in a range.
     *
     * @param name the parameter
     * @param value the number
     * @param min the lowest that is allowed
     * @param max the highest
     * @param where such as {@code " at index 3"}, or an empty text
     * @return the error, to be thrown
     */
    public static IllegalArgumentException outside(String name, long value, long min, long max, String where) {
        return new IllegalArgumentException(name + " must be in [" + min + ", " + max + "], got " + value + where);
    }

    /**
     * Checks that summaries to be added speak of the same thing.
     *
     * @param name the parameter
     * @param expected what the one speaks of
     * @param actual what the other speaks of
     * @throws IllegalArgumentException if they differ
     */
    public static void same(String name, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new IllegalArgumentException(name + " must be " + expected + ", got " + actual);
        }
    }

    /**
     * Checks that two arrays have one length.
     *
     * @param name the parameter
     * @param length its length
     * @param other the parameter it goes with
     * @param expected the length of that
     * @throws IllegalArgumentException if they differ
     */
    public static void sameLength(String name, int length, String other, int expected) {
        if (length != expected) {
            throw new IllegalArgumentException(
                    name + " must have as many entries as " + other + " (" + expected + "), got " + length);
        }
    }
}
