package io.cxmetrics.input.support;

import static io.cxmetrics.input.support.TicketFiles.LOG;
import static io.cxmetrics.input.support.TicketFiles.SINGLE;
import static io.cxmetrics.input.support.TicketFiles.all;
import static io.cxmetrics.input.support.TicketFiles.groups;
import static io.cxmetrics.input.support.TicketFiles.read;
import static io.cxmetrics.input.support.TicketFiles.summary;
import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.Tables;
import io.cxmetrics.input.field.Dates;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Labels;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Roles;
import io.cxmetrics.input.reading.Where;
import io.cxmetrics.support.resolution.Backlog;
import io.cxmetrics.support.resolution.ResolutionRule;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.time.WorkingCalendar;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files on which numbers went wrong, with the right ones. */
class TicketReadingTest {

    /** Ticket 1 comes back ten days after the end; ticket 3 does not exist yet. */
    @Test
    void whatHappensAfterTheEndCountsNowhere() {
        String csv = """
                ticket,created,at,status
                1,2025-05-05T08:00Z,2025-05-05T10:00Z,solved
                1,2025-05-05T08:00Z,2025-05-21T08:00Z,open
                2,2025-05-05T08:00Z,2025-05-05T11:00Z,solved
                3,2025-05-16T08:00Z,2025-05-16T10:00Z,solved
                3,2025-05-16T08:00Z,2025-05-17T10:00Z,open
                3,2025-05-16T08:00Z,2025-05-18T10:00Z,solved
                """;
        Tickets tickets = read(LOG, csv);
        Groups.Part<SupportSummary> known = groups(
                        tickets, SupportDefinition.STANDARD.withBacklog(), Instant.parse("2025-05-11T00:00:00Z"))
                .all()
                .total();
        assertThat(known.summary().resolution()).hasToString("TimeToResolution[resolved=2, open=0, left out=0]");
        assertThat(known.summary().reopens().reopenedTickets()).isZero();
        assertThat(known.summary().reopens().ticketRate().percent()).isZero();
        assertThat(known.summary().backlog().at(Instant.parse("2025-05-10T00:00:00Z")))
                .isZero();
        assertThat(known.leftOut()).hasToString("created_later 1");
        assertThat(groups(tickets, SupportDefinition.STANDARD, tickets.observedUntil())
                        .all()
                        .total()
                        .summary()
                        .reopens()
                        .reopens())
                .isEqualTo(2);
    }

    /** Solved on the fifth of January, and open again only from the fifth to the sixth of March. */
    @Test
    void theBacklogKnowsReopenings() {
        String csv = """
                ticket,created,at,status
                1,2025-01-04 09:00,2025-01-05 09:00,solved
                1,2025-01-04 09:00,2025-03-05 09:00,open
                1,2025-01-04 09:00,2025-03-06 09:00,solved
                2,2025-01-04 09:00,2025-01-06 09:00,solved
                """;
        Groups.Group<SupportSummary> all = groups(
                        LOG.per(CalendarPeriod.MONTH), csv, SupportDefinition.STANDARD.withBacklog())
                .all();
        assertThat(all.periods().keySet()).containsExactly("2025-01", "2025-02", "2025-03");
        List<Backlog.Period> months = all.total().summary().backlog().periods(CalendarPeriod.MONTH, ZoneOffset.UTC);
        assertThat(months).extracting(Backlog.Period::atEnd).containsExactly(0L, 0L, 0L);
        assertThat(months).extracting(Backlog.Period::closed).containsExactly(2L, 0L, 1L);
    }

    @Test
    void hoursNeedNoLeadingZero() {
        String csv = """
                ticket,created,at,status
                1,2025-03-04 08:00,2025-03-04 8:30,open
                1,2025-03-04 08:00,2025-03-04 9:15,solved
                2,2025-03-04 08:00,2025-03-04 12:15,solved
                3,2025-03-04 08:00,2025-03-04 11:00,solved
                3,2025-03-04 08:00,2025-03-05 8:00,open
                """;
        SupportSummary summary = summary(LOG, csv);
        assertThat(summary.resolution()).hasToString("TimeToResolution[resolved=2, open=1, left out=0]");
        assertThat(summary.resolution().mean(HOURS)).isEqualTo(2.75);
        assertThat(summary.reopens().reopenedTickets()).isOne();
    }

