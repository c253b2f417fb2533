package io.cxmetrics.web.cart;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Window;
import java.io.Serializable;
import java.time.Duration;

/**
 * What {@link Carts} are asked: what a cart is, and after how long without anything happening to it an open one is abandoned.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rule what a cart is
 * @param inactivity the window: a cart is abandoned when it is longer than this since its last item or checkout, and may still be
 *     ordered at exactly this
 */
public record CartDefinition(CartRule rule, Duration inactivity) implements Serializable {

    /**
     * Checks the question.
     *
     * @throws IllegalArgumentException if the window is negative or has more milliseconds than a {@code long} holds
     */
    public CartDefinition {
        requireNonNull(rule, "rule");
        requireNonNull(inactivity, "inactivity");
        Window.check("inactivity", inactivity);
    }
}
