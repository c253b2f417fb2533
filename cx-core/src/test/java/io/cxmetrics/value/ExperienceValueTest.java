package io.cxmetrics.value;

import static io.cxmetrics.time.CalendarPeriod.YEAR;
import static io.cxmetrics.value.PaymentTiming.FIRST_NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExperienceValueTest {

    private static final DiscountRate TENTH = DiscountRate.of(0.1, YEAR);
    private static final Moments NO_SPEND = Moments.EMPTY;
    private static final Moments MUCH = Moments.of(120, 80, 200, 150, 95, 310, 60, 175);
    private static final Moments LITTLE = Moments.of(40, 75, 20, 90, 55, 30, 110);

    /** The rates of Kriss (2014): 74 and 43 of a hundred stay a year, and spend is as 2.4 to 1. */
    private static final ExperienceValue KRISS = ExperienceValue.of(
            ExperienceGroup.of(Moments.of(200, 280), Proportion.of(74, 100)),
            ExperienceGroup.of(Moments.of(80, 120), Proportion.of(43, 100)));

    private static ExperienceValue spends(Moments satisfied, Moments dissatisfied) {
        return ExperienceValue.of(
                ExperienceGroup.of(satisfied, Proportion.EMPTY), ExperienceGroup.of(dissatisfied, Proportion.EMPTY));
    }

    /** Welch by scipy.stats.ttest_ind(equal_var=False); the ratio by numpy and scipy.stats.norm. */
    @Test
    void spendAsScipyHasIt() {
        ExperienceValue value = spends(MUCH, LITTLE);
        assertThat(value.spendRatio()).isCloseTo(2.4791666666666665, within(1e-12));
        assertThat(value.spendDifference().estimate()).isCloseTo(88.75, within(1e-12));
        near(value.spendDifferenceInterval(0.95), 18.853875707787964, 158.64612429221205);
        near(value.spendRatioInterval(0.95), 1.4233820813873572, 4.318072737799538);
    }

    @Test
    void oneHundredAndFortyPercentMore() {
        assertThat(KRISS.spendRatio()).isEqualTo(2.4);
        assertThat(KRISS.spendDifference().estimate()).isEqualTo(140);
    }

    /** Newcombe's interval of 74/100 and 43/100 by numpy from two of Wilson. */
    @Test
    void moreOfTheSatisfiedStay() {
        assertThat(KRISS.retentionDifference().estimate()).isCloseTo(0.31, within(1e-12));
        near(KRISS.retentionDifference().interval(0.95), 0.1745178812793212, 0.4298166773260965);
    }

    /** 100/26 and 100/57 years. */
    @Test
    void lifetimesUnderConstantChurn() {
        assertThat(KRISS.satisfied().expectedLifetime()).isCloseTo(3.8461538461538463, within(1e-12));
        assertThat(KRISS.dissatisfied().expectedLifetime()).isCloseTo(1.7543859649122806, within(1e-12));
        assertThat(KRISS.lifetimeRatio()).isCloseTo(57 / 26.0, within(1e-12));
    }

    /** 240 * 1.1 / 0.36 and 100 * 1.1 / 0.67. */
    @Test
    void valueOfOneOverTheOther() {
        assertThat(KRISS.satisfied().lifetimeValue(0.5, YEAR, TENTH, FIRST_NOW)).isCloseTo(132 / 0.36, within(1e-9));
        assertThat(KRISS.valueRatio(YEAR, TENTH, FIRST_NOW)).isCloseTo(2.4 * 67 / 36, within(1e-12));
        assertThat(KRISS.valueDifference(0.5, YEAR, TENTH, FIRST_NOW)).isCloseTo(132 / 0.36 - 55 / 0.67, within(1e-9));
        DiscountRate none = DiscountRate.of(0, YEAR);
        assertThat(KRISS.valueRatio(YEAR, none, FIRST_NOW))
                .isCloseTo(KRISS.spendRatio() * KRISS.lifetimeRatio(), within(1e-12));
    }

    @Test
    void withoutCustomersNothingIsKnown() {
        ExperienceValue half = ExperienceValue.of(KRISS.satisfied(), ExperienceGroup.EMPTY);
        assertThat(half.spendRatio()).isNaN();
        assertThat(half.spendRatioInterval(0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(half.spendDifference().estimate()).isNaN();
        assertThat(half.spendDifferenceInterval(0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(half.retentionDifference().estimate()).isNaN();
        assertThat(half.lifetimeRatio()).isNaN();
        assertThat(half.valueRatio(YEAR, TENTH, FIRST_NOW)).isNaN();
        assertThat(half.valueDifference(0.5, YEAR, TENTH, FIRST_NOW)).isNaN();
        ExperienceGroup unwatched = ExperienceGroup.of(MUCH, Proportion.EMPTY);
        assertThat(unwatched.expectedLifetime()).isNaN();
        assertThat(unwatched.lifetimeValue(0.5, YEAR, TENTH, FIRST_NOW)).isNaN();
        assertThat(ExperienceGroup.of(NO_SPEND, Proportion.of(1, 2)).lifetimeValue(0.5, YEAR, TENTH, FIRST_NOW))
                .isNaN();
    }

    @Test
    void oneCustomerHasNoSpread() {
        ExperienceValue value = spends(Moments.of(24), LITTLE);
        assertThat(value.spendRatio()).isCloseTo(0.4, within(1e-12));
        assertThat(value.spendRatioInterval(0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(value.spendDifferenceInterval(0.95)).isEqualTo(Interval.UNDEFINED);
    }

    @Test
    void allAlikeAreCertain() {
        ExperienceValue value = spends(Moments.of(24, 24), Moments.of(10, 10, 10));
        assertThat(value.spendRatioInterval(0.95)).isEqualTo(Interval.of(2.4, 2.4));
        assertThat(value.spendDifferenceInterval(0.95)).isEqualTo(Interval.of(14, 14));
    }

    /** One side alone is uncertain: Student's interval of it, with its own degrees of freedom. */
    @Test
    void oneSideWithoutSpread() {
        near(
                spends(MUCH, Moments.of(10, 10)).spendDifferenceInterval(0.9),
                MUCH.interval(0.9).low() - 10,
                MUCH.interval(0.9).high() - 10);
    }

    @Test
    void ratiosNeedSpend() {
        for (double none : new double[] {0, -5}) {
            ExperienceValue value = spends(MUCH, Moments.of(none, none));
            assertThat(value.spendRatio()).isNaN();
            assertThat(value.spendRatioInterval(0.95)).isEqualTo(Interval.UNDEFINED);
            assertThat(spends(Moments.of(none, none), MUCH).spendRatio()).isNaN();
        }
        ExperienceGroup refunded = ExperienceGroup.of(Moments.of(-5), Proportion.of(1, 2));
        assertThat(ExperienceValue.of(refunded, KRISS.dissatisfied()).valueRatio(YEAR, TENTH, FIRST_NOW))
                .isNaN();
        assertThat(ExperienceValue.of(KRISS.satisfied(), refunded).valueRatio(YEAR, TENTH, FIRST_NOW))
                .isNaN();
        assertThat(ExperienceValue.of(KRISS.satisfied(), refunded).valueDifference(1, YEAR, TENTH, FIRST_NOW))
                .isCloseTo(240 * 1.1 / 0.36 + 5 * 1.1 / 0.6, within(1e-9));
    }

    @Test
    void nobodyLeft() {
        ExperienceGroup loyal = ExperienceGroup.of(Moments.of(100), Proportion.of(8, 8));
        assertThat(loyal.expectedLifetime()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(ExperienceValue.of(loyal, KRISS.dissatisfied()).lifetimeRatio())
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(ExperienceValue.of(KRISS.satisfied(), loyal).lifetimeRatio()).isZero();
        assertThat(ExperienceValue.of(loyal, loyal).lifetimeRatio()).isNaN();
        assertThat(loyal.lifetimeValue(1, YEAR, TENTH, FIRST_NOW)).isCloseTo(1100, within(1e-9));
        DiscountRate none = DiscountRate.of(0, YEAR);
        assertThat(loyal.lifetimeValue(1, YEAR, none, FIRST_NOW)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(ExperienceValue.of(loyal, loyal).valueRatio(YEAR, none, FIRST_NOW))
                .isNaN();
        assertThat(ExperienceValue.of(loyal, loyal).valueDifference(1, YEAR, none, FIRST_NOW))
                .isNaN();
    }

    @Test
    void refusesWhatIsNoMarginOrConfidence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KRISS.valueDifference(30, YEAR, TENTH, FIRST_NOW))
                .withMessage("grossMargin must be a finite fraction of at most 1, such as 0.6 for 60 %, got 30.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExperienceValue.EMPTY.spendDifferenceInterval(95))
                .withMessage("confidence must be in (0, 1), got 95.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExperienceValue.EMPTY.spendRatioInterval(1))
                .withMessage("confidence must be in (0, 1), got 1.0");
    }

    /** Whoever is asked the other way round hears the reciprocal, interval and all. */
    @Test
    void theOtherWayRound() {
        ExperienceValue value = spends(MUCH, LITTLE);
        ExperienceValue back = spends(LITTLE, MUCH);
        Interval there = value.spendRatioInterval(0.95);
        near(back.spendRatioInterval(0.95), 1 / there.high(), 1 / there.low());
    }

    @Test
    void segmentsAddUp() {
        ExperienceValue sum =
                IntStream.range(0, 3).mapToObj(i -> KRISS).reduce(ExperienceValue.EMPTY, ExperienceValue::plus);
        assertThat(sum.satisfied().stayed()).isEqualTo(Proportion.of(222, 300));
        assertThat(sum.dissatisfied().spend().count()).isEqualTo(6);
        assertThat(sum.spendRatio()).isCloseTo(2.4, within(1e-12));
    }

    private static void near(Interval actual, double low, double high) {
        assertThat(actual.low()).isCloseTo(low, within(1e-9 * Math.abs(low)));
        assertThat(actual.high()).isCloseTo(high, within(1e-9 * Math.abs(high)));
    }
}
