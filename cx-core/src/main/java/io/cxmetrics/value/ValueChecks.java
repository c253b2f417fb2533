package io.cxmetrics.value;

import com.google.errorprone.annotations.CanIgnoreReturnValue;

/** The checks of the fractions that only this package takes. Each refuses what is almost surely a percentage. */
final class ValueChecks {

    private ValueChecks() {}

    /** A rate of a period: 0.1 for 10 %. */
    @CanIgnoreReturnValue
    static double fraction(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    name + " must be a fraction in [0, 1], such as 0.1 for 10 %, got " + value);
        }
        return value;
    }

    /** A gross margin may be a loss, but 82 is a percentage. */
    @CanIgnoreReturnValue
    static double grossMargin(double grossMargin) {
        if (!(grossMargin <= 1 && grossMargin > Double.NEGATIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "grossMargin must be a finite fraction of at most 1, such as 0.6 for 60 %, got " + grossMargin);
        }
        return grossMargin;
    }

    /** Growth may be a decline, but not of everything at once. */
    @CanIgnoreReturnValue
    static double growth(String name, double growth) {
        if (!(growth > -1 && growth <= 1)) {
            throw new IllegalArgumentException(
                    name + " must be a fraction in (-1, 1], such as 0.05 for 5 %, got " + growth);
        }
        return growth;
    }

    /** Shares that are left, each in [0, 1] and none above the one before. */
    static void survival(double[] survival) {
        for (int i = 0; i < survival.length; i++) {
            if (!(survival[i] >= 0 && survival[i] <= 1)) {
                throw new IllegalArgumentException("survival must be in [0, 1], got " + survival[i] + " at index " + i);
            }
            if (i > 0 && survival[i] > survival[i - 1]) {
                throw new IllegalArgumentException(
                        "survival must not rise, got " + survival[i] + " after " + survival[i - 1] + " at index " + i);
            }
        }
    }
}
