package io.cxmetrics.web.funnel;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.SerializablePredicate;
import io.cxmetrics.internal.UnitKey;
import io.cxmetrics.web.WebEvent;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** Events gathered by unit, where a goal that is sent twice counts once. */
record ConversionAggregation<V>(
        ConversionUnit unit,
        SerializableFunction<? super WebEvent<V>, ?> key,
        SerializablePredicate<? super WebEvent<V>> goal)
        implements Aggregation<WebEvent<V>, ConversionAggregation.Buffer, Conversion> {

    @Override
    public Buffer zero() {
        return new Buffer();
    }

    @Override
    public Buffer add(Buffer state, WebEvent<V> event) {
        Object of = UnitKey.check("key", key.apply(event), event::label);
        state.tally(of);
        if (goal.test(event)) {
            if (event.id().isEmpty()) {
                state.tally(of).add(event.value());
            } else {
                state.first(event.id(), new Goal(of, event.at().toEpochMilli(), event.value()));
            }
        }
        return state;
    }

    @Override
    public Buffer merge(Buffer left, Buffer right) {
        right.units.forEach((of, tally) -> left.tally(of).add(tally));
        right.goals.forEach(left::first);
        return left;
    }

    @Override
    public Conversion finish(Buffer state) {
        Map<Object, UnitBuffer> all = new HashMap<>();
        state.units.forEach(
                (of, tally) -> all.computeIfAbsent(of, fresh -> new UnitBuffer()).add(tally));
        state.goals
                .values()
                .forEach(goal ->
                        all.computeIfAbsent(goal.unit, fresh -> new UnitBuffer()).add(goal.value));
        ConversionBuffer count = new ConversionBuffer(unit);
        all.values().forEach(tally -> count.add(tally.goals, tally.value));
        return count.finish();
    }

    /** A goal with an id: whose it is depends on which of those with the id is the earliest, known only at the end. */
    private record Goal(Object unit, long at, long value) implements Serializable {}

    /** Goals of one unit that have no id. */
    private static final class UnitBuffer implements Serializable {
        private static final long serialVersionUID = 1;

        private long goals;
        private long value;

        void add(long one) {
            goals++;
            value = Math.addExact(value, one);
        }

        void add(UnitBuffer other) {
            goals += other.goals;
            value = Math.addExact(value, other.value);
        }
    }

    /** What is known so far. */
    static final class Buffer implements Serializable {
        private static final long serialVersionUID = 1;

        private final Map<Object, UnitBuffer> units = new HashMap<>();
        private final Map<String, Goal> goals = new HashMap<>();

        private UnitBuffer tally(Object of) {
            return units.computeIfAbsent(of, fresh -> new UnitBuffer());
        }

        /** The one that came first stays if both happened at the same time. */
        private void first(String id, Goal goal) {
            goals.merge(id, goal, (known, other) -> other.at < known.at ? other : known);
        }
    }
}
