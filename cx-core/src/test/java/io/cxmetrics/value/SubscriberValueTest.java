package io.cxmetrics.value;

import static io.cxmetrics.value.PaymentTiming.FIRST_EXCLUDED;
import static io.cxmetrics.value.PaymentTiming.FIRST_NOW;
import static io.cxmetrics.value.PaymentTiming.PERIOD_END;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.retention.subscription.SubscriberBase;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.time.CalendarPeriod;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubscriberValueTest {

    private static final MoneyUnit EURO = MoneyUnit.of("EUR");
    private static final DiscountRate NONE = DiscountRate.of(0, CalendarPeriod.YEAR);

    /** A tenth leaves a month: 2 in 20 months. They pay 100.00 each. */
    private static final SubscriberBase TENTH = base(one(15_000, 4, true), one(5_000, 6, true), one(10_000, 10, false));

    private record Subscriber(long mrr, long tenure, boolean left) {}

    private static Subscriber one(long mrr, long tenure, boolean left) {
        return new Subscriber(mrr, tenure, left);
    }

    private static SubscriberBase base(Subscriber... subscribers) {
        return Stream.of(subscribers)
                .collect(SubscriberBase.<Subscriber>aggregation(
                                Subscriber::mrr, Subscriber::tenure, Subscriber::left, EURO)
                        .toCollector());
    }

    /**
     * m = 60 and r = 0.9 a month: 600, 540 and 600 without a discount. At 12 % a year d = 1.12^(1/12) - 1 =
     * 0.009488792934583, and the values are 60 (1 + d) / (0.1 + d) and 60 / (0.1 + d).
     */
    @Test
    void valueAtAConstantChurn() {
        assertThat(SubscriberValue.of(TENTH, 0.6, NONE).infinite(FIRST_NOW)).isCloseTo(600, within(1e-9));
        assertThat(SubscriberValue.of(TENTH, 0.6, NONE).infinite(FIRST_EXCLUDED))
                .isCloseTo(540, within(1e-9));
        assertThat(SubscriberValue.of(TENTH, 0.6, NONE).infinite(PERIOD_END)).isCloseTo(600, within(1e-9));
        DiscountRate yearly = DiscountRate.of(0.12, CalendarPeriod.YEAR);
        double d = 0.009488792934583;
        assertThat(SubscriberValue.of(TENTH, 0.6, yearly).infinite(FIRST_NOW))
                .isCloseTo(60 * (1 + d) / (0.1 + d), within(1e-9));
        assertThat(SubscriberValue.of(TENTH, 0.6, yearly).infinite(PERIOD_END)).isCloseTo(60 / (0.1 + d), within(1e-9));
    }

    /** The exact Poisson limits of 2 are 0.242209 and 7.224688 (Garwood), of churn over 20 months. */
    @Test
    void limitsOfTheValueAreThoseOfTheChurnTheOtherWayRound() {
        Interval interval = SubscriberValue.of(TENTH, 0.6, NONE).interval(FIRST_NOW, 0.95);
        assertThat(interval.low()).isCloseTo(60 * 20 / 7.224687667, within(1e-4));
        assertThat(interval.high()).isCloseTo(60 * 20 / 0.242209279, within(1e-4));
        Interval losing = SubscriberValue.of(TENTH, -0.6, NONE).interval(FIRST_NOW, 0.95);
        assertThat(losing.low()).isEqualTo(-interval.high());
        assertThat(losing.high()).isEqualTo(-interval.low());
    }

    @Test
    void nobodyHasLeftYet() {
        SubscriberBase stays = base(one(500, 9, false));
        assertThat(SubscriberValue.of(stays, 1, NONE).infinite(FIRST_NOW)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(SubscriberValue.of(stays, 1, NONE).interval(FIRST_NOW, 0.95).high())
                .isEqualTo(Double.POSITIVE_INFINITY);
        // 5 (1 + d) / d at 10 % a year, d = 1.1^(1/12) - 1 = 0.00797414042890374
        assertThat(SubscriberValue.of(stays, 1, DiscountRate.of(0.1, CalendarPeriod.YEAR))
                        .infinite(FIRST_NOW))
                .isCloseTo(5 * 1.0079741404289038 / 0.00797414042890374, within(1e-6));
    }

    @Test
    void withoutEvidenceNothingIsKnown() {
        assertThat(SubscriberValue.of(SubscriberBase.EMPTY, 1, NONE).infinite(FIRST_NOW))
                .isNaN();
        assertThat(SubscriberValue.of(SubscriberBase.EMPTY, 1, NONE).interval(FIRST_NOW, 0.95))
                .isEqualTo(Interval.UNDEFINED);
        SubscriberBase noMonths = base(one(500, 0, false));
        assertThat(SubscriberValue.of(noMonths, 1, NONE).infinite(FIRST_NOW)).isNaN();
        assertThat(SubscriberValue.of(noMonths, 1, NONE).interval(FIRST_NOW, 0.95))
                .isEqualTo(Interval.UNDEFINED);
    }

    /** Two who left within one month together are 2 a month, which is no share. */
    @Test
    void moreDeparturesThanMonthsAreNoChurn() {
        SubscriberBase gone = base(one(500, 0, true), one(500, 1, true));
        assertThat(gone.churn().rate()).isEqualTo(2);
        assertThat(SubscriberValue.of(gone, 1, NONE).infinite(FIRST_NOW)).isNaN();
        assertThat(SubscriberValue.of(gone, 1, NONE).interval(FIRST_NOW, 0.95).low())
                .isEqualTo(5);
    }

    @Test
    void percentagesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SubscriberValue.of(TENTH, 60, NONE))
                .withMessage("grossMargin must be a finite fraction of at most 1, such as 0.6 for 60 %, got 60.0");
    }
}
