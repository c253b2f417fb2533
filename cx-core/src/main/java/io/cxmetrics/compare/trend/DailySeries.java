package io.cxmetrics.compare.trend;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * A summary for each day, from which those of periods and windows are added up.
 *
 * <p>Days add up to anything: weeks, months, fiscal quarters, the last 28 days, the first ten days of a month. A
 * roll-up is an addition, never an average of averages.
 *
 * <p><b>The question sets the window.</b> Periods run from the day that is asked for through {@code observedThrough},
 * the last day that is known; each is there, also without data. A day without data in between has the empty summary,
 * whose metric is undefined: nothing is interpolated. A period that is not over is marked, see {@link
 * PeriodSummary#whole()}.
 *
 * <p>Immutable and thread-safe, as the summaries are.
 *
 * <pre>{@code
 * record Answer(LocalDate on, int score) {}
 * DailySeries<Nps> nps = Stream.of(
 *                 new Answer(LocalDate.of(2026, 5, 30), 3),
 *                 new Answer(LocalDate.of(2026, 6, 1), 9),
 *                 new Answer(LocalDate.of(2026, 6, 2), 10))
 *         .collect(DailySeries.toDailySeries(
 *                 Answer::on, Nps.aggregation().<Answer>mapInput(Answer::score), Nps.EMPTY));
 * PeriodPair<Nps> june = nps.compare(PeriodDefinition.of(CalendarPeriod.MONTH), LocalDate.of(2026, 6, 1),
 *         BaselineRule.PREVIOUS_PERIOD, LocalDate.of(2026, 6, 2));
 * june.after().summary().score(); // 100.0
 * june.after().whole(); // false
 * june.alike(); // false
 * }</pre>
 *
 * @param <S> the type of the summary
 * @since 0.1
 */
public final class DailySeries<S extends Summary<S>> implements Serializable {

    private static final long serialVersionUID = 1;

    private final S empty;
    private final TreeMap<LocalDate, S> days;

    private DailySeries(S empty, Map<LocalDate, S> days) {
        this.empty = empty;
        this.days = new TreeMap<>(days);
    }

    /**
     * Returns a series.
     *
     * @param days the summary of each day
     * @param empty the summary of nothing
     * @param <S> the type of the summary
     * @return the series
     */
    public static <S extends Summary<S>> DailySeries<S> of(Map<LocalDate, S> days, S empty) {
        requireNonNull(empty, "empty");
        return new DailySeries<>(empty, days);
    }

    /**
     * Returns a collector of elements that lie on a day.
     *
     * @param day gives the day
     * @param aggregation folds the elements of a day
     * @param empty the summary of nothing
     * @param <T> the type of the elements
     * @param <S> the type of the summary
     * @return the collector
     */
    public static <T, S extends Summary<S>> Collector<T, ?, DailySeries<S>> toDailySeries(
            Function<? super T, LocalDate> day, Aggregation<T, ?, S> aggregation, S empty) {
        requireNonNull(day, "day");
        return Collectors.collectingAndThen(
                Collectors.groupingBy(day, aggregation.toCollector()), found -> of(found, empty));
    }

    /**
     * Returns a collector of elements that lie at an instant, whose day is that of a zone.
     *
     * @param at gives the instant
     * @param aggregation folds the elements of a day
     * @param empty the summary of nothing
     * @param zone the zone
     * @param <T> the type of the elements
     * @param <S> the type of the summary
     * @return the collector
     */
    public static <T, S extends Summary<S>> Collector<T, ?, DailySeries<S>> toDailySeries(
            Function<? super T, Instant> at, Aggregation<T, ?, S> aggregation, S empty, ZoneId zone) {
        requireNonNull(at, "at");
        requireNonNull(zone, "zone");
        return toDailySeries(element -> LocalDate.ofInstant(at.apply(element), zone), aggregation, empty);
    }

    /**
     * Returns the days of both.
     *
     * @param other the other series
     * @return the series, in which a day that both have is added up
     */
    public DailySeries<S> plus(DailySeries<S> other) {
        Map<LocalDate, S> all = new TreeMap<>(days);
        other.days.forEach((day, summary) -> all.merge(day, summary, Summary::plus));
        return new DailySeries<>(empty, all);
    }

    /**
     * Returns the days that have a summary.
     *
     * @return an unmodifiable map in the order of time
     */
    public SortedMap<LocalDate, S> days() {
        return Collections.unmodifiableSortedMap(days);
    }

    /**
     * Returns the summary of a range of days.
     *
     * @param from the first day
     * @param to the day after the last, not before {@code from}
     * @return the sum of the days
     * @throws IllegalArgumentException if {@code to} is before {@code from}
     */
    public S between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to must not be before from (" + from + "), got " + to);
        }
        S sum = empty;
        for (S day : days.subMap(from, to).values()) {
            sum = sum.plus(day);
        }
        return sum;
    }

    /**
     * Returns the periods from a day on.
     *
     * @param periods how the days are cut
     * @param from the first day that is observed; where no period starts on it, the first one is not whole
     * @param observedThrough the last day that is known
     * @return every period in order, also one without data; the last one may not be over
     * @throws IllegalArgumentException if {@code observedThrough} is before {@code from}
     */
    public List<PeriodSummary<S>> periods(PeriodDefinition periods, LocalDate from, LocalDate observedThrough) {
        checkOrder(from, observedThrough);
        LocalDate end = observedThrough.plusDays(1);
        List<PeriodSummary<S>> result = new ArrayList<>();
        for (LocalDate day = from; day.isBefore(end); day = periods.next(day)) {
            result.add(observed(periods.span(day), from, end));
        }
        return result;
    }

    private static void checkOrder(LocalDate from, LocalDate observedThrough) {
        if (observedThrough.isBefore(from)) {
            throw new IllegalArgumentException(
                    "observedThrough must not be before from (" + from + "), got " + observedThrough);
        }
    }

    private PeriodSummary<S> observed(PeriodSpan span, LocalDate from, LocalDate end) {
        LocalDate first = from.isAfter(span.from()) ? from : span.from();
        LocalDate last = end.isBefore(span.to()) ? end : span.to();
        return last.isAfter(first)
                ? new PeriodSummary<>(span, first, last, between(first, last))
                : new PeriodSummary<>(span, span.from(), span.from(), empty);
    }

    /**
     * Returns windows of a number of days that end on each day. A window of a multiple of seven days has each weekday
     * alike often.
     *
     * @param length the days of a window, at least 1
     * @param from the first day that is observed; the first window ends {@code length - 1} days later
     * @param observedThrough the last day that is known
     * @return the windows in order of their last day, each whole; empty if fewer days are observed
     * @throws IllegalArgumentException if the length is below 1, or {@code observedThrough} before {@code from}
     */
    public List<PeriodSummary<S>> rolling(int length, LocalDate from, LocalDate observedThrough) {
        Checks.inRange("length", length, 1, 36_600);
        checkOrder(from, observedThrough);
        List<PeriodSummary<S>> result = new ArrayList<>();
        for (LocalDate last = from.plusDays(length - 1L); !last.isAfter(observedThrough); last = last.plusDays(1)) {
            PeriodSpan span = new PeriodSpan(last.minusDays(length - 1L), last.plusDays(1), last.toString());
            result.add(observed(span, span.from(), span.to()));
        }
        return result;
    }

    /**
     * Returns windows that end on each day and go back as many whole days as it takes to have a number of
     * observations, so that each value rests on enough.
     *
     * @param least the fewest observations of a window, at least 1
     * @param count gives the observations of a summary
     * @param from the first day that is observed
     * @param observedThrough the last day that is known
     * @return the windows in order of their last day; a day before there are enough has none
     * @throws IllegalArgumentException if {@code least} is below 1, or {@code observedThrough} before {@code from}
     */
    public List<PeriodSummary<S>> rollingByCount(
            long least, ToLongFunction<? super S> count, LocalDate from, LocalDate observedThrough) {
        if (least < 1) {
            throw new IllegalArgumentException("least must be at least 1, got " + least);
        }
        checkOrder(from, observedThrough);
        List<PeriodSummary<S>> result = new ArrayList<>();
        for (LocalDate last = from; !last.isAfter(observedThrough); last = last.plusDays(1)) {
            S sum = empty;
            LocalDate first = last.plusDays(1);
            for (Map.Entry<LocalDate, S> day :
                    days.subMap(from, true, last, true).descendingMap().entrySet()) {
                sum = sum.plus(day.getValue());
                first = day.getKey();
                if (count.applyAsLong(sum) >= least) {
                    break;
                }
            }
            if (count.applyAsLong(sum) >= least) {
                PeriodSpan span = new PeriodSpan(first, last.plusDays(1), last.toString());
                result.add(new PeriodSummary<>(span, span.from(), span.to(), sum));
            }
        }
        return result;
    }

    /**
     * Compares the period of a day with an earlier one, as far as each is observed.
     *
     * @param periods how the days are cut
     * @param day a day of the later period
     * @param rule which earlier period
     * @param observedThrough the last day that is known, not before the later period
     * @return both; where the later one is not over, {@link PeriodPair#alike()} is false
     * @throws IllegalArgumentException if the later period begins after {@code observedThrough}
     */
    public PeriodPair<S> compare(
            PeriodDefinition periods, LocalDate day, BaselineRule rule, LocalDate observedThrough) {
        PeriodSpan after = periods.span(day);
        checkOrder(after.from(), observedThrough);
        PeriodSpan before = rule.baseline(periods, after);
        LocalDate end = observedThrough.plusDays(1);
        return new PeriodPair<>(observed(before, before.from(), end), observed(after, after.from(), end));
    }

    /**
     * Compares the period of a day with the same part of an earlier one: its first ten days with the first ten, where
     * ten are over. Nothing is scaled.
     *
     * @param periods how the days are cut
     * @param day a day of the later period
     * @param rule which earlier period
     * @param observedThrough the last day that is known, not before the later period
     * @return both; a whole period is compared with the whole earlier one, even where it has another number of days
     * @throws IllegalArgumentException if the later period begins after {@code observedThrough}
     */
    public PeriodPair<S> compareElapsed(
            PeriodDefinition periods, LocalDate day, BaselineRule rule, LocalDate observedThrough) {
        PeriodPair<S> pair = compare(periods, day, rule, observedThrough);
        if (pair.after().whole()) {
            return pair;
        }
        PeriodSpan before = pair.before().span();
        LocalDate end = before.from().plusDays(pair.after().observedDays());
        return new PeriodPair<>(observed(before, before.from(), end), pair.after());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DailySeries<?> that && empty.equals(that.empty) && days.equals(that.days);
    }

    @Override
    public int hashCode() {
        return Objects.hash(empty, days);
    }

    /**
     * Returns the series in words.
     *
     * @return such as {@code DailySeries[days=3, first=2026-05-30, last=2026-06-02]}
     */
    @Override
    public String toString() {
        return days.isEmpty()
                ? "DailySeries[days=0]"
                : "DailySeries[days=" + days.size() + ", first=" + days.firstKey() + ", last=" + days.lastKey() + "]";
    }
}
