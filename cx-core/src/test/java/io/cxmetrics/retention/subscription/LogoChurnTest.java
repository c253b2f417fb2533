package io.cxmetrics.retention.subscription;

import static io.cxmetrics.retention.subscription.ChurnBase.AT_START;
import static io.cxmetrics.retention.subscription.ChurnBase.AVERAGE;
import static io.cxmetrics.retention.subscription.ChurnBase.ELIGIBLE;
import static io.cxmetrics.retention.subscription.ChurnBase.EXPOSURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.time.CalendarPeriod;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LogoChurnTest {

    /**
     * 500 customers, 20 leave, 60 join for good, 5 join and leave, 10 come back; 200 could have left, in 15,000 days.
     */
    private static final LogoChurn MONTH = Flows.of(500, 20, 65, 10, 5, 25, 15_000, 200, 25);

    @Test
    void eachBaseDividesByItsOwn() {
        assertThat(MONTH.atEnd()).isEqualTo(550);
        assertThat(MONTH.rate(AT_START)).isEqualTo(0.04); // 20 / 500
        assertThat(MONTH.rate(AVERAGE)).isCloseTo(0.047619047619047616, within(1e-15)); // 25 / 525
        assertThat(MONTH.rate(EXPOSURE)).isCloseTo(0.0016666666666666668, within(1e-17)); // 25 / 15000
        assertThat(MONTH.rate(ELIGIBLE)).isEqualTo(0.125); // 25 / 200
        assertThat(MONTH.churn()).isEqualTo(Proportion.of(20, 500));
        assertThat(MONTH.retention()).isEqualTo(Proportion.of(480, 500));
        assertThat(MONTH.eligibleChurn()).isEqualTo(Proportion.of(25, 200));
        assertThat(MONTH.reactivationRate()).isEqualTo(0.02);
        assertThat(MONTH.netGrowth()).isEqualTo(0.1);
    }

    /** 100 at start, 10 lost, 10 joined: (100 - 100) / 100 would be no churn at all. */
    @Test
    void newCustomersDoNotHideTheLost() {
        LogoChurn churn = LogoChurn.of(100, 10, 10);
        assertThat(churn.atEnd()).isEqualTo(100);
        assertThat(churn.netGrowth()).isZero();
        assertThat(churn.rate(AT_START)).isEqualTo(0.1);
        assertThat(LogoChurn.of(100, 10, 40).rate(AT_START)).isEqualTo(0.1);
    }

    @Test
    void whoCameBackLowersNoChurn() {
        LogoChurn churn = Flows.of(10, 1, 0, 5, 0, 0, 0, 0, 0);
        assertThat(churn.atEnd()).isEqualTo(14);
        assertThat(churn.rate(AT_START)).isEqualTo(0.1);
        assertThat(churn.reactivationRate()).isEqualTo(0.5);
    }

    @Test
    void whoJoinedAndLeftIsInTheAverageOnly() {
        LogoChurn churn = Flows.of(10, 0, 4, 0, 4, 0, 0, 0, 0);
        assertThat(churn.rate(AT_START)).isZero();
        assertThat(churn.left()).isEqualTo(4);
        assertThat(churn.rate(AVERAGE)).isEqualTo(0.4);
        assertThat(Flows.of(0, 0, 4, 0, 3, 0, 0, 0, 0).rate(AVERAGE)).isEqualTo(6); // 3 of a half
    }

    /** dee was there before, cid was not; eve had been a customer and did not come back. */
    @Test
    void setsOfCustomers() {
        Set<String> before = Set.of("ann", "bob", "fay");
        Set<String> after = Set.of("ann", "cid", "dee", "gus");
        LogoChurn known = LogoChurn.between(before, after, Set.of("ann", "dee", "eve"));
        assertThat(known).isEqualTo(Flows.of(3, 2, 2, 1, 0, 0, 0, 0, 0));
        assertThat(LogoChurn.between(before, after, "dee"::equals)).isEqualTo(known);
        assertThat(LogoChurn.between(before, after)).isEqualTo(LogoChurn.of(3, 2, 3));
        assertThat(known.atEnd()).isEqualTo(4);
    }

    /** Limits by scipy's chi2.ppf: 3 events in 1,000 days; 1 - exp(-h days) by Python. */
    @Test
    void exposureIsARatePerDay() {
        LogoChurn three = Flows.of(0, 0, 0, 0, 0, 3, 1000, 0, 0);
        assertThat(three.hazard().interval(0.95).low()).isCloseTo(6.186721228956014e-4, within(1e-12));
        assertThat(three.hazard().interval(0.95).high()).isCloseTo(0.00876727306974232, within(1e-12));
        assertThat(Flows.of(0, 0, 0, 0, 0, 0, 1000, 0, 0).hazard().interval(0.95))
                .satisfies(none -> assertThat(none.low()).isZero())
                .satisfies(none -> assertThat(none.high()).isCloseTo(3.688879454113935e-3, within(1e-12)));
        assertThat(LogoChurn.EMPTY.hazard().interval(0.95)).isEqualTo(Interval.UNDEFINED);
        LogoChurn twelve = Flows.of(0, 0, 0, 0, 0, 12, 6000, 0, 0);
        assertThat(twelve.churnRate(EXPOSURE, CalendarPeriod.MONTH).rate())
                .isCloseTo(0.05905797379173283, within(1e-15));
        assertThat(twelve.churnRate(EXPOSURE, CalendarPeriod.YEAR).rate()).isCloseTo(0.5183246791006322, within(1e-15));
        assertThat(twelve.churnRate(EXPOSURE, CalendarPeriod.WEEK).rate())
                .isCloseTo(0.013902455737138096, within(1e-15));
    }

    @Test
    void aRateWithItsPeriod() {
        assertThat(MONTH.churnRate(CalendarPeriod.MONTH)).isEqualTo(ChurnRate.of(0.04, CalendarPeriod.MONTH));
        assertThat(MONTH.churnRate(ELIGIBLE, CalendarPeriod.QUARTER))
                .isEqualTo(ChurnRate.of(0.125, CalendarPeriod.QUARTER));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogoChurn.EMPTY.churnRate(CalendarPeriod.MONTH))
                .withMessage("rate must be in [0, 1], got NaN");
    }

    @ParameterizedTest
    @EnumSource
    void withoutABaseThereIsNoRate(ChurnBase base) {
        assertThat(LogoChurn.EMPTY.rate(base)).isNaN();
        assertThat(LogoChurn.of(0, 0, 5).rate(AT_START)).isNaN();
    }

    @Test
    void countsKnowNeitherDaysNorContracts() {
        LogoChurn counts = LogoChurn.of(100, 10, 10);
        assertThat(counts.rate(EXPOSURE)).isNaN();
        assertThat(counts.rate(ELIGIBLE)).isNaN();
        assertThat(LogoChurn.EMPTY.netGrowth()).isNaN();
        assertThat(LogoChurn.EMPTY.reactivationRate()).isNaN();
        assertThat(counts.plus(MONTH).rate(ELIGIBLE)).isEqualTo(0.125);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 0, 0, 0, 0, 0, 0, 0, 'atStart must not be negative, got -1'",
        "2, -1, 0, 0, 0, 0, 0, 0, 0, 'lost must not be negative, got -1'",
        "2, 3, 0, 0, 0, 0, 0, 0, 0, 'lost must not exceed atStart (2), got 3'",
        "2, 0, -1, 0, 0, 0, 0, 0, 0, 'joined must not be negative, got -1'",
        "2, 0, 0, -1, 0, 0, 0, 0, 0, 'reactivated must not be negative, got -1'",
        "2, 0, 1, 1, 3, 0, 0, 0, 0, 'lostJoiners must not exceed joined + reactivated (2), got 3'",
        "2, 0, 0, 0, 0, -1, 0, 0, 0, 'departures must not be negative, got -1'",
        "2, 0, 0, 0, 0, 0, -1, 0, 0, 'customerDays must not be negative, got -1'",
        "2, 0, 0, 0, 0, 0, 0, -1, 0, 'eligible must not be negative, got -1'",
        "2, 0, 0, 0, 0, 0, 0, 1, 2, 'eligibleLost must not exceed eligible (1), got 2'"
    })
    void refusesCountsThatCannotBe(
            long a, long b, long c, long d, long e, long f, long g, long h, long i, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Flows.of(a, b, c, d, e, f, g, h, i))
                .withMessage(message);
    }

    @Test
    void doesNotWrapAround() {
        LogoChurn most = LogoChurn.of(Long.MAX_VALUE, 0, 0);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(LogoChurn.of(1, 0, 0)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> LogoChurn.of(Long.MAX_VALUE, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MONTH.hazard().interval(1))
                .withMessage("confidence must be in (0, 1), got 1.0");
    }
}
