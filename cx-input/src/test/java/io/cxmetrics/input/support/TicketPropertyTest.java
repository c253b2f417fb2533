package io.cxmetrics.input.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.time.CalendarPeriod;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of any file of tickets. */
class TicketPropertyTest {

    private static final Instant START = Instant.parse("2025-01-30T00:00:00Z");
    private static final List<String> STATUSES = List.of("new", "open", "pending", "solved", "closed", "");
    private static final SupportDefinition EVERYTHING = SupportDefinition.STANDARD
            .withBacklog()
            .withReplies()
            .withDue()
            .withSla(SlaTargets.parse("resolution:a=10h", "resolution=20h", "first-reply=5h"));
    private static final TicketReading LOG = TicketReading.of(
                    TicketRole.TICKET,
                    TicketRole.AT,
                    TicketRole.STATUS,
                    TicketRole.AUTHOR,
                    TicketRole.PRIORITY,
                    TicketRole.RESOLVED,
                    TicketRole.DUE)
            .with(TicketFiles.CLOCK)
            .grouped(Grouping.by("priority"))
            .per(CalendarPeriod.MONTH);

    /** Rows with a time of their own each, some of which cannot be read. */
    private static List<String> rows(Random random) {
        List<String> rows = new ArrayList<>();
        for (int ticket = 0; ticket < 8; ticket++) {
            Instant created = START.plus(random.nextInt(90), ChronoUnit.HOURS);
            for (int i = random.nextInt(5); i >= 0; i--) {
                Instant at = created.plusSeconds(60L * rows.size() + 3600L * random.nextInt(50));
                String when = random.nextInt(12) == 0 ? "?!" : at.toString();
                rows.add(String.join(
                        ",",
                        "t" + ticket,
                        created.toString(),
                        when,
                        STATUSES.get(random.nextInt(6)),
                        random.nextInt(4) == 0 ? "agent" : "",
                        random.nextBoolean() ? "a" : "b",
                        random.nextInt(9) == 0 ? at.toString() : "",
                        at.plus(1, ChronoUnit.DAYS).toString()));
            }
        }
        return rows;
    }

    private static Groups<SupportSummary> groups(List<String> rows, Instant until) {
        String header = "ticket,created,at,status,author,priority,resolved,due\n";
        Tickets tickets =
                TicketFiles.read(LOG, header + String.join("\n", rows) + "\nend," + START + "," + START + ",new,,a,,");
        return TicketFiles.groups(tickets, EVERYTHING, until);
    }

    @Property(tries = 200)
    void groupsAndPeriodsAddUpToAll(@ForAll Random random) {
        Groups<SupportSummary> groups = groups(rows(random), START.plus(random.nextInt(150), ChronoUnit.HOURS));
        SupportSummary sum = SupportSummary.EMPTY;
        long rows = 0;
        for (Groups.Group<SupportSummary> group : groups.byLabels().values()) {
            sum = sum.plus(group.total().summary());
            rows += group.total().rows();
            assertThat(group.periods().keySet())
                    .isEqualTo(groups.all().periods().keySet());
            assertThat(group.periods().values().stream()
                            .map(Groups.Part::summary)
                            .reduce(SupportSummary.EMPTY, SupportSummary::plus))
                    .isEqualTo(group.total().summary());
        }
        assertThat(sum).isEqualTo(groups.all().total().summary());
        assertThat(rows).isEqualTo(groups.all().total().rows()).isEqualTo(9);
    }

    @Property(tries = 200)
    void timeDecidesAndNotTheOrderOfTheRows(@ForAll Random random) {
        List<String> rows = rows(random);
        Instant until = START.plus(random.nextInt(150), ChronoUnit.HOURS);
        List<String> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        assertThat(groups(shuffled, until).all()).isEqualTo(groups(rows, until).all());
    }

    /** Rows at the end or later change nothing: a file that was cut there says the same. */
    @Property(tries = 200)
    void whatIsNotKnownByTheEndSaysNothing(@ForAll Random random) {
        List<String> rows = rows(random);
        Instant until = START.plus(random.nextInt(150), ChronoUnit.HOURS);
        List<String> known = new ArrayList<>();
        for (String row : rows) {
            String at = row.split(",", -1)[2];
            if (at.equals("?!") || Instant.parse(at).isBefore(until)) {
                known.add(row);
            }
        }
        SupportSummary cut = groups(known, until).all().total().summary();
        SupportSummary whole = groups(rows, until).all().total().summary();
        assertThat(whole.reopens()).isEqualTo(cut.reopens());
        assertThat(whole.resolution().resolved()).isEqualTo(cut.resolution().resolved());
        assertThat(whole.replies().replies()).isEqualTo(cut.replies().replies());
    }
}
