package io.cxmetrics.web.cart;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.internal.UnitKey;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The events of carts gathered by owner, of which no more is kept than carts need. */
record CartsAggregation<V>(CartDefinition question, Instant observedUntil, SerializableFunction<? super WebEvent<V>, ?> owner)
        implements Aggregation<WebEvent<V>, Map<Object, ArrayList<CartsAggregation.Touch>>, Carts> {

    private static final Instant EARLIEST = Instant.ofEpochMilli(Long.MIN_VALUE);

    private static final Instant LATEST = Instant.ofEpochMilli(Long.MAX_VALUE);

    /** Refuses at once an end of observation that would fail only after the last event. */
    CartsAggregation {
        if (observedUntil.isAfter(LATEST) || observedUntil.isBefore(EARLIEST)) {
            throw new IllegalArgumentException(
                    "observedUntil must be in [" + EARLIEST + ", " + LATEST + "], got " + observedUntil);
        }
    }

    /** Something that happened to a cart. */
    record Touch(long at, EventKind kind, String session, String order) implements Serializable {}

    @Override
    public Map<Object, ArrayList<Touch>> zero() {
        return new HashMap<>();
    }

    @Override
    public Map<Object, ArrayList<Touch>> add(Map<Object, ArrayList<Touch>> state, WebEvent<V> event) {
        boolean counts = switch (event.kind()) {
            case ADD_TO_CART, CHECKOUT, ORDER -> event.at().isBefore(observedUntil);
            default -> false;
        };
        if (counts) {
            Object of = UnitKey.check("owner", owner.apply(event), event::label);
            if (question.rule() == CartRule.PER_SESSION) {
                UnitKey.check("session", event.session(), event::label);
            }
            state.computeIfAbsent(of, fresh -> new ArrayList<>())
                    .add(new Touch(event.at().toEpochMilli(), event.kind(), event.session(), event.id()));
        }
        return state;
    }

    @Override
    public Map<Object, ArrayList<Touch>> merge(
            Map<Object, ArrayList<Touch>> left, Map<Object, ArrayList<Touch>> right) {
        right.forEach((of, touches) ->
                left.computeIfAbsent(of, fresh -> new ArrayList<>()).addAll(touches));
        return left;
    }

    @Override
    public Carts finish(Map<Object, ArrayList<Touch>> state) {
        long until = observedUntil.toEpochMilli();
        long duplicates = 0;
        CartOutcomesBuffer carts = new CartOutcomesBuffer(question, EventKind.ADD_TO_CART, until);
        CartOutcomesBuffer checkouts = new CartOutcomesBuffer(question, EventKind.CHECKOUT, until);
        for (List<Touch> all : state.values()) {
            List<Touch> touches = inOrder(all);
            duplicates += all.size() - touches.size();
            carts.add(touches);
            checkouts.add(touches);
        }
        return new Carts(question, carts.outcomes(), checkouts.outcomes(), carts.unmatchedOrders(), duplicates);
    }

    /** By time, without orders whose id was there before. */
    private static List<Touch> inOrder(List<Touch> all) {
        List<Touch> kept = new ArrayList<>(all);
        kept.sort(Comparator.comparingLong(Touch::at));
        Set<String> orders = new HashSet<>();
        kept.removeIf(
                touch -> touch.kind() == EventKind.ORDER && !touch.order().isEmpty() && !orders.add(touch.order()));
        return kept;
    }
}
