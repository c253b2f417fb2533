/**
 * Customers under contract:
 * {@linkplain io.cxmetrics.retention.subscription.SubscriptionLedger ledgers of subscriptions} and their screening, and
 * {@linkplain io.cxmetrics.retention.subscription.LogoChurn logo churn} with its bases by name.
 */
@NullMarked
package io.cxmetrics.retention.subscription;

import org.jspecify.annotations.NullMarked;
