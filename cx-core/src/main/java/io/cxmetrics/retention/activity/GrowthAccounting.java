package io.cxmetrics.retention.activity;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.time.CalendarPeriod;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;

/**
 * Where the active of each calendar period come from, and how many of the period before are gone.
 *
 * <p><b>Definition.</b> active(t) = new(t) + retained(t) + resurrected(t), and active(t - 1) = retained(t) + lost(t):
 * see {@link Period}. Lost is from one period to the next; who comes back later is resurrected then.
 *
 * <p><b>Edges.</b> Before the log begins nobody was active, so that all of its first period are new: where the business
 * is older than the log, the first periods tell of the log. A last period that is not over has too few retained and too
 * many lost; end the log where a period ends. Periods without activity are rows too.
 *
 * <p><b>Adding up.</b> Those of different actors add up. Where the activities of one actor are in two places, add the
 * {@linkplain ActivityLog logs} first.
 *
 * <p>Source: J. Hsu, "Diligence at Social Capital: Accounting for user growth", 2015.
 *
 * <p>Immutable and thread-safe. One pass over the log.
 *
 * <pre>{@code
 * ActivityLog<String> log = Stream.of(
 *         Activity.on("ann", LocalDate.of(2026, 1, 5), 0),
 *         Activity.on("ann", LocalDate.of(2026, 2, 9), 0),
 *         Activity.on("bob", LocalDate.of(2026, 1, 7), 0))
 *     .collect(ActivityLog.toActivityLog());
 * GrowthAccounting.Period february = GrowthAccounting.of(log, CalendarPeriod.MONTH, ZoneOffset.UTC).periods().get(1);
 * february; // Period[start=2026-02-01, newActors=0, retained=1, resurrected=0, lost=1]
 * february.retentionFromPrevious(); // 1 of 2 (0.5)
 * }</pre>
 *
 * @since 0.1
 */
public final class GrowthAccounting implements Summary<GrowthAccounting> {

    private static final long serialVersionUID = 1;

    /** More rows than that come from a wild time, such as a year 9999, and nobody reads them. */
    private static final int MAX_PERIODS = 100_000;

    private final CalendarPeriod period;
    private final ZoneId zone;

    /** Also the losses in the period after the last of each actor, which may be after the last of all. */
    private final TreeMap<LocalDate, Period> flows;

    GrowthAccounting(CalendarPeriod period, ZoneId zone, Map<LocalDate, Period> flows) {
        this.period = requireNonNull(period, "period");
        this.zone = requireNonNull(zone, "zone");
        this.flows = new TreeMap<>(flows);
    }

    /**
     * Returns that of nobody.
     *
     * @param period the length of the periods
     * @param zone whose calendar counts
     * @return the summary
     */
    public static GrowthAccounting empty(CalendarPeriod period, ZoneId zone) {
        return new GrowthAccounting(period, zone, Map.of());
    }

    /**
     * Returns that of a log.
     *
     * @param log who did what
     * @param period the length of the periods
     * @param zone whose calendar counts
     * @return the summary
     */
    public static GrowthAccounting of(ActivityLog<?> log, CalendarPeriod period, ZoneId zone) {
        return log.histories().values().stream().collect(toGrowthAccounting(period, zone));
    }

    /**
     * Folds whole histories, each of another actor, into a growth accounting, for engines that keep the histories
     * themselves.
     *
     * @param period the length of the periods
     * @param zone whose calendar counts
     * @return the aggregation
     */
    public static Aggregation<ActorHistory, ?, GrowthAccounting> aggregation(CalendarPeriod period, ZoneId zone) {
        return new GrowthAggregation(requireNonNull(period, "period"), requireNonNull(zone, "zone"));
    }

    /**
     * Returns a collector of whole histories, each of another actor.
     *
     * @param period the length of the periods
     * @param zone whose calendar counts
     * @return the collector
     */
    public static Collector<ActorHistory, ?, GrowthAccounting> toGrowthAccounting(CalendarPeriod period, ZoneId zone) {
        return aggregation(period, zone).toCollector();
    }

