package io.cxmetrics.retention.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.MoneyUnit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    /** 1,200.00 for a year, booked in January: as one amount it makes a net retention of 0 in February. */
    @Test
    void aYearlyInvoiceLeavesNobodyInFebruary() {
        LocalDate start = LocalDate.of(2026, 1, 15);
        RevenueLedger<String> booked = RevenueLedger.of(List.of(MonthlyRevenue.of("ann", JANUARY, 120_000)));
        assertThat(booked.movements(JANUARY, JANUARY.plusMonths(1)).netRevenueRetention())
                .isZero();
        RevenueLedger<String> spread =
                RevenueLedger.ofInvoices(List.of(Invoice.forMonths("ann", 120_000, start, 12)), SnapshotDay.LAST);
        for (int month = 0; month < 12; month++) {
            assertThat(spread.revenue(JANUARY.plusMonths(month))).isEqualTo(RevenueFlow.of(10_000, 1));
        }
        assertThat(spread.movements(JANUARY, JANUARY.plusMonths(1)).netRevenueRetention())
                .isOne();
        assertThat(spread.movements(JANUARY.plusMonths(11), JANUARY.plusMonths(12))
                        .churn())
                .isEqualTo(RevenueFlow.of(10_000, 1));
    }

    /** Months whose snapshot day is in the service period; the first one where there is none. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-02-28, LAST, 2026-01, 1",
        "2026-02-28, 2026-03-31, LAST, 2026-02, 1",
        "2026-01-10, 2026-01-20, LAST, 2026-01, 1",
        "2026-01-10, 2026-01-20, FIRST, 2026-01, 1",
        "2026-01-10, 2026-04-10, LAST, 2026-01, 3",
        "2026-01-10, 2026-04-10, FIRST, 2026-02, 3",
        "2026-01-01, 2026-04-01, FIRST, 2026-01, 3",
        "2026-01-01, 2026-04-01, LAST, 2026-01, 3"
    })
    void isInTheMonthsOfItsServicePeriod(LocalDate start, LocalDate end, SnapshotDay day, YearMonth first, int months) {
        List<MonthlyRevenue<String>> lines = Invoice.of("ann", 100, start, end).monthly(day);
        assertThat(lines).hasSize(months);
        for (int i = 0; i < months; i++) {
            assertThat(lines.get(i))
                    .isEqualTo(MonthlyRevenue.ofBill("ann", first.plusMonths(i), 100, months, MoneyUnit.CENTS));
        }
    }

    @Test
    void aCreditNoteIsSpreadOverWhatItGivesBack() {
        MoneyUnit euro = MoneyUnit.of("EUR");
        LocalDate start = LocalDate.of(2026, 1, 1);
        RevenueLedger<String> ledger = RevenueLedger.ofInvoices(
                List.of(
                        Invoice.forMonths("ann", 12_000, start, 12).in(euro),
                        Invoice.forMonths("ann", -6000, start.plusMonths(6), 6).in(euro)),
                SnapshotDay.LAST);
        assertThat(ledger.revenue(JANUARY.plusMonths(5))).hasToString("10.0 EUR of 1");
        assertThat(ledger.revenue(JANUARY.plusMonths(6))).isEqualTo(RevenueFlow.of(0, 1));
        RecurringRevenue july = ledger.movements(JANUARY.plusMonths(5), JANUARY.plusMonths(6));
        assertThat(july.contraction()).isEqualTo(RevenueFlow.of(1000, 1, euro));
        assertThat(july.logoChurn().events()).isZero();
    }

    @Test
    void refusesAServicePeriodThatCannotBe() {
        LocalDate start = LocalDate.of(2026, 1, 15);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Invoice.of("ann", 1, start, start))
                .withMessage("end must be after start (2026-01-15), got 2026-01-15 for customer ann");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Invoice.of("ann", 1, start, LocalDate.of(9999, 1, 1)))
                .withMessage("end must be within 1200 months of start (2026-01-15), got 9999-01-01 for customer ann");
    }

    @Test
    void daysOfSnapshots() {
        YearMonth february = YearMonth.of(2024, 2);
        assertThat(SnapshotDay.FIRST.of(february)).isEqualTo("2024-02-01");
        assertThat(SnapshotDay.LAST.of(february)).isEqualTo("2024-02-29");
    }
}
