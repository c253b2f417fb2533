/**
 * Customers under contract:
 * {@linkplain io.cxmetrics.retention.subscription.SubscriptionLedger ledgers of subscriptions} and their screening, and
 * {@linkplain io.cxmetrics.retention.subscription.LogoChurn logo churn} with its bases by name.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.retention.subscription;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