    /**
     * A change whose time is lost may be the last: ticket 1 is in no answer. A comment that sets nothing is harmless.
     */
    @Test
    void anUnreadChangeTakesItsTicketOut() {
        String csv = """
                ticket,created,at,status
                1,2025-03-04 08:00,2025-03-04 09:00,solved
                1,2025-03-04 08:00,soon,open
                2,2025-03-04 08:00,2025-03-04 10:00,solved
                2,2025-03-04 08:00,later,
                3,2025-03-04 08:00,,
                """;
        Outcome<Tickets> outcome = LOG.read(Tables.of(csv));
        assertThat(outcome.accounting())
                .hasToString("5 rows: 2 used, left out invalid_at 2, no_at 1, malformed nothing");
        Groups.Part<SupportSummary> all = all(LOG, csv);
        assertThat(all.summary().resolution()).hasToString("TimeToResolution[resolved=1, open=0, left out=0]");
        assertThat(all.leftOut()).hasToString("invalid_at 1, no_at 1");
        assertThat(all.rows()).isEqualTo(3);
    }

    @Test
    void aDateYearsAfterAllOthersIsNotTheEnd() {
        String csv = """
                created,resolved
                2025-03-04T09:00Z,2025-03-04T10:00Z
                2025-03-05T09:00Z,2025-03-05T10:00Z
                2025-03-06T09:00Z,
                2052-03-06T09:00Z,
                """;
        Outcome<Tickets> outcome = SINGLE.read(Tables.of(csv));
        assertThat(outcome.warnings())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("f, line 5: 2052-03-06T09:00:00Z lies ");
        assertThat(outcome.result().latest()).contains(Instant.parse("2025-03-06T09:00:00Z"));
        assertThat(all(SINGLE, csv).leftOut()).hasToString("created_later 1");
        assertThat(groups(SINGLE.per(CalendarPeriod.DAY), csv, SupportDefinition.STANDARD.withBacklog())
                        .all()
                        .periods()
                        .keySet())
                .containsExactly("2025-03-04", "2025-03-05", "2025-03-06", "2052-03-06");
    }

    @Test
    void mergedAndDeletedTicketsWereNotResolved() {
        String csv = """
                ticket,created,at,status
                1,2025-03-04T09:00Z,2025-03-04T10:00Z,solved
                2,2025-03-04T09:00Z,2025-03-04T10:00Z,Merged
                3,2025-03-04T09:00Z,2025-03-04T10:00Z,deleted
                4,2025-03-04T09:00Z,2025-03-04T10:00Z,deleted
                4,2025-03-04T09:00Z,2025-03-04T12:00Z,solved
                """;
        TicketReading reading =
                LOG.withWords(TicketStatuses.parse("Merged=left-out", "deleted=left-out"), TicketAuthors.PLAIN);
        Groups.Part<SupportSummary> all = all(reading, csv);
        assertThat(all.leftOut()).hasToString("deleted 1, merged 1");
        assertThat(all.summary().resolution()).hasToString("TimeToResolution[resolved=2, open=0, left out=0]");
        assertThat(all.summary().inStatus().totals().keySet()).containsExactly("new", "solved");
        assertThatThrownBy(() -> all(LOG, csv))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("statuses must say what the status Merged means");
    }

