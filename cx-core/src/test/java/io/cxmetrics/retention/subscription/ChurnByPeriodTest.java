package io.cxmetrics.retention.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.Interval;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class ChurnByPeriodTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

    private static final SubscriptionLedger<String> LEDGER = SubscriptionLedger.of(List.of(
            Subscription.of("ann", JANUARY, null),
            Subscription.of("bob", JANUARY, LocalDate.of(2026, 2, 10)),
            Subscription.of("cid", LocalDate.of(2026, 2, 20), LocalDate.of(2026, 4, 1))));

    @Test
    void eachWholePeriodOfTheQuestionHasItsFlows() {
        SortedMap<LocalDate, LogoChurn> months =
                LEDGER.churnByPeriod(CalendarPeriod.MONTH, 0, LocalDate.of(2026, 1, 15), LocalDate.of(2026, 4, 29));
        assertThat(months.keySet()).containsExactly(JANUARY, JANUARY.plusMonths(1), JANUARY.plusMonths(2));
        months.forEach((start, flows) -> assertThat(flows).isEqualTo(LEDGER.churn(start, start.plusMonths(1))));
        assertThat(LEDGER.churnByPeriod(CalendarPeriod.MONTH, 0, JANUARY, LocalDate.of(2026, 4, 30)))
                .hasSize(4);
        assertThat(LEDGER.churnByPeriod(CalendarPeriod.QUARTER, 0, JANUARY, LocalDate.of(2026, 3, 30)))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LEDGER.churnByPeriod(CalendarPeriod.DAY, 0, JANUARY, LocalDate.of(9999, 1, 1)))
                .withMessage("period must give at most 10000 periods, got DAY from 2026-01-01 through 9999-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LEDGER.churnByPeriod(CalendarPeriod.DAY, -1, JANUARY, JANUARY))
                .withMessage("graceDays must not be negative, got -1");
    }

    /**
     * 12 departures in 6,000 customer-days are 0.002 a day. By Python: {@code 1 - math.exp(-0.002 * 365.2425 / 12)},
     * and the limits of R's {@code poisson.test(12, 6000)$conf.int} turned so.
     */
    @Test
    void theIntervalOfExposureIsThatOfItsHazard() {
        LogoChurn flows = LogoChurn.of(210, 12, 5).withExposure(12, 6000).withEligible(3, 40);
        assertThat(flows.rate(ChurnBase.EXPOSURE, CalendarPeriod.MONTH)).isCloseTo(0.0590579737917, within(1e-12));
        Interval interval = flows.interval(ChurnBase.EXPOSURE, CalendarPeriod.MONTH, 0.95);
        // 6.200575 and 20.961585 departures are Garwood's limits of 12.
        assertThat(interval.low()).isCloseTo(1 - Math.exp(-6.200575 / 6000 * 30.436875), within(1e-8));
        assertThat(interval.high()).isCloseTo(1 - Math.exp(-20.961585 / 6000 * 30.436875), within(1e-8));
        assertThat(flows.interval(ChurnBase.AT_START, CalendarPeriod.MONTH, 0.95))
                .isEqualTo(flows.churn().interval(0.95));
        assertThat(flows.interval(ChurnBase.ELIGIBLE, CalendarPeriod.MONTH, 0.95))
                .isEqualTo(flows.eligibleChurn().interval(0.95));
        assertThat(flows.interval(ChurnBase.AVERAGE, CalendarPeriod.MONTH, 0.95))
                .isEqualTo(Interval.UNDEFINED);
        assertThat(flows.rate(ChurnBase.AT_START, CalendarPeriod.YEAR)).isEqualTo(12.0 / 210);
        assertThat(LogoChurn.EMPTY.rate(ChurnBase.EXPOSURE, CalendarPeriod.MONTH))
                .isNaN();
        for (ChurnBase base : ChurnBase.values()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> flows.interval(base, CalendarPeriod.MONTH, 95))
                    .withMessage("confidence must be in (0, 1), got 95.0");
        }
    }

    @Test
    void tenuresOfAnyPeriod() {
        LocalDate end = LocalDate.of(2026, 7, 10);
        assertThat(LEDGER.tenures(CalendarPeriod.QUARTER, StayRule.FIRST, 0, end)
                        .times())
                .containsExactly(0, 2);
        assertThat(LEDGER.tenures(CalendarPeriod.WEEK, StayRule.FIRST, 0, end).times())
                .containsExactly(5, 27);
        assertThat(LEDGER.tenures(CalendarPeriod.YEAR, StayRule.FIRST, 0, end).count())
                .isEqualTo(3);
    }

    /** Two renewals without a gap are one stay: 2 customers, of whom one left. */
    @Test
    void aRenewalIsNoDeparture() {
        LocalDate february = LocalDate.of(2026, 2, 1);
        LocalDate march = LocalDate.of(2026, 3, 1);
        SubscriptionLedger<String> ledger = SubscriptionLedger.of(List.of(
                Subscription.of("a", JANUARY, february),
                Subscription.of("a", february, march),
                Subscription.of("a", march, null),
                Subscription.of("b", JANUARY, february)));
        var curve = ledger.tenures(CalendarPeriod.MONTH, StayRule.FIRST, 0, LocalDate.of(2026, 4, 30))
                .curve();
        assertThat(curve.at(1)).isEqualTo(0.5);
        assertThat(curve.at(3)).isEqualTo(0.5);
    }

    /** What is cancelled to a later day has not ended: nobody is observed for 12 months on 1 March. */
    @Test
    void anEndThatIsStillToComeIsNoObservation() {
        LocalDate march = LocalDate.of(2026, 3, 1);
        SubscriptionLedger<String> ledger = SubscriptionLedger.of(List.of(
                Subscription.of("a", JANUARY, march),
                Subscription.of("b", JANUARY, null),
                Subscription.of("c", LocalDate.of(2026, 2, 1), LocalDate.of(2027, 2, 1)),
                Subscription.of("d", march, null)));
        var tenures = ledger.tenures(CalendarPeriod.MONTH, StayRule.FIRST, 0, march);
        assertThat(tenures.events()).isOne();
        assertThat(tenures.censored()).isEqualTo(3);
        assertThat(tenures.times()).containsExactly(0, 1, 2);
    }

    /** The last day of the first is the day before the second: with a day of grace one customer, and no churn. */
    @Test
    void anEndThatIsWrittenAsTheLastDayTakesADayOfGrace() {
        SubscriptionLedger<String> ledger = SubscriptionLedger.of(List.of(
                Subscription.of("a", JANUARY, LocalDate.of(2026, 4, 30)),
                Subscription.of("a", LocalDate.of(2026, 5, 1), null)));
        LocalDate april = LocalDate.of(2026, 4, 1);
        assertThat(ledger.churn(april, april.plusMonths(1), 1).lost()).isZero();
        assertThat(ledger.churn(april, april.plusMonths(1), 0).lost()).isOne();
    }
}
