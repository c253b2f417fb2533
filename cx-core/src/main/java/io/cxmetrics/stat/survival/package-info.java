/**
 * Times until an event, some of them unfinished: {@linkplain io.cxmetrics.stat.survival.EventTimes counts per time},
 * the Kaplan-Meier curve with its limits, weights and late entry, and the log-rank test.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.stat.survival;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
