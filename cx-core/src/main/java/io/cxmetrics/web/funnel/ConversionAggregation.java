package io.cxmetrics.web.funnel;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.SerializablePredicate;
import io.cxmetrics.internal.UnitKey;
import io.cxmetrics.web.WebEvent;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Folds events into a conversion, unit by unit, where a goal that is sent twice counts once. */
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
        state.add(UnitKey.check("key", key.apply(event), event::label), event, goal.test(event));
        return state;
    }

    @Override
    public Buffer merge(Buffer left, Buffer right) {
        left.add(right);
        return left;
    }

    @Override
    public Conversion finish(Buffer state) {
        return state.finish(unit);
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
        private @Nullable MoneyUnit money;
        private long duplicates;

        void add(Object key, WebEvent<?> event, boolean isGoal) {
            UnitBuffer of = unit(key);
            if (!isGoal) {
                return;
            }
            MoneyUnit named = event.unit();
            money = MoneyUnit.joined(money, named == null && event.value() != 0 ? MoneyUnit.CENTS : named);
            if (event.id().isEmpty()) {
                of.add(event.value());
            } else {
                first(event.id(), new Goal(key, event.at().toEpochMilli(), event.value()));
            }
        }

        void add(Buffer other) {
            other.units.forEach((key, units) -> unit(key).add(units));
            other.goals.forEach(this::first);
            money = MoneyUnit.joined(money, other.money);
            duplicates = Math.addExact(duplicates, other.duplicates);
        }

        private UnitBuffer unit(Object key) {
            return units.computeIfAbsent(key, fresh -> new UnitBuffer());
        }

        /** The one that came first stays if both happened at the same time. */
        private void first(String id, Goal goal) {
            Goal known = goals.get(id);
            duplicates += known == null ? 0 : 1;
            if (known == null || goal.at < known.at) {
                goals.put(id, goal);
            }
        }

        Conversion finish(ConversionUnit by) {
            Map<Object, UnitBuffer> all = new HashMap<>();
            units.forEach((key, of) ->
                    all.computeIfAbsent(key, fresh -> new UnitBuffer()).add(of));
            goals.values()
                    .forEach(goal -> all.computeIfAbsent(goal.unit, fresh -> new UnitBuffer())
                            .add(goal.value));
            ConversionBuffer count = new ConversionBuffer(by, money);
            all.values().forEach(of -> count.add(of.goals, of.value));
            return count.finish(duplicates);
        }
    }
}
