/**
 * Experiments: {@linkplain io.cxmetrics.compare.experiment.RatePlan their size}, what they count, their
 * {@linkplain io.cxmetrics.compare.experiment.SampleRatioMismatch checks}, their results, and looking at them early.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.compare.experiment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
