/**
 * Whether customers stay: churn and retention with their bases by name, recurring revenue and its movements, activity and
 * its cohorts, lifecycles, and how groups of customers compare.
 *
 * <p>Subscriptions say when a customer left; where there are none, an {@linkplain io.cxmetrics.retention.ActivityLog log of
 * activity} says when one was last seen, and churn is a rule about inactivity.
 */
@NullMarked
package io.cxmetrics.retention;

import org.jspecify.annotations.NullMarked;
