package io.cxmetrics.web.cart;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.RowOrder;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.session.Sessions;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Carts that were filled and not ordered, and checkouts that were begun and not finished.
 *
 * <p><b>Definition.</b> Cart abandonment = abandoned / (ordered + abandoned), where a cart is one by the
 * {@link CartRule}. A cart is abandoned once nothing has happened to it for longer than the window of inactivity: no
 * item added, no checkout begun, no order. Until then it is open and in neither count. Checkout abandonment is the same
 * with checkouts in place of items.
 *
 * <p><b>Late recovery.</b> An order that finds no open cart recovers the last one that its owner abandoned, if there is
 * one that no newer cart has replaced. The cart stays abandoned and is counted as recovered too.
 *
 * <p><b>Orders.</b> Of several orders of an owner with the same id the earliest counts. An order that neither finds an
 * open cart nor recovers one is without a cart; with {@link CartRule#PER_SESSION} none is that stands in a session with
 * an item.
 *
 * <p><b>What is counted.</b> {@link EventKind#ADD_TO_CART}, {@link EventKind#CHECKOUT} and {@link EventKind#ORDER};
 * other events are passed over. What is not before the end of observation is as if it had not been.
 *
 * <p><b>Revenue.</b> {@link #revenue()} is what the orders brought that count, with a cart or without. One
 * {@link MoneyUnit} stands for all amounts of items and orders: two currencies are refused, and an amount whose event
 * names no unit is in {@link MoneyUnit#CENTS}.
 *
 * <p><b>Ties.</b> Events at the same time are in the order of their rows, or in the reverse of it where the
 * {@link RowOrder} of the definition says that rows lie newest first. {@link #of(Collection, CartDefinition, Instant)}
 * finds that out by itself.
 *
 * <p><b>Adding up.</b> Carts of different owners add up; all events of one owner must be in one part.
 *
 * <p><b>Edges.</b> With nothing decided a rate is NaN. Beyond 2<sup>63</sup> - 1 adding is an
 * {@link ArithmeticException}.
 *
 * <p>Sources: Matomo (what becomes of a cart), Nosto and Applic Group (cart abandonment).
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * CartDefinition hourly = CartDefinition.of(CartRule.PER_CART, Duration.ofHours(1));
 * Carts carts = Stream.of(
 *         WebEvent.of("ann", noon, EventKind.ADD_TO_CART, "lamp"),
 *         WebEvent.of("ann", noon.plusSeconds(600), EventKind.ORDER, "").withId("order-1").withValue(1999),
 *         WebEvent.of("bob", noon, EventKind.ADD_TO_CART, "desk"),
 *         WebEvent.of("bob", noon.plusSeconds(86400), EventKind.ORDER, "").withId("order-2"))
 *     .collect(Carts.toCarts(hourly, noon.plusSeconds(172800)));
 * carts.abandonment(); // 1 of 2 (0.5)
 * carts.carts().recovery(); // 1 of 1 (1.0)
 * carts.revenue(); // 19.99
 * }</pre>
 *
 * @since 0.1
 */
public final class Carts implements Summary<Carts> {

    private static final long serialVersionUID = 1;

    private final CartDefinition definition;
    private final CartOutcomes carts;
    private final CartOutcomes checkouts;
    private final long ordersWithoutCart;
    private final long duplicateOrders;
    private final long revenue;
    private final @Nullable MoneyUnit money;

    Carts(
            CartDefinition definition,
            CartOutcomes carts,
            CartOutcomes checkouts,
            long ordersWithoutCart,
            long duplicateOrders,
            long revenue,
            @Nullable MoneyUnit money) {
        this.definition = requireNonNull(definition, "definition");
        this.carts = requireNonNull(carts, "carts");
        this.checkouts = requireNonNull(checkouts, "checkouts");
        this.ordersWithoutCart = Checks.notNegative("ordersWithoutCart", ordersWithoutCart);
        this.duplicateOrders = Checks.notNegative("duplicateOrders", duplicateOrders);
        this.revenue = revenue;
        this.money = money;
        if (money == null && revenue != 0) {
            throw new IllegalArgumentException("revenue must be 0 without a unit of money, got " + revenue);
        }
    }

    /**
     * Returns the summary of no carts.
     *
     * @param definition what a cart is
     * @return the summary
     */
    public static Carts empty(CartDefinition definition) {
        return new Carts(definition, CartOutcomes.EMPTY, CartOutcomes.EMPTY, 0, 0, 0, null);
    }

    /**
     * Returns the carts of visitors. Rows that lie {@linkplain RowOrder#of newest first} are read from the end.
     *
     * @param events all rows, in the order of their file
     * @param definition what a cart is; its order of rows does not matter
     * @param observedUntil the end of observation, exclusive; events at it or later are passed over
     * @param <V> the type of the keys of visitors
     * @return the carts
     * @throws IllegalArgumentException if a session is required and missing, amounts are in two units of money, or the
     *     epoch milliseconds of the end of observation are beyond a {@code long}
     */
    public static <V> Carts of(Collection<WebEvent<V>> events, CartDefinition definition, Instant observedUntil) {
        return events.stream().collect(toCarts(definition.withRows(RowOrder.of(events)), observedUntil));
    }

    /**
     * Returns the carts of visitors whose sessions are computed.
     *
     * @param sessions the sessions, whose events are in order
     * @param definition what a cart is; its order of rows does not matter
     * @param observedUntil the end of observation, exclusive; events at it or later are passed over
     * @param <V> the type of the keys of visitors
     * @return the carts
     * @throws IllegalArgumentException if amounts are in two units of money, or the epoch milliseconds of the end of
     *     observation are beyond a {@code long}
     */
    public static <V> Carts of(Sessions<V> sessions, CartDefinition definition, Instant observedUntil) {
        return sessions.events().stream().collect(toCarts(definition.withRows(RowOrder.OLDEST_FIRST), observedUntil));
    }

    /**
     * Folds events into carts. Events may come in any order; of those at the same time the order of rows decides.
     *
     * <p>For a breakdown ask for {@code groupedBy}; what is grouped by must be the same for all events of an owner.
     *
     * @param definition what a cart is
     * @param owner gives whose cart it is, such as {@code WebEvent::visitor}; neither null nor an empty text
     * @param observedUntil the end of observation, exclusive; events at it or later are passed over
     * @param <V> the type of the keys of visitors
     * @return the aggregation, which refuses an event without an owner, amounts in two units of money, and with
     *     {@link CartRule#PER_SESSION} an event without a session
     * @throws IllegalArgumentException if the epoch milliseconds of the end of observation are beyond a {@code long},
     *     as are those of {@link Instant#MAX}
     */
    public static <V> Aggregation<WebEvent<V>, ?, Carts> aggregation(
            CartDefinition definition, SerializableFunction<? super WebEvent<V>, ?> owner, Instant observedUntil) {
        return new CartsAggregation<>(
                requireNonNull(definition, "definition"),
                requireNonNull(owner, "owner"),
                requireNonNull(observedUntil, "observedUntil"));
    }

    /**
     * Returns a collector of events, where the carts are those of visitors; see {@link #aggregation}.
     *
     * @param definition what a cart is
     * @param observedUntil the end of observation, exclusive; events at it or later are passed over
     * @param <V> the type of the keys of visitors
     * @return the collector
     */
    public static <V> Collector<WebEvent<V>, ?, Carts> toCarts(CartDefinition definition, Instant observedUntil) {
        return Carts.<V>aggregation(definition, WebEvent::visitor, observedUntil)
                .toCollector();
    }

    /**
     * Returns a collector of events; see {@link #aggregation}.
     *
     * @param definition what a cart is
     * @param owner gives whose cart it is; neither null nor an empty text
     * @param observedUntil the end of observation, exclusive; events at it or later are passed over
     * @param <V> the type of the keys of visitors
     * @return the collector
     */
    public static <V> Collector<WebEvent<V>, ?, Carts> toCarts(
            CartDefinition definition, SerializableFunction<? super WebEvent<V>, ?> owner, Instant observedUntil) {
        return Carts.<V>aggregation(definition, owner, observedUntil).toCollector();
    }

    /**
     * Returns what a cart is.
     *
     * @return the definition
     */
    public CartDefinition definition() {
        return definition;
    }

    /**
     * Returns what became of carts.
     *
     * @return the outcomes
     */
    public CartOutcomes carts() {
        return carts;
    }

    /**
     * Returns what became of checkouts.
     *
     * @return the outcomes
     */
    public CartOutcomes checkouts() {
        return checkouts;
    }

    /**
     * Returns how many carts there are.
     *
     * @return ordered + abandoned + open
     */
    public long count() {
        return carts.count();
    }

    /**
     * Returns how many orders were left out because one of the same owner and id was there.
     *
     * @return the count
     */
    public long leftOut() {
        return duplicateOrders;
    }

    /**
     * Returns how many orders had no cart.
     *
     * @return the count
     */
    public long ordersWithoutCart() {
        return ordersWithoutCart;
    }

    /**
     * Returns what the orders brought.
     *
     * @return the amount in major units; 0 if they brought none
     */
    public double revenue() {
        return money == null ? 0 : money.major(revenue);
    }

    /**
     * Returns what the orders brought.
     *
     * @return the amount in minor units
     */
    public long revenueMinor() {
        return revenue;
    }

    /**
     * Returns the unit of the amounts.
     *
     * @return the unit; null if there are none
     */
    public @Nullable MoneyUnit money() {
        return money;
    }

    /**
     * Returns the cart abandonment: those abandoned out of those decided, those recovered later included.
     *
     * @return the share
     */
    public Proportion abandonment() {
        return carts.abandonment();
    }

    /**
     * Returns the checkout abandonment.
     *
     * @return the abandoned checkouts out of those decided
     */
    public Proportion checkoutAbandonment() {
        return checkouts.abandonment();
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Carts", 1)
                .with("definition", definition)
                .with("carts", carts)
                .with("checkouts", checkouts)
                .with("ordersWithoutCart", ordersWithoutCart)
                .with("duplicateOrders", duplicateOrders)
                .with("revenue", revenue)
                .with("money", money);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Carts ofStored(StoredForm form) {
        StoredFields fields = form.expect(
                "Carts",
                1,
                "definition",
                "carts",
                "checkouts",
                "ordersWithoutCart",
                "duplicateOrders",
                "revenue",
                "money");
        return new Carts(
                CartDefinition.ofStored(fields.part("definition")),
                CartOutcomes.ofStored(fields.part("carts")),
                CartOutcomes.ofStored(fields.part("checkouts")),
                fields.whole("ordersWithoutCart"),
                fields.whole("duplicateOrders"),
                fields.whole("revenue"),
                fields.absent("money") ? null : MoneyUnit.ofStored(fields.part("money")));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /**
     * Returns the summary of both together.
     *
     * @param other the carts of other owners
     * @return the sum
     * @throws IllegalArgumentException if the other has another definition, or amounts in another unit of money
     */
    @Override
    public Carts plus(Carts other) {
        Checks.same("definition", definition, other.definition);
        return new Carts(
                definition,
                carts.plus(other.carts),
                checkouts.plus(other.checkouts),
                Math.addExact(ordersWithoutCart, other.ordersWithoutCart),
                Math.addExact(duplicateOrders, other.duplicateOrders),
                Math.addExact(revenue, other.revenue),
                MoneyUnit.joined(money, other.money));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Carts that
                && definition.equals(that.definition)
                && carts.equals(that.carts)
                && checkouts.equals(that.checkouts)
                && ordersWithoutCart == that.ordersWithoutCart
                && duplicateOrders == that.duplicateOrders
                && revenue == that.revenue
                && Objects.equals(money, that.money);
    }

    @Override
    public int hashCode() {
        return Objects.hash(definition, carts, checkouts, ordersWithoutCart, duplicateOrders, revenue, money);
    }

    /**
     * Returns all counts.
     *
     * @return such as
     *     {@code Carts[carts=CartOutcomes[...], checkouts=CartOutcomes[...], ordersWithoutCart=0, duplicateOrders=1]}
     */
    @Override
    public String toString() {
        return "Carts[carts=" + carts + ", checkouts=" + checkouts + ", ordersWithoutCart=" + ordersWithoutCart
                + ", duplicateOrders=" + duplicateOrders + ", revenue=" + revenue() + "]";
    }
}
