/**
 * The figures of churn, recurring revenue and survival of customers.
 *
 * @since 0.1
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.report.subscription;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
