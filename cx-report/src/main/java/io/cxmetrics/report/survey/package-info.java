/** Figures of survey metrics. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.report.survey;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
