/**
 * Satisfaction along a journey: {@linkplain io.cxmetrics.survey.journey.Milestones one score at each milestone}, who
 * reaches it, and where satisfaction drops.
 */
@NullMarked
package io.cxmetrics.survey.journey;

import org.jspecify.annotations.NullMarked;
