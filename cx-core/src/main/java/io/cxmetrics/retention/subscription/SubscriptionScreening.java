package io.cxmetrics.retention.subscription;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How subscriptions become a ledger when some of them cannot be: what is wrong is left out and counted by reason.
 *
 * <p>Of overlapping subscriptions of a customer the one that starts first stays, and of two from the same day the one that ends
 * first. Overlaps show only among all subscriptions of a customer, so screen all at once, or split by customer.
 *
 * <p>Immutable and thread-safe. Serializable if the known customers are.
 *
 * <pre>{@code
 * LocalDate day = LocalDate.of(2026, 3, 2);
 * SubscriptionScreening screening = SubscriptionScreening.in(Subscription.UNPRICED).withCustomers(Set.of("ann"));
 * ScreenedSubscriptions<String> screened = screening.screen(List.of(
 *         Subscription.of("ann", day, null),
 *         Subscription.of("ann", day.plusDays(9), day),
 *         Subscription.of("test", day, null)));
 * screened.ledger(); // SubscriptionLedger[1 subscriptions of 1 customers]
 * screened.leftOut(); // {END_BEFORE_START=1, UNKNOWN_CUSTOMER=1}
 * }</pre>
 */
public final class SubscriptionScreening implements Serializable {

    private static final long serialVersionUID = 1;

    private final Currency currency;
    private final Overlap overlap;
    private final @Nullable Set<?> known;

    private SubscriptionScreening(Currency currency, Overlap overlap, @Nullable Set<?> known) {
        this.currency = requireNonNull(currency, "currency");
        this.overlap = requireNonNull(overlap, "overlap");
        this.known = known;
    }

    /**
     * Returns a screening that keeps the subscriptions of one currency, of any customer, and none that overlap.
     *
     * @param currency the currency; {@link Subscription#UNPRICED} for those without a price
     * @return the screening
     */
    public static SubscriptionScreening in(Currency currency) {
        return new SubscriptionScreening(currency, Overlap.REFUSE, null);
    }

    /**
     * Returns this screening with another rule for overlaps.
     *
     * @param rule whether subscriptions of one customer may overlap
     * @return the screening
     */
    public SubscriptionScreening withOverlap(Overlap rule) {
        return new SubscriptionScreening(currency, rule, known);
    }

    /**
     * Returns this screening for certain customers only, such as those of the customer table.
     *
     * @param customers the known customers; others are left out
     * @return the screening
     */
    public SubscriptionScreening withCustomers(Set<?> customers) {
        return new SubscriptionScreening(currency, overlap, Set.copyOf(customers));
    }

    /**
     * Screens subscriptions.
     *
     * @param subscriptions the subscriptions, in any order
     * @param <K> the type of the keys of customers
     * @return the ledger of those that can be, and how many were left out by reason
     */
    public <K> ScreenedSubscriptions<K> screen(Collection<Subscription<K>> subscriptions) {
        Map<SubscriptionFlaw, Long> leftOut = new EnumMap<>(SubscriptionFlaw.class);
        Map<K, List<Subscription<K>>> sound = new LinkedHashMap<>();
        for (Subscription<K> subscription : subscriptions) {
            SubscriptionFlaw flaw = judge(subscription);
            if (flaw == null) {
                sound.computeIfAbsent(subscription.customer(), customer -> new ArrayList<>(1))
                        .add(subscription);
            } else {
                leftOut.merge(flaw, 1L, Long::sum);
            }
        }
        List<Subscription<K>> kept = new ArrayList<>();
        for (List<Subscription<K>> customer : sound.values()) {
            List<Subscription<K>> apart =
                    overlap == Overlap.ALLOW ? customer : Contracts.of(customer).apart();
            if (apart.size() < customer.size()) {
                leftOut.merge(SubscriptionFlaw.OVERLAP, (long) customer.size() - apart.size(), Long::sum);
            }
            kept.addAll(apart);
        }
        return new ScreenedSubscriptions<>(SubscriptionLedger.of(kept, overlap), leftOut);
    }

    private @Nullable SubscriptionFlaw judge(Subscription<?> subscription) {
        SubscriptionFlaw flaw = SubscriptionFlaw.of(subscription);
        if (flaw != null) {
            return flaw;
        }
        if (!subscription.currency().equals(currency)) {
            return SubscriptionFlaw.OTHER_CURRENCY;
        }
        return known == null || known.contains(subscription.customer()) ? null : SubscriptionFlaw.UNKNOWN_CUSTOMER;
    }
}
