/** Figures of changes between groups, files and periods. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.report.compare;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
