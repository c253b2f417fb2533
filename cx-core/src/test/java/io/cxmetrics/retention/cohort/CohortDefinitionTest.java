package io.cxmetrics.retention.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.retention.activity.PurchaseRule;
import io.cxmetrics.time.CalendarPeriod;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CohortDefinitionTest {

    @Test
    void saysWhatIsAsked() {
        CohortDefinition question = CohortDefinition.of(CalendarPeriod.MONTH, ZoneOffset.UTC);
        assertThat(question)
                .isEqualTo(new CohortDefinition(
                        CalendarPeriod.MONTH,
                        ZoneOffset.UTC,
                        CohortEntry.FIRST,
                        ReturnIntervals.calendar(CalendarPeriod.MONTH),
                        ReturnRule.ON,
                        1,
                        PurchaseRule.WITHOUT_REFUNDS));
        assertThat(question.withCohorts(CalendarPeriod.YEAR)
                        .withEntry(CohortEntry.RECURRING)
                        .withIntervals(ReturnIntervals.days(7))
                        .withRule(ReturnRule.WITHIN)
                        .withMinimumOccurrences(3)
                        .withPurchases(PurchaseRule.PAID))
                .hasToString(
                        "CohortDefinition[cohorts=YEAR, zone=Z, entry=RECURRING, intervals=every 7 days, rule=WITHIN, "
                                + "minimumOccurrences=3, purchases=PAID]");
        assertThatThrownBy(() -> question.withMinimumOccurrences(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("minimumOccurrences must be at least 1, got 0");
    }

    @Test
    void intervalsAreValues() {
        assertThat(ReturnIntervals.days(1))
                .isEqualTo(ReturnIntervals.calendar(CalendarPeriod.DAY))
                .hasSameHashCodeAs(ReturnIntervals.calendar(CalendarPeriod.DAY))
                .isNotEqualTo(ReturnIntervals.windows(1))
                .isNotEqualTo(ReturnIntervals.days(2))
                .isNotEqualTo(ReturnIntervals.brackets(0, 1))
                .isNotEqualTo("every day")
                .hasToString("every day");
        assertThat(ReturnIntervals.windows(7))
                .hasToString("every 168 hours")
                .hasSameHashCodeAs(ReturnIntervals.windows(7));
        assertThat(ReturnIntervals.windows(1).withBrackets(0, 2, 5)).hasToString("windows [0, 2) [2, 5)");
        assertThat(ReturnIntervals.calendar(CalendarPeriod.MONTH).withBrackets(0, 1, 4))
                .hasToString("months [0, 1) [1, 4)");
    }

    @Test
    void intervalsHaveALengthAndBracketsAscend() {
        assertThatThrownBy(() -> ReturnIntervals.days(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("length must be at least 1, got 0");
        assertThatThrownBy(() -> ReturnIntervals.brackets(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("edges must be at least two and start with 0, got [0]");
        assertThatThrownBy(() -> ReturnIntervals.brackets(1, 7))
                .hasMessage("edges must be at least two and start with 0, got [1, 7]");
        assertThatThrownBy(() -> ReturnIntervals.brackets(0, 7, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("edges must ascend, got 7 after 7 at index 2");
    }

    @Test
    void edgesAreCopied() {
        int[] edges = {0, 1, 7};
        ReturnIntervals intervals = ReturnIntervals.brackets(edges);
        edges[2] = 1;
        assertThat(intervals).hasToString("days [0, 1) [1, 7)");
    }
}
