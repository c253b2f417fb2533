package io.cxmetrics.support;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseHistoryTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private record Row(
            String ticket,
            int hour,
            String activity,
            @Nullable String priority) {
        Instant at() {
            return NOON.plusSeconds(3600L * hour);
        }
    }

    /** Written newest first: urgent since the second hour. */
    private static final List<Row> ROWS = List.of(
            new Row("7", 9, "solved", null),
            new Row("8", 4, "created", "low"),
            new Row("7", 5, "open", "urgent"),
            new Row("7", 2, "solved", "normal"),
            new Row("7", 0, "created", null));

    private static CaseHistory<Row> seven(Instant observedUntil) {
        return requireNonNull(
                CaseHistory.byCase(ROWS, Row::ticket, Row::at, observedUntil).get("7"));
    }

    @Test
    void timeSaysTheOrderAndNotTheFile() {
        CaseHistory<Row> seven = seven(Instant.MAX);
        assertThat(seven.start()).isEqualTo(NOON);
        assertThat(seven.firstAt(row -> row.activity().equals("solved"))).contains(NOON.plusSeconds(2 * 3600));
        assertThat(seven.lastAt(row -> row.activity().equals("solved"))).contains(NOON.plusSeconds(9 * 3600));
        assertThat(seven.firstAt(row -> row.activity().equals("merged"))).isEmpty();
        assertThat(seven).hasToString("CaseHistory[since 2026-03-02T12:00:00Z, 4 events]");
    }

    @Test
    void aBlankValueSetsNothing() {
        assertThat(seven(Instant.MAX).firstValue(Row::priority)).contains("normal");
        assertThat(seven(Instant.MAX).latestValue(Row::priority)).contains("urgent");
        assertThat(seven(NOON.plusSeconds(1)).latestValue(Row::priority)).isEmpty();
        assertThat(seven(NOON.plusSeconds(1)).firstValue(Row::priority)).isEmpty();
    }

    @Test
    void whatIsNotKnownCountsNowhere() {
        CaseHistory<Row> early = seven(NOON.plusSeconds(5 * 3600));
        assertThat(early.events()).hasSize(2);
        assertThat(early.latestValue(Row::priority)).contains("normal");
        assertThat(CaseHistory.byCase(ROWS, Row::ticket, Row::at, NOON)).isEmpty();
        assertThat(CaseHistory.byCase(ROWS, Row::ticket, Row::at, Instant.MAX).keySet())
                .containsExactly("7", "8");
    }

    @Test
    void atOneInstantTheOrderOfTheFileCounts() {
        List<Row> ties = List.of(new Row("1", 0, "b", "second"), new Row("1", 0, "a", "first"));
        assertThat(requireNonNull(CaseHistory.byCase(ties, Row::ticket, Row::at, Instant.MAX)
                                .get("1"))
                        .latestValue(Row::priority))
                .contains("first");
        assertThat(requireNonNull(CaseHistory.byCase(CaseHistory.newestFirst(ties), Row::ticket, Row::at, Instant.MAX)
                                .get("1"))
                        .latestValue(Row::priority))
                .contains("second");
    }
}
