/**
 * Files of tickets, one row each or one for each change, read into tickets and folded into the summaries of support.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.input.support;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
