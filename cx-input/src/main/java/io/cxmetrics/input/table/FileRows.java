package io.cxmetrics.input.table;

import io.cxmetrics.input.LeftOut;

/**
 * How many rows one file holds.
 *
 * @param file its name
 * @param count how many rows were given out
 * @param malformed the lines that were no rows, by reason
 * @since 0.1
 */
public record FileRows(String file, long count, LeftOut malformed) {}
