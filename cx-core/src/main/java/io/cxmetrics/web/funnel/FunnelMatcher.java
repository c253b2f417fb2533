package io.cxmetrics.web.funnel;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.SerializablePredicate;
import io.cxmetrics.StoredForm;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which steps and exclusions of a {@link Funnel} an event meets.
 *
 * <p>At first each step is met as {@link FunnelStep} says, and each exclusion by the events of its name. {@link #when}
 * gives a step or an exclusion a test instead. An event may meet several steps, and stands for one of them in each
 * attempt; an event that meets an exclusion is no step.
 *
 * <p>Counts remember the funnel and not the tests: those of the same funnel by other tests add up without a word, so
 * that a step that is met by something else deserves another name.
 *
 * <p>Immutable and thread-safe. Serializable if the tests are.
 *
 * <pre>{@code
 * Funnel funnel = Funnel.of("view", "/pricing", "order");
 * FunnelMatcher matcher = FunnelMatcher.of(funnel).when("view", EventKind.PAGE_VIEW).when("order", EventKind.ORDER);
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * matcher.matches(WebEvent.pageView("v1", noon, "/pricing")); // 3
 * FunnelCounts counts = Stream.of(
 *         WebEvent.pageView("v1", noon, "/"),
 *         WebEvent.pageView("v1", noon.plusSeconds(5), "/pricing"),
 *         WebEvent.pageView("v2", noon, "/"))
 *     .collect(matcher.aggregation(WebEvent<String>::visitor).toCollector());
 * counts; // FunnelCounts[2 units: view 2, /pricing 1, order 0 (no event meets it)]
 * }</pre>
 *
 * @since 0.1
 */
public final class FunnelMatcher implements Serializable {

    private static final long serialVersionUID = 1;

    /** What {@link #matches} says of an excluded event. */
    public static final int EXCLUDED = Integer.MIN_VALUE;

    private final Funnel funnel;
    private final Map<String, SerializablePredicate<WebEvent<?>>> tests;

    /** The bits of each step or exclusion by its own name. */
    private final Map<String, Integer> bits = new HashMap<>();

    /** The bits of steps and exclusions without a test, by the names and kinds of events that meet them. */
    private final Map<String, Integer> byName = new HashMap<>();

    private final Map<EventKind, Integer> byKind = new EnumMap<>(EventKind.class);

    private FunnelMatcher(Funnel funnel, Map<String, SerializablePredicate<WebEvent<?>>> tests) {
        this.funnel = requireNonNull(funnel, "funnel");
        this.tests = tests;
        for (int step = 0; step < funnel.steps().size(); step++) {
            FunnelStep asked = funnel.steps().get(step);
            int bit = 1 << step;
            bits.merge(asked.name(), bit, FunnelMatcher::both);
            if (!tests.containsKey(asked.name())) {
                asked.names().forEach(name -> byName.merge(name, bit, FunnelMatcher::both));
                asked.kinds().forEach(kind -> byKind.merge(kind, bit, FunnelMatcher::both));
            }
        }
        for (String name : funnel.exclusions()) {
            bits.put(name, EXCLUDED);
            if (!tests.containsKey(name)) {
                byName.put(name, EXCLUDED);
            }
        }
    }

    private static int both(int left, int right) {
        return left | right;
    }

    /**
     * Returns the matcher by which each step and exclusion is met by the events of its name.
     *
     * @param funnel the funnel
     * @return the matcher
     */
    public static FunnelMatcher of(Funnel funnel) {
        return new FunnelMatcher(funnel, new LinkedHashMap<>());
    }

    /**
     * Returns this matcher with a test for a step or exclusion, in place of its name.
     *
     * @param name the name of the step, or all steps, or the exclusion
     * @param test tells whether an event meets it
     * @return the matcher
     * @throws IllegalArgumentException if the funnel has no step or exclusion of the name
     */
    public FunnelMatcher when(String name, SerializablePredicate<WebEvent<?>> test) {
        if (!bits.containsKey(name)) {
            throw new IllegalArgumentException(
                    "name must be one of " + funnel.names() + " or " + funnel.exclusions() + ", got " + name);
        }
        Map<String, SerializablePredicate<WebEvent<?>>> more = new LinkedHashMap<>(tests);
        more.put(name, requireNonNull(test, "test"));
        return new FunnelMatcher(funnel, more);
    }

    /**
     * Returns this matcher with a kind of event for a step or exclusion, in place of its name.
     *
     * @param name the name of the step, or all steps, or the exclusion
     * @param kind the kind of events that meet it
     * @return the matcher
     * @throws IllegalArgumentException if the funnel has no step or exclusion of the name
     */
    public FunnelMatcher when(String name, EventKind kind) {
        requireNonNull(kind, "kind");
        return when(name, event -> event.kind() == kind);
    }

    /**
     * Returns the funnel.
     *
     * @return the question
     */
    public Funnel funnel() {
        return funnel;
    }

    /**
     * Tells which steps an event meets, as {@link FunnelCounts#of(Funnel, long[], long[], int[])} takes it.
     *
     * @param event the event
     * @return bit i set for step i, counted from 0; {@link #EXCLUDED} for an excluded event; 0 for any other
     */
    public int matches(WebEvent<?> event) {
        int matches = byName.getOrDefault(event.name(), 0) | byKind.getOrDefault(event.kind(), 0);
        for (Map.Entry<String, SerializablePredicate<WebEvent<?>>> test : tests.entrySet()) {
            if (test.getValue().test(event)) {
                matches |= bits.getOrDefault(test.getKey(), 0);
            }
        }
        return matches < 0 ? EXCLUDED : matches;
    }

    /**
     * Folds events into the counts of the funnel: those with the same key are of one unit. Events may come in any
     * order; what becomes of those at the same time is the {@link TieRule} of the funnel.
     *
     * <p>For a breakdown ask for {@code groupedBy}; what is grouped by must be the same for all events of a unit.
     *
     * @param key gives the unit of an event, such as {@code WebEvent::session}; neither null nor an empty text
     * @param <V> the type of the keys of visitors
     * @return the aggregation, which refuses an event without a key
     */
    public <V> Aggregation<WebEvent<V>, ?, FunnelCounts> aggregation(SerializableFunction<? super WebEvent<V>, ?> key) {
        return new FunnelAggregation<>(this, requireNonNull(key, "key"));
    }

    /**
     * Folds events up to the end of observation into the counts of the funnel.
     *
     * @param key gives the unit of an event, such as {@code WebEvent::session}; neither null nor an empty text
     * @param observedUntil the first instant that does not count any more; a unit that has events from then on alone is
     *     none
     * @param <V> the type of the keys of visitors
     * @return the aggregation, which refuses an event without a key
     */
    public <V> Aggregation<WebEvent<V>, ?, FunnelCounts> aggregation(
            SerializableFunction<? super WebEvent<V>, ?> key, Instant observedUntil) {
        requireNonNull(observedUntil, "observedUntil");
        return this.<V>aggregation(key).filter(event -> event.at().isBefore(observedUntil));
    }

    /**
     * Returns the steps, and which of them have a test of their own.
     *
     * @return such as {@code FunnelMatcher[view > cart, tests for [cart]]}
     */
    @Override
    public String toString() {
        return "FunnelMatcher[" + String.join(" > ", funnel.names()) + ", tests for " + List.copyOf(tests.keySet())
                + "]";
    }

    private Object writeReplace() {
        return new Written(funnel, List.copyOf(tests.keySet()), List.copyOf(tests.values()));
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /** What travels: it is read back through the checks. */
    private record Written(Funnel funnel, List<String> names, List<SerializablePredicate<WebEvent<?>>> tests)
            implements Serializable {

        private Object readResolve() {
            if (names.size() != tests.size()) {
                throw new IllegalArgumentException(
                        "tests must be one for each of the names (" + names.size() + "), got " + tests.size());
            }
            FunnelMatcher matcher = of(funnel);
            for (int i = 0; i < names.size(); i++) {
                matcher = matcher.when(names.get(i), tests.get(i));
            }
            return matcher;
        }
    }
}
