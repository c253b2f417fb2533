/**
 * Statistics that every family of metrics shares: {@linkplain io.cxmetrics.stat.Proportion proportions} and
 * {@linkplain io.cxmetrics.stat.ProportionInterval their intervals}, {@linkplain io.cxmetrics.stat.Moments moments},
 * {@linkplain io.cxmetrics.stat.Sample exact quantiles}, the size of a sample, and
 * {@linkplain io.cxmetrics.stat.survival.EventTimes times until an event} with their curves, rates and tests.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.stat;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
