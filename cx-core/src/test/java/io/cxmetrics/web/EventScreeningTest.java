package io.cxmetrics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.web.EventScreening.Reason;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventScreeningTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private record Row(@Nullable String visitor, @Nullable Instant at, EventKind kind, long value) {}

    private static final EventScreening<Row, String> SCREENING = EventScreening.<Row, String>of(
                    Row::visitor,
                    Row::at,
                    row -> WebEvent.of(String.valueOf(row.visitor), at(row), row.kind, "/")
                            .withValue(row.value))
            .withBots(row -> "bot".equals(row.visitor))
            .withObservedUntil(NOON.plusSeconds(10));

    private static Instant at(Row row) {
        return row.at == null ? Instant.EPOCH : row.at;
    }

    @Test
    void countsWhatIsLeftOutByReason() {
        List<Row> rows = Arrays.asList(
                new Row("ann", NOON, EventKind.PAGE_VIEW, 0),
                new Row(null, NOON, EventKind.PAGE_VIEW, 0),
                new Row("", null, EventKind.PAGE_VIEW, 0),
                new Row("ann", null, EventKind.PAGE_VIEW, 0),
                new Row("ann", NOON.plusSeconds(10), EventKind.PAGE_VIEW, 0),
                new Row("bot", NOON, EventKind.PAGE_VIEW, 0),
                new Row("ann", NOON, EventKind.PING, -1),
                new Row("ann", NOON, EventKind.SCROLL, 1001),
                new Row("ann", NOON, EventKind.SCROLL, 1000));
        ScreenedEvents<String> screened = SCREENING.screen(rows);
        assertThat(screened.events()).extracting(WebEvent::kind).containsExactly(EventKind.PAGE_VIEW, EventKind.SCROLL);
        assertThat(screened.leftOut())
                .isEqualTo(Map.of(
                        Reason.NO_VISITOR,
                        2L,
                        Reason.NO_TIME,
                        1L,
                        Reason.NOT_OBSERVED,
                        1L,
                        Reason.BOT,
                        1L,
                        Reason.INVALID_VALUE,
                        2L));
        assertThat(screened.total()).isEqualTo(rows.size());
    }

    @Test
    void countsAreNotNegative() {
        assertThat(new ScreenedEvents<String>(List.of(), Map.of(Reason.BOT, 0L)).leftOut())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScreenedEvents<String>(List.of(), Map.of(Reason.BOT, -1L)))
                .withMessage("leftOut must not be negative, got -1");
    }
}
