package io.cxmetrics.web.cart;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.cart.CartsAggregation.Touch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of carts while they are counted, owner by owner; those of checkouts are the same but for what opens
 * them.
 */
final class CartOutcomesBuffer {

    private final CartRule rule;
    private final long inactivity;
    private final EventKind opener;
    private final long until;
    private long ordered;
    private long abandoned;
    private long recovered;
    private long open;
    private long unmatchedOrders;

    CartOutcomesBuffer(CartDefinition definition, EventKind opener, long until) {
        this(definition.rule(), definition.inactivity().toMillis(), opener, until);
    }

    private CartOutcomesBuffer(CartRule rule, long inactivity, EventKind opener, long until) {
        this.rule = rule;
        this.inactivity = inactivity;
        this.opener = opener;
        this.until = until;
    }

    CartOutcomes outcomes() {
        return new CartOutcomes(ordered, abandoned, recovered, open);
    }

    /** How many orders neither found nor recovered anything. */
    long unmatchedOrders() {
        return unmatchedOrders;
    }

    /** Takes all that one owner did, by time. */
    void add(List<Touch> touches) {
        switch (rule) {
            case PER_CART -> addCarts(touches);
            case PER_SESSION -> addSessions(touches);
            case PER_USER -> addUser(touches);
        }
    }

    private void addUser(List<Touch> touches) {
        CartOutcomesBuffer own = new CartOutcomesBuffer(rule, inactivity, opener, until);
        own.addCarts(touches);
        unmatchedOrders += own.unmatchedOrders;
        if (own.ordered > 0) {
            ordered++;
        } else if (own.recovered > 0) {
            abandoned++;
            recovered++;
        } else if (own.open > 0) {
            open++;
        } else if (own.abandoned > 0) {
            abandoned++;
        }
    }

    private void addCarts(List<Touch> touches) {
        boolean isOpen = false;
        boolean recoverable = false;
        long last = 0;
        for (Touch touch : touches) {
            if (isOpen && isOver(last, touch.at())) {
                abandoned++;
                isOpen = false;
                recoverable = true;
            }
            if (touch.kind() != EventKind.ORDER) {
                isOpen |= touch.kind() == opener;
                last = touch.at();
            } else if (isOpen) {
                ordered++;
                isOpen = false;
                recoverable = false;
            } else {
                countLate(recoverable);
                recoverable = false;
            }
        }
        if (isOpen) {
            close(last);
        }
    }

    private boolean isOver(long last, long now) {
        return Math.subtractExact(now, last) > inactivity;
    }

    private void countLate(boolean recoverable) {
        recovered += recoverable ? 1 : 0;
        unmatchedOrders += recoverable ? 0 : 1;
    }

    /** Counts what is left without an order at the end. */
    private void close(long last) {
        if (isOver(last, until)) {
            abandoned++;
        } else {
            open++;
        }
    }

    /** Sessions may overlap: an order recovers only what was filled before it. */
    private void addSessions(List<Touch> touches) {
        Map<String, Session> sessions = new HashMap<>();
        touches.forEach(touch -> sessions.computeIfAbsent(touch.session(), fresh -> new Session())
                .add(touch, opener));
        Session waiting = null;
        for (Touch touch : touches) {
            Session session = requireNonNull(sessions.get(touch.session()));
            if (touch.kind() == opener && !session.counted) {
                session.counted = true;
                leave(waiting);
                waiting = session.ordered ? null : session;
                ordered += session.ordered ? 1 : 0;
            } else if (touch.kind() == EventKind.ORDER && !session.opened) {
                abandoned += waiting == null ? 0 : 1;
                countLate(waiting != null);
                waiting = null;
            }
        }
        leave(waiting);
    }

    private void leave(@Nullable Session waiting) {
        if (waiting != null) {
            close(waiting.last);
        }
    }

    /** What happened to the cart of a session. */
    private static final class Session {
        private boolean opened;
        private boolean ordered;
        private boolean counted;
        private long last;

        void add(Touch touch, EventKind opener) {
            opened |= touch.kind() == opener;
            ordered |= touch.kind() == EventKind.ORDER;
            last = touch.at();
        }
    }
}
