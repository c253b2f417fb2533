package io.cxmetrics.retention.subscription;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Flaw of a subscription. A subscription with several flaws has the first of them.
 *
 * <p>A row that is left out may be the one that says that its customer is still there. So the customer of a left-out
 * row is in no answer about leaving, except for {@link #NO_DAY}, which says nothing of any day, and
 * {@link #UNKNOWN_CUSTOMER}, which leaves all rows of the customer out.
 *
 * @since 0.1
 */
public enum SubscriptionFlaw {
    /** It ends before it starts. */
    END_BEFORE_START,
    /**
     * It ends on the day it starts, so that it never ran for a day: an order that was taken back. It is no tenure
     * anywhere.
     */
    NO_DAY,
    /** Its price is negative, such as a credit note among the subscriptions. */
    NEGATIVE_PRICE,
    /** The months between two bills are not above 0. */
    BILLING_NOT_POSITIVE,
    /** Its term is negative. */
    NEGATIVE_TERM,
    /** Its term is shorter than the time between two bills, which would be billed for longer than it is bound. */
    TERM_BELOW_BILLING,
    /** Its price is in another unit of money, or there is a price where none counts, or none where prices count. */
    OTHER_CURRENCY,
    /** Its customer is not among those that are known. */
    UNKNOWN_CUSTOMER,
    /** It runs at the same time as another one of the customer, where {@link Overlap#REFUSE} holds. */
    OVERLAP;

    /** Whether the customer may be there by the row that is left out. */
    boolean hidesACustomer() {
        return this != NO_DAY && this != UNKNOWN_CUSTOMER;
    }

    /** The first flaw that the subscription has by itself, or null. */
    static @Nullable SubscriptionFlaw of(Subscription<?> subscription) {
        LocalDate end = subscription.end();
        int term = subscription.termMonths();
        if (end != null && !end.isAfter(subscription.start())) {
            return end.equals(subscription.start()) ? NO_DAY : END_BEFORE_START;
        }
        if (subscription.price() < 0) {
            return NEGATIVE_PRICE;
        }
        if (subscription.billingMonths() <= 0) {
            return BILLING_NOT_POSITIVE;
        }
        if (term < 0) {
            return NEGATIVE_TERM;
        }
        return term > 0 && term < subscription.billingMonths() ? TERM_BELOW_BILLING : null;
    }

    /** The rule that the subscription breaks, and by what. */
    String message(Subscription<?> subscription) {
        String rule = switch (this) {
            case END_BEFORE_START, NO_DAY ->
                "end must be after start (" + subscription.start() + "), got " + subscription.end();
            case NEGATIVE_PRICE -> "price must not be negative, got " + subscription.price();
            case BILLING_NOT_POSITIVE -> "billingMonths must be positive, got " + subscription.billingMonths();
            case NEGATIVE_TERM -> "termMonths must not be negative, got " + subscription.termMonths();
            case TERM_BELOW_BILLING ->
                "termMonths must be 0 or at least billingMonths (" + subscription.billingMonths() + "), got "
                        + subscription.termMonths();
            case OTHER_CURRENCY, UNKNOWN_CUSTOMER, OVERLAP -> throw new AssertionError(this);
        };
        return rule + " for customer " + subscription.customer();
    }
}
