package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.MoneyUnit;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of an export of a shop into a {@link PurchaseLog}, and counts by reason what is no purchase. Nothing is dropped
 * in silence: purchases and rows left out add up to the rows, apart from the refunds that {@link #withRefunded} adds.
 *
 * <p><b>Refunds</b> are rows with a negative amount, or a column of the order ({@link #withRefunded}). Such a refund counts as
 * of the time of its order; exports do not say when it was.
 *
 * <p><b>Order lines.</b> Some exports have a line for each item with the total of the order on each, or on the first. With {@link
 * #withOrder} the first complete line of an order counts, and its other lines are left out as {@link
 * PurchaseFlaw#REPEATED_ORDER}. Rows with a negative amount are refunds, and never repeat an order. Lines of one order show
 * only together: screen all rows at once, or split them by order.
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
 * PurchaseLog<String> log = PurchaseScreening.of(Row::customer, Row::at, Row::total, MoneyUnit.of("EUR"))
 *         .withRefunded(Row::refunded)
 *         .withOrder(Row::order)
 *         .screen(rows);
 * log.leftOut(); // {NO_CUSTOMER=1, REPEATED_ORDER=1}
 * HistoricValue.from(log, PurchaseDefinition.in(ZoneOffset.UTC)).net(); // 50.0
 * }</pre>
 *
 * @param <T> the type of the rows
 * @param <K> the type of the keys of customers
 * @since 0.1
 */
public final class PurchaseScreening<T, K> {

    private final Function<? super T, ? extends @Nullable K> customer;
    private final Function<? super T, @Nullable Instant> at;
    private final Function<? super T, @Nullable Long> amount;
    private final MoneyUnit unit;
    private final @Nullable Function<? super T, @Nullable String> currency;
    private final @Nullable Function<? super T, @Nullable Long> refunded;
    private final @Nullable Function<? super T, ? extends @Nullable Object> order;

    private PurchaseScreening(
            Function<? super T, ? extends @Nullable K> customer,
            Function<? super T, @Nullable Instant> at,
            Function<? super T, @Nullable Long> amount,
            MoneyUnit unit,
            @Nullable Function<? super T, @Nullable String> currency,
            @Nullable Function<? super T, @Nullable Long> refunded,
            @Nullable Function<? super T, ? extends @Nullable Object> order) {
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
            Function<? super T, ? extends @Nullable K> customer,
            Function<? super T, @Nullable Instant> at,
            Function<? super T, @Nullable Long> amount,
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
    public PurchaseScreening<T, K> withCurrency(Function<? super T, @Nullable String> code) {
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
    public PurchaseScreening<T, K> withRefunded(Function<? super T, @Nullable Long> part) {
        return new PurchaseScreening<>(customer, at, amount, unit, currency, requireNonNull(part, "part"), order);
    }

    /**
     * Returns this screening for rows that are lines of orders, with the total of the order on each or on the first.
     *
     * @param key gives what tells orders apart; rows with null are orders of their own
     * @return the screening
     */
    public PurchaseScreening<T, K> withOrder(Function<? super T, ? extends @Nullable Object> key) {
        return new PurchaseScreening<>(customer, at, amount, unit, currency, refunded, requireNonNull(key, "key"));
    }

    /**
     * Screens rows.
     *
     * @param rows the rows, in any order
     * @return the log of those that are purchases, and how many were left out by reason
     */
    public PurchaseLog<K> screen(Collection<? extends T> rows) {
        PurchaseBuffer<K> buffer = new PurchaseBuffer<>();
        Set<Object> seen = new HashSet<>();
        rows.forEach(row -> add(buffer, row, seen));
        return buffer.toLog();
    }

    private void add(PurchaseBuffer<K> buffer, T row, Set<Object> seen) {
        K who = customer.apply(row);
        Instant when = at.apply(row);
        Long much = amount.apply(row);
        Long back = refunded == null ? null : refunded.apply(row);
        Object key = order == null ? null : order.apply(row);
        boolean repeats = key != null && !(much != null && much < 0) && seen.contains(key);
        if (who == null) {
            buffer.leaveOut(PurchaseFlaw.NO_CUSTOMER);
        } else if (repeats) {
            buffer.leaveOut(PurchaseFlaw.REPEATED_ORDER);
        } else if (when == null) {
            buffer.leaveOut(PurchaseFlaw.NO_TIME);
        } else if (much == null) {
            buffer.leaveOut(PurchaseFlaw.NO_AMOUNT);
        } else if (!inCurrency(row)) {
            buffer.leaveOut(PurchaseFlaw.OTHER_CURRENCY);
        } else if (back != null && back < 0) {
            buffer.leaveOut(PurchaseFlaw.NEGATIVE_REFUND);
        } else {
            buffer.add(who, when, much, unit);
            if (back != null && back > 0) {
                buffer.add(who, when, -back, unit);
            }
            if (key != null && much >= 0) {
                seen.add(key);
            }
        }
    }

    private boolean inCurrency(T row) {
        Currency expected = unit.currency();
        return currency == null || (expected != null && expected.getCurrencyCode().equals(currency.apply(row)));
    }
}
