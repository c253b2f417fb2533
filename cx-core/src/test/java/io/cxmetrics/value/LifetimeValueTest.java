package io.cxmetrics.value;

import static io.cxmetrics.time.CalendarPeriod.MONTH;
import static io.cxmetrics.time.CalendarPeriod.QUARTER;
import static io.cxmetrics.time.CalendarPeriod.YEAR;
import static io.cxmetrics.value.PaymentTiming.FIRST_EXCLUDED;
import static io.cxmetrics.value.PaymentTiming.FIRST_NOW;
import static io.cxmetrics.value.PaymentTiming.PERIOD_END;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.retention.subscription.ChurnRate;
import io.cxmetrics.time.CalendarPeriod;
import java.util.Currency;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LifetimeValueTest {

    private static final ChurnRate FIFTH = ChurnRate.of(0.2, YEAR);
    private static final DiscountRate TENTH = DiscountRate.of(0.1, YEAR);
    private static final LifetimeValue HUNDRED = LifetimeValue.of(100, YEAR, FIFTH, TENTH);

    /** The case of Fader and Hardie's note 24: one margin, retention and discount, and three values. */
    @ParameterizedTest
    @CsvSource({"FIRST_NOW, 1100, 3", "FIRST_EXCLUDED, 800, 3", "PERIOD_END, 1000, 3"})
    void threeFormulasOfOneName(PaymentTiming timing, double above, double below) {
        assertThat(HUNDRED.infinite(timing)).isCloseTo(above / below, within(1e-10));
        assertThat(LifetimeValue.infinite(100, 0.8, 0.1, 0, timing)).isCloseTo(above / below, within(1e-10));
    }

    /** 100 of 1.1 / 0.3 by another road: 100 (1 + 8/11 + 64/121 + ...). */
    @Test
    void aHorizonCutsTheValueOff() {
        assertThat(HUNDRED.over(0, FIRST_NOW)).isZero();
        assertThat(HUNDRED.over(1, FIRST_NOW)).isEqualTo(100);
        assertThat(HUNDRED.over(3, FIRST_NOW)).isCloseTo(100 + 800 / 11.0 + 6400 / 121.0, within(1e-10));
        assertThat(HUNDRED.over(2, FIRST_EXCLUDED)).isCloseTo(800 / 11.0 + 6400 / 121.0, within(1e-10));
        assertThat(HUNDRED.over(2, PERIOD_END)).isCloseTo(1000 / 11.0 + 8000 / 121.0, within(1e-10));
        assertThat(HUNDRED.over(Long.MAX_VALUE, FIRST_NOW)).isCloseTo(1100 / 3.0, within(1e-10));
    }

    /**
     * Growth 3/8 makes r (1 + g) to 1.1, which the discount of 0.1 just does not outweigh: every payment is worth 100.
     */
    @Test
    void finiteSumsNeedNotConverge() {
        assertThat(LifetimeValue.over(7, 100, 0.8, 0.1, 0.375, FIRST_NOW)).isCloseTo(700, within(1e-9));
        assertThat(LifetimeValue.over(7, 100, 1, 0, 0, FIRST_NOW)).isEqualTo(700);
        assertThat(LifetimeValue.over(2, 100, 1, 0, 1, FIRST_NOW)).isCloseTo(300, within(1e-10));
    }

    @Test
    void multipleIsOfCustomersWhoHaveJustPaid() {
        assertThat(HUNDRED.marginMultiple()).isCloseTo(8 / 3.0, within(1e-12));
        assertThat(LifetimeValue.of(-7, YEAR, FIFTH, TENTH).marginMultiple()).isCloseTo(8 / 3.0, within(1e-12));
        assertThat(LifetimeValue.of(-3, YEAR, FIFTH, TENTH).infinite(FIRST_NOW)).isCloseTo(-11, within(1e-12));
    }

    @Test
    void simpleKnowsNeitherDiscountNorGrowth() {
        assertThat(HUNDRED.withGrowth(0.05, YEAR).simple()).isEqualTo(500);
        assertThat(LifetimeValue.of(0.5, MONTH, ChurnRate.of(0.25, MONTH), TENTH)
                        .simple())
                .isEqualTo(2);
    }

    /** A year has the survival of twelve months: 0.8^(1/12) and 1.1^(1/12), by mpmath. */
    @Test
    void yearlyRatesMeetAMonthlyMargin() {
        LifetimeValue monthly = LifetimeValue.of(10, MONTH, FIFTH, TENTH);
        assertThat(monthly.infinite(FIRST_NOW)).isCloseTo(381.842946854209, within(1e-9));
        assertThat(monthly.over(12, FIRST_NOW)).isCloseTo(104.1389855056937, within(1e-9));
        assertThat(monthly.simple()).isCloseTo(542.7859101175939, within(1e-9));
        assertThat(LifetimeValue.of(10, MONTH, FIFTH.per(MONTH), TENTH.per(QUARTER))
                        .infinite(FIRST_NOW))
                .isCloseTo(381.842946854209, within(1e-9));
    }

    @Test
    void growthHasAPeriodToo() {
        assertThat(HUNDRED.withGrowth(0.05, YEAR).growth()).isEqualTo(0.05);
        LifetimeValue monthly = LifetimeValue.of(100, MONTH, FIFTH, TENTH);
        assertThat(monthly.withGrowth(0.21, YEAR).growth()).isCloseTo(Math.pow(1.21, 1 / 12.0) - 1, within(1e-15));
        assertThat(HUNDRED.withGrowth(0.1, QUARTER).growth()).isCloseTo(0.4641, within(1e-12));
    }

    @Test
    void ordersMakeAMargin() {
        assertThat(LifetimeValue.ofOrders(50, 4, 0.5, YEAR, FIFTH, TENTH)).isEqualTo(HUNDRED);
        assertThat(LifetimeValue.ofOrders(50, 4, -0.5, YEAR, FIFTH, TENTH).margin())
                .isEqualTo(-100);
    }

    /**
     * Half keep at 0.9, half at 0.5; with m = 100 and d = 0.1 they are worth 550 and 183.33, and at 0.7 one is worth
     * 275.
     */
    @Test
    void theValueAtTheMeanChurnIsTooLow() {
        record Segment(long customers, ChurnRate churn) {
            double value() {
                return LifetimeValue.of(100, YEAR, churn, TENTH).infinite(FIRST_NOW);
            }
        }
        List<Segment> segments =
                List.of(new Segment(50, ChurnRate.of(0.1, YEAR)), new Segment(50, ChurnRate.of(0.5, YEAR)));
        double mean = LifetimeValue.mean(segments, Segment::customers, Segment::value);
        assertThat(mean).isCloseTo(1100 / 3.0, within(1e-10));
        assertThat(new Segment(1, ChurnRate.of(0.3, YEAR)).value()).isCloseTo(275, within(1e-10));
    }

    @Test
    void segmentsWeighByTheirCustomers() {
        assertThat(LifetimeValue.mean(List.of(1, 3), n -> n, n -> 10.0 * n)).isEqualTo(25);
        assertThat(LifetimeValue.mean(List.of(0, 3), n -> n, n -> n == 0 ? Double.NaN : 7))
                .isEqualTo(7);
        assertThat(LifetimeValue.mean(List.of(0), n -> n, n -> 7)).isNaN();
        assertThat(LifetimeValue.mean(List.<Integer>of(), n -> n, n -> 7)).isNaN();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifetimeValue.mean(List.of(-1), n -> n, n -> 7))
                .withMessage("customers must not be negative, got -1");
    }

    @ParameterizedTest
    @EnumSource(PaymentTiming.class)
    void withoutADiscountCustomersWhoNeverLeaveAreWorthInfinitelyMuch(PaymentTiming timing) {
        LifetimeValue stays = LifetimeValue.of(50, YEAR, ChurnRate.of(0, YEAR), DiscountRate.of(0.25, YEAR));
        assertThat(stays.infinite(timing)).isEqualTo(timing == FIRST_NOW ? 250 : 200);
        assertThat(LifetimeValue.infinite(50, 1, 0, 0, timing)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(LifetimeValue.infinite(-50, 1, 0, 0, timing)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(LifetimeValue.infinite(0, 1, 0, 0, timing)).isZero();
    }

    /** A read never throws: at a churn of 0 payback answers infinity, and so do the values. */
    @Test
    void sumsThatGrowWithoutEndAreInfinite() {
        assertThat(HUNDRED.withGrowth(0.375, YEAR).infinite(FIRST_NOW)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(HUNDRED.withGrowth(0.5, YEAR).marginMultiple()).isEqualTo(Double.POSITIVE_INFINITY);
        // 0.8 * 1.4 is 1.12 exactly, and the doubles miss each other by rounding.
        assertThat(LifetimeValue.infinite(1, 0.8, 0.12, 0.4, PERIOD_END)).isEqualTo(Double.POSITIVE_INFINITY);
        LifetimeValue stays = LifetimeValue.of(1, YEAR, ChurnRate.of(0, YEAR), TENTH);
        assertThat(stays.simple()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(LifetimeValue.simple(-1, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(LifetimeValue.simple(-1, -0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(LifetimeValue.simple(0, 0)).isZero();
    }

    /**
     * Losing one customer of a million each day at 0.01 % discount: 1.0001 / 0.000101, of which 1 + d - r keeps few
     * digits.
     */
    @Test
    void smallRatesKeepTheirDigits() {
        assertThat(LifetimeValue.infinite(1, 0.999999, 0.0001, 0, FIRST_NOW))
                .isCloseTo(9901.9801980198, Percentage.withPercentage(1e-8));
    }

    @Test
    void badNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifetimeValue.of(Double.NaN, YEAR, FIFTH, TENTH))
                .withMessage("margin must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HUNDRED.withGrowth(Double.POSITIVE_INFINITY, YEAR))
                .withMessage("rate must be a fraction in (-1, 1], such as 0.05 for 5 %, got Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HUNDRED.over(-1, FIRST_NOW))
                .withMessage("payments must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifetimeValue.infinite(Double.NEGATIVE_INFINITY, 0.8, 0.1, 0, FIRST_NOW))
                .withMessage("margin must be finite, got -Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifetimeValue.over(2, 100, 80, 0.1, 0, FIRST_NOW))
                .withMessage("retention must be in [0, 1], got 80.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifetimeValue.over(2, 100, 0.8, -0.1, 0, FIRST_NOW))
                .withMessage("discount must be a fraction in [0, 1], such as 0.1 for 10 %, got -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifetimeValue.simple(Double.NaN, 0.1))
                .withMessage("margin must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifetimeValue.ofOrders(-1, 4, 0.5, YEAR, FIFTH, TENTH))
                .withMessage("orderValue must be finite and not negative, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifetimeValue.ofOrders(1, -4, 0.5, YEAR, FIFTH, TENTH))
                .withMessage("orders must be finite and not negative, got -4.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifetimeValue.ofOrders(1, 4, 82, YEAR, FIFTH, TENTH))
                .withMessage("grossMargin must be a finite fraction of at most 1, such as 0.6 for 60 %, got 82.0");
    }

    @Test
    void saysItsNumbersWithTheirPeriods() {
        assertThat(HUNDRED).hasToString("100.0 a year, churn 0.2 a year, discount 0.1 a year, growth 0.0");
        assertThat(HUNDRED.period()).isEqualTo(CalendarPeriod.YEAR);
    }

    @Test
    void percentagesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HUNDRED.withGrowth(5, YEAR))
                .withMessage("rate must be a fraction in (-1, 1], such as 0.05 for 5 %, got 5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifetimeValue.infinite(100, 0.8, 10, 0, FIRST_NOW))
                .withMessage("discount must be a fraction in [0, 1], such as 0.1 for 10 %, got 10.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifetimeValue.over(3, 100, 0.8, 0.1, 5, FIRST_NOW))
                .withMessage("growth must be a fraction in (-1, 1], such as 0.05 for 5 %, got 5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifetimeValue.simple(100, 3))
                .withMessage("churn must be in [0, 1], got 3.0");
    }

    /** A rate that is converted may exceed 1: a tenth a month more than triples in a year. */
    @Test
    void convertedRatesAreNotRefused() {
        DiscountRate tenth = DiscountRate.of(0.1, MONTH);
        assertThat(LifetimeValue.of(100, YEAR, FIFTH, tenth).infinite(FIRST_EXCLUDED))
                .isCloseTo(100 * 0.8 / (Math.pow(1.1, 12) - 0.8), within(1e-10));
    }

    @Test
    void mayNameItsCurrency() {
        LifetimeValue euros = HUNDRED.withCurrency(Currency.getInstance("EUR"));
        assertThat(euros).hasToString("100.0 EUR a year, churn 0.2 a year, discount 0.1 a year, growth 0.0");
        assertThat(euros).isNotEqualTo(HUNDRED).isEqualTo(HUNDRED.withCurrency(Currency.getInstance("EUR")));
        assertThat(euros.withGrowth(0.1, YEAR).currency()).isEqualTo(Currency.getInstance("EUR"));
        assertThat(HUNDRED.currency()).isNull();
    }
}
