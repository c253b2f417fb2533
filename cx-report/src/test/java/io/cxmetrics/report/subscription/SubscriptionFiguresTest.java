package io.cxmetrics.report.subscription;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.input.LeftOut;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Labels;
import io.cxmetrics.report.Column;
import io.cxmetrics.report.Values;
import io.cxmetrics.retention.revenue.FreePlan;
import io.cxmetrics.retention.revenue.MonthlyRevenue;
import io.cxmetrics.retention.revenue.RevenueLedger;
import io.cxmetrics.retention.subscription.ChurnBase;
import io.cxmetrics.retention.subscription.Subscription;
import io.cxmetrics.retention.subscription.SubscriptionLedger;
import io.cxmetrics.stat.survival.EventTime;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.stat.survival.SurvivalInterval;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What stands under which name, for a group, and for each of its periods. */
class SubscriptionFiguresTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final YearMonth MAY = YearMonth.of(2026, 5);

    /** Bob leaves in February and comes back in March; cid comes and leaves in February. */
    @Test
    void churnHasItsPeriodsAndTheirSum() {
        SubscriptionLedger<String> ledger = SubscriptionLedger.of(List.of(
                        Subscription.of("ann", JANUARY, null),
                        Subscription.of("bob", JANUARY, JANUARY.plusDays(45)),
                        Subscription.of("bob", JANUARY.plusDays(63), null),
                        Subscription.of("cid", JANUARY.plusDays(31), JANUARY.plusDays(50))))
                .withoutChurnOf(Set.of("dee"));
        ChurnFigures figures = new ChurnFigures(ChurnBase.AT_START, CalendarPeriod.MONTH, 0.95);
        ChurnSpan span = ChurnSpan.of(ledger, CalendarPeriod.MONTH, 0, JANUARY, LocalDate.of(2026, 3, 31));

        Values all = figures.ofSpan().values(span);
        assertThat(all.byName())
                .containsEntry("customers", 3L)
                .containsEntry("customers_left_out", 1L)
                .containsEntry("periods", 3L)
                .containsEntry("at_start", 0L)
                .containsEntry("joined", 3L)
                .containsEntry("reactivated", 1L)
                .containsEntry("left", 2L)
                .containsEntry("left_of_those_at_start", 1L)
                .containsEntry("at_end", 2L);
        assertThat(all.number("churn")).as("1 of 2 + 1").isCloseTo(100 / 3.0, within(1e-12));
        assertThat(span.named(CalendarPeriod.MONTH).keySet()).containsExactly("2026-01", "2026-02", "2026-03");
        assertThat(figures.ofPeriod().columns()).extracting(Column::title).contains("came back", "95 % interval");
        assertThat(ChurnSpan.of(ledger, CalendarPeriod.MONTH, 0, null, null).atEnd())
                .isZero();
        for (ChurnBase base : ChurnBase.values()) {
            assertThat(new ChurnFigures(base, CalendarPeriod.MONTH, 0.9).definition())
                    .endsWith(", by month");
        }
    }

    /** Of dee a row is missing: what dee pays is in the levels, and in no movement. */
    @Test
    void revenueAddsUpWithWhatIsUnclear() {
        RevenueLedger<String> ledger = RevenueLedger.of(List.of(
                        MonthlyRevenue.of("ann", MAY, 3000),
                        MonthlyRevenue.of("ann", MAY.plusMonths(1), 5000),
                        MonthlyRevenue.of("bob", MAY.plusMonths(1), 1000),
                        MonthlyRevenue.of("dee", MAY, 700)))
                .withoutMovementsOf(Set.of("dee"));
        RevenueSpan span = RevenueSpan.of(ledger, MAY, MAY.plusMonths(2), FreePlan.CHURN, 2);
        RevenueFigures figures = new RevenueFigures(2, 2, true);

        Values all = figures.ofSpan().values(span);
        assertThat(all.number("opening")).isEqualTo(37);
        assertThat(all.number("new")).isEqualTo(10);
        assertThat(all.number("expansion")).isEqualTo(20);
        assertThat(all.number("churn")).isEqualTo(60);
        assertThat(all.number("left_out_change")).isEqualTo(-7);
        assertThat(all.number("closing")).isZero();
        assertThat(all.number("nrr")).isZero();
        assertThat(all.byName()).containsEntry("customers_left_out", 1L).containsEntry("months", 3L);
        Map<String, RevenueSpan.Month> months = span.named();
        assertThat(months.keySet()).containsExactly("2026-06", "2026-07");
        Values july = figures.ofMonth().values(requireNonNull(months.get("2026-07")));
        assertThat(july.number("nrr_trailing")).as("ann, from May to July").isZero();
        assertThat(figures.ofMonth()
                        .values(requireNonNull(months.get("2026-06")))
                        .number("nrr_trailing"))
                .isNaN();
        assertThat(figures.ofSpan().columns()).extracting(Column::title).contains("unclear", "NRR % over 2");
        Values none = figures.ofSpan().values(RevenueSpan.of(ledger, null, null, FreePlan.CHURN, 0));
        assertThat(none.byName()).containsEntry("months", 0L);
        assertThat(none.number("opening")).isNaN();
    }

    @Test
    void survivalIsComparedWhereAllGroupsReach() {
        EventTimes gold = EventTimes.of(List.of(EventTime.of(0, 10, true), EventTime.of(0, 30, false)));
        EventTimes free = EventTimes.of(List.of(EventTime.of(0, 5, true), EventTime.of(0, 20, true)));
        Groups<EventTimes> groups = Groups.of(
                part(gold.plus(free)),
                Map.of(Labels.of("gold"), part(gold), Labels.of("free"), part(free), Labels.of("x"), none()));
        assertThat(SurvivalFigures.longestOfAll(groups)).isEqualTo(20);
        assertThat(SurvivalFigures.comparison(groups)).containsEntry("log_rank_degrees_of_freedom", 1L);
        SurvivalFigures figures = new SurvivalFigures(20, 0.95, SurvivalInterval.LOG_LOG, 1);
        assertThat(figures.end()).isEqualTo(2.0);
        Values all = figures.ofGroup().values(gold);
        assertThat(all.number("retained")).isEqualTo(50);
        assertThat(all.number("first_quartile")).isEqualTo(1);
        assertThat(figures.steps(gold, List.of()).keySet()).containsExactly("1", "3");
        assertThat(figures.steps(gold, List.of(15L)).values()).singleElement().satisfies(step -> {
            assertThat(step.customers()).isZero();
            assertThat(figures.ofStep().values(step).number("retained")).isEqualTo(50);
            assertThat(figures.ofStep().values(step).number("customers")).isNaN();
        });
        assertThat(figures.drawn(groups).curves()).hasSize(2);
    }

    private static Groups.Part<EventTimes> part(EventTimes tenures) {
        return new Groups.Part<>(tenures.count(), tenures, LeftOut.EMPTY);
    }

    private static Groups.Part<EventTimes> none() {
        return part(EventTimes.EMPTY);
    }
}
