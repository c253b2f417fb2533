/**
 * Recurring revenue and its movements:
 * {@linkplain io.cxmetrics.retention.revenue.RevenueLedger amounts per customer and month}, expansion and contraction,
 * gross and net revenue retention.
 */
@NullMarked
package io.cxmetrics.retention.revenue;

import org.jspecify.annotations.NullMarked;
