package io.cxmetrics.retention.cohort;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.Histories;
import io.cxmetrics.retention.activity.PurchaseRule;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every cohort table, whatever is asked. */
class CohortTablePropertyTest {

    @Provide
    Arbitrary<List<Activity<String>>> activities() {
        return Histories.activities().list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<LocalDate> ends() {
        return Arbitraries.integers().between(-2, 80).map(LocalDate.of(2025, 12, 20)::plusDays);
    }

    @Provide
    Arbitrary<CohortDefinition> questions() {
        return Combinators.combine(
                        Arbitraries.of(CalendarPeriod.DAY, CalendarPeriod.WEEK, CalendarPeriod.MONTH),
                        Arbitraries.of("UTC", "Europe/Berlin", "America/Los_Angeles", "Asia/Kolkata")
                                .map(ZoneId::of),
                        Arbitraries.of(CohortEntry.class),
                        Arbitraries.of(
                                ReturnIntervals.calendar(CalendarPeriod.WEEK),
                                ReturnIntervals.calendar(CalendarPeriod.MONTH),
                                ReturnIntervals.days(1),
                                ReturnIntervals.days(10),
                                ReturnIntervals.windows(1),
                                ReturnIntervals.windows(7),
                                ReturnIntervals.brackets(0, 1, 7, 30)),
                        Arbitraries.of(ReturnRule.class),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(PurchaseRule.class))
                .as(CohortDefinition::new);
    }

    private static ActivityLog<String> log(List<Activity<String>> activities) {
        return activities.stream().collect(ActivityLog.toActivityLog());
    }

    /** A shard of actors adds up as tables; a split that tears actors apart, as logs. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void anySplitGivesTheSameTable(
            @ForAll("activities") List<Activity<String>> activities,
            @ForAll("questions") CohortDefinition question,
            @ForAll("ends") LocalDate until,
            @ForAll int seed) {
        CohortTable whole = CohortTable.of(log(activities), question, until.minusDays(1));
        Map<Boolean, List<Activity<String>>> shards = activities.stream()
                .collect(partitioningBy(activity -> ((seed >> (activity.actor().charAt(0) - 'a')) & 1) == 0));
        CohortTable sum = CohortTable.of(log(shards.getOrDefault(true, List.of())), question, until.minusDays(1))
                .plus(CohortTable.of(log(shards.getOrDefault(false, List.of())), question, until.minusDays(1)));
        assertThat(sum).isEqualTo(whole);
        int cut = Math.floorMod(seed, activities.size() + 1);
        ActivityLog<String> joined =
                log(activities.subList(cut, activities.size())).plus(log(activities.subList(0, cut)));
        assertThat(CohortTable.of(joined, question, until.minusDays(1))).isEqualTo(whole);
    }

    /** Each cell is counted again, start by start and interval by interval, from the definition. */
    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void cellsAreAsDefined(
            @ForAll("activities") List<Activity<String>> starts,
            @ForAll("activities") List<Activity<String>> returns,
            @ForAll("questions") CohortDefinition question,
            @ForAll("ends") LocalDate until) {
        CohortTable table = CohortTable.of(log(starts), log(returns), question, until.minusDays(1));
        assertThat(PlainCohorts.of(starts, returns, question, until)).isEqualTo(table.cohorts());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void moreOccurrencesNeverGiveMore(
            @ForAll("activities") List<Activity<String>> activities,
            @ForAll("questions") CohortDefinition question,
            @ForAll("ends") LocalDate until) {
        CohortTable table = CohortTable.of(log(activities), question, until.minusDays(1));
        CohortTable more = CohortTable.of(
                log(activities),
                question.withMinimumOccurrences(question.minimumOccurrences() + 1),
                until.minusDays(1));
        table.cohorts().forEach((start, cohort) -> {
            for (int k = 0; k < cohort.cells().size(); k++) {
                assertThat(more.cohort(start).cell(k).active())
                        .isLessThanOrEqualTo(cohort.cell(k).active());
                assertThat(more.cohort(start).cell(k).eligible())
                        .isEqualTo(cohort.cell(k).eligible());
            }
        });
    }

    /** Calendar periods of the cohort's own kind are observed for all of a cohort at once. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void unboundedNeverRisesAndRangeNeverFalls(
            @ForAll("activities") List<Activity<String>> activities, @ForAll("ends") LocalDate until) {
        for (CalendarPeriod period : List.of(CalendarPeriod.DAY, CalendarPeriod.WEEK)) {
            CohortDefinition question = CohortDefinition.of(period, ZoneId.of("Europe/Berlin"));
            for (Cohort cohort : CohortTable.of(
                            log(activities), question.withRule(ReturnRule.ON_OR_AFTER), until.minusDays(1))
                    .cohorts()
                    .values()) {
                List<Long> active =
                        cohort.cells().stream().map(CohortCell::active).toList();
                assertThat(active).isSortedAccordingTo((a, b) -> Long.compare(b, a));
                assertThat(cohort.cells()).allMatch(cell -> cell.eligible() == cohort.size());
            }
            for (Cohort cohort : CohortTable.of(
                            log(activities), question.withRule(ReturnRule.WITHIN), until.minusDays(1))
                    .cohorts()
                    .values()) {
                assertThat(cohort.cells().stream()
                                .skip(1)
                                .map(CohortCell::active)
                                .toList())
                        .isSorted();
            }
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void recurringHasTheFirstAndMore(
            @ForAll("activities") List<Activity<String>> activities,
            @ForAll("questions") CohortDefinition question,
            @ForAll("ends") LocalDate until) {
        CohortTable first = CohortTable.of(log(activities), question.withEntry(CohortEntry.FIRST), until.minusDays(1));
        CohortTable recurring =
                CohortTable.of(log(activities), question.withEntry(CohortEntry.RECURRING), until.minusDays(1));
        Set<String> seen = activities.stream()
                .filter(activity -> question.purchases().counts(activity.amount()))
                .filter(activity -> activity.at()
                        .isBefore(until.atStartOfDay(question.zone()).toInstant()))
                .map(Activity::actor)
                .collect(toSet());
        assertThat(first.all().size()).isEqualTo(seen.size());
        first.cohorts().forEach((start, cohort) -> {
            assertThat(recurring.cohort(start).size()).isGreaterThanOrEqualTo(cohort.size());
            for (int k = 0; k < cohort.cells().size(); k++) {
                assertThat(recurring.cohort(start).cell(k).active())
                        .isGreaterThanOrEqualTo(cohort.cell(k).active());
            }
        });
        assertThat(new TreeSet<>(recurring.cohorts().keySet()))
                .containsAll(first.cohorts().keySet());
    }

    /** Looking longer adds cells and never changes those by the plain rule and by range. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void observedCellsStay(@ForAll("activities") List<Activity<String>> activities, @ForAll("ends") LocalDate until) {
        for (ReturnRule rule : List.of(ReturnRule.ON, ReturnRule.WITHIN)) {
            CohortDefinition question = CohortDefinition.of(CalendarPeriod.WEEK, ZoneId.of("Europe/Berlin"))
                    .withRule(rule);
            CohortTable later =
                    CohortTable.of(log(activities), question, until.plusDays(20).minusDays(1));
            CohortTable.of(log(activities), question, until.minusDays(1))
                    .cohorts()
                    .forEach((start, cohort) -> {
                        for (int k = 0; k < cohort.cells().size(); k++) {
                            assertThat(later.cohort(start).cell(k)).isEqualTo(cohort.cell(k));
                        }
                    });
        }
    }
}