    @Test
    void valuesOfAColumnTakeTicketsOut() {
        String single = """
                created,resolved,tag
                2025-03-04T09:00Z,2025-03-04T10:00Z,
                2025-03-04T09:00Z,2025-03-04T10:00Z,spam
                """;
        Outcome<Tickets> outcome = SINGLE.leavingOut("tag", "spam").read(Tables.of(single));
        assertThat(outcome.accounting()).hasToString("2 rows: 1 used, left out spam 1, malformed nothing");
        assertThat(all(SINGLE.leavingOut("tag", "spam"), single).leftOut()).hasToString("spam 1");
        String log = """
                ticket,created,at,status,tag
                1,2025-03-04T09:00Z,2025-03-04T10:00Z,solved,
                1,2025-03-04T09:00Z,2025-03-04T09:00Z,new,spam
                2,2025-03-04T09:00Z,2025-03-04T09:00Z,new,spam
                """;
        assertThat(all(LOG.leavingOut("tag", "spam"), log).leftOut()).hasToString("spam 1");
        assertThat(all(LOG.leavingOut("tag", "spam"), log).used()).isOne();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLatestRowByTimeSaysTheGroup(boolean newestFirst) {
        List<String> rows = List.of(
                "7,2025-03-04T09:00Z,2025-03-06T09:00Z,solved,urgent",
                "7,2025-03-04T09:00Z,2025-03-05T09:00Z,open,urgent",
                "7,2025-03-04T09:00Z,2025-03-04T12:00Z,solved,normal",
                "7,2025-03-04T09:00Z,2025-03-04T09:00Z,new,normal");
        StringBuilder csv = new StringBuilder("ticket,created,at,status,priority\n");
        for (int i = 0; i < 4; i++) {
            csv.append(rows.get(newestFirst ? i : 3 - i)).append('\n');
        }
        Groups<SupportSummary> groups =
                groups(LOG.grouped(Grouping.by("priority")), csv.toString(), SupportDefinition.STANDARD);
        assertThat(groups.byLabels().keySet()).containsExactly(Labels.of("urgent"));
    }

    /** Both changes of the last second: the file runs newest first, so the upper row is the later. */
    @Test
    void aFileThatRunsNewestFirstIsReadFromItsEnd() {
        String csv = """
                ticket,created,at,status
                7,2025-03-04T09:00Z,2025-03-05T09:00Z,open
                7,2025-03-04T09:00Z,2025-03-05T09:00Z,solved
                7,2025-03-04T09:00Z,2025-03-04T12:00Z,open
                """;
        assertThat(summary(LOG, csv).resolution().open()).isOne();
        String oldestFirst = """
                ticket,created,at,status
                7,2025-03-04T09:00Z,2025-03-04T12:00Z,open
                7,2025-03-04T09:00Z,2025-03-05T09:00Z,open
                7,2025-03-04T09:00Z,2025-03-05T09:00Z,solved
                """;
        assertThat(summary(LOG, oldestFirst).resolution().open()).isZero();
    }

    @Test
    void aBlankStatusSetsNone() {
        String csv = """
                ticket,created,at,status
                1,2025-03-04T09:00Z,2025-03-04T09:30Z,
                1,2025-03-04T09:00Z,2025-03-04T10:00Z,solved
                1,2025-03-04T09:00Z,2025-03-04T10:30Z,
                """;
        assertThat(summary(LOG, csv).resolution().resolved()).isOne();
        assertThat(summary(LOG, csv).resolution().mean(HOURS)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-00-00 00:00:00",
                "0001-01-01 00:00:00",
                "9999-12-31 00:00:00",
                "1970-01-01 00:00:00",
                "not yet",
                ""
            })
    void whatStandsForNoDateIsNoResolution(String none) {
        String csv = """
                created,resolved
                2025-03-04 09:00:00,2025-03-04 11:00:00
                2025-03-04 10:00:00,2025-03-05 10:00:00
                2025-03-05 09:00:00,%1$s
                2025-03-06 09:00:00,%1$s
                """.formatted(none);
        TicketReading reading = SINGLE.withDates(Dates.ISO.withBlank("not yet"), ZoneId.of("Europe/Berlin"));
        SupportSummary elapsed = summary(reading, csv);
        assertThat(elapsed.resolution()).hasToString("TimeToResolution[resolved=2, open=2, left out=0]");
        assertThat(elapsed.resolution().mean(HOURS)).isEqualTo(13);
        WorkingCalendar office = WorkingCalendar.parse("Mon-Fri 09:00-17:00 Europe/Berlin");
        assertThat(groups(reading, csv, SupportDefinition.STANDARD.withHours(office))
                        .all()
                        .total()
                        .summary()
                        .resolution()
                        .mean(HOURS))
                .isEqualTo(5);
    }

    @Test
    void datesInWordsOfALanguage() {
        String csv = """
                Erstellt;Erledigt
                Do, 12 Sep 2024 13:52:39 +0200;Do, 12 Sep 2024 15:52:39 +0200
                Mi, 02 Okt 2024 10:00:00 +0200;Mi, 02 Okt 2024 11:00:00 +0200
                """;
        TicketReading reading = SINGLE.withDates(
                        Dates.of("EEE, d MMM yyyy HH:mm:ss Z").withLocale(Locale.GERMAN), ZoneOffset.UTC)
                .with(Roles.parse("created=Erstellt", "resolved=Erledigt"));
        assertThat(summary(reading, csv).resolution().resolved()).isEqualTo(2);
        assertThat(summary(reading, csv).resolution().mean(HOURS)).isEqualTo(1.5);
    }

    /** Reopened after the column was filled: the history is later. A column later than the history is a change. */
    @Test
    void theHistoryWinsOverAColumnThatIsOlder() {
        TicketReading reading =
                TicketReading.of(TicketRole.TICKET, TicketRole.AT, TicketRole.STATUS, TicketRole.RESOLVED);
        String csv = """
                ticket,created,at,status,resolved
                1,2025-03-04T09:00Z,2025-03-04T10:00Z,solved,2025-03-04T10:00Z
                1,2025-03-04T09:00Z,2025-03-04T11:00Z,open,2025-03-04T10:00Z
                2,2025-03-04T09:00Z,2025-03-04T10:00Z,open,2025-03-04T12:00Z
                3,2025-03-04T09:00Z,2025-03-04T10:00Z,solved,
                """;
        Tickets tickets = read(reading, csv);
        SupportSummary summary = groups(tickets, SupportDefinition.STANDARD.withBacklog(), tickets.observedUntil())
                .all()
                .total()
                .summary();
        assertThat(summary.resolution()).hasToString("TimeToResolution[resolved=2, open=1, left out=0]");
        assertThat(summary.resolution().mean(HOURS)).isEqualTo(2);
        assertThat(summary.backlog().at(Instant.parse("2025-03-04T12:00:00Z"))).isOne();
        assertThat(tickets.staleResolutions(tickets.observedUntil())).isOne();
    }

    @Test
    void whichResolutionCounts() {
        String csv = """
                ticket,created,at,status
                7,2025-03-04T09:00Z,2025-03-04T10:00Z,Working
                7,2025-03-04T09:00Z,2025-03-04T12:00Z,Resolved
                7,2025-03-04T09:00Z,2025-03-04T13:00Z,Working
                7,2025-03-04T09:00Z,2025-03-04T15:00Z,Resolved
                """;
        TicketReading reading = LOG.withWords(TicketStatuses.parse("Working=open"), TicketAuthors.PLAIN);
        assertThat(summary(reading, csv).resolution().mean(HOURS)).isEqualTo(6);
        assertThat(summary(reading.withResolution(ResolutionRule.FIRST), csv)
                        .resolution()
                        .mean(HOURS))
                .isEqualTo(3);
    }

    @Test
    void rowsThatNameNoTicketAreCountedOneByOne() {
        TicketReading reading = TicketReading.of(TicketRole.TICKET, TicketRole.RESOLVED);
        String csv = """
                ticket,created,resolved
                ,2025-01-01,2025-01-02
                NULL,2025-01-01,2025-01-03
                1,2025-01-01,
                2,2025-01-01,2025-01-02
                1,2025-01-01,2025-01-03
                3,,2025-01-03
                4,soon,2025-01-03
                """;
        Groups.Part<SupportSummary> all = all(reading, csv);
        assertThat(all.leftOut()).hasToString("invalid_created 1, no_created 1, no_ticket 2");
        assertThat(all.summary().resolution().mean(HOURS)).isEqualTo(36);
    }

    @Test
    void filtersAndOtherPeriods() {
        String csv = """
                created,resolved,team
                2025-01-05,2025-02-01,a
                2025-01-06,,a
                2025-01-07,2025-02-02,b
                """;
        TicketReading reading = SINGLE.with(Where.parse("team = a"))
                .grouped(Grouping.by().over("resolved", Dates.ISO, CalendarPeriod.MONTH, ZoneOffset.UTC));
        Groups<SupportSummary> groups = groups(reading, csv, SupportDefinition.STANDARD);
        assertThat(groups.all().periods().keySet()).containsExactly(Grouping.NO_DATE, "2025-02");
        assertThat(groups.all().total().used()).isEqualTo(2);
    }

    /** Where each row is a ticket, the rows add up with what the fold leaves out; rows of a history stay used. */
    @Test
    void theAccountOfTheRows() {
        String csv = """
                created,resolved
                2025-01-05,2025-02-01
                2025-01-06,2025-01-01
                2025-03-07,
                soon,
                """;
        Instant until = Instant.parse("2025-03-01T00:00:00Z");
        Outcome<Tickets> single = SINGLE.read(Tables.of(csv));
        assertThat(Tickets.fold(single, until, SupportDefinition.STANDARD.aggregation(single.result(), until))
                        .accounting())
                .hasToString("4 rows: 1 used, left out created_later 1, invalid_created 1, resolved_before_created 1, "
                        + "malformed nothing");
        String log = """
                ticket,created,at,status
                1,2025-01-05,2025-01-06,open
                1,2025-01-05,2025-01-01,solved
                """;
        Outcome<Tickets> logged = LOG.read(Tables.of(log));
        assertThat(Tickets.fold(logged, until, SupportDefinition.STANDARD.aggregation(logged.result(), until))
                        .accounting())
                .hasToString("2 rows: 2 used, left out nothing, malformed nothing");
    }

    @Test
    void rolesThatNeedOthers() {
        assertThatThrownBy(() -> TicketReading.of(TicketRole.STATUS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("roles must have [TICKET, AT] with STATUS, got [CREATED, STATUS]");
        assertThatThrownBy(() -> TicketReading.of(TicketRole.VISIBLE))
                .hasMessage("roles must have [AUTHOR] with VISIBLE, got [CREATED, VISIBLE]");
    }

    @Test
    void strictStopsAtTheFirstBadDate() {
        assertThatThrownBy(() -> SINGLE.strict().read(Tables.of("created,resolved\n2025-01-01,\nsoon,\n")))
                .isInstanceOf(InputException.class)
                .hasMessage("f, line 3: created must be a date or a time, got soon");
    }
}
