/** Recognised exports: what a file of a known system holds, and which of its columns answer which metric. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.input.profile;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
