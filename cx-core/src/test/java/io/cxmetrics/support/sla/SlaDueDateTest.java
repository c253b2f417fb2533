package io.cxmetrics.support.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.stat.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlaDueDateTest {

    private record Row(
            int created, @Nullable Integer due, @Nullable Integer resolved) {

        Instant createdAt() {
            return hour(created);
        }

        @Nullable
        Instant dueAt() {
            return due == null ? null : hour(due);
        }

        @Nullable
        Instant resolvedAt() {
            return resolved == null ? null : hour(resolved);
        }
    }

    private static Instant hour(int hour) {
        return Instant.parse("2026-03-02T00:00:00Z").plusSeconds(3600L * hour);
    }

    private static SlaAttainment attainment(List<Row> rows, int until) {
        return rows.stream()
                .collect(SlaAttainment.toSlaAttainment(Row::createdAt, Row::dueAt, Row::resolvedAt, hour(until)));
    }

    /**
     * At hour 48: met at the due date and before, late by 2, open past due by 8, open with time left, without a
     * promise.
     */
    private static final List<Row> ROWS = List.of(
            new Row(0, 10, 10),
            new Row(0, 10, 3),
            new Row(0, 10, 12),
            new Row(0, 40, null),
            new Row(0, 50, null),
            new Row(0, null, 5));

    @Test
    void openTicketsPastTheirDueDateAreBreached() {
        SlaAttainment attainment = attainment(ROWS, 48);
        assertThat(attainment.attained()).isEqualTo(Proportion.of(2, 4));
        assertThat(attainment.overTarget()).isEqualTo(Duration.ofHours(10));
        assertThat(attainment.active()).isOne();
        assertThat(attainment.leftOut()).isOne();
        assertThat(attainment)
                .hasToString("SlaAttainment[met=2, breached=2 by PT10H, active=1, at risk=0, withdrawn=0, left out=1]");
    }

    @Test
    void thePastIsSeenAsItWas() {
        SlaAttainment early = attainment(ROWS, 10);
        assertThat(early.met())
                .as("the one resolved at hour 10 is open then, with no time over")
                .isEqualTo(1);
        assertThat(early.active()).isEqualTo(4);
        assertThat(early.breached()).isZero();
    }

    @Test
    void whatCannotBeJudgedIsLeftOut() {
        assertThat(attainment(List.of(new Row(9, 20, null)), 9).leftOut())
                .as("created later")
                .isOne();
        assertThat(attainment(List.of(new Row(9, 20, 8)), 48).leftOut())
                .as("resolved before")
                .isOne();
        assertThat(Stream.<Row>empty()
                        .collect(SlaAttainment.toSlaAttainment(Row::createdAt, Row::dueAt, Row::resolvedAt, hour(1))))
                .isEqualTo(SlaAttainment.EMPTY);
    }
}
