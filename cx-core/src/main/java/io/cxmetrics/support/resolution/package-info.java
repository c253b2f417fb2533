/**
 * How long tickets take: {@linkplain io.cxmetrics.support.resolution.TimeToResolution time to resolution},
 * {@linkplain io.cxmetrics.support.resolution.ReplyTimes reply times}, time in each status, and the backlog.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.support.resolution;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
