package io.cxmetrics.spark.catalogue;

/** What an argument of a function may be. */
public enum Kind {
    /** A whole number, such as a rating, a count or an amount in minor units. */
    INTEGRAL("an integral number (tinyint, smallint, int or bigint)"),
    /** A whole number that is the same for all rows. */
    SETTING("a constant integral number"),
    /** True or false. */
    FLAG("a boolean"),
    /** Any number. */
    NUMBER("a number"),
    /** A struct of the counters of the function. */
    TALLY("a tally"),
    /** The level of an interval: a fraction that is the same for all rows. */
    CONFIDENCE("a constant fraction such as 0.95");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** Returns what is asked for, for messages. */
    public String words() {
        return words;
    }
}
