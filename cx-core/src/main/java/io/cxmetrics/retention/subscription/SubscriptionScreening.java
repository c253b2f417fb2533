package io.cxmetrics.retention.subscription;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.StoredForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lenient way from subscriptions to a ledger: what is wrong is left out and counted by reason.
 *
 * <p>Of overlapping subscriptions of a customer the one that starts first stays, and of two from the same day the one
 * that ends first. Overlaps show only among all subscriptions of a customer, so screen all at once, or split by
 * customer.
 *
 * <p><b>Neutral.</b> The row that is left out may be the one that says that its customer is still there. So the ledger
 * leaves such a customer out of every answer about leaving, and counts them: {@link SubscriptionLedger#leftOut()}.
 *
 * <p>Immutable and thread-safe. Serializable if the known customers are.
 *
 * <pre>{@code
 * LocalDate day = LocalDate.of(2026, 3, 2);
 * SubscriptionScreening screening = SubscriptionScreening.withoutPrices().withCustomers(Set.of("ann"));
 * ScreenedSubscriptions<String> screened = screening.screen(List.of(
 *         Subscription.of("ann", day, null),
 *         Subscription.of("ann", day.plusDays(9), day),
 *         Subscription.of("test", day, null)));
 * screened.ledger(); // SubscriptionLedger[1 subscriptions of 1 customers]
 * screened.ledger().leftOut(); // 1
 * screened.leftOut(); // {END_BEFORE_START=1, UNKNOWN_CUSTOMER=1}
 * }</pre>
 *
 * @since 0.1
 */
public final class SubscriptionScreening implements Serializable {

    private static final long serialVersionUID = 1;

    private final @Nullable MoneyUnit unit;
    private final Overlap overlap;
    private final @Nullable Set<?> known;

    private SubscriptionScreening(@Nullable MoneyUnit unit, Overlap overlap, @Nullable Set<?> known) {
        this.unit = unit;
        this.overlap = requireNonNull(overlap, "overlap");
        this.known = known;
    }

    /**
     * Returns a screening that keeps the subscriptions of one unit of money, of any customer, and none that overlap.
     *
     * @param unit the unit of the prices
     * @return the screening
     */
    public static SubscriptionScreening in(MoneyUnit unit) {
        return new SubscriptionScreening(requireNonNull(unit, "unit"), Overlap.REFUSE, null);
    }

    /**
     * Returns a screening that keeps the subscriptions without a price, of any customer, and none that overlap.
     *
     * @return the screening
     */
    public static SubscriptionScreening withoutPrices() {
        return new SubscriptionScreening(null, Overlap.REFUSE, null);
    }

    /**
     * Returns this screening with another rule for overlaps.
     *
     * @param rule whether subscriptions of one customer may overlap
     * @return the screening
     */
    public SubscriptionScreening withOverlap(Overlap rule) {
        return new SubscriptionScreening(unit, rule, known);
    }

    /**
     * Returns this screening for certain customers only, such as those of the customer table.
     *
     * @param customers the known customers; others are left out
     * @return the screening
     */
    public SubscriptionScreening withCustomers(Set<?> customers) {
        return new SubscriptionScreening(unit, overlap, ImmutableSet.copyOf(customers));
    }

    /**
     * Returns the rule for overlaps.
     *
     * @return whether subscriptions of one customer may overlap
     */
    public Overlap overlap() {
        return overlap;
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
        Set<K> unclear = new HashSet<>();
        for (Subscription<K> subscription : subscriptions) {
            SubscriptionFlaw flaw = flaw(subscription);
            if (flaw == null) {
                sound.computeIfAbsent(subscription.customer(), customer -> new ArrayList<>(1))
                        .add(subscription);
            } else {
                leftOut.merge(flaw, 1L, Math::addExact);
                if (flaw.hidesACustomer()) {
                    unclear.add(subscription.customer());
                }
            }
        }
        List<Subscription<K>> kept = new ArrayList<>();
        for (List<Subscription<K>> customer : sound.values()) {
            List<Subscription<K>> apart =
                    overlap == Overlap.ALLOW ? customer : Contracts.of(customer).apart();
            if (apart.size() < customer.size()) {
                leftOut.merge(SubscriptionFlaw.OVERLAP, (long) customer.size() - apart.size(), Math::addExact);
                unclear.add(customer.get(0).customer());
            }
            kept.addAll(apart);
        }
        return new ScreenedSubscriptions<>(SubscriptionLedger.of(kept, overlap).withoutChurnOf(unclear), leftOut);
    }

    /**
     * Returns what is wrong with a subscription by itself. Overlaps show among all subscriptions of a customer only.
     *
     * @param subscription the subscription
     * @return the first flaw, null if there is none
     */
    public @Nullable SubscriptionFlaw flaw(Subscription<?> subscription) {
        SubscriptionFlaw flaw = SubscriptionFlaw.of(subscription);
        if (flaw != null) {
            return flaw;
        }
        if (!Objects.equals(subscription.unit(), unit)) {
            return SubscriptionFlaw.OTHER_CURRENCY;
        }
        return known == null || known.contains(subscription.customer()) ? null : SubscriptionFlaw.UNKNOWN_CUSTOMER;
    }

    private Object writeReplace() {
        return new Written(unit, overlap, known == null ? null : List.copyOf(known));
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /** What travels: it is read back through the checks. */
    private record Written(
            @Nullable MoneyUnit unit,
            Overlap overlap,
            @Nullable List<Object> known) implements Serializable {

        private Object readResolve() {
            return new SubscriptionScreening(unit, overlap, known == null ? null : ImmutableSet.copyOf(known));
        }
    }
}
