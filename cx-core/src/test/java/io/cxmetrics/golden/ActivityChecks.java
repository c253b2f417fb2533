package io.cxmetrics.golden;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.retention.activity.ActiveUsers;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.GrowthAccounting;
import io.cxmetrics.retention.activity.Lifecycle;
import io.cxmetrics.retention.activity.LifecycleDefinition;
import io.cxmetrics.retention.activity.Stickiness;
import io.cxmetrics.retention.cohort.Cohort;
import io.cxmetrics.retention.cohort.CohortCell;
import io.cxmetrics.retention.cohort.CohortDefinition;
import io.cxmetrics.retention.cohort.CohortTable;
import io.cxmetrics.retention.cohort.ReturnIntervals;
import io.cxmetrics.retention.cohort.ReturnRule;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the goldens of two purchase logs have in common. All speak of calendar days up to the last that is observed. */
record ActivityChecks(ActivityLog<String> log, LocalDate lastObserved) {

    private static final CohortDefinition MONTHLY = CohortDefinition.of(CalendarPeriod.MONTH, ZoneOffset.UTC);

    private LocalDate until() {
        return lastObserved.plusDays(1);
    }

    void cohortsByMonth(Expected expected) {
        Map<String, Cohort> cohorts = new LinkedHashMap<>();
        CohortTable.of(log, MONTHLY, until().minusDays(1))
                .cohorts()
                .forEach((start, cohort) -> cohorts.put(CalendarPeriod.MONTH.label(start), cohort));
        expected.groups(cohorts, (golden, cohort) -> {
            golden.number("size", cohort.size());
            assertThat(cohort.cells()).hasSize(golden.in("active").size());
            for (int k = 0; k < cohort.cells().size(); k++) {
                CohortCell cell = cohort.cell(k);
                assertThat(cell.eligible()).isEqualTo(cohort.size());
                golden.in("active").number("" + k, cell.active());
                golden.in("retention_pct").number("" + k, cell.retention().percent());
            }
        });
    }

    void weeksOfEachOwn(Expected expected) {
        Cohort all = CohortTable.of(log, MONTHLY.withIntervals(ReturnIntervals.days(7)), until().minusDays(1))
                .all();
        Map<Integer, Proportion> weeks =
                Stream.of(0, 1, 2, 4, 8, 13, 26, 39, 52).collect(toMap(identity(), all::retention));
        expected.groups(
                weeks,
                (golden, week) -> golden.number("eligible", week.trials())
                        .number("active", week.events())
                        .number("pct", week.percent()));
    }

    void dayN(Expected expected) {
        Map<Integer, Integer> days = Stream.of(1, 7, 14, 30, 60, 90).collect(toMap(identity(), identity()));
        expected.groups(days, (golden, n) -> {
            Proportion on = dayN(n, ReturnRule.ON);
            Proportion after = dayN(n, ReturnRule.ON_OR_AFTER);
            Proportion within = dayN(n, ReturnRule.WITHIN);
            assertThat(List.of(after.trials(), within.trials())).containsOnly(on.trials());
            golden.number("eligible", on.trials())
                    .number("on_day_n", on.events())
                    .number("on_or_after_n", after.events())
                    .number("within_1_to_n", within.events())
                    .number("classic_pct", on.percent())
                    .number("unbounded_pct", after.percent())
                    .number("range_pct", within.percent());
        });
    }

    private Proportion dayN(int n, ReturnRule rule) {
        return CohortTable.dayRetention(log, n, rule, ZoneOffset.UTC, until().minusDays(1));
    }

    void churn(Expected expected) {
        Map<Integer, Proportion> thresholds = Stream.of(30, 60, 90, 180, 365)
                .collect(toMap(identity(), days -> log.inactivityChurn(days, ZoneOffset.UTC, lastObserved)));
        expected.groups(
                thresholds,
                (golden, churn) -> golden.number("customers", churn.trials())
                        .number("churned", churn.events())
                        .number("churn_pct", churn.percent()));
    }

    void growth(Expected expected) {
        Map<String, GrowthAccounting.Period> months =
                GrowthAccounting.of(log, CalendarPeriod.MONTH, ZoneOffset.UTC).periods().stream()
                        .collect(toMap(month -> CalendarPeriod.MONTH.label(month.start()), identity()));
        expected.groups(
                months,
                (golden, month) -> golden.number("active", month.active())
                        .number("new", month.newActors())
                        .number("retained", month.retained())
                        .number("resurrected", month.resurrected())
                        .number("churned_from_prev", month.lost())
                        .number(
                                "retention_from_prev_pct",
                                month.retentionFromPrevious().percent())
                        .number("new_pct", month.newShare().percent()));
    }

    void activeUsers(Expected expected, LocalDate... dates) {
        ActiveUsers users = ActiveUsers.of(log, ZoneOffset.UTC);
        expected.groups(Stream.of(dates).collect(toMap(identity(), identity())), (golden, date) -> {
            golden.number("dau", users.daily(date))
                    .number("wau_7d", users.weekly(date))
                    .number("mau_30d", users.monthly(date))
                    .number("stickiness_pct", 100 * users.stickiness(date, Stickiness.SAME_DAY));
            Lifecycle lifecycle = Lifecycle.of(log, LifecycleDefinition.STANDARD, ZoneOffset.UTC, date);
            assertThat(List.of(lifecycle.dailyActive(), lifecycle.weeklyActive(), lifecycle.monthlyActive()))
                    .containsExactly(users.daily(date), users.weekly(date), users.monthly(date));
        });
    }
}
