package io.cxmetrics.value;

import static io.cxmetrics.value.Bought.DAYS;
import static io.cxmetrics.value.Bought.log;
import static io.cxmetrics.value.Bought.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PurchaseSplitTest {

    private static final LocalDate SPLIT = LocalDate.of(2026, 3, 31);
    private static final LocalDate END = LocalDate.of(2026, 4, 30);

    @Test
    void holdoutStartsTheDayAfterAndEndsWithItsLast() {
        ActivityLog<String> log = log(
                on("ann", "03-01", 1000),
                on("ann", "03-31", 200),
                on("ann", "04-01", 30),
                on("ann", "04-01", 4),
                on("ann", "04-30", 50),
                on("ann", "04-15", -7),
                on("ann", "05-01", 9999),
                on("bob", "04-01", 100));
        PurchaseHistory calibration =
                PurchaseHistory.of(CalendarPeriod.DAY, 1, 30, 30).withSpend(1000, 200, 0, MoneyUnit.CENTS);
        assertThat(PurchaseSplit.from(log, DAYS, SPLIT, END))
                .containsOnlyKeys("ann")
                .hasEntrySatisfying("ann", split -> {
                    assertThat(split.calibration()).isEqualTo(calibration);
                    holdout(split, 30, 2, 84, 7);
                    assertThat(split.holdoutSpend()).isEqualTo(0.84);
                    assertThat(split.holdoutRefunds()).isEqualTo(0.07);
                });
    }

    @Test
    void holdoutWithoutPurchases() {
        PurchaseSplit ann =
                PurchaseSplit.from(log(on("ann", "03-01", 1)), DAYS, SPLIT, END).get("ann");
        assertThat(Objects.requireNonNull(ann).calibration())
                .isEqualTo(PurchaseHistory.of(CalendarPeriod.DAY, 0, 0, 30).withSpend(1, 0, 0, MoneyUnit.CENTS));
        holdout(ann, 30, 0, 0, 0);
    }

    @Test
    void aStreamGivesTheSame() {
        Activity<String> first = on("ann", "03-01", 1);
        Activity<String> second = on("ann", "04-05", 2);
        assertThat(Stream.of(second, first)
                        .collect(PurchaseSplit.<String>aggregation(DAYS, SPLIT, END)
                                .toCollector()))
                .isEqualTo(PurchaseSplit.from(log(first, second), DAYS, SPLIT, END))
                .containsOnlyKeys("ann");
    }

    @Test
    void holdoutMustEndAfterTheCalibration() {
        String message = "observedThrough must be after calibrationThrough 2026-03-31, got 2026-03-31";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseSplit.from(log(), DAYS, SPLIT, SPLIT))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseSplit.aggregation(DAYS, SPLIT, SPLIT))
                .withMessage(message);
    }

    private static void holdout(PurchaseSplit split, long length, long frequency, long spend, long refunds) {
        assertThat(split.holdoutLength()).isEqualTo(length);
        assertThat(split.holdoutFrequency()).isEqualTo(frequency);
        assertThat(split.holdoutSpendMinor()).isEqualTo(spend);
        assertThat(split.holdoutRefundsMinor()).isEqualTo(refunds);
    }

    @Test
    void namesEachPart() {
        Map<String, PurchaseSplit> splits = PurchaseSplit.from(log(on("ann", "03-31", 1)), DAYS, SPLIT, END);
        assertThat(splits.get("ann"))
                .hasToString("PurchaseSplit[calibration=PurchaseHistory[period=DAY, frequency=0, recency=0, age=0,"
                        + " firstSpend=1, repeatSpend=0, refunds=0, unit=no currency, 2 decimals], holdoutLength=30,"
                        + " holdoutFrequency=0, holdoutSpend=0, holdoutRefunds=0]");
        assertThat(splits.get("ann"))
                .isNotEqualTo(PurchaseSplit.from(log(on("ann", "03-31", 1)), DAYS, SPLIT, END.plusDays(1))
                        .get("ann"));
    }
}
