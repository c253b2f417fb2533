/**
 * Customers who started together: {@linkplain io.cxmetrics.retention.cohort.CohortTable cohort tables}, day-N
 * retention, and the times between returns.
 */
@NullMarked
package io.cxmetrics.retention.cohort;

import org.jspecify.annotations.NullMarked;
