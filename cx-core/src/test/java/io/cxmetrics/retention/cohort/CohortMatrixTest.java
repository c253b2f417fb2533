package io.cxmetrics.retention.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.Histories;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.time.CalendarPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The matrix against the table, which works from the activities of each actor. */
class CohortMatrixTest {

    private static final LocalDate UNTIL = LocalDate.of(2026, 3, 15);

    private static final List<ZoneId> ZONES = List.of(
            ZoneOffset.UTC, ZoneId.of("Europe/Berlin"), ZoneId.of("America/Los_Angeles"), ZoneId.of("Asia/Kolkata"));

    @Provide
    Arbitrary<List<Activity<String>>> activities() {
        return Histories.activities().list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<LocalDate> ends() {
        return Arbitraries.integers().between(-2, 400).map(LocalDate.of(2025, 12, 20)::plusDays);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZONES);
    }

    private static void assertSame(CohortMatrix matrix, CohortTable table) {
        assertThat(matrix.cohorts()).isEqualTo(table.cohorts().keySet());
        table.cohorts().forEach((start, cohort) -> {
            assertThat(matrix.starters(start)).isEqualTo(cohort.size());
            assertThat(matrix.observed(start)).isEqualTo(cohort.cells().size());
            for (int k = 0; k <= cohort.cells().size(); k++) {
                assertThat(matrix.retention(start, k)).isEqualTo(cohort.retention(k));
            }
        });
        for (int k = 0; k < 30; k++) {
            assertThat(matrix.retention(k)).isEqualTo(table.all().retention(k));
        }
    }

    private static CohortTable table(
            long[] actors, long[] millis, CalendarPeriod period, ZoneId zone, LocalDate until) {
        ActivityLog<Long> log = IntStream.range(0, actors.length)
                .mapToObj(i -> Activity.of(actors[i], Instant.ofEpochMilli(millis[i])))
                .collect(ActivityLog.toActivityLog());
        return CohortTable.of(log, CohortDefinition.of(period, zone), until.minusDays(1));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void isTheTableOfTheUsualQuestion(
            @ForAll("activities") List<Activity<String>> activities,
            @ForAll CalendarPeriod period,
            @ForAll("zones") ZoneId zone,
            @ForAll("ends") LocalDate until) {
        int[] actors =
                activities.stream().mapToInt(each -> each.actor().charAt(0)).toArray();
        long[] wide = activities.stream()
                .mapToLong(each -> each.actor().hashCode() * 0x9E3779B97F4A7C15L)
                .toArray();
        long[] millis =
                activities.stream().mapToLong(each -> each.at().toEpochMilli()).toArray();
        CohortTable table = CohortTable.of(
                activities.stream().collect(ActivityLog.toActivityLog(Activity::actor, Activity::at)),
                CohortDefinition.of(period, zone),
                until.minusDays(1));
        CohortMatrix matrix = CohortMatrix.of(actors, millis, period, zone, until.minusDays(1));
        assertSame(matrix, table);
        assertThat(CohortMatrix.of(wide, millis, period, zone, until.minusDays(1)))
                .isEqualTo(matrix);
    }

    /** More rows than a block, up to 900 periods, and actors of many words. */
    @Test
    void manyRowsAndPeriodsAreCountedAlike() {
        Random random = new Random(11);
        int n = 20_000;
        long[] actors = random.longs(n, -300, 300).toArray();
        long start = Instant.parse("2023-09-01T00:00:00Z").toEpochMilli();
        long[] millis = random.longs(n, 0, 900 * 24)
                .map(hour -> start + hour * 3_600_000)
                .toArray();
        for (CalendarPeriod period : CalendarPeriod.values()) {
            assertSame(
                    CohortMatrix.of(actors, millis, period, ZONES.get(1), UNTIL.minusDays(1)),
                    table(actors, millis, period, ZONES.get(1), UNTIL));
        }
    }

    /** Every day before the end is observed, and none from it on, however many there are. */
    @Test
    void whatIsNotObservedIsNotCounted() {
        for (int days = 62; days <= 66; days++) {
            LocalDate first = UNTIL.minusDays(days);
            long[] millis = IntStream.range(-days, 3)
                    .mapToLong(day -> UNTIL.plusDays(day).toEpochDay() * 86_400_000)
                    .toArray();
            CohortMatrix matrix = CohortMatrix.of(
                    new int[millis.length], millis, CalendarPeriod.DAY, ZoneOffset.UTC, UNTIL.minusDays(1));
            assertThat(matrix.cohorts()).containsExactly(first);
            assertThat(matrix.observed(first)).isEqualTo(days);
            for (int k = 0; k < days; k++) {
                assertThat(matrix.retention(first, k)).isEqualTo(Proportion.of(1, 1));
            }
            assertThat(matrix.retention(first, days)).isEqualTo(Proportion.EMPTY);
        }
    }

    /** Samoa had no 30 December 2011, and St. John's put its clocks back a minute after midnight. */
    @Test
    void daysThatAreMissingOrBeginTwiceAreThoseOfTheTable() {
        long[] samoa = hours("2011-12-28T00:00:00Z", 96);
        long[] stJohns = hours("2006-10-27T00:00:30Z", 96);
        long[] actors = new long[96];
        for (long[] millis : List.of(samoa, stJohns)) {
            ZoneId zone = ZoneId.of(millis == samoa ? "Pacific/Apia" : "America/St_Johns");
            LocalDate until = millis == samoa ? LocalDate.of(2012, 1, 1) : LocalDate.of(2006, 10, 31);
            for (int from = 0; from < 96; from++) {
                long[] later = Arrays.copyOfRange(millis, from, 96);
                long[] who = Arrays.copyOf(actors, later.length);
                assertSame(
                        CohortMatrix.of(who, later, CalendarPeriod.DAY, zone, until.minusDays(1)),
                        table(who, later, CalendarPeriod.DAY, zone, until));
            }
        }
    }

    private static long[] hours(String start, int count) {
        long first = Instant.parse(start).toEpochMilli();
        return IntStream.range(0, count).mapToLong(i -> first + i * 3_600_000L).toArray();
    }

    @Test
    void extremeTimes() {
        long[] last = {Long.MAX_VALUE};
        CohortMatrix nobody = CohortMatrix.empty(CalendarPeriod.YEAR, ZoneOffset.UTC, UNTIL.minusDays(1));
        assertThat(CohortMatrix.of(new int[1], last, CalendarPeriod.YEAR, ZoneOffset.UTC, UNTIL.minusDays(1)))
                .isEqualTo(nobody)
                .hasToString("CohortMatrix[0 cohorts of 0 starters through 2026-03-14]");
        long[] both = {Long.MAX_VALUE, 0};
        CohortMatrix one = CohortMatrix.of(new int[2], both, CalendarPeriod.YEAR, ZoneOffset.UTC, UNTIL.minusDays(1));
        assertThat(one.starters(LocalDate.EPOCH)).isEqualTo(1);
        assertThat(one.observed(LocalDate.EPOCH)).isEqualTo(56);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CohortMatrix.of(
                        new int[1],
                        new long[] {Long.MIN_VALUE},
                        CalendarPeriod.YEAR,
                        ZoneOffset.UTC,
                        UNTIL.minusDays(1)))
                .withMessage(
                        "observedThrough must leave at most 100000 intervals, got 292277081 since -292275055-01-01");
    }

