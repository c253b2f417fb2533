package io.cxmetrics.report.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Labels;
import io.cxmetrics.input.source.Source;
import io.cxmetrics.input.support.SlaTargets;
import io.cxmetrics.input.support.SupportDefinition;
import io.cxmetrics.input.support.SupportSummary;
import io.cxmetrics.input.support.TicketReading;
import io.cxmetrics.input.support.TicketRole;
import io.cxmetrics.input.support.Tickets;
import io.cxmetrics.input.table.Table;
import io.cxmetrics.report.Column;
import io.cxmetrics.report.Values;
import io.cxmetrics.stat.QuantileMethod;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.time.CalendarPeriod;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupportFiguresTest {

    /** Hours to resolution 2, 4 and 26, one open; a reply to each of two. */
    private static final String TABLE = """
            created,resolved,first_reply,due,team
            2026-01-30 09:00,2026-01-30 11:00,2026-01-30 10:00,2026-01-30 12:00,a
            2026-01-30 10:00,2026-01-30 14:00,2026-01-30 13:00,2026-01-30 13:00,a
            2026-01-31 15:00,2026-02-01 17:00,,,b
            2026-02-02 09:00,,,2026-02-03 00:00,b
            """;

    private static final Instant UNTIL = Instant.parse("2026-02-02T12:00:00Z");

    private static Groups<SupportSummary> groups() {
        Tickets tickets = TicketReading.of(TicketRole.RESOLVED, TicketRole.FIRST_REPLY, TicketRole.DUE)
                .grouped(Grouping.by("team"))
                .per(CalendarPeriod.MONTH)
                .read(Table.of(Source.of("f", new ByteArrayInputStream(TABLE.getBytes(StandardCharsets.UTF_8)))))
                .result();
        return tickets.fold(
                UNTIL,
                SupportDefinition.STANDARD
                        .withBacklog()
                        .withReplies()
                        .withDue()
                        .withSla(SlaTargets.parse("resolution=3h"))
                        .aggregation(tickets, UNTIL));
    }

    private static SupportFigures figures(ChronoUnit... units) {
        return SupportFigures.of(List.of(units), QuantileMethod.NEAREST_RANK, 0.95);
    }

    @Test
    void timesInSeveralUnits() {
        SupportCell all = SupportCell.of(groups()).all().total().summary();
        Values values = figures(ChronoUnit.HOURS, ChronoUnit.MINUTES).figures().values(all);
        assertThat(values.number("tickets")).isEqualTo(4);
        assertThat(values.number("mean")).isEqualTo(32 / 3.0);
        assertThat(values.number("mean_minutes")).isEqualTo(640);
        assertThat(values.number("p25")).isEqualTo(2);
        assertThat(values.number("median")).isEqualTo(4);
        assertThat(values.number("p75_minutes")).isEqualTo(26 * 60);
        assertThat(values.byName()).containsKey("zero").doesNotContainKeys("zero_minutes", "met", "due_met");
        assertThatThrownBy(() -> figures(ChronoUnit.HOURS, ChronoUnit.HOURS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("units must be at least one, each once, got [Hours, Hours]");
    }

    @Test
    void repliesTargetsAndDueDates() {
        SupportFigures figures = figures(ChronoUnit.HOURS)
                .withTarget(Duration.ofHours(3))
                .withReplies(false)
                .withSla(SlaMetric.RESOLUTION)
                .withDue();
        Values values =
                figures.figures().values(SupportCell.of(groups()).all().total().summary());
        assertThat(values.number("within_target")).isCloseTo(100 / 3.0, within(1e-12));
        assertThat(values.number("first_reply_mean")).isEqualTo(2);
        assertThat(values.number("unanswered")).isEqualTo(2);
        assertThat(values.number("sla_resolution_met")).isOne();
        assertThat(values.number("sla_resolution_breached")).isEqualTo(2);
        assertThat(values.number("sla_resolution_live")).isOne();
        assertThat(values.number("due_attained")).isEqualTo(50);
        assertThat(values.number("due_without")).isOne();
        assertThat(figures.figures().columns())
                .extracting(Column::title)
                .containsExactly(
                        "tickets",
                        "resolved",
                        "open",
                        "mean (hours)",
                        "median",
                        "p90",
                        "median with open",
                        "in target %",
                        "95 % interval",
                        "unanswered",
                        "first reply mean (hours)",
                        "first reply median",
                        "resolution SLA %",
                        "95 % interval",
                        "by due date %",
                        "95 % interval");
    }

    /** Team b has no ticket before the last day of January, and one that is open at the end. */
    @Test
    void eachPeriodHasItsBacklog() {
        Groups<SupportCell> cells = SupportCell.of(groups(), CalendarPeriod.MONTH, ZoneOffset.UTC, UNTIL);
        Values february = figures(ChronoUnit.HOURS)
                .figures()
                .values(cells.group(Labels.of("b"))
                        .periods()
                        .getOrDefault("2026-02", cells.all().total())
                        .summary());
        assertThat(february.number("backlog_opened")).isOne();
        assertThat(february.number("backlog_closed")).isOne();
        assertThat(february.number("backlog_at_end")).isOne();
        assertThat(figures(ChronoUnit.HOURS)
                        .figures()
                        .values(cells.all().total().summary())
                        .byName())
                .doesNotContainKey("backlog_at_end");
    }
}
