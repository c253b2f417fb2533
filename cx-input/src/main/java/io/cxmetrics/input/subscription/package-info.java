/**
 * Subscriptions, recurring revenue and departures of customers, read from tables into ledgers and event times.
 *
 * @since 0.1
 */
@NullMarked
package io.cxmetrics.input.subscription;

import org.jspecify.annotations.NullMarked;
