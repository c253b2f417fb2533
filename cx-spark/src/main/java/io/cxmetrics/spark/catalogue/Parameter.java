package io.cxmetrics.spark.catalogue;

/**
 * One parameter of a function.
 *
 * @param name its name, for messages and macros
 * @param kind what it may be
 */
public record Parameter(String name, Kind kind) {

    /** The level of an interval, the last parameter of functions that have one. */
    public static final Parameter CONFIDENCE = new Parameter("confidence", Kind.CONFIDENCE);

    /** A stored tally. */
    public static final Parameter TALLY = new Parameter("tally", Kind.TALLY);
}
