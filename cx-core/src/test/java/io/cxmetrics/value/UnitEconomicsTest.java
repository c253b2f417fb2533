package io.cxmetrics.value;

import static io.cxmetrics.time.CalendarPeriod.MONTH;
import static io.cxmetrics.time.CalendarPeriod.YEAR;
import static io.cxmetrics.value.PaymentTiming.FIRST_NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.retention.subscription.ChurnRate;
import io.cxmetrics.stat.Proportion;
import java.util.Currency;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitEconomicsTest {

    private static final ChurnRate HALF = ChurnRate.of(0.5, MONTH);
    private static final DiscountRate NONE = DiscountRate.of(0, YEAR);

    /** One customer for so many cents, who brings a margin a month. */
    private static UnitEconomics of(long cents, double margin, ChurnRate churn) {
        return UnitEconomics.of(
                AcquisitionCost.ofMedia(cents).withPaid(1), CacRule.PAID, LifetimeValue.of(margin, MONTH, churn, NONE));
    }

    /**
     * 12,500 euros for 100 customers who bring a margin of 14 a month, and of whom 8.96 % leave: 156.25 of value for
     * 125 of cost. With the cost in cents the ratio was 0.0125 and the payback 893 months.
     */
    @Test
    void costAndValueMeetInMajorUnits() {
        UnitEconomics economics = UnitEconomics.of(
                AcquisitionCost.ofMedia(1_250_000, MoneyUnit.of("EUR")).withPaid(100),
                CacRule.PAID,
                LifetimeValue.of(14, MONTH, ChurnRate.of(0.0896, MONTH), NONE));
        assertThat(economics.cac()).isEqualTo(125);
        assertThat(economics.ltvToCac(FIRST_NOW)).isCloseTo(1.25, within(1e-12));
        assertThat(economics.paybackMonths()).isCloseTo(8.928571428571429, within(1e-12));
    }

    @Test
    void currenciesMustBeTheSame() {
        AcquisitionCost euros =
                AcquisitionCost.ofMedia(100, MoneyUnit.of("EUR")).withPaid(1);
        LifetimeValue value = LifetimeValue.of(1, MONTH, HALF, NONE);
        LifetimeValue yen = value.withCurrency(Currency.getInstance("JPY"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitEconomics.of(euros, CacRule.PAID, yen))
                .withMessage("value must be in the currency of the cost, EUR, got JPY");
        LifetimeValue same = value.withCurrency(Currency.getInstance("EUR"));
        assertThat(UnitEconomics.of(euros, CacRule.PAID, same).ltvToCac(FIRST_NOW))
                .isEqualTo(2);
        assertThat(UnitEconomics.of(euros, CacRule.PAID, value).ltvToCac(FIRST_NOW))
                .isEqualTo(2);
        assertThat(UnitEconomics.of(AcquisitionCost.EMPTY, CacRule.PAID, yen).cac())
                .isNaN();
        AcquisitionCost plain = AcquisitionCost.ofMedia(100).withPaid(1);
        assertThat(UnitEconomics.of(plain, CacRule.PAID, yen).cac()).isEqualTo(1);
    }

    /** Media 10,000 and overhead 8,000 for 40 customers by paid channels and 20 others. */
    @ParameterizedTest
    @CsvSource({"PAID, 250, 2.5", "FULLY_LOADED, 450, 4.5", "BLENDED, 300, 3"})
    void ruleSaysWhichCost(CacRule rule, double cac, double months) {
        AcquisitionCost cost = AcquisitionCost.ofMedia(1_000_000)
                .withOverhead(800_000)
                .withPaid(40)
                .withOrganic(20);
        UnitEconomics economics = UnitEconomics.of(cost, rule, LifetimeValue.of(100, MONTH, HALF, NONE));
        assertThat(economics.cac()).isEqualTo(cac);
        assertThat(economics.paybackMonths()).isEqualTo(months);
    }

    @Test
    void paybackIsCostOverMargin() {
        assertThat(of(60_000, 80, HALF).paybackMonths()).isEqualTo(7.5);
        assertThat(of(0, 80, HALF).paybackMonths()).isZero();
        LifetimeValue yearly = LifetimeValue.of(960, YEAR, HALF, NONE);
        assertThat(UnitEconomics.of(AcquisitionCost.ofMedia(60_000).withPaid(1), CacRule.PAID, yearly)
                        .paybackMonths())
                .isCloseTo(7.5, within(1e-12));
    }

    @Test
    void withoutMarginItIsNeverPaidBack() {
        assertThat(of(60_000, 0, HALF).paybackMonths()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(of(60_000, -20, HALF).paybackMonths()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(of(60_000, 0, HALF).paybackMonthsWithChurn()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(of(0, 0, HALF).paybackMonths()).isZero();
        assertThat(of(0, 0, HALF).paybackMonthsWithChurn()).isZero();
    }

    @Test
    void anUnknownCostStaysUnknown() {
        UnitEconomics unknown =
                UnitEconomics.of(AcquisitionCost.ofMedia(600), CacRule.PAID, LifetimeValue.of(80, MONTH, HALF, NONE));
        assertThat(unknown.paybackMonths()).isNaN();
        assertThat(unknown.paybackMonthsWithChurn()).isNaN();
        assertThat(unknown.ltvToCac(FIRST_NOW)).isNaN();
    }

    /** A margin of 80 and half who leave each month: 80, 120, 140, 150, ... and never 160. */
    @ParameterizedTest
    @CsvSource({
        "8000, 1",
        "8100, 2",
        "12000, 2",
        "14000, 3",
        "14001, 4",
        "15900, 8",
        "16000, Infinity",
        "16100, Infinity"
    })
    void customersWhoLeavePayNoMore(long cents, double payments) {
        assertThat(of(cents, 80, HALF).paybackMonthsWithChurn()).isEqualTo(payments);
    }

    @Test
    void nobodyOrEverybodyLeaves() {
        ChurnRate nobody = ChurnRate.of(0, YEAR);
        assertThat(of(60_000, 80, nobody).paybackMonthsWithChurn()).isEqualTo(8);
        assertThat(of(30, 0.1, nobody).paybackMonthsWithChurn()).isEqualTo(3);
        ChurnRate everybody = ChurnRate.of(1, MONTH);
        assertThat(of(8000, 80, everybody).paybackMonthsWithChurn()).isEqualTo(1);
        assertThat(of(8010, 80, everybody).paybackMonthsWithChurn()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** At a churn of 0 no answer throws: the value and the ratio are infinite, and payback is not. */
    @Test
    void answersNeverThrowAtAChurnOfZero() {
        UnitEconomics stays = of(60_000, 80, ChurnRate.of(0, MONTH));
        assertThat(stays.ltvToCac(FIRST_NOW)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(stays.ltvToCac(value -> value.over(15, FIRST_NOW))).isEqualTo(2);
        assertThat(stays.paybackMonths()).isEqualTo(7.5);
    }

    /** 1 - 0.5^12 a year is a half a month. */
    @Test
    void yearlyChurnIsConverted() {
        assertThat(of(14_000, 80, HALF.per(YEAR)).paybackMonthsWithChurn()).isEqualTo(3);
    }

    /** Month by month, which may come out one apart where a payment meets the cost up to rounding. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void paybackIsTheFirstMonthThatReachesTheCost(
            @ForAll @LongRange(min = 100, max = 10_000) long cents,
            @ForAll @Scale(3) @DoubleRange(min = 1, max = 10) double margin,
            @ForAll @Scale(3) @DoubleRange(min = 0.005, max = 1) double churn) {
        double months = of(cents, margin, ChurnRate.of(churn, MONTH)).paybackMonthsWithChurn();
        double sum = 0;
        double left = 1;
        int n = 0;
        while (sum < cents / 100.0 * (1 - 1e-12) && n < 5000) {
            sum += margin * left;
            left *= 1 - churn;
            n++;
        }
        assertThat(months).isEqualTo(n == 5000 ? Double.POSITIVE_INFINITY : n);
    }

    @Test
    void valueOverCostIsOfMargin() {
        assertThat(of(2000, 30, HALF).ltvToCac(FIRST_NOW)).isCloseTo(3, within(1e-12));
        assertThat(of(2000, -30, HALF).ltvToCac(FIRST_NOW)).isCloseTo(-3, within(1e-12));
        assertThat(of(0, 30, HALF).ltvToCac(FIRST_NOW)).isNaN();
        assertThat(of(2000, 30, HALF).ltvToCac(value -> Double.NaN)).isNaN();
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
}
