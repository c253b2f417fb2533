package io.cxmetrics.retention.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    /** In major units, divided once: 1,000.00 a year are 83.33... a month. */
    @Test
    void aMonthIsAnEvenPartOfTheBill() {
        Subscription<String> ann = Subscription.of("ann", DAY, null);
        assertThat(ann.priced(100_000, 12, MoneyUnit.of("EUR")).monthlyPrice()).isEqualTo(1000 / 12.0);
        assertThat(ann.priced(100_000, 12, MoneyUnit.of("JPY")).monthlyPrice()).isEqualTo(100_000 / 12.0);
        assertThat(ann.monthlyPrice()).isNaN();
    }

    /**
     * By the rule of the billed term: a bill that is due on a day which a month does not have is due on its last day.
     * Python's dateutil.relativedelta adds months so.
     */
    @ParameterizedTest
    @CsvSource({
        "MONTH, 2026-01-31, 2026-02-28, 1",
        "MONTH, 2026-01-31, 2026-02-27, 0",
        "MONTH, 2024-01-31, 2024-02-28, 0",
        "MONTH, 2024-01-31, 2024-02-29, 1",
        "MONTH, 2026-02-28, 2026-03-28, 1",
        "MONTH, 2026-01-30, 2026-04-30, 3",
        "MONTH, 2026-01-31, 2026-04-30, 3",
        "MONTH, 2026-01-31, 2026-01-31, 0",
        "QUARTER, 2025-11-30, 2026-02-28, 1",
        "YEAR, 2024-02-29, 2025-02-28, 1",
        "YEAR, 2024-02-29, 2025-02-27, 0",
        "WEEK, 2026-03-02, 2026-03-16, 2",
        "DAY, 2026-03-02, 2026-03-16, 14"
    })
    void periodsAreThoseThatAreBilled(CalendarPeriod period, LocalDate from, LocalDate to, long count) {
        assertThat(Subscription.billedPeriods(period, from, to)).isEqualTo(count);
        if (period == CalendarPeriod.MONTH) {
            assertThat(from.plusMonths(count)).isBeforeOrEqualTo(to);
            assertThat(from.plusMonths(count + 1)).isAfter(to);
        }
    }

    @Test
    void runsFromItsStartUntilBeforeItsEnd() {
        Subscription<String> week = Subscription.of("ann", DAY, DAY.plusDays(7));
        assertThat(week.activeOn(DAY.minusDays(1))).isFalse();
        assertThat(week.activeOn(DAY)).isTrue();
        assertThat(week.activeOn(DAY.plusDays(6))).isTrue();
        assertThat(week.activeOn(DAY.plusDays(7))).isFalse();
        assertThat(Subscription.of("ann", DAY, null).activeOn(LocalDate.MAX)).isTrue();
    }

    @Test
    void holdsWhatTheRowSays() {
        Currency euro = Currency.getInstance("EUR");
        assertThat(Subscription.of("ann", DAY, null).inTermsOf(24).priced(500, 3, euro))
                .isEqualTo(Subscription.of("ann", DAY, null)
                        .priced(500, 3, MoneyUnit.of(euro))
                        .inTermsOf(24))
                .hasToString("Subscription[customer=ann, start=2026-03-02, end=null, termMonths=24, price=500, "
                        + "billingMonths=3, unit=EUR]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subscription.billedPeriods(CalendarPeriod.DAY, DAY, DAY.minusDays(1)))
                .withMessage("to must not be before from (2026-03-02), got 2026-03-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Subscription.of("ann", DAY, null).priced(5, 0, euro).monthlyPrice())
                .withMessage("billingMonths must be positive, got 0 for customer ann");
    }
}
