package io.cxmetrics.retention.cohort;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.ActorHistory;
import io.cxmetrics.retention.activity.PurchaseRule;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.time.CalendarPeriod;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collector;

/**
 * Retention by cohort and interval, with revenue: the actors who came back, by when they started.
 *
 * <p><b>Definition.</b> retention(cohort, k) = active / eligible, in [0, 1]: of those that started in the cohort's
 * period and whose interval k is wholly observed, the share that is active in it. {@link CohortDefinition} names who
 * starts, what an interval is and what active means.
 *
 * <p><b>Right edge.</b> An interval that ends after observation does is not observed: its starters are not eligible,
 * and its cell is undefined where nobody is. Tables that count them in draw a decline that is none. Of two actors of
 * one cohort one may be eligible and the other not yet, where intervals start with the actor.
 *
 * <p><b>Start and return.</b> They may be different events, such as a signup and a purchase. Then retention in interval
 * 0 need not be 100 % (Mixpanel). A return is at or after the instant of the start; returns of actors that never
 * started are not counted. To have a property match on both events (PostHog's breakdown), make it part of the key of
 * the actor.
 *
 * <p><b>Adding up.</b> Tables of different actors add up. Where the activities of one actor are in two places, add the
 * {@linkplain ActivityLog logs} first.
 *
 * <p><b>Edges.</b> What is not before the end of observation is as if it had not been: it starts no cohort and is no
 * return. Without activities there are no cohorts.
 *
 * <p><b>Cost.</b> One pass over the activities of each start: with {@link CohortEntry#RECURRING} an actor with s starts
 * and n activities takes s times n. Seven numbers for each cohort and interval.
 *
 * <p>Sources: PostHog, Mixpanel, Amplitude and Braze, documentation of retention reports.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * ActivityLog<String> log = Stream.of(
 *         Activity.on("ann", LocalDate.of(2026, 1, 5), 2000),
 *         Activity.on("ann", LocalDate.of(2026, 2, 9), 1000),
 *         Activity.on("bob", LocalDate.of(2026, 1, 7), 3000))
 *     .collect(ActivityLog.toActivityLog());
 * CohortTable table = CohortTable.of(log, CohortDefinition.of(CalendarPeriod.MONTH, ZoneOffset.UTC), LocalDate.of(2026,
 *         3, 14));
 * LocalDate january = LocalDate.of(2026, 1, 1);
 * table.retention(january, 1); // 1 of 2 (0.5)
 * table.retention(january, 2); // 0 of 0 (undefined)
 * table.cohort(january).cell(1).revenueRetention(); // 0.2
 * table.cohort(january).cell(1).cumulativeAmountPerStarter(); // 3000.0
 * }</pre>
 *
 * @since 0.1
 */
public final class CohortTable implements Summary<CohortTable> {

    private static final long serialVersionUID = 1;

    private final CohortDefinition definition;
    private final LocalDate observedThrough;
    private final TreeMap<LocalDate, Cohort> cohorts;

    CohortTable(CohortDefinition definition, LocalDate observedThrough, Map<LocalDate, Cohort> cohorts) {
        this.definition = requireNonNull(definition, "definition");
        this.observedThrough = requireNonNull(observedThrough, "observedThrough");
        this.cohorts = new TreeMap<>(cohorts);
    }

    /**
     * Returns the table of nobody.
     *
     * @param definition what is asked
     * @param observedThrough the last day that is known
     * @return the table
     */
    public static CohortTable empty(CohortDefinition definition, LocalDate observedThrough) {
        return new CohortTable(definition, observedThrough, Map.of());
    }

    /**
     * Returns the table of a log in which any activity is a start and a return.
     *
     * @param log who did what
     * @param definition what is asked
     * @param observedThrough the last day that is known, in the zone of the definition
     * @return the table
     * @throws IllegalArgumentException if a start leaves more than 100,000 intervals
     * @throws ArithmeticException if the amounts of a cohort overflow
     */
    public static CohortTable of(ActivityLog<?> log, CohortDefinition definition, LocalDate observedThrough) {
        CohortBuffer buffer = new CohortBuffer(definition, observedThrough);
        log.histories().values().forEach(history -> buffer.add(history, history));
        return buffer.finish();
    }

