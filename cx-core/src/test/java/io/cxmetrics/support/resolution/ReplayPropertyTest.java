package io.cxmetrics.support.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.support.Histories;
import io.cxmetrics.support.Ticket;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Backlogs and resolutions at an instant against other ways to the same numbers. */
class ReplayPropertyTest {

    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    @Provide
    Arbitrary<List<Ticket>> tickets() {
        return Histories.tickets().list().ofMaxSize(8);
    }

    @Property
    void theBacklogIsTheTicketsWhoseStatusIsNotResolved(
            @ForAll("tickets") List<Ticket> tickets, @ForAll @IntRange(min = -70, max = 3000) int minute) {
        Instant at = Histories.minute(minute);
        long open = tickets.stream()
                .filter(ticket -> !ticket.created().isAfter(at))
                .filter(ticket -> !ticket.statusAt(at).category().resolved())
                .count();
        assertThat(Backlog.of(tickets, FAR).at(at)).isEqualTo(open);
        assertThat(Backlog.of(tickets, at.plusMillis(1)).at(at)).isEqualTo(open);
    }

    @Property
    void resolutionsAreThoseOfTheWholeTicket(@ForAll("tickets") List<Ticket> tickets) {
        for (Ticket ticket : tickets) {
            Resolution resolution = Resolution.of(ticket);
            assertThat(ResolutionRule.FIRST.of(ticket, FAR)).isEqualTo(resolution.firstAt());
            assertThat(ResolutionRule.LAST.of(ticket, FAR))
                    .isEqualTo(resolution.lastAt().filter(at -> resolution.resolved()));
        }
    }

    @Property
    void everyTicketIsResolvedOpenOrLeftOut(
            @ForAll("tickets") List<Ticket> tickets, @ForAll @IntRange(min = -70, max = 3000) int minute) {
        Instant until = Histories.minute(minute);
        TimeToResolution times = TimeToResolution.of(tickets, ResolutionRule.LAST, until);
        assertThat(times.resolved() + times.open() + times.leftOut()).isEqualTo(tickets.size());
        assertThat(times.createdLater()).isEqualTo(minute <= 0 ? tickets.size() : 0);
        assertThat(times.open()).isEqualTo(Backlog.of(tickets, FAR).at(until.minusMillis(1)));
    }
}
