package io.cxmetrics.retention.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.retention.revenue.RecurringRevenue;
import io.cxmetrics.retention.revenue.RevenueFlow;
import io.cxmetrics.retention.revenue.RevenueLedger;
import io.cxmetrics.retention.revenue.SnapshotDay;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Customers who change their plan, and rows that are there twice: neither leaves. */
class UpgradeTest {

    private static final MoneyUnit EURO = MoneyUnit.of("EUR");
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private static Subscription<String> row(String customer, String start, @Nullable String end, long price) {
        return Subscription.of(customer, LocalDate.parse(start), end == null ? null : LocalDate.parse(end))
                .priced(price, 1, EURO);
    }

    /** From 50 to 80 in April: on the day, with a day of both, and a day late. */
    private static final List<Subscription<String>> UPGRADES = List.of(
            row("ann", "2026-01-10", "2026-04-15", 5000),
            row("ann", "2026-04-15", null, 8000),
            row("bob", "2026-01-10", "2026-04-16", 5000),
            row("bob", "2026-04-15", null, 8000),
            row("cid", "2026-01-10", "2026-04-14", 5000),
            row("cid", "2026-04-15", null, 8000));

    @Test
    void anUpgradeThatOverlapsByADayIsOneCustomerGoingOn() {
        ScreenedSubscriptions<String> screened = SubscriptionScreening.in(EURO).screen(UPGRADES);
        assertThat(screened.leftOut()).isEmpty();
        assertThat(screened.ledger()).isEqualTo(SubscriptionLedger.of(UPGRADES));
        SubscriptionLedger<String> ledger = screened.ledger();
        LogoChurn april = ledger.churn(APRIL, APRIL.plusMonths(1), 1);
        assertThat(april.churn()).isEqualTo(Proportion.of(0, 3));
        assertThat(april.departures()).isZero();
        assertThat(ledger.tenures(CalendarPeriod.MONTH, StayRule.FIRST, 1, LocalDate.of(2026, 6, 30))
                        .events())
                .isZero();
        RevenueLedger<String> revenue = ledger.recurringRevenue(MARCH, YearMonth.of(2026, 6), SnapshotDay.LAST);
        assertThat(revenue.revenue(YearMonth.of(2026, 6))).isEqualTo(RevenueFlow.of(24_000, 3, EURO));
        RecurringRevenue moved = revenue.movements(MARCH, MARCH.plusMonths(1));
        assertThat(moved.expansion()).isEqualTo(RevenueFlow.of(9000, 3, EURO));
        assertThat(moved.churn()).isEqualTo(RevenueFlow.EMPTY);
    }

    /** On the last day of April both run: the new price counts, and not both. */
    @Test
    void theSuccessorsPriceCountsFromItsStartOn() {
        SubscriptionLedger<String> ledger = SubscriptionLedger.of(
                List.of(row("ann", "2026-01-10", "2026-05-10", 5000), row("ann", "2026-04-20", null, 8000)));
        YearMonth april = YearMonth.of(2026, 4);
        assertThat(ledger.recurringRevenue(april, april, SnapshotDay.LAST).revenue(april))
                .isEqualTo(RevenueFlow.of(8000, 1, EURO));
    }

