package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of an export of a shop into an {@link ActivityLog}, and counts by reason what is no purchase. Nothing
 * is dropped in silence: purchases and rows left out add up to the rows, apart from the refunds that
 * {@link #withRefunded} adds.
 *
 * <p><b>Refunds</b> are rows with a negative amount, or a column of the order ({@link #withRefunded}). Such a refund
 * counts as of the time of its order; exports do not say when it was.
 *
 * <p><b>Order lines.</b> Some exports have a line for each item with the total of the order on each, or on the first.
 * With {@link #withOrder} the first complete line of an order counts, and its other lines are left out as {@link
 * PurchaseFlaw#REPEATED_ORDER}. Rows with a negative amount are refunds, and never repeat an order. Lines of one order
 * show only together: screen all rows at once, or split them by order.
 *
 * <p><b>Currencies.</b> With {@link #withCurrency} only rows of the currency of the unit count.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * record Row(String order, String customer, Instant at, Long total, Long refunded) {}
 * Instant monday = Instant.parse("2026-03-02T09:00:00Z");
 * List<Row> rows = List.of(
 *         new Row("#1", "ann", monday, 10_000L, 10_000L),
 *         new Row("#2", "bob", monday, 5_000L, null),
 *         new Row("#2", "bob", monday, null, null),
 *         new Row("#3", null, monday, 8_000L, null));
 * ScreenedPurchases<String> screened = PurchaseScreening.of(Row::customer, Row::at, Row::total, MoneyUnit.of("EUR"))
 *         .withRefunded(Row::refunded)
 *         .withOrder(Row::order)
 *         .screen(rows);
 * screened.leftOut(); // {NO_CUSTOMER=1, REPEATED_ORDER=1}
 * HistoricValue.from(screened.log(), PurchaseDefinition.in(ZoneOffset.UTC)).net(); // 50.0
 * }</pre>
 *
 * @param <T> the type of the rows
 * @param <K> the type of the keys of customers
 * @since 0.1
 */
public final class PurchaseScreening<T, K> implements Serializable {

    private static final long serialVersionUID = 1;

    private final SerializableFunction<? super T, ? extends @Nullable K> customer;
    private final SerializableFunction<? super T, @Nullable Instant> at;
    private final SerializableFunction<? super T, @Nullable Long> amount;
    private final MoneyUnit unit;
    private final @Nullable SerializableFunction<? super T, @Nullable String> currency;
    private final @Nullable SerializableFunction<? super T, @Nullable Long> refunded;
    private final @Nullable SerializableFunction<? super T, ? extends @Nullable Object> order;

    private PurchaseScreening(
            SerializableFunction<? super T, ? extends @Nullable K> customer,
            SerializableFunction<? super T, @Nullable Instant> at,
            SerializableFunction<? super T, @Nullable Long> amount,
            MoneyUnit unit,
            @Nullable SerializableFunction<? super T, @Nullable String> currency,
            @Nullable SerializableFunction<? super T, @Nullable Long> refunded,
            @Nullable SerializableFunction<? super T, ? extends @Nullable Object> order) {
        this.customer = requireNonNull(customer, "customer");
        this.at = requireNonNull(at, "at");
        this.amount = requireNonNull(amount, "amount");
        this.unit = requireNonNull(unit, "unit");
        this.currency = currency;
        this.refunded = refunded;
        this.order = order;
    }

    /**
     * Returns a screening of rows with a customer, a time and an amount.
     *
     * @param customer gives who bought, or null
     * @param at gives when, or null
     * @param amount gives what it was worth in minor units, negative for a refund, or null
     * @param unit what all amounts are
     * @param <T> the type of the rows
     * @param <K> the type of the keys of customers
     * @return the screening
     */
    public static <T, K> PurchaseScreening<T, K> of(
            SerializableFunction<? super T, ? extends @Nullable K> customer,
            SerializableFunction<? super T, @Nullable Instant> at,
            SerializableFunction<? super T, @Nullable Long> amount,
            MoneyUnit unit) {
        return new PurchaseScreening<>(customer, at, amount, unit, null, null, null);
    }

    /**
     * Returns this screening for rows that name their currency.
     *
     * @param code gives the code of ISO 4217, or null
     * @return the screening, which leaves out rows of another currency than that of the unit, and of none
     * @throws IllegalArgumentException if the unit names no currency
     */
    public PurchaseScreening<T, K> withCurrency(SerializableFunction<? super T, @Nullable String> code) {
        if (unit.currency() == null) {
            throw new IllegalArgumentException("unit must name a currency, got " + unit);
        }
        return new PurchaseScreening<>(customer, at, amount, unit, requireNonNull(code, "code"), refunded, order);
    }

    /**
     * Returns this screening for orders that say how much of them was given back.
     *
     * @param part gives the refunded amount in minor units, not negative, or null for nothing
     * @return the screening
     */
    public PurchaseScreening<T, K> withRefunded(SerializableFunction<? super T, @Nullable Long> part) {
        return new PurchaseScreening<>(customer, at, amount, unit, currency, requireNonNull(part, "part"), order);
    }

    /**
     * Returns this screening for rows that are lines of orders, with the total of the order on each or on the first.
     *
     * @param key gives what tells orders apart; rows with null are orders of their own
     * @return the screening
     */
    public PurchaseScreening<T, K> withOrder(SerializableFunction<? super T, ? extends @Nullable Object> key) {
        return new PurchaseScreening<>(customer, at, amount, unit, currency, refunded, requireNonNull(key, "key"));
    }

    /**
     * Screens rows.
     *
     * @param rows the rows, in any order
     * @return the log of those that are purchases, and how many were left out by reason
     */
    public ScreenedPurchases<K> screen(Collection<? extends T> rows) {
        List<Activity<K>> kept = new ArrayList<>();
        Map<PurchaseFlaw, Long> leftOut = new EnumMap<>(PurchaseFlaw.class);
        Set<Object> seen = new HashSet<>();
        for (T row : rows) {
            PurchaseFlaw flaw = add(kept, row, seen);
            if (flaw != null) {
                leftOut.merge(flaw, 1L, Math::addExact);
            }
        }
        return new ScreenedPurchases<>(ActivityLog.of(kept), leftOut);
    }

    /** Keeps what a row says, or returns why it is no purchase. */
    private @Nullable PurchaseFlaw add(List<Activity<K>> kept, T row, Set<Object> seen) {
        K who = customer.apply(row);
        Instant when = at.apply(row);
        Long much = amount.apply(row);
        Long back = refunded == null ? null : refunded.apply(row);
        Object key = order == null ? null : order.apply(row);
        if (who == null) {
            return PurchaseFlaw.NO_CUSTOMER;
        }
        if (key != null && !(much != null && much < 0) && seen.contains(key)) {
            return PurchaseFlaw.REPEATED_ORDER;
        }
        if (when == null) {
            return PurchaseFlaw.NO_TIME;
        }
        if (much == null) {
            return PurchaseFlaw.NO_AMOUNT;
        }
        if (!inCurrency(row)) {
            return PurchaseFlaw.OTHER_CURRENCY;
        }
        if (back != null && back < 0) {
            return PurchaseFlaw.NEGATIVE_REFUND;
        }
        kept.add(Activity.of(who, when, much, unit));
        if (back != null && back > 0) {
            kept.add(Activity.of(who, when, -back, unit));
        }
        if (key != null && much >= 0) {
            seen.add(key);
        }
        return null;
    }

    private boolean inCurrency(T row) {
        Currency expected = unit.currency();
        return currency == null
                || (expected != null && expected.getCurrencyCode().equals(currency.apply(row)));
    }
}
