package io.cxmetrics.retention.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    /** By Python's decimal with ROUND_HALF_EVEN. */
    @ParameterizedTest
    @CsvSource({
        "9900, 1, 9900",
        "99900, 12, 8325",
        "100000, 12, 8333",
        "100, 24, 4",
        "18, 12, 2",
        "30, 12, 2",
        "31, 12, 3",
        "10, 3, 3",
        "11, 3, 4",
        "0, 12, 0",
        "2147483646, 2147483647, 1",
        "9223372036854775807, 2, 4611686018427387904",
        "9223372036854775807, 12, 768614336404564651"
    })
    void aMonthIsAnEvenPartOfTheBill(long price, int months, long monthly) {
        assertThat(Subscription.of("ann", DAY, null)
                        .priced(price, months, Subscription.UNPRICED)
                        .monthlyPrice())
                .isEqualTo(monthly);
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
                .isEqualTo(new Subscription<>("ann", DAY, null, 24, 500, 3, euro));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Subscription.of("ann", DAY, null).priced(5, 0, euro).monthlyPrice())
                .withMessage("billingMonths must be positive, got 0 for customer ann");
    }

    @Test
    void daysOfSnapshots() {
        YearMonth february = YearMonth.of(2024, 2);
        assertThat(SnapshotDay.FIRST.of(february)).isEqualTo("2024-02-01");
        assertThat(SnapshotDay.LAST.of(february)).isEqualTo("2024-02-29");
    }
}