    @Test
    void refusesColumnsOfDifferentLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CohortMatrix.of(
                        new int[1], new long[2], CalendarPeriod.MONTH, ZoneOffset.UTC, UNTIL.minusDays(1)))
                .withMessage("millis must be as many as actors (1), got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CohortMatrix.of(
                        new long[2], new long[0], CalendarPeriod.MONTH, ZoneOffset.UTC, UNTIL.minusDays(1)))
                .withMessage("millis must be as many as actors (2), got 0");
    }

    @Test
    void refusesToAddWhatWasAskedOtherwise() {
        CohortMatrix matrix = CohortMatrix.empty(CalendarPeriod.MONTH, ZoneOffset.UTC, UNTIL.minusDays(1));
        refused(
                matrix,
                CohortMatrix.empty(CalendarPeriod.WEEK, ZoneOffset.UTC, UNTIL.minusDays(1)),
                "other must have period MONTH, got WEEK");
        refused(
                matrix,
                CohortMatrix.empty(CalendarPeriod.MONTH, ZoneId.of("Asia/Kolkata"), UNTIL.minusDays(1)),
                "other must have zone Z, got Asia/Kolkata");
        refused(
                matrix,
                CohortMatrix.empty(CalendarPeriod.MONTH, ZoneOffset.UTC, UNTIL),
                "other must have observedThrough 2026-03-14, got 2026-03-15");
    }

    private static void refused(CohortMatrix matrix, CohortMatrix other, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix.plus(other))
                .withMessage(message);
    }

    @Test
    void refusesANegativeInterval() {
        CohortMatrix matrix = CohortMatrix.empty(CalendarPeriod.MONTH, ZoneOffset.UTC, UNTIL.minusDays(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix.retention(UNTIL, -1))
                .withMessage("k must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix.retention(-1))
                .withMessage("k must not be negative, got -1");
    }
}
