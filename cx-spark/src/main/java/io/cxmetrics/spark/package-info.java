/**
 * The metrics of cx-core where Spark counts: SQL functions registered by {@link io.cxmetrics.spark.CxExtension} or
 * {@link io.cxmetrics.spark.CxFunctions}, and the same as columns by {@link io.cxmetrics.spark.CxColumns}.
 *
 * <p>This package is the API, with {@code transform} for what is not a count. The others below it are how it is done,
 * and may change: {@code catalogue} holds each metric once, as counters and formulas; {@code catalyst} turns it into
 * native functions and is alone in touching Spark's internals; {@code text} writes it as SQL.
 *
 * <p>There is no module descriptor: Spark's jars share packages among them, so that no module can read two of them.
 */
@NullMarked
package io.cxmetrics.spark;

import org.jspecify.annotations.NullMarked;
