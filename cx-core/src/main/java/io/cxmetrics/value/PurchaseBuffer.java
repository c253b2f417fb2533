package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import java.io.Serializable;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@link PurchaseLog} while it grows. Belongs to one thread at a time.
 *
 * @param <K> the type of the keys of customers
 * @since 0.1
 */
public final class PurchaseBuffer<K> implements Serializable {

    private static final long serialVersionUID = 1;

    private final Growing<K, ?> activities = new Growing<>(ActivityLog.aggregation());
    private final EnumMap<PurchaseFlaw, Long> leftOut = new EnumMap<>(PurchaseFlaw.class);
    private @Nullable MoneyUnit unit;

    /** Starts with nothing. */
    public PurchaseBuffer() {
        // Nothing is known yet, not even the unit of money.
    }

    /**
     * Takes a purchase.
     *
     * @param purchase the purchase
     * @throws IllegalArgumentException if it has another unit of money than those before it
     */
    public void add(Purchase<K> purchase) {
        add(purchase.customer(), purchase.at(), purchase.amount(), purchase.unit());
    }

    /**
     * Takes a purchase.
     *
     * @param customer who bought
     * @param at when
     * @param amount what it was worth in minor units, negative for a refund
     * @param money what the amount is
     * @throws IllegalArgumentException if it has another unit of money than those before it
     */
    public void add(K customer, Instant at, long amount, MoneyUnit money) {
        unit = MoneyUnit.joined(unit, requireNonNull(money, "money"));
        activities.add(Activity.of(customer, at, amount, money));
    }

    /**
     * Counts a row that is no purchase.
     *
     * @param flaw why it is none
     */
    public void leaveOut(PurchaseFlaw flaw) {
        leftOut.merge(flaw, 1L, Math::addExact);
    }

    /**
     * Takes what another buffer holds, and leaves that one as it is.
     *
     * @param other the other buffer
     * @return this buffer
     * @throws IllegalArgumentException if it has another unit of money
     */
    public PurchaseBuffer<K> addAll(PurchaseBuffer<K> other) {
        unit = MoneyUnit.joined(unit, other.unit);
        activities.addAll(other.activities);
        other.leftOut.forEach((flaw, count) -> leftOut.merge(flaw, count, Math::addExact));
        return this;
    }

    /**
     * Returns the log of what came so far.
     *
     * @return the log
     */
    public PurchaseLog<K> toLog() {
        return new PurchaseLog<>(activities.log(), unit, Map.copyOf(leftOut));
    }

    /** Gives the state of the log's own aggregation its type back. */
    private static final class Growing<K, S> implements Serializable {
        private static final long serialVersionUID = 1;

        private final Aggregation<Activity<K>, S, ActivityLog<K>> how;

        @SuppressWarnings("serial") // the states of aggregations are serializable
        private S state;

        Growing(Aggregation<Activity<K>, S, ActivityLog<K>> how) {
            this.how = how;
            this.state = how.zero();
        }

        void add(Activity<K> activity) {
            state = how.add(state, activity);
        }

        /** All buffers grow by one aggregation, so that their states have one type. */
        @SuppressWarnings("unchecked")
        void addAll(Growing<K, ?> other) {
            state = how.merge(state, (S) other.state);
        }

        ActivityLog<K> log() {
            return how.finish(state);
        }
    }
}
