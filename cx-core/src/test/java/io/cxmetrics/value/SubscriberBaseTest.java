package io.cxmetrics.value;

import static io.cxmetrics.value.PaymentTiming.FIRST_EXCLUDED;
import static io.cxmetrics.value.PaymentTiming.FIRST_NOW;
import static io.cxmetrics.value.PaymentTiming.PERIOD_END;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.stat.EventRate;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.value.SubscriberBase.Subscriber;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriberBaseTest {

    private static final MoneyUnit EURO = MoneyUnit.of("EUR");
    private static final DiscountRate NONE = DiscountRate.of(0, CalendarPeriod.YEAR);

    /** A tenth leaves a month: 2 in 20 months. They pay 100.00 each. */
    private static final SubscriberBase TENTH =
            SubscriberBase.of(List.of(one(15_000, 4, true), one(5_000, 6, true), one(10_000, 10, false)));

    private static Subscriber one(long mrr, long tenure, boolean left) {
        return new Subscriber(mrr, tenure, left, EURO);
    }

    @Test
    void countsAndSums() {
        assertThat(TENTH.count()).isEqualTo(3);
        assertThat(TENTH.mrrMinor()).isEqualTo(30_000);
        assertThat(TENTH.revenuePerSubscriber()).isEqualTo(100);
        assertThat(TENTH.churn()).isEqualTo(EventRate.of(2, 20));
        assertThat(TENTH.expectedLifetime()).isEqualTo(10);
        assertThat(TENTH).hasToString("SubscriberBase[unit=EUR, subscribers=3, mrr=30000, churn=2 in 20 (0.1)]");
    }

    /**
     * m = 60 and r = 0.9 a month: 600, 540 and 600 without a discount. At 12 % a year d = 1.12^(1/12) - 1 = 0.009488792934583,
     * and the values are 60 (1 + d) / (0.1 + d) and 60 / (0.1 + d).
     */
    @Test
    void valueAtAConstantChurn() {
        assertThat(TENTH.lifetimeValue(0.6, NONE, FIRST_NOW)).isCloseTo(600, within(1e-9));
        assertThat(TENTH.lifetimeValue(0.6, NONE, FIRST_EXCLUDED)).isCloseTo(540, within(1e-9));
        assertThat(TENTH.lifetimeValue(0.6, NONE, PERIOD_END)).isCloseTo(600, within(1e-9));
        DiscountRate yearly = DiscountRate.of(0.12, CalendarPeriod.YEAR);
        double d = 0.009488792934583;
        assertThat(TENTH.lifetimeValue(0.6, yearly, FIRST_NOW)).isCloseTo(60 * (1 + d) / (0.1 + d), within(1e-9));
        assertThat(TENTH.lifetimeValue(0.6, yearly, PERIOD_END)).isCloseTo(60 / (0.1 + d), within(1e-9));
    }

    /** The exact Poisson limits of 2 are 0.242209 and 7.224688 (Garwood), of churn over 20 months. */
    @Test
    void limitsOfTheValueAreThoseOfTheChurnTheOtherWayRound() {
        Interval interval = TENTH.lifetimeValueInterval(0.6, NONE, FIRST_NOW, 0.95);
        assertThat(interval.low()).isCloseTo(60 * 20 / 7.224687667, within(1e-4));
        assertThat(interval.high()).isCloseTo(60 * 20 / 0.242209279, within(1e-4));
        Interval losing = TENTH.lifetimeValueInterval(-0.6, NONE, FIRST_NOW, 0.95);
        assertThat(losing.low()).isEqualTo(-interval.high());
        assertThat(losing.high()).isEqualTo(-interval.low());
    }

    @Test
    void nobodyHasLeftYet() {
        SubscriberBase stays = SubscriberBase.of(List.of(one(500, 9, false)));
        assertThat(stays.lifetimeValue(1, NONE, FIRST_NOW)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(stays.lifetimeValueInterval(1, NONE, FIRST_NOW, 0.95).high()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(stays.expectedLifetime()).isEqualTo(Double.POSITIVE_INFINITY);
        // 5 (1 + d) / d at 10 % a year, d = 1.1^(1/12) - 1 = 0.00797414042890374
        assertThat(stays.lifetimeValue(1, DiscountRate.of(0.1, CalendarPeriod.YEAR), FIRST_NOW))
                .isCloseTo(5 * 1.00797414042890374 / 0.00797414042890374, within(1e-6));
    }

    @Test
    void withoutEvidenceNothingIsKnown() {
        assertThat(SubscriberBase.EMPTY.revenuePerSubscriber()).isNaN();
        assertThat(SubscriberBase.EMPTY.expectedLifetime()).isNaN();
        assertThat(SubscriberBase.EMPTY.lifetimeValue(1, NONE, FIRST_NOW)).isNaN();
        assertThat(SubscriberBase.EMPTY.lifetimeValueInterval(1, NONE, FIRST_NOW, 0.95))
                .isEqualTo(Interval.UNDEFINED);
        SubscriberBase noMonths = SubscriberBase.of(List.of(one(500, 0, false)));
        assertThat(noMonths.lifetimeValue(1, NONE, FIRST_NOW)).isNaN();
        assertThat(noMonths.lifetimeValueInterval(1, NONE, FIRST_NOW, 0.95)).isEqualTo(Interval.UNDEFINED);
    }

    /** Two who left within one month together are 2 a month, which is no share. */
    @Test
    void moreDeparturesThanMonthsAreNoChurn() {
        SubscriberBase gone = SubscriberBase.of(List.of(one(500, 0, true), one(500, 1, true)));
        assertThat(gone.churn().rate()).isEqualTo(2);
        assertThat(gone.lifetimeValue(1, NONE, FIRST_NOW)).isNaN();
        assertThat(gone.lifetimeValueInterval(1, NONE, FIRST_NOW, 0.95).low()).isEqualTo(5);
    }

    @Test
    void badNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one(-1, 0, true))
                .withMessage("mrr must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one(1, -2, true))
                .withMessage("tenure must not be negative, got -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TENTH.lifetimeValue(60, NONE, FIRST_NOW))
                .withMessage("grossMargin must be a finite fraction of at most 1, such as 0.6 for 60 %, got 60.0");
        Subscriber yen = new Subscriber(1, 1, true, MoneyUnit.of("JPY"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SubscriberBase.of(List.of(one(1, 1, true), yen)))
                .withMessage("unit of money must be EUR, got JPY");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> SubscriberBase.of(List.of(one(Long.MAX_VALUE, 1, true), one(1, 1, true))));
    }
}
