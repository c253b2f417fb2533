package io.cxmetrics.value;

import static io.cxmetrics.value.Bought.log;
import static io.cxmetrics.value.Bought.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PurchaseLogTest {

    private static final MoneyUnit EURO = MoneyUnit.of("EUR");
    private static final MoneyUnit YEN = MoneyUnit.of("JPY");

    /** 100 euros and 5,000 yen are not 5,100.00 of anything, in whatever order they come. */
    @Test
    void twoCurrenciesAreRefused() {
        Purchase<String> euros = on("a", "01-05", 10_000).in(EURO);
        Purchase<String> yen = on("b", "01-06", 5_000).in(YEN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseLog.of(List.of(euros, yen)))
                .withMessage("unit of money must be EUR, got JPY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseLog.of(List.of(yen, euros)))
                .withMessage("unit of money must be JPY, got EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log(euros).plus(log(yen)))
                .withMessage("unit of money must be EUR, got JPY");
        Aggregation<Purchase<String>, PurchaseBuffer<String>, PurchaseLog<String>> aggregation =
                PurchaseLog.aggregation();
        PurchaseBuffer<String> left = aggregation.add(aggregation.zero(), euros);
        PurchaseBuffer<String> right = aggregation.add(aggregation.zero(), yen);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aggregation.merge(left, right))
                .withMessage("unit of money must be EUR, got JPY");
    }

    @Test
    void anEmptyLogHasNoUnit() {
        assertThat(PurchaseLog.empty().unit()).isNull();
        assertThat(PurchaseLog.from(ActivityLog.empty(), EURO)).isEqualTo(PurchaseLog.empty());
        PurchaseLog<String> euros = log(on("a", "01-05", 1).in(EURO));
        assertThat(PurchaseLog.<String>empty().plus(euros)).isEqualTo(euros);
        assertThat(euros.unit()).isEqualTo(EURO);
    }

    @Test
    void activitiesArePurchases() {
        Activity<String> activity = Activity.of("ann", Instant.EPOCH, 300);
        ActivityLog<String> activities = Stream.of(activity).collect(ActivityLog.toActivityLog());
        PurchaseLog<String> cents = PurchaseLog.from(activities);
        assertThat(cents.activities()).isEqualTo(activities);
        assertThat(cents).isEqualTo(log(Purchase.of("ann", Instant.EPOCH, 300)));
        assertThat(cents).isNotEqualTo(PurchaseLog.from(activities, YEN));
        assertThat(cents.count()).isEqualTo(1);
        assertThat(cents).hasToString("PurchaseLog[1 purchases of 1 customers, no currency, 2 decimals]");
    }

    @Test
    void recordsOfTheCallerNeedNoPurchases() {
        record Order(int customer, Instant at, long yen) {}
        PurchaseLog<Integer> log = Stream.of(new Order(7, Instant.EPOCH, 500), new Order(7, Instant.EPOCH, -100))
                .collect(PurchaseLog.toPurchaseLog(Order::customer, Order::at, Order::yen, YEN));
        assertThat(log)
                .isEqualTo(PurchaseLog.of(List.of(
                        new Purchase<>(7, Instant.EPOCH, 500, YEN), new Purchase<>(7, Instant.EPOCH, -100, YEN))));
    }

    @Test
    void whatWasLeftOutAddsUp() {
        PurchaseBuffer<String> buffer = new PurchaseBuffer<>();
        buffer.leaveOut(PurchaseFlaw.NO_AMOUNT);
        buffer.leaveOut(PurchaseFlaw.NO_AMOUNT);
        buffer.leaveOut(PurchaseFlaw.NO_CUSTOMER);
        PurchaseLog<String> flaws = buffer.toLog();
        assertThat(flaws.leftOut())
                .isEqualTo(Map.of(PurchaseFlaw.NO_CUSTOMER, 1L, PurchaseFlaw.NO_AMOUNT, 2L))
                .hasToString("{NO_CUSTOMER=1, NO_AMOUNT=2}");
        PurchaseLog<String> both = flaws.plus(log(on("ann", "01-05", 1))).plus(flaws);
        assertThat(both.leftOut(PurchaseFlaw.NO_AMOUNT)).isEqualTo(4);
        assertThat(both.leftOut(PurchaseFlaw.NO_TIME)).isZero();
        assertThat(both.count()).isEqualTo(1);
        assertThat(both)
                .hasToString("PurchaseLog[1 purchases of 1 customers, no currency, 2 decimals, left out"
                        + " {NO_CUSTOMER=2, NO_AMOUNT=4}]");
        assertThat(flaws).isNotEqualTo(PurchaseLog.empty());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> flaws.leftOut().clear());
    }
}
