package io.cxmetrics.value;

import static io.cxmetrics.time.CalendarPeriod.MONTH;
import static io.cxmetrics.time.CalendarPeriod.YEAR;
import static io.cxmetrics.value.PaymentTiming.FIRST_NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.retention.subscription.ChurnRate;
import io.cxmetrics.stat.Proportion;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class UnitEconomicsTest {

    private static final ChurnRate HALF = ChurnRate.of(0.5, MONTH);

    @Test
    void paybackIsCostOverMargin() {
        assertThat(UnitEconomics.paybackMonths(600, 100, 0.8)).isEqualTo(7.5);
        assertThat(UnitEconomics.paybackMonths(0, 100, 0.8)).isZero();
    }

    @Test
    void withoutMarginItIsNeverPaidBack() {
        assertThat(UnitEconomics.paybackMonths(600, 0, 0.8)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(UnitEconomics.paybackMonths(600, 100, -0.2)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(UnitEconomics.paybackMonths(600, 100, 0, HALF)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(UnitEconomics.paybackMonths(0, 0, 0.8)).isZero();
        assertThat(UnitEconomics.paybackMonths(0, 0, 0.8, HALF)).isZero();
    }

    @Test
    void anUnknownCostStaysUnknown() {
        double unknown = AcquisitionCost.of(600, 0).paid();
        assertThat(UnitEconomics.paybackMonths(unknown, 100, 0.8)).isNaN();
        assertThat(UnitEconomics.paybackMonths(unknown, 100, 0.8, HALF)).isNaN();
        assertThat(UnitEconomics.ltvToCac(100, unknown)).isNaN();
    }

    /** A margin of 80 and half who leave each month: 80, 120, 140, 150, ... and never 160. */
    @Test
    void whoLeavesPaysNoMore() {
        assertThat(UnitEconomics.paybackMonths(80, 100, 0.8, HALF)).isEqualTo(1);
        assertThat(UnitEconomics.paybackMonths(81, 100, 0.8, HALF)).isEqualTo(2);
        assertThat(UnitEconomics.paybackMonths(120, 100, 0.8, HALF)).isEqualTo(2);
        assertThat(UnitEconomics.paybackMonths(140, 100, 0.8, HALF)).isEqualTo(3);
        assertThat(UnitEconomics.paybackMonths(140.01, 100, 0.8, HALF)).isEqualTo(4);
        assertThat(UnitEconomics.paybackMonths(159, 100, 0.8, HALF)).isEqualTo(8);
        assertThat(UnitEconomics.paybackMonths(160, 100, 0.8, HALF)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(UnitEconomics.paybackMonths(161, 100, 0.8, HALF)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void nobodyOrEverybodyLeaves() {
        ChurnRate nobody = ChurnRate.of(0, YEAR);
        assertThat(UnitEconomics.paybackMonths(600, 100, 0.8, nobody)).isEqualTo(8);
        assertThat(UnitEconomics.paybackMonths(0.3, 0.1, 1, nobody)).isEqualTo(3);
        ChurnRate everybody = ChurnRate.of(1, MONTH);
        assertThat(UnitEconomics.paybackMonths(80, 100, 0.8, everybody)).isEqualTo(1);
        assertThat(UnitEconomics.paybackMonths(80.1, 100, 0.8, everybody)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** 1 - 0.5^12 a year is a half a month. */
    @Test
    void yearlyChurnIsConverted() {
        assertThat(UnitEconomics.paybackMonths(140, 100, 0.8, HALF.per(YEAR))).isEqualTo(3);
    }

    /** Month by month, which may come out one apart where a payment meets the cost up to rounding. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void paybackIsTheFirstMonthThatReachesTheCost(
            @ForAll @Scale(3) @DoubleRange(min = 1, max = 100) double cac,
            @ForAll @Scale(3) @DoubleRange(min = 1, max = 10) double margin,
            @ForAll @Scale(3) @DoubleRange(min = 0.005, max = 1) double churn) {
        double months = UnitEconomics.paybackMonths(cac, margin, 1, ChurnRate.of(churn, MONTH));
        double sum = 0;
        double left = 1;
        int n = 0;
        while (sum < cac * (1 - 1e-12) && n < 5000) {
            sum += margin * left;
            left *= 1 - churn;
            n++;
        }
        assertThat(months).isEqualTo(n == 5000 ? Double.POSITIVE_INFINITY : n);
    }

    @Test
    void valueOverCostIsOfMargin() {
        LifetimeValue value = LifetimeValue.ofOrders(100, 1, 0.3, MONTH, HALF, DiscountRate.of(0, YEAR));
        assertThat(UnitEconomics.ltvToCac(value, FIRST_NOW, 20)).isCloseTo(3, within(1e-12));
        assertThat(UnitEconomics.ltvToCac(60, 20)).isEqualTo(3);
        assertThat(UnitEconomics.ltvToCac(-60, 20)).isEqualTo(-3);
        assertThat(UnitEconomics.ltvToCac(60, 0)).isNaN();
        assertThat(UnitEconomics.ltvToCac(Double.NaN, 20)).isNaN();
    }

    @Test
    void referralsAreNewCustomers() {
        assertThat(UnitEconomics.referral(30, 200)).isEqualTo(Proportion.of(30, 200));
        assertThat(UnitEconomics.referral(0, 0).rate()).isNaN();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitEconomics.referral(3, 2))
                .withMessage("referred must not exceed newCustomers (2), got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitEconomics.referral(-1, 2))
                .withMessage("referred must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitEconomics.referral(0, -2))
                .withMessage("newCustomers must not be negative, got -2");
    }

    @Test
    void badNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitEconomics.paybackMonths(-1, 100, 0.8))
                .withMessage("cac must be finite and not negative, or NaN, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitEconomics.ltvToCac(100, Double.POSITIVE_INFINITY))
                .withMessage("cac must be finite and not negative, or NaN, got Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitEconomics.paybackMonths(1, -100, 0.8))
                .withMessage("monthlyRevenue must be finite and not negative, got -100.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitEconomics.paybackMonths(1, 100, 80))
                .withMessage("grossMargin must be finite and at most 1, got 80.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitEconomics.paybackMonths(1, 100, Double.NaN))
                .withMessage("grossMargin must be finite and at most 1, got NaN");
    }
}
