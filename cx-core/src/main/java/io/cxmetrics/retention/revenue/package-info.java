/**
 * Recurring revenue and its movements:
 * {@linkplain io.cxmetrics.retention.revenue.RevenueLedger amounts per customer and month}, expansion and contraction,
 * gross and net revenue retention.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.retention.revenue;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