    /**
     * Returns all periods from the first with activity to the last.
     *
     * @return one row for each period, also those without activity; none without a log
     * @throws IllegalArgumentException if there are more than 100,000 periods
     */
    public List<Period> periods() {
        return flows.values().stream()
                .filter(row -> row.active() > 0)
                .reduce((first, second) -> second)
                .map(last -> periods(flows.firstKey(), period.next(last.start())))
                .orElse(List.of());
    }

    /**
     * Returns the periods of a span, which may go on after the last activity: there everybody is lost once and nobody
     * active.
     *
     * @param startInclusive a day in the first period
     * @param endExclusive the day after the last; the period of the day before is the last, and whole
     * @return one row for each period
     * @throws IllegalArgumentException if the end is not after the start or there are more than 100,000 periods
     */
    public List<Period> periods(LocalDate startInclusive, LocalDate endExclusive) {
        if (!endExclusive.isAfter(startInclusive)) {
            throw new IllegalArgumentException(
                    "endExclusive must be after startInclusive " + startInclusive + ", got " + endExclusive);
        }
        List<Period> periods = new ArrayList<>();
        for (LocalDate start = period.start(startInclusive); start.isBefore(endExclusive); start = period.next(start)) {
            if (periods.size() == MAX_PERIODS) {
                throw new IllegalArgumentException("period must give at most " + MAX_PERIODS + " periods, got " + period
                        + " from " + startInclusive + " to " + endExclusive);
            }
            periods.add(flows.getOrDefault(start, new Period(start, 0, 0, 0, 0)));
        }
        return List.copyOf(periods);
    }

    /**
     * Returns how many actors there are.
     *
     * @return the count
     */
    public long count() {
        return flows.values().stream().mapToLong(Period::newActors).sum();
    }

    /**
     * Returns that of both together.
     *
     * @param other that of other actors
     * @return the sum
     * @throws IllegalArgumentException if the other has other periods or another zone
     */
    @Override
    public GrowthAccounting plus(GrowthAccounting other) {
        if (period != other.period || !zone.equals(other.zone)) {
            throw new IllegalArgumentException("other must have periods of a " + period + " in " + zone + ", got "
                    + other.period + " in " + other.zone);
        }
        Map<LocalDate, Period> sum = new HashMap<>(flows);
        other.flows.forEach((start, flow) -> sum.merge(start, flow, Period::plus));
        return new GrowthAccounting(period, zone, sum);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("GrowthAccounting", 1)
                .with("period", period)
                .with("zone", zone.getId())
                .with(
                        "starts",
                        flows.keySet().stream().mapToLong(LocalDate::toEpochDay).toArray())
                .with("newActors", longs(Period::newActors))
                .with("retained", longs(Period::retained))
                .with("resurrected", longs(Period::resurrected))
                .with("lost", longs(Period::lost));
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the growth accounting
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static GrowthAccounting ofStored(StoredForm form) {
        StoredFields fields = form.expect(
                        "GrowthAccounting",
                        1,
                        "period",
                        "zone",
                        "starts",
                        "newActors",
                        "retained",
                        "resurrected",
                        "lost")
                .sameLength("starts", "newActors", "retained", "resurrected", "lost");
        CalendarPeriod period = fields.constant("period", CalendarPeriod.class);
        long[] starts = fields.wholes("starts");
        long[] newActors = fields.wholes("newActors");
        long[] retained = fields.wholes("retained");
        long[] resurrected = fields.wholes("resurrected");
        long[] lost = fields.wholes("lost");
        Map<LocalDate, Period> flows = new HashMap<>();
        for (int i = 0; i < starts.length; i++) {
            if (!ChronoField.EPOCH_DAY.range().isValidValue(starts[i])
                    || !period.start(LocalDate.ofEpochDay(starts[i])).equals(LocalDate.ofEpochDay(starts[i]))
                    || flows.containsKey(LocalDate.ofEpochDay(starts[i]))) {
                throw new IllegalArgumentException("starts must be first days of a " + period + ", each once, got "
                        + starts[i] + " at index " + i);
            }
            LocalDate start = LocalDate.ofEpochDay(starts[i]);
            flows.put(start, new Period(start, newActors[i], retained[i], resurrected[i], lost[i]));
        }
        return new GrowthAccounting(period, fields.parsed("zone", ZoneId::of), flows);
    }

    private long[] longs(ToLongFunction<Period> part) {
        return flows.values().stream().mapToLong(part).toArray();
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GrowthAccounting that
                && period == that.period
                && zone.equals(that.zone)
                && flows.equals(that.flows);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * period.hashCode() + zone.hashCode()) + flows.hashCode();
    }

