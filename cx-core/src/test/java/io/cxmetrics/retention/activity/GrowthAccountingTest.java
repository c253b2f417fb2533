package io.cxmetrics.retention.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.stat.Proportion;
import io.cxmetrics.time.CalendarPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GrowthAccountingTest {

    private static Activity<String> did(String actor, String date) {
        return Activity.on(actor, LocalDate.parse(date), 0);
    }

    private static final ActivityLog<String> LOG = Stream.of(
                    did("ann", "2026-01-05"),
                    did("ann", "2026-01-05"),
                    did("ann", "2026-02-09"),
                    did("ann", "2026-02-10"),
                    did("ann", "2026-05-01"),
                    did("bob", "2026-01-31"),
                    did("cid", "2026-02-01"),
                    did("cid", "2026-05-31"))
            .collect(ActivityLog.toActivityLog());

    private static GrowthAccounting.Period row(
            String start, long newActors, long retained, long resurrected, long lost) {
        return new GrowthAccounting.Period(LocalDate.parse(start), newActors, retained, resurrected, lost);
    }

    /** In March all are lost, in April nothing happens, and in May they are back. */
    @Test
    void everyPeriodIsARow() {
        GrowthAccounting growth = GrowthAccounting.of(LOG, CalendarPeriod.MONTH, ZoneOffset.UTC);
        assertThat(growth.periods())
                .containsExactly(
                        row("2026-01-01", 2, 0, 0, 0),
                        row("2026-02-01", 1, 1, 0, 1),
                        row("2026-03-01", 0, 0, 0, 2),
                        row("2026-04-01", 0, 0, 0, 0),
                        row("2026-05-01", 0, 0, 2, 0));
        assertThat(growth).hasToString("GrowthAccounting[MONTH in Z: 3 actors]");
        assertThat(growth.periods(LocalDate.of(2026, 5, 9), LocalDate.of(2026, 6, 2)))
                .containsExactly(row("2026-05-01", 0, 0, 2, 0), row("2026-06-01", 0, 0, 0, 2));
        assertThat(GrowthAccounting.empty(CalendarPeriod.MONTH, ZoneOffset.UTC).periods())
                .isEmpty();
    }

    @Test
    void ratesOfAPeriod() {
        GrowthAccounting.Period period = row("2026-01-01", 10, 40, 5, 20);
        assertThat(period.active()).isEqualTo(55);
        assertThat(period.retentionFromPrevious()).isEqualTo(Proportion.of(40, 60));
        assertThat(period.newShare()).isEqualTo(Proportion.of(10, 55));
        assertThat(period.quickRatio()).isEqualTo(0.75);
        GrowthAccounting.Period first = row("2026-01-01", 10, 0, 0, 0);
        assertThat(first.retentionFromPrevious().rate()).isNaN();
        assertThat(first.quickRatio()).isNaN();
        assertThat(row("2026-01-01", 0, 0, 0, 0).newShare().rate()).isNaN();
    }

    /** Half past eleven at night on 31 January in London is February in Berlin. */
    @Test
    void monthsAreThoseOfTheZone() {
        ActivityLog<String> log = Stream.of(Activity.of("ann", Instant.parse("2026-01-31T23:30:00Z")))
                .collect(ActivityLog.toActivityLog());
        assertThat(GrowthAccounting.of(log, CalendarPeriod.MONTH, ZoneId.of("Europe/Berlin"))
                        .periods())
                .containsExactly(row("2026-02-01", 1, 0, 0, 0));
    }

    @Test
    void refusesWhatCannotBe() {
        GrowthAccounting months = GrowthAccounting.of(LOG, CalendarPeriod.MONTH, ZoneOffset.UTC);
        assertThatThrownBy(() -> months.plus(GrowthAccounting.empty(CalendarPeriod.WEEK, ZoneOffset.UTC)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("other must have periods of a MONTH in Z, got WEEK in Z");
        assertThatThrownBy(() -> months.plus(GrowthAccounting.empty(CalendarPeriod.MONTH, ZoneId.of("Europe/Rome"))))
                .hasMessage("other must have periods of a MONTH in Z, got MONTH in Europe/Rome");
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThatThrownBy(() -> months.periods(day, day))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("endExclusive must be after startInclusive 2026-01-01, got 2026-01-01");
        assertThatThrownBy(() -> months.periods(day, day.plusYears(9000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period must give at most 100000 periods, got MONTH from 2026-01-01 to +11026-01-01");
        assertThatThrownBy(() -> row("2026-01-01", -1, 0, 0, 0)).hasMessage("newActors must not be negative, got -1");
        assertThatThrownBy(() -> row("2026-01-01", 0, -1, 0, 0)).hasMessage("retained must not be negative, got -1");
        assertThatThrownBy(() -> row("2026-01-01", 0, 0, -1, 0)).hasMessage("resurrected must not be negative, got -1");
        assertThatThrownBy(() -> row("2026-01-01", 0, 0, 0, -1)).hasMessage("lost must not be negative, got -1");
    }

    @Provide
    Arbitrary<List<Activity<String>>> activities() {
        return Histories.activities().list().ofMinSize(1).ofMaxSize(60);
    }

    /** Counted again by the sets of who was active in each period. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void isAsDefinedBySets(@ForAll("activities") List<Activity<String>> activities) {
        for (CalendarPeriod period : CalendarPeriod.values()) {
            Map<LocalDate, Set<String>> active = new TreeMap<>();
            for (Activity<String> activity : activities) {
                LocalDate day = activity.at().atZone(ZoneOffset.UTC).toLocalDate();
                active.computeIfAbsent(period.start(day), key -> new HashSet<>())
                        .add(activity.actor());
            }
            Set<String> seen = new HashSet<>();
            Set<String> before = Set.of();
            for (GrowthAccounting.Period row : GrowthAccounting.of(
                            activities.stream().collect(ActivityLog.<String>toActivityLog()), period, ZoneOffset.UTC)
                    .periods()) {
                Set<String> now = active.getOrDefault(row.start(), Set.of());
                assertThat(row.active()).isEqualTo(now.size());
                assertThat(row.newActors())
                        .isEqualTo(now.stream()
                                .filter(actor -> !seen.contains(actor))
                                .count());
                assertThat(row.retained())
                        .isEqualTo(now.stream().filter(before::contains).count());
                assertThat(row.lost())
                        .isEqualTo(before.stream()
                                .filter(actor -> !now.contains(actor))
                                .count());
                active.remove(row.start());
                seen.addAll(now);
                before = now;
            }
            assertThat(active).isEmpty();
        }
    }
}
