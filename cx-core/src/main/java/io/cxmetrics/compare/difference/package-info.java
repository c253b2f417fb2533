/**
 * Two summaries of one kind compared: {@link io.cxmetrics.compare.difference.Changes} is the way in and picks the test,
 * the other types hold one kind of difference each, with all methods by name.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.compare.difference;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
