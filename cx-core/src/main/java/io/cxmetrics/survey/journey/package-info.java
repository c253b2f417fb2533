/**
 * Satisfaction along a journey: {@linkplain io.cxmetrics.survey.journey.Milestones one score at each milestone}, who
 * reaches it, and where satisfaction drops.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.survey.journey;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
