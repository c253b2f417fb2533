/** Rows read into inputs of a metric or left out by reason, filtered, and grouped by labels and period. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.input.reading;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
