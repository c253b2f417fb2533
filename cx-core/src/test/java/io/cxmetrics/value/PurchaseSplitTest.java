package io.cxmetrics.value;

import static io.cxmetrics.value.Bought.DAYS;
import static io.cxmetrics.value.Bought.log;
import static io.cxmetrics.value.Bought.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        PurchaseHistory calibration = new PurchaseHistory(CalendarPeriod.DAY, 1, 30, 30, 1000, 200, 0);
        assertThat(PurchaseSplit.from(log, DAYS, SPLIT, END))
                .isEqualTo(Map.of("ann", new PurchaseSplit(calibration, 30, 2, 84, 7)));
    }

    @Test
    void holdoutWithoutPurchases() {
        PurchaseSplit ann =
                PurchaseSplit.from(log(on("ann", "03-01", 1)), DAYS, SPLIT, END).get("ann");
        assertThat(ann)
                .isEqualTo(new PurchaseSplit(new PurchaseHistory(CalendarPeriod.DAY, 0, 0, 30, 1, 0, 0), 30, 0, 0, 0));
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
        String message = "holdoutEndInclusive must be after calibrationEndInclusive 2026-03-31, got 2026-03-31";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseSplit.from(log(), DAYS, SPLIT, SPLIT))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseSplit.aggregation(DAYS, SPLIT, SPLIT))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 0, 0, holdoutLength", "0, -1, 0, 0, holdoutFrequency",
        "0, 0, -1, 0, holdoutSpend", "0, 0, 0, -1, holdoutRefunds"
    })
    void negativePartsAreRefused(long length, long frequency, long spend, long refunds, String name) {
        PurchaseHistory once = new PurchaseHistory(CalendarPeriod.DAY, 0, 0, 0, 100, 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PurchaseSplit(once, length, frequency, spend, refunds))
                .withMessage(name + " must not be negative, got -1");
    }
}
