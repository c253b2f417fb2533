/**
 * Who is active: the {@linkplain io.cxmetrics.retention.activity.ActivityLog log of activity}, active users and
 * stickiness, growth accounting, and lifecycles.
 *
 * <p>Where there are no subscriptions, a log of activity says when a customer was last seen, and churn is a rule about
 * inactivity.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.retention.activity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