    /**
     * Returns the table of starts and returns that are different events.
     *
     * @param starts what puts an actor into a cohort
     * @param returns what an actor is retained by
     * @param definition what is asked
     * @param observedThrough the last day that is known, in the zone of the definition
     * @param <K> the type of the keys of actors
     * @return the table
     * @throws IllegalArgumentException if a start leaves more than 100,000 intervals
     * @throws ArithmeticException if the amounts of a cohort overflow
     */
    public static <K> CohortTable of(
            ActivityLog<K> starts, ActivityLog<K> returns, CohortDefinition definition, LocalDate observedThrough) {
        CohortBuffer buffer = new CohortBuffer(definition, observedThrough);
        starts.histories()
                .forEach((actor, history) ->
                        buffer.add(history, returns.histories().getOrDefault(actor, ActorHistory.EMPTY)));
        return buffer.finish();
    }

    /**
     * Folds whole histories, each of another actor, into a table, for engines that keep the histories themselves.
     *
     * @param definition what is asked
     * @param observedThrough the last day that is known, in the zone of the definition
     * @return the aggregation
     */
    public static Aggregation<ActorHistory, ?, CohortTable> aggregation(
            CohortDefinition definition, LocalDate observedThrough) {
        return new CohortAggregation(
                requireNonNull(definition, "definition"), requireNonNull(observedThrough, "observedThrough"));
    }

    /**
     * Returns a collector of whole histories, each of another actor.
     *
     * @param definition what is asked
     * @param observedThrough the last day that is known, in the zone of the definition
     * @return the collector
     */
    public static Collector<ActorHistory, ?, CohortTable> toCohortTable(
            CohortDefinition definition, LocalDate observedThrough) {
        return aggregation(definition, observedThrough).toCollector();
    }

    /**
     * Returns day-N retention of all actors together, such as day 1, day 7 and day 30.
     *
     * <p><b>Definition.</b> Of the actors whose day n after their first is observed, the share that is active
     * {@link ReturnRule#ON} day n, on day n or after, or within the days 1 to n. Days are those of the calendar; for
     * windows of 24 hours, cohorts or a curve over all n ask a table.
     *
     * <pre>{@code
     * ActivityLog<String> log = ActivityLog.of(List.of(
     *         Activity.of("ann", Instant.parse("2026-03-02T23:45:00Z")),
     *         Activity.of("ann", Instant.parse("2026-03-03T00:01:00Z")),
     *         Activity.of("bob", Instant.parse("2026-03-02T09:00:00Z"))));
     * LocalDate through = LocalDate.of(2026, 3, 9);
     * CohortTable.dayRetention(log, 1, ReturnRule.ON, ZoneOffset.UTC, through); // 1 of 2 (0.5)
     * CohortTable.dayRetention(log, 30, ReturnRule.ON, ZoneOffset.UTC, through); // 0 of 0 (undefined)
     * }</pre>
     *
     * @param log who did what
     * @param n how many days after the first day, which is day 0
     * @param rule on day n, on it or after, or within the days 1 to n
     * @param zone whose calendar counts
     * @param observedThrough the last day that is known
     * @return the retained out of those whose day n is observed; undefined if there are none
     * @throws IllegalArgumentException if n is negative, or an actor has been there for more than 100,000 days
     */
    public static Proportion dayRetention(
            ActivityLog<?> log, int n, ReturnRule rule, ZoneId zone, LocalDate observedThrough) {
        CohortDefinition days = CohortDefinition.of(CalendarPeriod.YEAR, zone)
                .withIntervals(ReturnIntervals.days(1))
                .withRule(rule);
        return of(log, days, observedThrough).all().retention(n);
    }

    /**
     * Returns what was asked.
     *
     * @return the definition
     */
    public CohortDefinition definition() {
        return definition;
    }

    /**
     * Returns where observation ends.
     *
     * @return the last day that is known
     */
    public LocalDate observedThrough() {
        return observedThrough;
    }

    /**
     * Returns the rows by the first day of the period in which they started.
     *
     * @return an unmodifiable map in the order of time; periods in which nobody started are not in it
     */
    public NavigableMap<LocalDate, Cohort> cohorts() {
        return Collections.unmodifiableNavigableMap(cohorts);
    }

    /**
     * Returns the cohort of a date.
     *
     * @param date any day of its period
     * @return the cohort, the empty one if nobody started in the period
     */
    public Cohort cohort(LocalDate date) {
        return cohorts.getOrDefault(definition.cohorts().start(date), Cohort.EMPTY);
    }

