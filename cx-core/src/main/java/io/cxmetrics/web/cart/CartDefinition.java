package io.cxmetrics.web.cart;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Stored;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.internal.Window;
import io.cxmetrics.web.RowOrder;
import java.time.Duration;

/**
 * What a cart is to {@link Carts}, and after how long without anything happening to it an open one is abandoned.
 *
 * <p>Begin with {@link #of} and change what differs. Immutable and thread-safe.
 *
 * <pre>{@code
 * CartDefinition.of(CartRule.PER_CART, Duration.ofHours(1)).rows(); // OLDEST_FIRST
 * }</pre>
 *
 * @param rule what a cart is
 * @param inactivity the window: a cart is abandoned when it is longer than this since its last item or checkout, and
 *     may still be ordered at exactly this
 * @param rows in which order rows were written, which decides between an item and an order at the same time
 * @since 0.1
 */
public record CartDefinition(CartRule rule, Duration inactivity, RowOrder rows) implements Stored {

    /**
     * Checks the definition.
     *
     * @throws IllegalArgumentException if the window is negative or has more milliseconds than a {@code long} holds
     */
    public CartDefinition {
        requireNonNull(rule, "rule");
        requireNonNull(inactivity, "inactivity");
        requireNonNull(rows, "rows");
        Window.check("inactivity", inactivity);
    }

    /**
     * Returns the definition for rows that lie oldest first.
     *
     * @param rule what a cart is
     * @param inactivity how long nothing happens to a cart that is abandoned, exclusive
     * @return the definition
     * @throws IllegalArgumentException if the window is negative or has more milliseconds than a {@code long} holds
     */
    public static CartDefinition of(CartRule rule, Duration inactivity) {
        return new CartDefinition(rule, inactivity, RowOrder.OLDEST_FIRST);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("CartDefinition", 1)
                .with("rule", rule)
                .with("inactivity", inactivity.toString())
                .with("rows", rows);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the definition
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static CartDefinition ofStored(StoredForm form) {
        StoredFields fields = form.expect("CartDefinition", 1, "rule", "inactivity", "rows");
        return new CartDefinition(
                fields.constant("rule", CartRule.class),
                fields.parsed("inactivity", Duration::parse),
                fields.constant("rows", RowOrder.class));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    /**
     * Returns this definition for rows in another order.
     *
     * @param newRows in which order they were written
     * @return the definition
     */
    public CartDefinition withRows(RowOrder newRows) {
        return new CartDefinition(rule, inactivity, newRows);
    }
}
