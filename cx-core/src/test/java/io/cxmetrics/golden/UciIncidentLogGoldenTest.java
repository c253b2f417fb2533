package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.QuantileMethod;
import io.cxmetrics.stat.Sample;
import io.cxmetrics.support.Author;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.StatusCategory;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import io.cxmetrics.support.TicketEvent;
import io.cxmetrics.support.TicketEvent.Assignment;
import io.cxmetrics.support.TicketEvent.StatusChange;
import io.cxmetrics.support.contact.FirstContact;
import io.cxmetrics.support.contact.Handoffs;
import io.cxmetrics.support.contact.Reopens;
import io.cxmetrics.support.resolution.Resolution;
import io.cxmetrics.support.resolution.StatusTimes;
import io.cxmetrics.support.resolution.TimeInStatus;
import io.cxmetrics.testkit.GoldenTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The incident log of a ServiceNow desk: 24,918 incidents by 141,712 updates, with clocks that tell minutes only. */
@GoldenTest
class UciIncidentLogGoldenTest {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("d/M/uuuu HH:mm", Locale.ROOT);
    private static final Map<String, StatusCategory> CATEGORIES = Map.of(
            "New", StatusCategory.NEW,
            "Active", StatusCategory.OPEN,
            "Awaiting User Info", StatusCategory.PENDING,
            "Awaiting Vendor", StatusCategory.HOLD,
            "Awaiting Problem", StatusCategory.HOLD,
            "Awaiting Evidence", StatusCategory.HOLD,
            "Resolved", StatusCategory.SOLVED,
            "Closed", StatusCategory.CLOSED,
            "-100", StatusCategory.OPEN);

    /** What an update says. */
    private record Update(
            String state, Instant at, Instant opened, int modifications, int reopens, int reassignments) {}

    private final Golden golden = Golden.of("uci_incident_log");
    private final Map<String, List<Update>> incidents = new LinkedHashMap<>();
    private final Map<String, Long> states = new TreeMap<>();
    private final Map<String, Long> nullTokens = new TreeMap<>();

    /** By how much times were put back, by the state that lasts shorter for it in the log. */
    private final Map<String, Duration> slips = new TreeMap<>();

    private final List<Ticket> tickets;

