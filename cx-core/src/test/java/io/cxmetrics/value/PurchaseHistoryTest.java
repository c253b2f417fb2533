package io.cxmetrics.value;

import static io.cxmetrics.value.Bought.DAYS;
import static io.cxmetrics.value.Bought.log;
import static io.cxmetrics.value.Bought.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.PurchaseRule;
import io.cxmetrics.time.CalendarPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurchaseHistoryTest {

    private static final LocalDate END = LocalDate.of(2026, 4, 30);

    private static PurchaseHistory ann(ActivityLog<String> log, PurchaseDefinition definition) {
        return Objects.requireNonNull(PurchaseHistory.from(log, definition, END).get("ann"));
    }

    @Test
    void purchasesOfADayAreMerged() {
        PurchaseHistory ann = ann(
                log(
                        on("ann", "03-12", 500),
                        on("ann", "03-02", 2000),
                        on("ann", "03-02", 1000),
                        on("ann", "03-12", 700),
                        on("ann", "04-11", 300)),
                DAYS);
        assertThat(ann)
                .isEqualTo(PurchaseHistory.of(CalendarPeriod.DAY, 2, 40, 59).withSpend(3000, 1500, 0, MoneyUnit.CENTS));
        assertThat(ann.sinceLast()).isEqualTo(19);
        assertThat(ann.purchasePeriods()).isEqualTo(3);
        assertThat(ann.spend()).isEqualTo(45);
        assertThat(ann.meanRepeatSpend()).isEqualTo(7.5);
        assertThat(ann.meanSpend()).isEqualTo(15);
        assertThat(ann.value(0.5)).isEqualTo(22.5);
    }

    @Test
    void oneWhoBoughtOnceHasNoRepeatSpend() {
        PurchaseHistory ann = ann(log(on("ann", "04-30", 500)), DAYS);
        assertThat(ann)
                .isEqualTo(PurchaseHistory.of(CalendarPeriod.DAY, 0, 0, 0).withSpend(500, 0, 0, MoneyUnit.CENTS));
        assertThat(ann.meanRepeatSpend()).isNaN();
        assertThat(ann.meanSpend()).isEqualTo(5);
    }

    @Test
    void whoHasNotBoughtYetHasNoHistory() {
        ActivityLog<String> log =
                log(on("ann", "04-30", 500), on("bob", "05-01", 500), on("cid", "04-01", -500), on("ann", "05-01", 1));
        assertThat(PurchaseHistory.from(log, DAYS, END)).containsOnlyKeys("ann");
        assertThat(PurchaseHistory.from(log, DAYS, LocalDate.of(2026, 5, 1))).containsOnlyKeys("ann", "bob");
    }

    @Test
    void refundsAreMoneyAndNoPurchases() {
        PurchaseHistory ann =
                ann(log(on("ann", "03-02", 2000), on("ann", "03-12", -2000), on("ann", "03-22", -300)), DAYS);
        assertThat(ann)
                .isEqualTo(PurchaseHistory.of(CalendarPeriod.DAY, 0, 0, 59).withSpend(2000, 0, 2300, MoneyUnit.CENTS));
        assertThat(ann.netSpend()).isEqualTo(-3);
        assertThat(ann.spend()).isEqualTo(20);
    }

    /** Three days: one with a free order, one with a paid one, one with a refund. */
    @ParameterizedTest
    @CsvSource({"WITHOUT_REFUNDS, 1, 10, 0", "PAID, 0, 0, 1000", "EVERY_ACTIVITY, 2, 20, 0"})
    void ruleSaysWhichDaysAreOfPurchases(PurchaseRule rule, long frequency, long recency, long firstSpend) {
        ActivityLog<String> log = log(on("ann", "03-02", 0), on("ann", "03-12", 1000), on("ann", "03-22", -400));
        PurchaseHistory ann = ann(log, DAYS.withRule(rule));
        assertThat(ann.frequency()).isEqualTo(frequency);
        assertThat(ann.recency()).isEqualTo(recency);
        assertThat(ann.firstSpendMinor()).isEqualTo(firstSpend);
        assertThat(ann.spend()).isEqualTo(10);
        assertThat(ann.netSpend()).isEqualTo(6);
    }

    /** 2025-12-31 and 2026-01-01 are days of one week, a Wednesday and a Thursday; 2026-04-30 is 17 weeks after. */
    @ParameterizedTest
    @CsvSource({"DAY, 3, 60, 120", "WEEK, 2, 8, 17", "MONTH, 2, 3, 4", "QUARTER, 1, 1, 2", "YEAR, 1, 1, 1"})
    void purchasesOfAPeriodAreMerged(CalendarPeriod period, long frequency, long recency, long age) {
        ActivityLog<String> log = log(
                Activity.on("ann", LocalDate.of(2025, 12, 31), 1),
                on("ann", "01-01", 1),
                on("ann", "01-12", 1),
                on("ann", "03-01", 1));
        PurchaseHistory ann = ann(log, DAYS.withPeriod(period));
        assertThat(ann.frequency()).isEqualTo(frequency);
        assertThat(ann.recency()).isEqualTo(recency);
        assertThat(ann.age()).isEqualTo(age);
    }

    @Test
    void weeksAreSevenDaysExactly() {
        LongStream.range(0, 1000).forEach(days -> {
            PurchaseHistory history = PurchaseHistory.of(CalendarPeriod.DAY, days == 0 ? 0 : 1, days, 2 * days)
                    .withSpend(1, 0, 0, MoneyUnit.CENTS);
            assertThat(history.recency(CalendarPeriod.WEEK)).isEqualTo(days / 7.0);
            assertThat(history.age(CalendarPeriod.WEEK)).isEqualTo(2 * days / 7.0);
            assertThat(history.age(CalendarPeriod.DAY)).isEqualTo(2 * days);
        });
    }

    @Test
    void monthsOfDaysAreOfMeanLength() {
        PurchaseHistory years = PurchaseHistory.of(CalendarPeriod.YEAR, 1, 2, 3).withSpend(1, 0, 0, MoneyUnit.CENTS);
        assertThat(years.age(CalendarPeriod.MONTH)).isEqualTo(36);
        PurchaseHistory days =
                PurchaseHistory.of(CalendarPeriod.DAY, 1, 1461, 1461).withSpend(1, 0, 0, MoneyUnit.CENTS);
        // Four years with one leap day are 48 months by the calendar, and 0.0001 more by mean months of 30.436875 days.
        assertThat(days.recency(CalendarPeriod.MONTH)).isCloseTo(48.000986, within(1e-6));
    }

    @Test
    void zoneDecidesTheDay() {
        ActivityLog<String> log = log(
                Activity.of("ann", Instant.parse("2026-03-02T23:30:00Z"), 1),
                Activity.of("ann", Instant.parse("2026-03-03T00:30:00Z"), 1));
        assertThat(ann(log, DAYS).frequency()).isEqualTo(1);
        assertThat(ann(log, PurchaseDefinition.in(ZoneId.of("Europe/Berlin"))).frequency())
                .isZero();
    }

    /**
     * Clocks of St. John's went back from 00:01 to 23:01 of the day before, so that a later purchase shows an earlier
     * date.
     */
    @Test
    void clockSetBackOverMidnightMakesNoDayMore() {
        PurchaseDefinition there = PurchaseDefinition.in(ZoneId.of("America/St_Johns"));
        ActivityLog<String> log = log(
                Activity.of("ann", Instant.parse("2009-11-01T02:30:30Z"), 1),
                Activity.of("ann", Instant.parse("2009-11-01T02:32:00Z"), 1));
        assertThat(Objects.requireNonNull(log.histories().get("ann")).days(there.zone()))
                .isEqualTo(new long[] {14549, 14549});
        assertThat(ann(log, there).frequency()).isZero();
        assertThat(there.timesBetween(log).count()).isZero();
    }

    @Test
    void sumsThatOverflowAreRefused() {
        ActivityLog<String> log = log(on("ann", "03-02", Long.MAX_VALUE), on("ann", "03-03", 1));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> PurchaseHistory.from(log, DAYS, END))
                .withMessage("long overflow");
        ActivityLog<String> refunded = log(on("ann", "03-02", Long.MIN_VALUE));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> PurchaseHistory.from(refunded, DAYS, END))
                .withMessage("long overflow");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1| 0| 0| 0| 0| 0| frequency must not be negative, got -1",
                "0| 0| 0| -1| 0| 0| firstSpend must not be negative, got -1",
                "1| 1| 1| 0| -1| 0| repeatSpend must not be negative, got -1",
                "0| 0| 0| 0| 0| -1| refunds must not be negative, got -1",
                "0| 5| 9| 0| 0| 0| recency must be 0 without repeat purchases, got 5",
                "0| 0| 9| 0| 7| 0| repeatSpend must be 0 without repeat purchases, got 7",
                "3| 2| 9| 0| 0| 0| recency must not be below frequency (3), got 2",
                "1| 2| 1| 0| 0| 0| recency must not exceed age (1), got 2",
                "0| 0| -1| 0| 0| 0| recency must not exceed age (-1), got 0"
            })
    void partsThatContradictEachOtherAreRefused(
            long frequency, long recency, long age, long firstSpend, long repeatSpend, long refunds, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseHistory.of(CalendarPeriod.DAY, frequency, recency, age)
                        .withSpend(firstSpend, repeatSpend, refunds, MoneyUnit.CENTS))
                .withMessage(message);
    }

    @Test
    void percentagesAreRefused() {
        PurchaseHistory once = PurchaseHistory.of(CalendarPeriod.DAY, 0, 0, 0).withSpend(100, 0, 0, MoneyUnit.CENTS);
        assertThat(once.value(0.6)).isEqualTo(0.6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> once.value(60))
                .withMessage("grossMargin must be a finite fraction of at most 1, such as 0.6 for 60 %, got 60.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> once.value(Double.NaN))
                .withMessage("grossMargin must be a finite fraction of at most 1, such as 0.6 for 60 %, got NaN");
    }

    /** The history of a fitted model from elsewhere has counts and ages alone. */
    @Test
    void withoutMoneyAmountsAreUnknown() {
        PurchaseHistory counts = PurchaseHistory.of(CalendarPeriod.WEEK, 2, 30, 38);
        assertThat(counts.spend()).isNaN();
        assertThat(counts.netSpend()).isNaN();
        assertThat(counts.meanSpend()).isNaN();
        assertThat(counts.meanRepeatSpend()).isNaN();
        assertThat(counts.unit()).isNull();
        assertThat(counts)
                .hasToString("PurchaseHistory[period=WEEK, frequency=2, recency=30, age=38, firstSpend=0,"
                        + " repeatSpend=0, refunds=0, unit=null]");
        PurchaseHistory yen = counts.withSpend(300, 200, 50, MoneyUnit.of("JPY"));
        assertThat(yen.meanRepeatSpend()).isEqualTo(100);
        assertThat(yen.netSpend()).isEqualTo(450);
        assertThat(yen.repeatSpendMinor()).isEqualTo(200);
        assertThat(yen.refundsMinor()).isEqualTo(50);
        assertThat(yen).isNotEqualTo(counts).isNotEqualTo(counts.withSpend(300, 200, 50, MoneyUnit.CENTS));
    }

    @Test
    void historiesCannotBeChanged() {
        Map<String, PurchaseHistory> histories = PurchaseHistory.from(log(on("ann", "03-02", 1)), DAYS, END);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> histories.remove("ann"));
    }
}
