/**
 * Subscriptions, recurring revenue and departures of customers, read from tables into ledgers and event times.
 *
 * @since 0.1
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.input.subscription;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
