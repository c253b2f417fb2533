package io.cxmetrics.retention.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.retention.revenue.RevenueFlow;
import io.cxmetrics.stat.EventRate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubscriberBaseTest {

    private record Payer(long fee, long months, boolean left) {}

    private static SubscriberBase of(Payer... payers) {
        return Stream.of(payers).collect(SubscriberBase.toSubscriberBase(Payer::fee, Payer::months, Payer::left));
    }

    @Test
    void paysAndLeaves() {
        SubscriberBase base = of(new Payer(5000, 10, true), new Payer(7000, 25, false), new Payer(0, 5, true));
        assertThat(base.revenue()).isEqualTo(RevenueFlow.of(12_000, 3));
        assertThat(base.churn()).isEqualTo(EventRate.of(2, 40));
        assertThat(base.revenuePerSubscriber()).isEqualTo(40);
        assertThat(base.expectedMonths()).isEqualTo(20);
        assertThat(base.count()).isEqualTo(3);
    }

    @Test
    void withoutEvidenceThereIsNoAnswer() {
        assertThat(SubscriberBase.EMPTY.revenuePerSubscriber()).isNaN();
        assertThat(SubscriberBase.EMPTY.expectedMonths()).isNaN();
        assertThat(of(new Payer(100, 5, false)).expectedMonths()).isInfinite();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(new Payer(-1, 0, false)))
                .withMessage("fee must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(new Payer(1, -2, false)))
                .withMessage("months must not be negative, got -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SubscriberBase(RevenueFlow.of(1, 1), EventRate.of(2, 3)))
                .withMessage("churn must have at most as many events as subscribers (1), got 2");
        SubscriberBase yen = Stream.of(5L)
                .collect(SubscriberBase.<Long>aggregation(fee -> fee, fee -> 1L, fee -> false, MoneyUnit.of("JPY"))
                        .toCollector());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> yen.plus(of(new Payer(1, 1, true))))
                .withMessage("unit of money must be JPY, got no currency, 2 decimals");
    }
}
