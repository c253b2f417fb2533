package io.cxmetrics.retention.activity;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random histories from 20 December 2025 to 8 March 2026, on whole hours so that some meet midnight. */
public final class Histories {

    private static final Instant START = Instant.parse("2025-12-20T00:00:00Z");

    private Histories() {}

    public static Arbitrary<Activity<String>> activities() {
        return Combinators.combine(
                        Arbitraries.of("ann", "bob", "cid", "dee", "eve"),
                        Arbitraries.longs().between(0, 78 * 24),
                        Arbitraries.of(0L, 0L, 250L, 1000L, -250L))
                .as((actor, hour, amount) -> Activity.of(actor, START.plusSeconds(hour * 3600), amount));
    }

    public static Arbitrary<ActorHistory> some() {
        return activities()
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(list -> list.stream()
                        .map(activity -> Activity.of("one", activity.at(), activity.amount()))
                        .collect(ActivityLog.toActivityLog())
                        .histories()
                        .values()
                        .iterator()
                        .next());
    }

    /** A log in which each history is another actor's. */
    public static ActivityLog<Integer> log(List<ActorHistory> histories) {
        return IntStream.range(0, histories.size())
                .boxed()
                .flatMap(actor -> all(actor, histories.get(actor)))
                .collect(ActivityLog.toActivityLog());
    }

    private static Stream<Activity<Integer>> all(Integer actor, ActorHistory history) {
        return IntStream.range(0, history.count())
                .mapToObj(i -> Activity.of(actor, Instant.ofEpochMilli(history.millis(i)), history.amount(i)));
    }
}