    /** Up to 31 days, if the successor goes on at least as long. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-04-01, , 0",
        "2026-03-01, 2026-04-02, , 1",
        "2026-03-01, 2026-03-20, 2026-03-20, 0",
        "2026-03-01, 2026-03-20, 2026-03-19, 1",
        "2026-03-01, , , 1"
    })
    void aHandoverTakesAMonthAtMost(String next, @Nullable String firstEnd, @Nullable String nextEnd, long overlaps) {
        ScreenedSubscriptions<String> screened = SubscriptionScreening.in(EURO)
                .screen(List.of(row("ann", "2026-01-01", firstEnd, 50), row("ann", next, nextEnd, 80)));
        assertThat(screened.leftOut(SubscriptionFlaw.OVERLAP)).isEqualTo(overlaps);
        assertThat(screened.ledger().leftOut()).isEqualTo(overlaps);
    }

    /**
     * Rows that are there twice, within one another, or side by side without an end: what ends is not known of anybody.
     */
    @Test
    void refusingAnOverlapMakesNoDeparture() {
        ScreenedSubscriptions<String> screened = SubscriptionScreening.in(EURO)
                .screen(List.of(
                        row("ann", "2026-01-01", null, 5000),
                        row("ann", "2026-04-01", null, 8000),
                        row("bob", "2026-04-01", null, 8000),
                        row("bob", "2026-01-01", null, 5000),
                        row("cid", "2026-01-01", "2026-04-20", 5000),
                        row("cid", "2026-02-01", null, 1000),
                        row("dee", "2026-01-01", null, 5000),
                        row("dee", "2026-01-01", null, 5000),
                        row("eve", "2026-01-01", null, 2000)));
        SubscriptionLedger<String> ledger = screened.ledger();
        assertThat(screened.leftOut(SubscriptionFlaw.OVERLAP)).isEqualTo(4);
        assertThat(ledger.leftOut()).isEqualTo(4);
        // Without the rule cid has left in April: 1 of 5.
        LogoChurn april = ledger.churn(APRIL, APRIL.plusMonths(1));
        assertThat(april.churn()).isEqualTo(Proportion.of(0, 1));
        assertThat(april.leftOut()).isEqualTo(4);
        assertThat(ledger.tenures(CalendarPeriod.DAY, StayRule.EACH, 0, APRIL).count())
                .isOne();
        RevenueLedger<String> revenue = ledger.recurringRevenue(MARCH, MARCH.plusMonths(1), SnapshotDay.LAST);
        RecurringRevenue moved = revenue.movements(MARCH, MARCH.plusMonths(1));
        assertThat(moved.count()).isOne();
        assertThat(moved.leftOut()).isEqualTo(4);
        assertThat(moved.churn()).isEqualTo(RevenueFlow.EMPTY);
        assertThat(moved.opening()).isEqualTo(revenue.revenue(MARCH));
        assertThat(moved.closing()).isEqualTo(revenue.revenue(MARCH.plusMonths(1)));
        assertThat(moved.leftOutOpening()).isEqualTo(RevenueFlow.of(20_000, 4, EURO));
        assertThat(moved.leftOutChange()).isEqualTo(-50);
        // What is kept of them counts still.
        assertThat(revenue.revenue(MARCH)).isEqualTo(RevenueFlow.of(22_000, 5, EURO));
        assertThat(ledger.customersOn(APRIL)).isEqualTo(Set.of("ann", "bob", "cid", "dee", "eve"));
    }

    @Test
    void aRowThatNeverRanSaysNothingOfItsCustomer() {
        ScreenedSubscriptions<String> screened = SubscriptionScreening.in(EURO)
                .screen(List.of(
                        row("ann", "2026-01-01", "2026-04-10", 50),
                        row("ann", "2026-02-01", "2026-02-01", 50),
                        row("bob", "2026-01-01", "2026-04-10", 50),
                        row("bob", "2026-01-01", null, 50).priced(50, 1, MoneyUnit.of("JPY"))));
        assertThat(screened.leftOut(SubscriptionFlaw.NO_DAY)).isOne();
        assertThat(screened.leftOut(SubscriptionFlaw.OTHER_CURRENCY)).isOne();
        // Bob may be there by the row in yen; ann has left.
        assertThat(screened.ledger().churn(APRIL, APRIL.plusMonths(1)).churn()).isEqualTo(Proportion.of(1, 1));
        assertThat(screened.ledger().leftOut()).isOne();
    }

    @Test
    void ledgersKeepWhomTheyLeaveOutWhenAdded() {
        SubscriptionLedger<String> one = SubscriptionLedger.of(List.of(row("ann", "2026-01-01", null, 5)))
                .withoutChurnOf(Set.of("ann"));
        SubscriptionLedger<String> other = SubscriptionLedger.of(List.of(row("bob", "2026-01-01", null, 5)))
                .withoutChurnOf(Set.of("bob"));
        assertThat(one.plus(other).leftOut()).isEqualTo(2);
        assertThat(one.plus(SubscriptionLedger.empty(Overlap.REFUSE))).isEqualTo(one);
        assertThat(one).isNotEqualTo(SubscriptionLedger.of(List.of(row("ann", "2026-01-01", null, 5))));
    }
}
