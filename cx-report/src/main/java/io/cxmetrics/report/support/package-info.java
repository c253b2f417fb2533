/** Figures of support. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.report.support;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
