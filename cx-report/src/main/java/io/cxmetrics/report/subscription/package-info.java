/**
 * The figures of churn, recurring revenue and survival of customers.
 *
 * @since 0.1
 */
@NullMarked
package io.cxmetrics.report.subscription;

import org.jspecify.annotations.NullMarked;
