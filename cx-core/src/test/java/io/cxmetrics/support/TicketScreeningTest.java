package io.cxmetrics.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.support.resolution.TimeToResolution;
import io.cxmetrics.time.WorkingCalendar;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketScreeningTest {

    private static final Instant UNTIL = Instant.parse("2024-03-07T00:00:00Z");

    private record Row(@Nullable Instant created, @Nullable Instant closed) {}

    private static Row row(@Nullable String created, @Nullable String closed) {
        return new Row(created == null ? null : Instant.parse(created), closed == null ? null : Instant.parse(closed));
    }

    /** Two tickets of 2 and 24 hours, and two that are open, whatever the database writes for that. */
    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "9999-12-31T00:00:00Z"})
    void aDateForNoneIsNoResolution(String none) {
        List<Row> rows = List.of(
                row("2024-03-04T09:00:00Z", "2024-03-04T11:00:00Z"),
                row("2024-03-04T10:00:00Z", "2024-03-05T10:00:00Z"),
                row("2024-03-05T09:00:00Z", none),
                row("2024-03-06T09:00:00Z", none));
        TicketScreening screening = TicketScreening.until(UNTIL).withNone(Instant.parse(none));
        ScreenedTickets<Row> screened = screening.screen(rows, Row::created, Row::closed);
        assertThat(screened.leftOut()).isEmpty();
        TimeToResolution times = screened.tickets().stream()
                .collect(TimeToResolution.toTimeToResolution(
                        row -> row.created(), row -> screening.resolution(row.closed()), UNTIL));
        assertThat(times.resolved()).isEqualTo(2);
        assertThat(times.open()).isEqualTo(2);
        assertThat(times.mean(ChronoUnit.HOURS)).isEqualTo(13);
    }

    @Test
    void eachReasonIsCounted() {
        List<Row> rows = List.of(
                row(null, null),
                row("1970-01-01T00:00:00Z", null),
                row("2042-03-06T09:00:00Z", null),
                row("2024-03-07T00:00:00Z", null),
                row("0001-01-01T00:00:00Z", null),
                row("2024-03-04T09:00:00Z", "2024-03-04T08:59:59Z"),
                row("2024-03-04T09:00:00Z", "2024-03-09T08:59:59Z"),
                row("2024-03-04T09:00:00Z", null));
        ScreenedTickets<Row> screened = TicketScreening.until(UNTIL)
                .withNone(Instant.EPOCH)
                .withEarliest(WorkingCalendar.EARLIEST)
                .screen(rows, Row::created, Row::closed);
        assertThat(screened.leftOut())
                .isEqualTo(Map.of(
                        TicketFlaw.NO_CREATION, 2L,
                        TicketFlaw.CREATED_LATER, 2L,
                        TicketFlaw.CREATED_TOO_EARLY, 1L,
                        TicketFlaw.RESOLVED_BEFORE_CREATION, 1L));
        assertThat(screened.tickets()).as("the later resolution is not known").hasSize(2);
        assertThat(screened.leftOut(TicketFlaw.CREATED_LATER)).isEqualTo(2);
        assertThat(screened.total()).isEqualTo(8);
    }
}
