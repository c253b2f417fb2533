/**
 * Customers who started together: {@linkplain io.cxmetrics.retention.cohort.CohortTable cohort tables}, day-N
 * retention, and the times between returns.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.retention.cohort;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
