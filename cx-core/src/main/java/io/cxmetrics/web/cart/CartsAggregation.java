package io.cxmetrics.web.cart;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
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
import org.jspecify.annotations.Nullable;

/** The events of carts gathered by owner, of which no more is kept than carts need. */
record CartsAggregation<V>(
        CartDefinition definition, SerializableFunction<? super WebEvent<V>, ?> owner, Instant observedUntil)
        implements Aggregation<WebEvent<V>, CartsAggregation.Buffer, Carts> {

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
    record Touch(long at, EventKind kind, String session, String order, long value) implements Serializable {}

    /** What is known so far. */
    static final class Buffer implements Serializable {
        private static final long serialVersionUID = 1;

        private final Map<Object, ArrayList<Touch>> touches = new HashMap<>();
        private @Nullable MoneyUnit money;
    }

    @Override
    public Buffer zero() {
        return new Buffer();
    }

    @Override
    public Buffer add(Buffer state, WebEvent<V> event) {
        boolean counts = switch (event.kind()) {
            case ADD_TO_CART, CHECKOUT, ORDER -> event.at().isBefore(observedUntil);
            default -> false;
        };
        if (counts) {
            Object of = UnitKey.check("owner", owner.apply(event), event::label);
            if (definition.rule() == CartRule.PER_SESSION) {
                UnitKey.check("session", event.session(), event::label);
            }
            MoneyUnit named = event.unit();
            state.money = MoneyUnit.joined(state.money, named == null && event.value() != 0 ? MoneyUnit.CENTS : named);
            state.touches
                    .computeIfAbsent(of, fresh -> new ArrayList<>())
                    .add(new Touch(
                            event.at().toEpochMilli(), event.kind(), event.session(), event.id(), event.value()));
        }
        return state;
    }

    @Override
    public Buffer merge(Buffer left, Buffer right) {
        left.money = MoneyUnit.joined(left.money, right.money);
        right.touches.forEach((of, touches) ->
                left.touches.computeIfAbsent(of, fresh -> new ArrayList<>()).addAll(touches));
        return left;
    }

    @Override
    public Carts finish(Buffer state) {
        long until = observedUntil.toEpochMilli();
        long duplicates = 0;
        long revenue = 0;
        CartOutcomesBuffer carts = new CartOutcomesBuffer(definition, EventKind.ADD_TO_CART, until);
        CartOutcomesBuffer checkouts = new CartOutcomesBuffer(definition, EventKind.CHECKOUT, until);
        for (List<Touch> all : state.touches.values()) {
            List<Touch> touches = inOrder(all);
            duplicates += all.size() - touches.size();
            for (Touch touch : touches) {
                revenue = Math.addExact(revenue, touch.kind() == EventKind.ORDER ? touch.value() : 0);
            }
            carts.add(touches);
            checkouts.add(touches);
        }
        return new Carts(
                definition,
                carts.outcomes(),
                checkouts.outcomes(),
                carts.unmatchedOrders(),
                duplicates,
                revenue,
                state.money);
    }

    /** By time, without orders whose id was there before. */
    private List<Touch> inOrder(List<Touch> all) {
        List<Touch> kept = new ArrayList<>(definition.rows().arrange(all));
        kept.sort(Comparator.comparingLong(Touch::at));
        Set<String> orders = new HashSet<>();
        kept.removeIf(
                touch -> touch.kind() == EventKind.ORDER && !touch.order().isEmpty() && !orders.add(touch.order()));
        return kept;
    }
}
