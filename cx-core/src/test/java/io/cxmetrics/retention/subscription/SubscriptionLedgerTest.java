package io.cxmetrics.retention.subscription;

import static io.cxmetrics.time.CalendarPeriod.DAY;
import static io.cxmetrics.time.CalendarPeriod.MONTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.retention.revenue.MonthlyRevenue;
import io.cxmetrics.retention.revenue.RevenueFlow;
import io.cxmetrics.retention.revenue.RevenueLedger;
import io.cxmetrics.retention.revenue.SnapshotDay;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.survival.EventTimes;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SubscriptionLedgerTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final MoneyUnit EURO = MoneyUnit.of("EUR");
    private static final MoneyUnit DOLLAR = MoneyUnit.of("USD");

    private static Subscription<String> from(String customer, String start, @Nullable String end) {
        return Subscription.of(customer, LocalDate.parse(start), end == null ? null : LocalDate.parse(end));
    }

    @SafeVarargs
    private static SubscriptionLedger<String> ledger(Subscription<String>... subscriptions) {
        List<Subscription<String>> all = new ArrayList<>();
        for (Subscription<String> subscription : subscriptions) {
            all.add(subscription);
        }
        return SubscriptionLedger.of(all);
    }

    private static LogoChurn march(SubscriptionLedger<String> ledger) {
        return ledger.churn(MARCH, APRIL);
    }

    /** One of each: stays, leaves, joins, joins and leaves, comes back, comes back and leaves; gone and yet to come. */
    @Test
    void everyKindOfCustomerIsInItsFlow() {
        SubscriptionLedger<String> ledger = ledger(
                from("stays", "2025-06-01", null),
                from("leaves", "2025-06-01", "2026-03-11"),
                from("joins", "2026-03-22", null),
                from("joins and leaves", "2026-03-05", "2026-03-08"),
                from("comes back", "2025-01-01", "2025-02-01"),
                from("comes back", "2026-03-31", null),
                from("comes back and leaves", "2025-01-01", "2025-02-01"),
                from("comes back and leaves", "2026-03-10", "2026-03-12"),
                from("gone", "2025-01-01", "2026-02-28"),
                from("to come", "2026-04-01", null));
        LogoChurn flows = march(ledger);
        // Days: 31 + 10 + 10 + 3 + 1 + 2.
        assertThat(flows).isEqualTo(Flows.of(2, 1, 2, 2, 2, 3, 57, 6, 3));
        assertThat(flows.atEnd()).isEqualTo(3);
        assertThat(ledger.customersOn(LocalDate.of(2026, 3, 31))).isEqualTo(Set.of("stays", "joins", "comes back"));
        assertThat(ledger.customersOn(LocalDate.of(2026, 2, 28))).isEqualTo(Set.of("stays", "leaves"));
        assertThat(ledger.customers()).isEqualTo(8);
        assertThat(ledger.count()).isEqualTo(10);
    }

    @Test
    void aPeriodHasTheEventsOfItsDays() {
        LogoChurn first = march(ledger(from("ann", "2026-03-01", null), from("bob", "2026-02-01", "2026-03-01")));
        assertThat(first).isEqualTo(Flows.of(1, 1, 1, 0, 0, 1, 31, 2, 1));
        LogoChurn next = march(ledger(from("ann", "2026-04-01", null), from("bob", "2026-02-01", "2026-04-01")));
        assertThat(next).isEqualTo(Flows.of(1, 0, 0, 0, 0, 0, 31, 1, 0));
    }

    @Test
    void leavingAndComingBackWithinThePeriodIsADepartureOnly() {
        LogoChurn flows = march(ledger(from("ann", "2026-01-01", "2026-03-10"), from("ann", "2026-03-20", null)));
        assertThat(flows).isEqualTo(Flows.of(1, 0, 0, 0, 0, 1, 21, 1, 0));
    }

    /** A gap of 10 days, from the 10th to the 19th. */
    @ParameterizedTest
    @CsvSource({"0, 0.5, 1", "9, 0.5, 1", "10, 0, 0", "400, 0, 0"})
    void aShortGapIsNoChurn(int grace, double churn, long departures) {
        SubscriptionLedger<String> ledger = ledger(
                from("ann", "2026-01-01", "2026-03-25"),
                from("ann", "2026-04-04", null),
                from("bob", "2026-01-01", null));
        LogoChurn flows = ledger.churn(MARCH, APRIL, grace);
        assertThat(flows.churn().rate()).isEqualTo(churn);
        assertThat(flows.departures()).isEqualTo(departures);
        assertThat(flows.customerDays()).isEqualTo(departures == 0 ? 62 : 31 + 24);
        assertThat(ledger.churn(APRIL, APRIL.plusMonths(1), grace).reactivated())
                .isEqualTo(departures);
    }

    /**
     * Of three contracts for three years, one decides in March 2026. Two of the others are held until 2027 and 2028.
     */
    @Test
    void aContractCanBeLeftAtTheEndOfATermOnly() {
        SubscriptionLedger<String> ledger = ledger(
                from("decides", "2023-03-15", null).inTermsOf(36),
                from("held", "2024-03-15", null).inTermsOf(36),
                from("held too", "2025-03-15", null).inTermsOf(36),
                from("left", "2020-03-20", "2026-03-20").inTermsOf(36));
        assertThat(march(ledger).eligibleChurn()).isEqualTo(Proportion.of(1, 2));
        assertThat(march(ledger).churn()).isEqualTo(Proportion.of(1, 4));
        LocalDate year = LocalDate.of(2026, 1, 1);
        assertThat(ledger.churn(year, year.plusYears(1)).eligible()).isEqualTo(2);
        assertThat(ledger.churn(year, year.plusYears(2)).eligible()).isEqualTo(3);
        // A term that ends on the first day after the period ends in the next one.
        assertThat(ledger.churn(year, LocalDate.of(2026, 3, 15)).eligible()).isZero();
        assertThat(ledger.churn(year, LocalDate.of(2026, 3, 16)).eligible()).isOne();
    }

    @Test
    void aTermFromTheEndOfAMonthEndsWithAShorterOne() {
        SubscriptionLedger<String> ledger =
                ledger(from("ann", "2026-01-31", null).inTermsOf(1));
        LocalDate end = LocalDate.of(2026, 2, 28);
        assertThat(ledger.churn(end, end.plusDays(1)).eligible()).isOne();
        assertThat(ledger.churn(end.minusDays(1), end).eligible()).isZero();
        assertThat(ledger.churn(MARCH, MARCH.plusDays(30)).eligible()).isZero();
        assertThat(ledger.churn(MARCH, MARCH.plusDays(31)).eligible()).isOne();
    }

    @Test
    void whoLeftBeforeTheEndOfATermCould() {
        assertThat(march(ledger(from("ann", "2025-07-01", "2026-03-10").inTermsOf(12)))
                        .eligibleChurn())
                .isEqualTo(Proportion.of(1, 1));
    }

    @Test
    void aRenewalIsAChanceToLeave() {
        assertThat(march(ledger(
                                from("ann", "2025-03-15", "2026-03-15").inTermsOf(12),
                                from("ann", "2026-03-15", null).inTermsOf(12)))
                        .eligibleChurn())
                .isEqualTo(Proportion.of(0, 1));
    }

    @Test
    void oneContractHoldsACustomerOfSeveral() {
        List<Subscription<String>> held = List.of(
                from("ann", "2025-01-01", null), from("ann", "2025-06-10", null).inTermsOf(12));
        SubscriptionLedger<String> ledger = SubscriptionLedger.of(held, Overlap.ALLOW);
        assertThat(march(ledger).eligibleChurn()).isEqualTo(Proportion.of(0, 0));
        assertThat(ledger.churn(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 7, 1))
                        .eligible())
                .isOne();
        // The rolling one ended and the customer stayed.
        SubscriptionLedger<String> fewer = SubscriptionLedger.of(
                List.of(from("ann", "2025-01-01", "2026-03-10"), from("ann", "2025-06-10", null)), Overlap.ALLOW);
        assertThat(march(fewer)).isEqualTo(Flows.of(1, 0, 0, 0, 0, 0, 31, 1, 0));
    }

    @Test
    void tenuresOfFirstAndEveryStay() {
        SubscriptionLedger<String> ledger = ledger(
                from("ann", "2026-01-31", "2026-02-28"),
                from("ann", "2026-03-02", "2026-03-05"),
                from("bob", "2026-02-01", null),
                from("cid", "2026-04-02", null),
                from("dee", "2026-03-01", "2026-05-01"));
        assertThat(ledger.tenures(DAY, StayRule.FIRST, 0, APRIL))
                .isEqualTo(EventTimes.of(new long[] {28, 59, 31}, new boolean[] {true, false, false}));
        assertThat(ledger.tenures(DAY, StayRule.EACH, 0, APRIL))
                .isEqualTo(EventTimes.of(new long[] {28, 3, 59, 31}, new boolean[] {true, true, false, false}));
        assertThat(ledger.tenures(DAY, StayRule.FIRST, 2, APRIL))
                .isEqualTo(EventTimes.of(new long[] {33, 59, 31}, new boolean[] {true, false, false}));
        assertThat(ledger.tenures(MONTH, StayRule.FIRST, 0, APRIL))
                .isEqualTo(EventTimes.of(new long[] {1, 2, 1}, new boolean[] {true, false, false}));
        // Who left on the day has left.
        assertThat(ledger.tenures(DAY, StayRule.FIRST, 0, LocalDate.of(2026, 2, 28)))
                .isEqualTo(EventTimes.of(new long[] {28, 27}, new boolean[] {true, false}));
    }

    /** Ann leaves on the 1st and comes back on the 10th; on the 5th nobody knows that she will. */
    @Test
    void whatComesLaterClosesNoGap() {
        SubscriptionLedger<String> ledger =
                ledger(from("ann", "2026-01-01", "2026-03-01"), from("ann", "2026-03-10", null));
        for (StayRule rule : StayRule.values()) {
            assertThat(ledger.tenures(DAY, rule, 30, LocalDate.of(2026, 3, 9))).isEqualTo(EventTimes.ofEvents(59));
            assertThat(ledger.tenures(DAY, rule, 30, LocalDate.of(2026, 3, 10))).isEqualTo(EventTimes.ofCensored(68));
            assertThat(ledger.tenures(DAY, rule, 30, LocalDate.of(2025, 12, 31)))
                    .isEqualTo(EventTimes.EMPTY);
        }
    }

    /** Asked pair by pair they would take a minute. */
    @Test
    void manyContractsOfOneCustomerTakeOneWalk() {
        List<Subscription<String>> seats = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            LocalDate start = MARCH.minusDays(1 + i % 3000);
            seats.add(
                    Subscription.of("ann", start, start.plusDays(1 + i % 2971)).inTermsOf(12));
        }
        seats.add(from("ann", "2026-02-28", null).inTermsOf(120));
        SubscriptionLedger<String> ledger = SubscriptionLedger.of(seats, Overlap.ALLOW);
        assertThat(ledger.churn(MARCH, MARCH.plusYears(1)).eligible()).isZero();
        assertThat(ledger.churn(MARCH, MARCH.plusYears(10)).eligible()).isOne();
    }

    /** 1,200 a year are 100 a month, whenever billed; bob starts within May and leaves on the last day of June. */
    @Test
    void plansAreSpreadOverTheirMonths() {
        SubscriptionLedger<String> ledger = ledger(
                from("ann", "2026-01-15", null).inTermsOf(12).priced(1200, 12, EURO),
                from("bob", "2026-05-10", "2026-06-30").priced(30, 1, EURO),
                from("cid", "2025-01-01", "2025-12-31").priced(7, 1, EURO),
                from("eve", "2026-05-02", "2026-05-20").priced(9, 1, EURO),
                from("dee", "2026-06-01", null).priced(0, 1, EURO));
        YearMonth may = YearMonth.of(2026, 5);
        RevenueLedger<String> last = ledger.recurringRevenue(may, may.plusMonths(1), SnapshotDay.LAST);
        assertThat(last)
                .isEqualTo(RevenueLedger.of(List.of(
                        MonthlyRevenue.of("ann", may, 100, EURO),
                        MonthlyRevenue.of("ann", may.plusMonths(1), 100, EURO),
                        MonthlyRevenue.of("bob", may, 30, EURO),
                        MonthlyRevenue.of("dee", may.plusMonths(1), 0, EURO))));
        RevenueLedger<String> first = ledger.recurringRevenue(may, may.plusMonths(1), SnapshotDay.FIRST);
        assertThat(first)
                .isEqualTo(RevenueLedger.of(List.of(
                        MonthlyRevenue.of("ann", may, 100, EURO),
                        MonthlyRevenue.of("ann", may.plusMonths(1), 100, EURO),
                        MonthlyRevenue.of("bob", may.plusMonths(1), 30, EURO),
                        MonthlyRevenue.of("dee", may.plusMonths(1), 0, EURO))));
        assertThat(SubscriptionLedger.of(
                                List.of(
                                        from("ann", "2026-01-01", null).priced(5, 1, EURO),
                                        from("ann", "2026-02-01", null).priced(8, 1, EURO)),
                                Overlap.ALLOW)
                        .recurringRevenue(may, may, SnapshotDay.LAST)
                        .revenue(may))
                .isEqualTo(RevenueFlow.of(13, 1, EURO));
    }

    static Object[][] flawed() {
        Subscription<String> ann = from("ann", "2026-03-02", null);
        return new Object[][] {
            {from("ann", "2026-03-02", "2026-03-01"), "end must be after start (2026-03-02), got 2026-03-01"},
            {from("ann", "2026-03-02", "2026-03-02"), "end must be after start (2026-03-02), got 2026-03-02"},
            {ann.priced(-1, 1, EURO), "price must not be negative, got -1"},
            {ann.priced(1, 0, EURO), "billingMonths must be positive, got 0"},
            {ann.inTermsOf(-1), "termMonths must not be negative, got -1"},
            {ann.inTermsOf(6).priced(1, 12, EURO), "termMonths must be 0 or at least billingMonths (12), got 6"}
        };
    }

    @ParameterizedTest
    @MethodSource("flawed")
    void refusesASubscriptionThatCannotBe(Subscription<String> flawed, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger(flawed))
                .withMessage(message + " for customer ann");
    }

    @Test
    void refusesOverlaps() {
        String message =
                "subscriptions of a customer must not overlap, got one from 2026-02-28 while one from 2026-01-01"
                        + " runs for customer ann";
        Subscription<String> first = from("ann", "2026-01-01", "2026-04-01");
        Subscription<String> second = from("ann", "2026-02-28", null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger(second, first))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger(second).plus(ledger(first)))
                .withMessage(message);
        assertThat(ledger(first, from("ann", "2026-04-01", null), from("bob", "2026-02-28", null))
                        .count())
                .isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger(first).plus(SubscriptionLedger.empty(Overlap.ALLOW)))
                .withMessage("overlap must be REFUSE in both ledgers, got ALLOW");
    }

    @Test
    void refusesTwoCurrencies() {
        String message = "unit of money must be EUR, got USD";
        Subscription<String> euro = from("ann", "2026-01-01", null).priced(1, 1, EURO);
        Subscription<String> dollar = from("bob", "2026-01-01", null).priced(1, 1, DOLLAR);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger(euro, dollar))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger(euro).plus(ledger(dollar)))
                .withMessage(message);
        SubscriptionLedger<String> none = SubscriptionLedger.empty(Overlap.REFUSE);
        assertThat(none.plus(ledger(dollar))).isEqualTo(ledger(dollar));
        assertThat(none).isNotEqualTo(SubscriptionLedger.empty(Overlap.ALLOW));
    }

    @Test
    void refusesQuestionsThatCannotBe() {
        SubscriptionLedger<String> none = SubscriptionLedger.empty(Overlap.REFUSE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> none.churn(MARCH, MARCH))
                .withMessage("toExclusive must be after fromInclusive (2026-03-01), got 2026-03-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> none.churn(MARCH, APRIL, -1))
                .withMessage("graceDays must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> none.tenures(DAY, StayRule.EACH, -1, MARCH))
                .withMessage("graceDays must not be negative, got -1");
        YearMonth may = YearMonth.of(2026, 5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> none.recurringRevenue(may, may.minusMonths(1), SnapshotDay.LAST))
                .withMessage("last must not be before first (2026-05), got 2026-04");
        assertThat(none.churn(MARCH, APRIL)).isEqualTo(LogoChurn.EMPTY);
        assertThat(none.recurringRevenue(may, may, SnapshotDay.LAST)).isEqualTo(RevenueLedger.empty());
    }
}
