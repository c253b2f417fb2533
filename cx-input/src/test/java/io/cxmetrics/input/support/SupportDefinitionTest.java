package io.cxmetrics.input.support;

import static io.cxmetrics.input.support.TicketFiles.CLOCK;
import static io.cxmetrics.input.support.TicketFiles.SINGLE;
import static io.cxmetrics.input.support.TicketFiles.groups;
import static io.cxmetrics.input.support.TicketFiles.read;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.Tables;
import io.cxmetrics.input.reading.Reading;
import io.cxmetrics.input.reading.Roles;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.sla.SlaAttainment;
import io.cxmetrics.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportDefinitionTest {

    private static SupportSummary summary(TicketReading reading, String csv, SupportDefinition definition) {
        return groups(reading, csv, definition).all().total().summary();
    }

    /** Two hours and thirty minutes, four hours, and one that is open. */
    @Test
    void durationsInsteadOfTimes() {
        String csv = """
                ticket,first_response_minutes,resolution_hours
                1,10,2.5
                2,20,4
                3,60,
                4,5,long
                """;
        Reading<MeasuredTicket> reading = MeasuredTicket.reading(HOURS, MINUTES)
                .with(Roles.parse("resolution_time=resolution_hours", "reply_time=first_response_minutes"));
        SupportSummary summary =
                reading.fold(Tables.of(csv), MeasuredTicket.aggregation()).result();
        assertThat(summary.resolution()).hasToString("TimeToResolution[resolved=2, open=1, left out=0]");
        assertThat(summary.resolution().mean(HOURS)).isEqualTo(3.25);
        assertThat(summary.replies().firstReply().mean(MINUTES)).isEqualTo(30);
        assertThat(MeasuredTicket.reading(null, MINUTES)
                        .with(Roles.parse("reply_time=first_response_minutes"))
                        .fold(Tables.of(csv), MeasuredTicket.aggregation())
                        .result()
                        .replies()
                        .firstReply()
                        .mean(MINUTES))
                .isEqualTo(23.75);
        assertThatThrownBy(() -> MeasuredTicket.reading(null, null))
                .hasMessage("resolution or reply must be given, got neither");
    }

    /** Replies after 30 minutes and 2 hours; the third ticket waits, the fourth is answered before it exists. */
    @Test
    void firstRepliesOfAColumn() {
        String csv = """
                created,resolved,first_reply
                2025-03-03T09:00Z,2025-03-03T12:00Z,2025-03-03T09:30Z
                2025-03-03T09:00Z,,2025-03-03T11:00Z
                2025-03-03T09:00Z,,
                2025-03-03T09:00Z,,2025-03-03T08:00Z
                """;
        TicketReading reading =
                TicketReading.of(TicketRole.RESOLVED, TicketRole.FIRST_REPLY).with(CLOCK);
        SupportSummary summary = summary(reading, csv, SupportDefinition.STANDARD.withReplies());
        assertThat(summary.replies().firstReply().mean(MINUTES)).isEqualTo(75);
        assertThat(summary.replies().unanswered().events()).isOne();
        assertThat(summary.replies().negative()).isOne();
    }

    /** A reply that cannot be read says nothing of the resolution, and the resolution nothing of it. */
    @Test
    void aReplyThatCannotBeRead() {
        String csv = """
                created,resolved,first_reply,due
                2025-03-03T09:00Z,2025-03-03T12:00Z,later,soon
                2025-03-03T09:00Z,2025-03-03T10:00Z,2025-03-03T09:30Z,2025-03-04
                """;
        TicketReading reading = TicketReading.of(TicketRole.RESOLVED, TicketRole.FIRST_REPLY, TicketRole.DUE)
                .with(CLOCK);
        assertThat(reading.read(Tables.of(csv)).unread()).hasToString("invalid_due 1, invalid_first_reply 1");
        SupportSummary summary =
                summary(reading, csv, SupportDefinition.STANDARD.withReplies().withDue());
        assertThat(summary.resolution().resolved()).isEqualTo(2);
        assertThat(summary.replies().count()).isOne();
        assertThat(summary.repliesUnknown()).isOne();
        assertThat(summary.due().leftOut()).isOne();
    }

    /** The bot does not reply, and neither does the private note. */
    @Test
    void repliesOfComments() {
        String csv = """
                ticket,created,at,status,author,visible
                1,2025-03-03T09:00Z,2025-03-03T09:00Z,new,,
                1,2025-03-03T09:00Z,2025-03-03T09:01Z,,bot,yes
                1,2025-03-03T09:00Z,2025-03-03T09:10Z,,Tier 2,no
                1,2025-03-03T09:00Z,2025-03-03T09:30Z,,Tier 2,yes
                1,2025-03-03T09:00Z,2025-03-03T10:00Z,,customer,
                1,2025-03-03T09:00Z,2025-03-03T10:20Z,,Tier 2,
                1,2025-03-03T09:00Z,2025-03-03T11:00Z,solved,,
                2,2025-03-03T09:00Z,2025-03-03T09:40Z,open,,
                2,2025-03-03T09:00Z,soon,,Tier 2,
                """;
        TicketReading reading = TicketReading.of(
                        TicketRole.TICKET, TicketRole.AT, TicketRole.STATUS, TicketRole.AUTHOR, TicketRole.VISIBLE)
                .withWords(TicketStatuses.CATEGORIES, TicketAuthors.parse("Tier 2=agent"));
        SupportSummary summary = summary(reading, csv, SupportDefinition.STANDARD.withReplies());
        assertThat(summary.replies().firstReply().mean(MINUTES)).isEqualTo(30);
        assertThat(summary.replies().nextReply().mean(MINUTES)).isEqualTo(20);
        assertThat(summary.replies().replies()).isEqualTo(2);
        assertThat(summary.replies().count()).isOne();
        assertThat(summary.repliesUnknown()).isOne();
        assertThat(summary.resolution()).hasToString("TimeToResolution[resolved=1, open=1, left out=0]");
        assertThatThrownBy(() -> summary(
                        reading.withWords(TicketStatuses.CATEGORIES, TicketAuthors.PLAIN),
                        csv,
                        SupportDefinition.STANDARD))
                .isInstanceOf(InputException.class)
                .hasMessage("authors must say what Tier 2 is, with one of agent, requester, system");
    }

    private static final String PROMISED = """
            created,resolved,first_reply,priority
            2025-03-03T09:00Z,2025-03-03T12:00Z,2025-03-03T09:30Z,high
            2025-03-03T09:00Z,2025-03-03T10:00Z,2025-03-03T09:45Z,high
            2025-03-03T09:00Z,2025-03-04T09:00Z,2025-03-03T13:00Z,low
            2025-03-03T09:00Z,,,low
            2025-03-04T08:00Z,,,low
            2025-03-04T08:00Z,,,
            """;

    /** Resolution: one high is an hour over two; a low that is open for 24 hours is over its 20. */
    @Test
    void targetsByPriorityOverColumns() {
        TicketReading reading = TicketReading.of(TicketRole.RESOLVED, TicketRole.FIRST_REPLY, TicketRole.PRIORITY)
                .with(CLOCK);
        SlaTargets targets = SlaTargets.parse("resolution:high=2h", "resolution:low=20h", "first-reply=1h");
        SupportSummary summary = summary(reading, PROMISED, SupportDefinition.STANDARD.withSla(targets));
        SlaAttainment resolution = summary.sla(SlaMetric.RESOLUTION);
        assertThat(resolution.met()).isOne();
        assertThat(resolution.breached()).isEqualTo(3);
        assertThat(resolution.live()).isOne();
        assertThat(resolution.overTarget())
                .isEqualTo(Duration.ofHours(1 + 4 + 4).plusMillis(1));
        SlaAttainment reply = summary.sla(SlaMetric.FIRST_REPLY);
        assertThat(reply.met()).isEqualTo(2);
        assertThat(reply.breached()).isEqualTo(4);
        assertThat(summary.sla().keySet()).containsExactly(SlaMetric.FIRST_REPLY, SlaMetric.RESOLUTION);
    }

    /** In office hours the low one took 8 hours from Monday to Tuesday morning. */
    @Test
    void targetsInBusinessHours() {
        WorkingCalendar office = WorkingCalendar.parse("Mon-Fri 09:00-17:00 UTC");
        TicketReading reading =
                TicketReading.of(TicketRole.RESOLVED, TicketRole.PRIORITY).with(CLOCK);
        SupportSummary summary = summary(
                reading,
                PROMISED,
                SupportDefinition.STANDARD.withHours(office).withSla(SlaTargets.parse("resolution=8h")));
        assertThat(summary.sla(SlaMetric.RESOLUTION).met()).isEqualTo(3);
        // Open past eight hours by the millisecond that the file knows of.
        assertThat(summary.sla(SlaMetric.RESOLUTION).breached()).isOne();
        assertThat(summary.sla(SlaMetric.RESOLUTION).live()).isEqualTo(2);
    }

    /** The clock stands still while the customer has to act, and the priority in force counts. */
    @Test
    void targetsOfHistories() {
        String csv = """
                ticket,created,at,status,priority
                1,2025-03-03T09:00Z,2025-03-03T09:00Z,new,low
                1,2025-03-03T09:00Z,2025-03-03T10:00Z,pending,low
                1,2025-03-03T09:00Z,2025-03-03T15:00Z,open,high
                1,2025-03-03T09:00Z,2025-03-03T16:00Z,solved,high
                """;
        TicketReading reading =
                TicketReading.of(TicketRole.TICKET, TicketRole.AT, TicketRole.STATUS, TicketRole.PRIORITY);
        SlaTargets targets = SlaTargets.parse("agent-work:high=2h", "agent-work:low=5h", "resolution:high=6h");
        SupportSummary summary = summary(reading, csv, SupportDefinition.STANDARD.withSla(targets));
        assertThat(summary.sla(SlaMetric.AGENT_WORK).met()).isOne();
        assertThat(summary.sla(SlaMetric.RESOLUTION).breached()).isOne();
    }

    /** Open past its date is breached, open before it is neither, and one without a date is left out. */
    @Test
    void dueDatesOfTheirOwn() {
        String csv = """
                created,resolved,due
                2025-03-03,2025-03-05,2025-03-05
                2025-03-03,2025-03-06,2025-03-05
                2025-03-03,,2025-03-05
                2025-03-03,,2026-03-05
                2025-03-03,,
                """;
        TicketReading reading =
                TicketReading.of(TicketRole.RESOLVED, TicketRole.DUE).with(CLOCK);
        Tickets tickets = read(reading, csv);
        Instant until = Instant.parse("2025-03-07T00:00:00Z");
        SlaAttainment due = groups(tickets, SupportDefinition.STANDARD.withDue(), until)
                .all()
                .total()
                .summary()
                .due();
        assertThat(due.met()).isOne();
        assertThat(due.breached()).isEqualTo(2);
        assertThat(due.active()).isOne();
        assertThat(due.leftOut()).isOne();
        // A due date is no end of observation.
        assertThat(tickets.latest()).contains(Instant.parse("2025-03-06T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resolution", "resolution=soon", "speed=8h", "resolution:=8h", "resolution=0h"})
    void targetsThatAreNone(String text) {
        assertThatThrownBy(() -> SlaTargets.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessage("target must be like resolution:urgent=8h or first-reply=1d, got " + text);
    }

    @Test
    void somethingIsPromisedOnce() {
        assertThatThrownBy(() -> SlaTargets.parse("resolution=8h", "resolution:*=9h"))
                .hasMessage("target must be one for each metric and priority, got two for resolution:*");
    }

    @Test
    void summariesAddUp() {
        TicketReading reading = SINGLE;
        String csv = "created,resolved\n2025-03-03,2025-03-04\n2025-03-03,\n";
        SupportSummary one = summary(reading, csv, SupportDefinition.STANDARD);
        assertThat(one.plus(SupportSummary.EMPTY)).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(one.plus(one).resolution().resolved()).isEqualTo(2);
        assertThat(one.count()).isEqualTo(2);
        assertThat(one.resolution().mean(ChronoUnit.DAYS)).isEqualTo(1);
        assertThat(one).isNotEqualTo(SupportSummary.EMPTY).asString().startsWith("SupportSummary[TimeToResolution[");
    }
}
