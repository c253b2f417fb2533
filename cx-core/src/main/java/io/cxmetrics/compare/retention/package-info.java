/**
 * Whether groups of customers stay equally long: log-rank tests, differences at a horizon, and contact with support as
 * an event that happens on the way.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.compare.retention;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
