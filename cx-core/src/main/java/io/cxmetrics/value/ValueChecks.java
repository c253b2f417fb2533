package io.cxmetrics.value;

/** The checks of what only this package takes. */
final class ValueChecks {

    private ValueChecks() {}

    /** A gross margin may be a loss, but 82 is a percentage. */
    static double grossMargin(double grossMargin) {
        if (!(grossMargin <= 1 && grossMargin > Double.NEGATIVE_INFINITY)) {
            throw new IllegalArgumentException("grossMargin must be finite and at most 1, got " + grossMargin);
        }
        return grossMargin;
    }

    /** Growth may be a decline, but not of everything at once. */
    static double growth(String name, double growth) {
        if (!(growth > -1 && growth < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and above -1, got " + growth);
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
