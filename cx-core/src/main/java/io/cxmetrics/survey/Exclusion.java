package io.cxmetrics.survey;

import java.util.Arrays;

/**
 * Why a raw value is not an answer.
 *
 * @since 0.1
 */
public enum Exclusion {
    /**
     * The cell is empty, or holds one of the spellings that files use for empty, such as {@code NA} or {@code Blank}.
     */
    BLANK,
    /** The respondent was asked and gave no rating: a declared code, or a text such as {@code don't know}. */
    NO_ANSWER,
    /** The question did not apply: a declared code, or a text such as {@code N/A} or {@code never used}. */
    NOT_APPLICABLE,
    /** A number beyond the ends of the scale, such as 11 or 10.5 on 0..10. */
    OUT_OF_SCALE,
    /** A number between two points of the scale, such as 6.5. */
    FRACTIONAL,
    /** Text that is no number, and no label that was declared. */
    NOT_A_NUMBER,
    /** A rating whose partner, its group, weight or time, is missing or out of range. */
    INCOMPLETE;

    /**
     * Tells a wrong value from an honest non-answer.
     *
     * @return true if the value should not be in the data at all
     */
    public boolean invalid() {
        return this == OUT_OF_SCALE || this == FRACTIONAL || this == NOT_A_NUMBER;
    }

    /** Returns the reason of a name, which {@code valueOf} would refuse in words of its own. */
    static Exclusion named(String name) {
        for (Exclusion reason : values()) {
            if (reason.name().equals(name)) {
                return reason;
            }
        }
        throw new IllegalArgumentException("reason must be one of " + Arrays.toString(values()) + ", got " + name);
    }

    /** Where the count of this reason stands in an array of counts. */
    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }
}
