/** Rows read into inputs of a metric or left out by reason, filtered, and grouped by labels and period. */
@NullMarked
package io.cxmetrics.input.reading;

import org.jspecify.annotations.NullMarked;
