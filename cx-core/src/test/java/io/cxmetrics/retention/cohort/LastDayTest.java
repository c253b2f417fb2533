package io.cxmetrics.retention.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.Lifecycle;
import io.cxmetrics.retention.activity.PurchaseRule;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.time.CalendarPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last known day counts, whoever is asked; and refunds are neither starts nor returns. */
class LastDayTest {

    private static final LocalDate LAST = LocalDate.of(2026, 1, 31);
    private static final CohortDefinition MONTHLY = CohortDefinition.of(CalendarPeriod.MONTH, ZoneOffset.UTC);

    /** One activity on the 5th, one on the 31st: two starts, two actors, two customers. */
    @Test
    void oneLogHasTwoStartsThroughItsLastDay() {
        ActivityLog<String> log = ActivityLog.of(
                List.of(Activity.on("ann", LocalDate.of(2026, 1, 5), 100), Activity.on("bob", LAST, 100)));
        assertThat(CohortTable.of(log, MONTHLY, LAST).all().size()).isEqualTo(2);
        assertThat(CohortTable.of(log, MONTHLY, LAST.minusDays(1)).all().size()).isOne();
        assertThat(Lifecycle.of(log, ZoneOffset.UTC, LAST).count()).isEqualTo(2);
        assertThat(log.inactivityChurn(10, ZoneOffset.UTC, LAST)).isEqualTo(Proportion.of(1, 2));
        long[] millis = {
            Instant.parse("2026-01-05T00:00:00Z").toEpochMilli(),
            Instant.parse("2026-01-31T00:00:00Z").toEpochMilli()
        };
        CohortMatrix matrix = CohortMatrix.of(new int[] {1, 2}, millis, CalendarPeriod.MONTH, ZoneOffset.UTC, LAST);
        assertThat(matrix.starters(LAST)).isEqualTo(2);
        assertThat(matrix.observed(LAST)).isOne();
    }

    /** The day ends in the zone: 23:30 in Berlin is still the 31st, 00:30 is not. */
    @Test
    void theLastDayEndsInTheZone() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        ActivityLog<String> log = ActivityLog.of(List.of(
                Activity.of("ann", Instant.parse("2026-01-31T22:30:00Z")),
                Activity.of("bob", Instant.parse("2026-01-31T23:30:00Z"))));
        assertThat(CohortTable.of(log, CohortDefinition.of(CalendarPeriod.MONTH, berlin), LAST)
                        .all()
                        .size())
                .isOne();
    }

    /** Ann only got her money back in February; of the two starters one came back. */
    @Test
    void aRefundIsNoReturn() {
        ActivityLog<String> log = ActivityLog.of(List.of(
                Activity.on("ann", LocalDate.of(2026, 1, 5), 100),
                Activity.on("ann", LocalDate.of(2026, 2, 3), -100),
                Activity.on("bob", LocalDate.of(2026, 1, 10), 50),
                Activity.on("bob", LocalDate.of(2026, 2, 10), 30)));
        CohortTable table = CohortTable.of(log, MONTHLY, LocalDate.of(2026, 2, 28));
        assertThat(table.retention(LAST, 1)).isEqualTo(Proportion.of(1, 2));
        assertThat(table.cohort(LAST).cell(1).activeDays()).isOne();
        // The money that went back counts.
        assertThat(table.cohort(LAST).cell(1).amount()).isEqualTo(-70);
    }

    @Test
    void aRefundIsNoStart() {
        ActivityLog<String> log = ActivityLog.of(List.of(
                Activity.on("ann", LocalDate.of(2026, 1, 5), -10), Activity.on("ann", LocalDate.of(2026, 2, 3), 100)));
        CohortTable table = CohortTable.of(log, MONTHLY, LocalDate.of(2026, 3, 31));
        assertThat(table.cohorts().keySet()).containsExactly(LocalDate.of(2026, 2, 1));
        ActivityLog<String> refunds = ActivityLog.of(List.of(Activity.on("ann", LAST, -10)));
        assertThat(CohortTable.of(refunds, MONTHLY, LAST)).isEqualTo(CohortTable.empty(MONTHLY, LAST));
    }

    /** In January ann got something free, bob bought, and cid got money back; all come again in February with 10. */
    @ParameterizedTest
    @CsvSource({"WITHOUT_REFUNDS, 2, 1", "PAID, 1, 2", "EVERY_ACTIVITY, 3, 0"})
    void ruleSaysWhoStarts(PurchaseRule rule, long inJanuary, long inFebruary) {
        ActivityLog<String> log = ActivityLog.of(List.of(
                Activity.on("ann", LocalDate.of(2026, 1, 5), 0),
                Activity.on("bob", LocalDate.of(2026, 1, 5), 10),
                Activity.on("cid", LocalDate.of(2026, 1, 5), -10),
                Activity.on("ann", LocalDate.of(2026, 2, 5), 10),
                Activity.on("bob", LocalDate.of(2026, 2, 5), 10),
                Activity.on("cid", LocalDate.of(2026, 2, 5), 10)));
        CohortTable table = CohortTable.of(log, MONTHLY.withPurchases(rule), LocalDate.of(2026, 2, 28));
        assertThat(table.cohort(LocalDate.of(2026, 1, 1)).retention(1)).isEqualTo(Proportion.of(inJanuary, inJanuary));
        assertThat(table.cohort(LocalDate.of(2026, 2, 1)).size()).isEqualTo(inFebruary);
        assertThat(table.cohort(LocalDate.of(2026, 2, 1)).cell(0).amount()).isEqualTo(10 * inFebruary);
    }
}
