package io.cxmetrics.spark.catalogue;

/** What a function returns. */
public enum Shape {
    /** One number, of the answers within the scale. */
    ANSWER,
    /** One number, and an error where an answer lies outside the scale. */
    STRICT,
    /** Counters and answers as a struct. */
    SUMMARY,
    /** The counters as a struct, to be stored and merged. */
    TALLY,
    /** The counters of stored tallies as a struct. */
    MERGE,
    /** One number of one stored tally: no aggregate. */
    SCORE
}
