package io.cxmetrics.web.cart;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.time.Instant;

/**
 * Carts that were filled and not ordered, and checkouts that were begun and not finished.
 *
 * <p><b>Definition.</b> Cart abandonment = abandoned / (ordered + abandoned), where a cart is one by the {@link CartRule}. A cart is
 * abandoned once nothing has happened to it for longer than the window of inactivity: no item added, no checkout begun, no order.
 * Until then it is open and in neither count. Checkout abandonment is the same with checkouts in place of items.
 *
 * <p><b>Late recovery.</b> An order that finds no open cart recovers the last one that its owner abandoned, if there is one that no
 * newer cart has replaced. The cart stays abandoned and is counted as recovered too.
 *
 * <p><b>Orders.</b> Of several orders of an owner with the same id the earliest counts. An order that neither finds an open cart nor
 * recovers one is without a cart; with {@link CartRule#PER_SESSION} none is that stands in a session with an item.
 *
 * <p><b>What is counted.</b> {@link EventKind#ADD_TO_CART}, {@link EventKind#CHECKOUT} and {@link EventKind#ORDER}; other events are
 * passed over. What is not before the end of observation is as if it had not been.
 *
 * <p><b>Adding up.</b> Carts of different owners add up; all that an owner does belongs into one part.
 *
 * <p><b>Edges.</b> With nothing decided a rate is NaN. Beyond 2<sup>63</sup> - 1 adding is an {@link ArithmeticException}.
 *
 * <p>Sources: Matomo (what becomes of a cart), Nosto and Applic Group (cart abandonment).
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * CartDefinition hourly = new CartDefinition(CartRule.PER_CART, Duration.ofHours(1));
 * Carts carts = Stream.of(
 *         WebEvent.of("ann", noon, EventKind.ADD_TO_CART, "lamp"),
 *         WebEvent.of("ann", noon.plusSeconds(600), EventKind.ORDER, "").withId("order-1"),
 *         WebEvent.of("bob", noon, EventKind.ADD_TO_CART, "desk"),
 *         WebEvent.of("bob", noon.plusSeconds(86400), EventKind.ORDER, "").withId("order-2"))
 *     .collect(Carts.aggregation(hourly, noon.plusSeconds(172800), WebEvent<String>::visitor).toCollector());
 * carts.abandonment(); // 1 of 2 (0.5)
 * carts.carts().recovery(); // 1 of 1 (1.0)
 * }</pre>
 *
 * @param question what was asked
 * @param carts what became of carts
 * @param checkouts what became of checkouts
 * @param ordersWithoutCart how many orders had no cart, not negative
 * @param duplicateOrders how many orders were left out because one of the same id was there, not negative
 */
public record Carts(
        CartDefinition question, CartOutcomes carts, CartOutcomes checkouts, long ordersWithoutCart, long duplicateOrders)
        implements Summary<Carts> {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public Carts {
        requireNonNull(question, "question");
        requireNonNull(carts, "carts");
        requireNonNull(checkouts, "checkouts");
        Checks.notNegative("ordersWithoutCart", ordersWithoutCart);
        Checks.notNegative("duplicateOrders", duplicateOrders);
    }

    /**
     * Returns the summary of no carts.
     *
     * @param question what is asked
     * @return the summary
     */
    public static Carts empty(CartDefinition question) {
        return new Carts(question, CartOutcomes.EMPTY, CartOutcomes.EMPTY, 0, 0);
    }

    /**
     * Returns how events become carts. Events may come in any order; of those at the same time the one that came first is first.
     *
     * <p>For a breakdown ask for {@code groupedBy}; what is grouped by must be the same for all events of an owner.
     *
     * @param question what is asked
     * @param observedUntil the end of observation; events at it or later are passed over
     * @param owner gives whose cart it is, such as {@code WebEvent::visitor}; neither null nor an empty text
     * @param <V> the type of the keys of visitors
     * @return the aggregation, which refuses an event without an owner, and with {@link CartRule#PER_SESSION} one without a session
     * @throws IllegalArgumentException if the epoch milliseconds of the end of observation are beyond a {@code long}, as are those
     *     of {@link Instant#MAX}
     */
    public static <V> Aggregation<WebEvent<V>, ?, Carts> aggregation(
            CartDefinition question, Instant observedUntil, SerializableFunction<? super WebEvent<V>, ?> owner) {
        return new CartsAggregation<>(
                requireNonNull(question, "question"),
                requireNonNull(observedUntil, "observedUntil"),
                requireNonNull(owner, "owner"));
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

    /**
     * Returns the summary of both together.
     *
     * @param other the carts of other owners
     * @return the sum
     * @throws IllegalArgumentException if the other was asked something else
     */
    @Override
    public Carts plus(Carts other) {
        if (!question.equals(other.question)) {
            throw new IllegalArgumentException(
                    "other must be asked the same (" + question + "), got " + other.question);
        }
        return new Carts(
                question,
                carts.plus(other.carts),
                checkouts.plus(other.checkouts),
                Math.addExact(ordersWithoutCart, other.ordersWithoutCart),
                Math.addExact(duplicateOrders, other.duplicateOrders));
    }
}
