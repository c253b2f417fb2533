package io.cxmetrics.retention.subscription;

import io.cxmetrics.MoneyUnit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link SubscriptionLedger} while it grows. */
final class SubscriptionBuffer<K> implements Serializable {

    private static final long serialVersionUID = 1;

    private @Nullable MoneyUnit unit;
    private final Map<K, List<Subscription<K>>> subscriptions = new HashMap<>();

    void add(Subscription<K> subscription) {
        SubscriptionFlaw flaw = SubscriptionFlaw.of(subscription);
        if (flaw != null) {
            throw new IllegalArgumentException(flaw.message(subscription));
        }
        SubscriptionLedger.requireSamePrices(subscriptions.isEmpty(), unit, subscription.unit());
        unit = MoneyUnit.joined(unit, subscription.unit());
        subscriptions
                .computeIfAbsent(subscription.customer(), customer -> new ArrayList<>(1))
                .add(subscription);
    }

    void add(SubscriptionBuffer<K> other) {
        other.subscriptions.values().forEach(more -> more.forEach(this::add));
    }

    @Nullable
    MoneyUnit unit() {
        return unit;
    }

    Map<K, Contracts<K>> contracts() {
        Map<K, Contracts<K>> contracts = new HashMap<>();
        subscriptions.forEach((customer, all) -> contracts.put(customer, Contracts.of(all)));
        return contracts;
    }
}