    UciIncidentLogGoldenTest() {
        golden.rows("incident_event_log.csv.gz", this::read);
        tickets = incidents.entrySet().stream()
                .map(incident -> ticket(incident.getKey(), incident.getValue()))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> goldens() {
        return golden.check("rows", this::rows)
                .check("order", this::order)
                .check("reopen", this::reopen)
                .check("fcr_proxy", this::firstContact)
                .check("first_response_proxy", this::firstResponse)
                .check("time_in_state", this::timeInState)
                .checkedElsewhere(
                        "ttr_resolved",
                        "ttr_closed",
                        "ttr_resolved_by_priority",
                        "ttr_resolved_by_contact_type",
                        "ttr_business_utc",
                        "ttr_business_sao_paulo",
                        "ttr_samples",
                        "sla_made",
                        "sla_target",
                        "backlog_monthly")
                .tests();
    }

    private void read(NamedCsvRecord row) {
        List<String> header = row.getHeader();
        for (int i = 0; i < header.size(); i++) {
            if (row.getField(i).equals("?")) {
                nullTokens.merge(header.get(i), 1L, Long::sum);
            }
        }
        Update update = new Update(
                row.getField("incident_state"),
                at(row, "sys_updated_at"),
                at(row, "opened_at"),
                count(row, "sys_mod_count"),
                count(row, "reopen_count"),
                count(row, "reassignment_count"));
        states.merge(update.state(), 1L, Long::sum);
        incidents
                .computeIfAbsent(row.getField("number"), number -> new ArrayList<>())
                .add(update);
    }

    /**
     * The order of the file is the order of the updates. Where a time is behind the next one it is put back to it. The
     * columns of assignees and groups have gaps; the desk's own counter has not, so each of its steps is a station.
     */
    private Ticket ticket(String number, List<Update> updates) {
        List<TicketEvent> events = new ArrayList<>();
        for (int i = 0; i < updates.size(); i++) {
            Update update = updates.get(i);
            Instant at = update.at();
            if (i + 1 < updates.size() && updates.get(i + 1).at().isBefore(at)) {
                Duration slip = Duration.between(updates.get(i + 1).at(), at);
                slips.merge(update.state(), slip, Duration::plus);
                at = updates.get(i + 1).at();
            }
            events.add(new StatusChange(at, new Status(update.state(), CATEGORIES.get(update.state()))));
            events.add(new Assignment(at, "station " + update.reassignments(), ""));
        }
        return Ticket.of(number, updates.get(0).opened(), Author.REQUESTER, events);
    }

    private void rows(Expected expected) {
        expected.number(
                        "rows",
                        states.values().stream().mapToLong(Long::longValue).sum())
                .number("incidents", tickets.size())
                .counts("states", states)
                .counts("null_tokens", nullTokens);
    }

    private void order(Expected expected) {
        long fallingCounts = incidents.values().stream()
                .filter(updates -> falls(updates, (one, next) -> next.modifications() < one.modifications()) > 0)
                .count();
        long fallingTimes = incidents.values().stream()
                .mapToLong(updates -> falls(updates, (one, next) -> next.at().isBefore(one.at())))
                .sum();
        expected.number("incidents_with_falling_sys_mod_count", fallingCounts)
                .number("rows_with_falling_sys_updated_at", fallingTimes)
                .text("all_ordered", Boolean.toString(fallingCounts + fallingTimes == 0));
    }

    private static long falls(List<Update> updates, BiPredicate<Update, Update> falls) {
        long count = 0;
        for (int i = 1; i < updates.size(); i++) {
            count += falls.test(updates.get(i - 1), updates.get(i)) ? 1 : 0;
        }
        return count;
    }

    /** The replay of the states finds what the desk counted itself, incident by incident. */
    private void reopen(Expected expected) {
        tickets.forEach(ticket -> assertThat(Resolution.of(ticket).reopens())
                .as(ticket.id())
                .isEqualTo(last(incidents.get(ticket.id())).reopens()));
        Reopens reopens = Reopens.of(tickets, Instant.MAX);
        expected.number("n", reopens.count())
                .number("reopened", reopens.reopenedTickets())
                .number("pct", reopens.ticketRate().percent())
                .number("total_reopens", reopens.reopens());
    }

    private void firstContact(Expected expected) {
        Proportion rate = FirstContact.NO_REASSIGNMENT_NO_REOPEN.of(tickets, Instant.MAX);
        expected.number("n", rate.trials()).number("k", rate.events()).number("pct", rate.percent());
        assertThat(FirstContact.NO_REASSIGNMENT_NO_REOPEN.gross(tickets, Instant.MAX))
                .isEqualTo(rate);
    }

    private void firstResponse(Expected expected) {
        List<Handoffs> handlings = tickets.stream().map(Handoffs::of).toList();
        List<Handoffs> takenUp =
                handlings.stream().filter(each -> each.takenUpAt().isPresent()).toList();
        Sample hours = Sample.of(takenUp.stream()
                .map(each -> each.takeUpTime(TicketClock.ELAPSED))
                .flatMap(Optional::stream)
                .mapToDouble(UciIncidentLogGoldenTest::hours)
                .toArray());
        Moments moments = hours.moments();
        expected.number("never_left_new", handlings.size() - takenUp.size())
                .number(
                        "negative",
                        takenUp.stream().filter(each -> !each.skew().isZero()).count())
                .number("n", hours.count())
                .number("mean", moments.mean())
                .number("sd", moments.standardDeviation())
                .number("min", moments.min())
                .number("max", moments.max())
                .number("sum", moments.sum())
                .number("median", hours.median());
        for (int percentile : new int[] {25, 50, 75, 90, 95, 99}) {
            String name = "p" + percentile;
            expected.in("linear").number(name, hours.quantile(percentile / 100.0));
            expected.in("nearest").number(name, hours.quantile(percentile / 100.0, QuantileMethod.NEAREST_RANK));
        }
    }

    /**
     * The log counts an update that changes nothing as a segment of its own, which a ticket drops within one minute,
     * and the last update as none. It keeps the step back of a clock in the sum.
     */
    private void timeInState(Expected expected) {
        TimeInStatus times = tickets.stream()
                .map(ticket -> StatusTimes.of(ticket, last(ticket.events()).at().plusNanos(1)))
                .collect(TimeInStatus.toTimeInStatus(TicketClock.ELAPSED));
        Map<String, Long> notStays = new TreeMap<>(states);
        for (Ticket ticket : tickets) {
            List<StatusChange> changes = ticket.events(StatusChange.class);
            changes.forEach(change -> notStays.merge(change.status().name(), -1L, Long::sum));
            notStays.merge(last(changes).status().name(), -1L, Long::sum);
        }
        assertThat(slips).containsExactly(Map.entry("New", Duration.ofMinutes(78)));
        Map<String, TimeInStatus.Total> totals = new TreeMap<>(times.totals());
        assertThat(totals.remove(Status.NEW.name()).time())
                .as("before the first update")
                .isPositive();
        assertThat(totals).hasSize(expected.size());
        totals.forEach((state, total) -> expected.in(state)
                .number("segments", total.stays() + notStays.get(state))
                .number("hours", hours(total.time().minus(slips.getOrDefault(state, Duration.ZERO)))));
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private static Instant at(NamedCsvRecord row, String column) {
        return LocalDateTime.parse(row.getField(column), MINUTES).toInstant(ZoneOffset.UTC);
    }

    private static int count(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }

    private static double hours(Duration duration) {
        return duration.toMinutes() / 60.0;
    }
}
