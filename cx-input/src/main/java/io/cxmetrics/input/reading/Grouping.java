package io.cxmetrics.input.reading;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.field.Moment;
import io.cxmetrics.input.field.Names;
import io.cxmetrics.input.field.Value;
import io.cxmetrics.input.table.Table;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By what a table is split: labels of columns, and the period that a date lies in. A row whose label is blank is of the
 * group with the empty label; one whose date is blank is of the period {@link #NO_DATE}, and one whose date cannot be
 * read of {@link #INVALID_DATE}. None is left out for that, since its answer is known.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * String csv = "plan,nps,at\ngold,9,2026-01-31\nfree,3,2026-02-01\n,10,soon\n";
 * byte[] bytes = csv.getBytes(java.nio.charset.StandardCharsets.UTF_8);
 * Table table = Table.of(Source.of("survey.csv", new java.io.ByteArrayInputStream(bytes)));
 * Reading<Integer> answers = Reading.of(Field.required("nps", Scores.on(Screening.on(RatingScale.ZERO_TO_TEN))));
 * Grouping grouping = Grouping.by("plan").over("at", Dates.ISO, CalendarPeriod.MONTH, ZoneOffset.UTC);
 * Groups<Nps> groups = grouping.fold(answers, table, Nps.aggregation()).result();
 * groups.byLabels().keySet(); // [[], [free], [gold]]
 * groups.all().periods().keySet(); // [(invalid date), 2026-01, 2026-02]
 * groups.all().total().summary().score(); // 33.333333333333336
 * }</pre>
 *
 * @since 0.1
 */
public final class Grouping {

    /** The period of all rows where there are none. */
    public static final String NO_PERIOD = "";

    /** The period of rows whose date is blank. It sorts before all others. */
    public static final String NO_DATE = "(no date)";

    /** The period of rows whose date cannot be read. It sorts before all others. */
    public static final String INVALID_DATE = "(invalid date)";

    private final boolean byFile;
    private final List<Field<String>> labels;
    private final @Nullable Field<Value<Moment>> date;
    private final CalendarPeriod period;
    private final @Nullable ZoneId zone;

    private Grouping(
            boolean byFile,
            List<Field<String>> labels,
            @Nullable Field<Value<Moment>> date,
            CalendarPeriod period,
            @Nullable ZoneId zone) {
        this.byFile = byFile;
        this.labels = labels;
        this.date = date;
        this.period = period;
        this.zone = zone;
    }

    /**
     * Returns the grouping by labels.
     *
     * @param roles the roles of the columns, none for one group of everything
     * @return the grouping
     */
    public static Grouping by(String... roles) {
        List<Field<String>> labels = new ArrayList<>();
        for (String role : roles) {
            labels.add(Field.required(role, Names.label()));
        }
        return new Grouping(false, labels, null, CalendarPeriod.MONTH, null);
    }

    /**
     * Returns the grouping by files: the label of a row is the name of its file.
     *
     * @return the grouping
     */
    public static Grouping byFile() {
        return new Grouping(true, List.of(), null, CalendarPeriod.MONTH, null);
    }

    /**
     * Returns this grouping with periods.
     *
     * @param role the role of the column that holds the date
     * @param dates how it is read
     * @param newPeriod the length of the periods
     * @param newZone the zone that the days of times with an offset are counted in; null for the days as written
     * @return the grouping
     */
    public Grouping over(String role, FieldReader<Moment> dates, CalendarPeriod newPeriod, @Nullable ZoneId newZone) {
        return new Grouping(byFile, labels, Field.noted(role, dates), requireNonNull(newPeriod, "period"), newZone);
    }

    /**
     * Returns this grouping by the columns that have these names, whatever columns play the roles of those names: a
     * file may be read with the role {@code created} for its column {@code opened}, and be grouped by its column
     * {@code created}.
     *
     * @return the grouping
     */
    public Grouping ofColumns() {
        return new Grouping(
                byFile,
                labels.stream().map(Field::ofColumn).toList(),
                date == null ? null : date.ofColumn(),
                period,
                zone);
    }

    /**
     * Folds a table into a summary for each group and period. The function of the reading does not see the fields of
     * the grouping.
     *
     * @param reading how rows are read
     * @param table the table
     * @param aggregation how inputs become a summary
     * @param <T> what a row is read as
     * @param <S> the type of the states
     * @param <R> the type of the summaries
     * @return the groups, and what was left out
     * @throws io.cxmetrics.input.InputException if a file cannot be read, lacks a column, or holds no row that can be
     *     read
     */
    public <T, S, R> Outcome<Groups<R>> fold(
            Reading<T> reading, Table table, Aggregation<? super T, S, R> aggregation) {
        Groups.Buffer<T, S, R> buffer = Groups.buffer(aggregation);
        Splitter split = splitter();
        Outcome<?> outcome = reading.with(fields()).read(table, new Sink<T>() {
            @Override
            public void used(T input, Fields row) {
                buffer.add(split.labels(row), split.period(row), input);
            }

            @Override
            public void leftOut(Reason reason, Fields row) {
                buffer.leaveOut(split.labels(row), split.period(row), reason);
            }
        });
        return outcome.withResult(buffer.groups());
    }

    /**
     * Returns the fields that a reading must have for a {@link Splitter} to see them.
     *
     * @return those of the labels, and that of the date if there are periods
     */
    public Field<?>[] fields() {
        List<Field<?>> fields = new ArrayList<>(labels);
        if (date != null) {
            fields.add(date);
        }
        return fields.toArray(new Field<?>[0]);
    }

    /**
     * Returns what finds the group of each row, for a {@link Sink} that makes subjects of several rows.
     *
     * @return a new splitter
     */
    public Splitter splitter() {
        return new Splitter();
    }

    /** Finds the group of each row. Belongs to one thread. */
    public final class Splitter {

        /** The name of a period is made once for each day: making it costs more than reading the row. */
        private final Map<LocalDate, String> names = new HashMap<>();

        private Splitter() {}

        /**
         * Returns the labels of a row.
         *
         * @param row the row
         * @return the labels, an empty one for blank
         */
        public Labels labels(Fields row) {
            if (byFile) {
                return Labels.of(row.place().file());
            }
            if (labels.isEmpty()) {
                return Labels.ALL;
            }
            List<String> values = new ArrayList<>(labels.size());
            for (Field<String> label : labels) {
                values.add(row.get(label));
            }
            return new Labels(values);
        }

        /**
         * Returns the period of a row.
         *
         * @param row the row
         * @return the label of the period; {@link #NO_PERIOD} where the grouping has none
         */
        public String period(Fields row) {
            if (date == null) {
                return NO_PERIOD;
            }
            Value<Moment> value = row.get(date);
            return value.isPresent()
                    ? names.computeIfAbsent(day(value.get()), period::label)
                    : value.isBlank() ? NO_DATE : INVALID_DATE;
        }
    }

    private LocalDate day(Moment moment) {
        return zone == null ? moment.writtenDate() : moment.date(zone);
    }
}
