/**
 * The ground of the library: what every summary promises ({@link io.cxmetrics.Summary}), and how raw data are folded
 * into one ({@link io.cxmetrics.Aggregation}).
 *
 * <p>A metric is a question asked of a summary. A summary is a small immutable value that holds exactly the counts the
 * answer needs, and summaries add up: an array in memory, a stream, a nightly roll-up and a cluster share one type.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
