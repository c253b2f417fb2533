package io.cxmetrics.retention.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.stat.Proportion;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActivityLogChurnTest {

    private static final ActivityLog<String> LOG = Stream.of(
                    Activity.on("ann", LocalDate.of(2026, 3, 1), 0),
                    Activity.on("ann", LocalDate.of(2026, 4, 20), 0),
                    Activity.on("bob", LocalDate.of(2026, 3, 2), 0),
                    Activity.on("cid", LocalDate.of(2026, 4, 2), 0))
            .collect(ActivityLog.toActivityLog());

    private static Proportion churn(LocalDate asOf, int days) {
        return LOG.inactivityChurn(days, ZoneOffset.UTC, asOf);
    }

    /** On 1 April ann is 31 days away and bob 30; that ann comes back and cid comes is not known. */
    @Test
    void isOfThatDay() {
        assertThat(churn(LocalDate.of(2026, 4, 1), 30)).isEqualTo(Proportion.of(1, 2));
        assertThat(churn(LocalDate.of(2026, 4, 1), 29)).isEqualTo(Proportion.of(2, 2));
        assertThat(churn(LocalDate.of(2026, 4, 1), 31)).isEqualTo(Proportion.of(0, 2));
        assertThat(churn(LocalDate.of(2026, 4, 20), 0)).isEqualTo(Proportion.of(2, 3));
        assertThat(churn(LocalDate.of(2026, 2, 28), 30)).isEqualTo(Proportion.EMPTY);
    }

    @Test
    void refusesANegativeThreshold() {
        assertThatThrownBy(() -> churn(LocalDate.of(2026, 4, 1), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("days must not be negative, got -1");
    }
}
