package io.cxmetrics.web;

import static java.util.Objects.requireNonNull;

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
public record CartQuestion(CartRule rule, Duration inactivity) implements Serializable {

    /**
     * Checks the question.
     *
     * @throws IllegalArgumentException if the window is negative
     * @throws ArithmeticException if the window has more milliseconds than a {@code long} holds
     */
    public CartQuestion {
        requireNonNull(rule, "rule");
        requireNonNull(inactivity, "inactivity");
        if (inactivity.isNegative() || inactivity.toMillis() < 0) {
            throw new IllegalArgumentException("inactivity must not be negative, got " + inactivity);
        }
    }
}