    /**
     * Returns the periods and how many actors there are.
     *
     * @return such as {@code GrowthAccounting[MONTH in Z: 7 actors]}
     */
    @Override
    public String toString() {
        return "GrowthAccounting[" + period + " in " + zone + ": " + count() + " actors]";
    }

    /**
     * Actors of a calendar period by what they did before, and the actors of the period before who did not come.
     */
    public static final class Period {

        private final LocalDate start;
        private final long newActors;
        private final long retained;
        private final long resurrected;
        private final long lost;

        Period(LocalDate start, long newActors, long retained, long resurrected, long lost) {
            this.start = requireNonNull(start, "start");
            this.newActors = Checks.notNegative("newActors", newActors);
            this.retained = Checks.notNegative("retained", retained);
            this.resurrected = Checks.notNegative("resurrected", resurrected);
            this.lost = Checks.notNegative("lost", lost);
        }

        /**
         * Returns when the period begins.
         *
         * @return the first day
         */
        public LocalDate start() {
            return start;
        }

        /**
         * Returns the new actors.
         *
         * @return how many were active for the first time ever
         */
        public long newActors() {
            return newActors;
        }

        /**
         * Returns the retained actors.
         *
         * @return how many were active in the period before too
         */
        public long retained() {
            return retained;
        }

        /**
         * Returns the actors who came back.
         *
         * @return how many were seen before, but not in the period before
         */
        public long resurrected() {
            return resurrected;
        }

        /**
         * Returns the lost actors.
         *
         * @return how many were active in the period before and not in this
         */
        public long lost() {
            return lost;
        }

        /**
         * Returns how many were active in the period.
         *
         * @return new + retained + resurrected
         * @throws ArithmeticException if it overflows
         */
        public long active() {
            return Math.addExact(Math.addExact(newActors, retained), resurrected);
        }

        /**
         * Returns which share of those active in the period before was active in this too.
         *
         * @return retained out of retained + lost; undefined if nobody was active before
         */
        public Proportion retentionFromPrevious() {
            return Proportion.of(retained, Math.addExact(retained, lost));
        }

        /**
         * Returns which share of the active was new.
         *
         * @return new out of active; undefined if nobody was active
         */
        public Proportion newShare() {
            return Proportion.of(newActors, active());
        }

        /**
         * Returns how many came for each that went: (new + resurrected) / lost. Above 1 the active grow in number.
         *
         * @return the ratio, 0 or more; NaN if nobody was lost
         */
        public double quickRatio() {
            return lost == 0 ? Double.NaN : (double) Math.addExact(newActors, resurrected) / lost;
        }

        Period plus(Period other) {
            return new Period(
                    start,
                    Math.addExact(newActors, other.newActors),
                    Math.addExact(retained, other.retained),
                    Math.addExact(resurrected, other.resurrected),
                    Math.addExact(lost, other.lost));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Period that
                    && start.equals(that.start)
                    && newActors == that.newActors
                    && retained == that.retained
                    && resurrected == that.resurrected
                    && lost == that.lost;
        }

        @Override
        public int hashCode() {
            return Objects.hash(start, newActors, retained, resurrected, lost);
        }

        /**
         * Returns the counts.
         *
         * @return such as {@code Period[start=2026-02-01, newActors=0, retained=1, resurrected=0, lost=1]}
         */
        @Override
        public String toString() {
            return "Period[start=" + start + ", newActors=" + newActors + ", retained=" + retained + ", resurrected="
                    + resurrected + ", lost=" + lost + "]";
        }
    }
}
