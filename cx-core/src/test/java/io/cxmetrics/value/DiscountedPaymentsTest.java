package io.cxmetrics.value;

import static io.cxmetrics.time.CalendarPeriod.MONTH;
import static io.cxmetrics.time.CalendarPeriod.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscountedPaymentsTest {

    private static final DiscountRate QUARTER = DiscountRate.of(0.25, YEAR);
    private static final LocalDate NEW_YEAR = LocalDate.parse("2026-01-01");

    @Test
    void laterIsLessAndEarlierMore() {
        double[] times = {-1, 0, 2};
        double[] amounts = {4, 10, 25};
        assertThat(QUARTER.presentValue(times, amounts)).isCloseTo(5 + 10 + 16, within(1e-12));
        assertThat(QUARTER.valueAt(2, times, amounts)).isCloseTo(31 * 1.5625, within(1e-12));
        assertThat(QUARTER.valueAt(-1, times, amounts)).isCloseTo(31 / 1.25, within(1e-12));
    }

    @Test
    void nothingIsWorthNothing() {
        assertThat(QUARTER.presentValue(new double[0], new double[0])).isZero();
        assertThat(QUARTER.valueAt(NEW_YEAR, Map.of())).isZero();
    }

    @Test
    void datesCountByMonths() {
        Map<LocalDate, Double> payments =
                Map.of(NEW_YEAR, 100.0, NEW_YEAR.plusMonths(1), 121.0, NEW_YEAR.minusMonths(1), 100.0);
        DiscountRate monthly = DiscountRate.of(0.1, MONTH);
        assertThat(monthly.valueAt(NEW_YEAR, payments)).isCloseTo(100 + 110 + 110, within(1e-10));
        assertThat(QUARTER.valueAt(NEW_YEAR.plusYears(2), Map.of(NEW_YEAR, 16.0)))
                .isCloseTo(25, within(1e-10));
        assertThat(QUARTER.valueAt(NEW_YEAR, Map.of(NEW_YEAR.plusYears(1), 100.0)))
                .isCloseTo(80, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15, 2026-02-15, 1",
        "2026-01-31, 2026-02-28, 1",
        "2024-01-31, 2024-02-29, 1",
        "2026-01-31, 2026-03-31, 2",
        "2026-01-01, 2026-02-15, 1.5",
        "2026-03-01, 2026-03-01, 0",
        "2026-02-15, 2026-01-15, -1",
        "2026-03-15, 2026-02-01, -1.4516129032258065",
        "2024-02-29, 2025-02-28, 12",
    })
    void monthsReturnOnTheSameDay(LocalDate from, LocalDate to, double months) {
        assertThat(DiscountRate.months(from, to)).isEqualTo(months);
    }

    @Property(tries = 500)
    void monthsNeverGoBack(
            @ForAll @IntRange(min = -2000, max = 2000) int from, @ForAll @IntRange(max = 2000) int days) {
        LocalDate start = NEW_YEAR.plusDays(from);
        double months = DiscountRate.months(start, start.plusDays(days));
        assertThat(months).isGreaterThanOrEqualTo(0).isCloseTo(days / 30.4, within(2.0));
        assertThat(DiscountRate.months(start, start.plusDays(days + 1L))).isGreaterThan(months);
    }

    @Test
    void badNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QUARTER.presentValue(new double[] {0, 1}, new double[] {1}))
                .withMessage("amounts must have as many as times (2), got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QUARTER.presentValue(new double[] {0, 1}, new double[] {1, Double.NaN}))
                .withMessage("payment must be finite, got NaN at time 1.0 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QUARTER.presentValue(new double[] {Double.NaN}, new double[] {1}))
                .withMessage("payment must be finite, got 1.0 at time NaN at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QUARTER.valueAt(Double.NaN, new double[0], new double[0]))
                .withMessage("time must be finite, got NaN");
    }
}