    /**
     * Returns all cohorts added up interval by interval.
     *
     * @return one cohort, whose rates are those of all starters
     */
    public Cohort all() {
        return cohorts.values().stream().reduce(Cohort.EMPTY, Cohort::plus);
    }

    /**
     * Returns how many starts there are.
     *
     * @return the count over all cohorts
     */
    public long count() {
        return cohorts.values().stream().mapToLong(Cohort::size).sum();
    }

    /**
     * Returns retention of a cohort.
     *
     * @param date any day of its period
     * @param k the interval
     * @return active out of eligible; undefined where the interval is not observed yet
     * @throws IllegalArgumentException if k is negative
     */
    public Proportion retention(LocalDate date, int k) {
        return cohort(date).retention(k);
    }

    /**
     * Returns the mean of retention over the cohorts.
     *
     * @param k the interval
     * @param mean whether starters or cohorts weigh the same
     * @return the mean in [0, 1]; NaN where the interval is observed in no cohort
     * @throws IllegalArgumentException if k is negative
     */
    public double meanRetention(int k, CohortMean mean) {
        Checks.notNegative("k", (long) k);
        return switch (mean) {
            case WEIGHTED ->
                cohorts.values().stream()
                        .map(cohort -> cohort.retention(k))
                        .reduce(Proportion.EMPTY, Proportion::plus)
                        .rate();
            case SIMPLE ->
                cohorts.values().stream()
                        .mapToDouble(cohort -> cohort.retention(k).rate())
                        .filter(rate -> !Double.isNaN(rate))
                        .average()
                        .orElse(Double.NaN);
        };
    }

    /**
     * Returns the table of both together.
     *
     * @param other the table of other actors
     * @return the sum
     * @throws IllegalArgumentException if the other was asked something else, or observed for another time
     */
    @Override
    public CohortTable plus(CohortTable other) {
        if (!definition.equals(other.definition)) {
            throw new IllegalArgumentException(
                    "other must be asked the same (" + definition + "), got " + other.definition);
        }
        if (!observedThrough.equals(other.observedThrough)) {
            throw new IllegalArgumentException(
                    "other must be observed through " + observedThrough + ", got " + other.observedThrough);
        }
        Map<LocalDate, Cohort> sum = new TreeMap<>(cohorts);
        other.cohorts.forEach((start, cohort) -> sum.merge(start, cohort, Cohort::plus));
        return new CohortTable(definition, observedThrough, sum);
    }

    @Override
    public StoredForm storedForm() {
        return StoredCohorts.stored(StoredForm.of("CohortTable", 1), cohorts)
                .with("cohorts", definition.cohorts())
                .with("zone", definition.zone().getId())
                .with("entry", definition.entry())
                .with("intervals", definition.intervals())
                .with("rule", definition.rule())
                .with("minimumOccurrences", definition.minimumOccurrences())
                .with("purchases", definition.purchases())
                .with("observedThrough", observedThrough.toString());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the table
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static CohortTable ofStored(StoredForm form) {
        StoredFields fields = form.expect(
                "CohortTable",
                1,
                "starts",
                "sizes",
                "intervalCounts",
                "eligible",
                "active",
                "previouslyActive",
                "activeDays",
                "amounts",
                "startAmounts",
                "cumulativeAmounts",
                "cohorts",
                "zone",
                "entry",
                "intervals",
                "rule",
                "minimumOccurrences",
                "purchases",
                "observedThrough");
        CohortDefinition definition = new CohortDefinition(
                fields.constant("cohorts", CalendarPeriod.class),
                fields.parsed("zone", ZoneId::of),
                fields.constant("entry", CohortEntry.class),
                fields.part("intervals").as(ReturnIntervals.class),
                fields.constant("rule", ReturnRule.class),
                fields.integer("minimumOccurrences"),
                fields.constant("purchases", PurchaseRule.class));
        return new CohortTable(
                definition,
                fields.parsed("observedThrough", LocalDate::parse),
                StoredCohorts.ofStored(definition.cohorts(), fields));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CohortTable that
                && definition.equals(that.definition)
                && observedThrough.equals(that.observedThrough)
                && cohorts.equals(that.cohorts);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * definition.hashCode() + observedThrough.hashCode()) + cohorts.hashCode();
    }

    /**
     * Returns the size.
     *
     * @return such as {@code CohortTable[2 cohorts of 7 starts through 2026-03-15]}
     */
    @Override
    public String toString() {
        return "CohortTable[" + cohorts.size() + " cohorts of " + count() + " starts through " + observedThrough + "]";
    }
}
