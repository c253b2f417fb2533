package io.cxmetrics.golden;

import static java.util.stream.Collectors.groupingBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.support.Author;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.SlaPolicy;
import io.cxmetrics.support.SlaTarget;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketEvent;
import io.cxmetrics.support.sla.SlaAttainment;
import io.cxmetrics.support.sla.SlaDefinition;
import io.cxmetrics.support.sla.SlaInstance;
import io.cxmetrics.support.sla.SlaReplay;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Attainment over real incidents and requests, each a ticket that is replayed; times to resolution give some of it too.
 */
@GoldenTest
class SlaGoldenTest {

    private static final DateTimeFormatter INCIDENT_TIME = DateTimeFormatter.ofPattern("d/M/yyyy HH:mm", Locale.ROOT);
    private static final DateTimeFormatter REQUEST_TIME =
            DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.ROOT);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final SlaDefinition RULES = SlaDefinition.in(WorkingCalendar.always(ZoneOffset.UTC));
    private static final Instant LONG_AFTER = Instant.parse("2030-01-01T00:00:00Z");

    @TestFactory
    Stream<DynamicTest> incidents() {
        Golden golden = Golden.of("uci_incident_log");
        Map<String, NamedCsvRecord> last = new LinkedHashMap<>();
        List<String> flags = new ArrayList<>();
        golden.rows("incident_event_log.csv.gz", row -> {
            last.put(row.getField("number"), row);
            flags.add(row.getField("made_sla"));
        });
        return golden.check("sla_made", expected -> made(expected, last.values(), flags))
                .check("sla_target", expected -> target(expected, last.values()))
                .checkedElsewhere(
                        "rows",
                        "order",
                        "ttr_resolved",
                        "ttr_closed",
                        "ttr_resolved_by_priority",
                        "ttr_resolved_by_contact_type",
                        "reopen",
                        "fcr_proxy",
                        "first_response_proxy",
                        "time_in_state",
                        "backlog_monthly",
                        "ttr_business_utc",
                        "ttr_business_sao_paulo",
                        "ttr_samples")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> requests() {
        return Golden.of("nyc311_2020")
                .check("sla_72h", SlaGoldenTest::within72Hours)
                .checkedElsewhere(
                        "profile",
                        "ttr_elapsed",
                        "ttr_wall",
                        "ttr_by_type",
                        "ttr_business",
                        "ttr_24x7",
                        "samples",
                        "ttr_by_month")
                .tests();
    }

    private static void made(Expected expected, Collection<NamedCsvRecord> last, List<String> flags) {
        Proportion all = last.stream().collect(Proportion.toProportion(SlaGoldenTest::made));
        Map<String, Proportion> byPriority = last.stream()
                .collect(groupingBy(row -> row.getField("priority"), Proportion.toProportion(SlaGoldenTest::made)));
        expected.number("n", all.trials())
                .number("met", all.events())
                .number("sla_pct", all.percent())
                .interval("ci95_wilson", all.interval(0.95).times(100))
                .number(
                        "wrong_if_all_rows_used_pct",
                        flags.stream()
                                .collect(Proportion.toProportion("true"::equals))
                                .percent());
        expected.in("by_priority")
                .groups(
                        byPriority,
                        (group, made) -> group.number("n", made.trials())
                                .number("met", made.events())
                                .number("sla_pct", made.percent()));
    }

    private static boolean made(NamedCsvRecord row) {
        return row.getField("made_sla").equals("true");
    }

    private static void target(Expected expected, Collection<NamedCsvRecord> last) {
        Map<String, Long> hours = Map.of("1 - Critical", 4L, "2 - High", 24L, "3 - Moderate", 120L, "4 - Low", 240L);
        SlaPolicy policy = new SlaPolicy(
                "by priority",
                hours.entrySet().stream()
                        .map(entry -> new SlaTarget(
                                SlaMetric.RESOLUTION, entry.getKey(), Duration.ofHours(entry.getValue()), false))
                        .toList());
        List<SlaInstance> resolutions = last.stream()
                .flatMap(row -> ticket(row, policy))
                .flatMap(ticket -> SlaReplay.of(ticket, RULES, LONG_AFTER).instances().stream())
                .toList();
        SlaAttainment all = SlaAttainment.of(resolutions);
        Map<String, SlaAttainment> byPriority = resolutions.stream()
                .collect(SlaAttainment.aggregation()
                        .groupedBy(SlaInstance::priority)
                        .toCollector());
        expected.counts("targets_h", hours)
                .number("n", all.count())
                .number("n", all.decided())
                .number("met", all.met())
                .number("sla_pct", all.attained().percent());
        expected.in("by_priority")
                .groups(
                        byPriority,
                        (group, attainment) ->
                                group.number("n", attainment.decided()).number("met", attainment.met()));
    }

    /** The incident under its last priority; nothing if it was not resolved. */
    private static Stream<Ticket> ticket(NamedCsvRecord row, SlaPolicy policy) {
        return row.getField("resolved_at").equals("?")
                ? Stream.empty()
                : ticket(
                        row.getField("number"),
                        utc(row.getField("opened_at")),
                        utc(row.getField("resolved_at")),
                        row.getField("priority"),
                        policy);
    }

    /** A ticket that was resolved; nothing if that was before it was created. */
    private static Stream<Ticket> ticket(
            String id, Instant created, Instant resolved, String priority, SlaPolicy policy) {
        return resolved.isBefore(created)
                ? Stream.empty()
                : Stream.of(Ticket.of(
                        id,
                        created,
                        Author.REQUESTER,
                        new TicketEvent.PriorityChange(created, priority),
                        new TicketEvent.PolicyChange(created, policy),
                        new TicketEvent.StatusChange(resolved, Status.SOLVED)));
    }

    private static Instant utc(String time) {
        return LocalDateTime.parse(time, INCIDENT_TIME).toInstant(ZoneOffset.UTC);
    }

    private static void within72Hours(Expected expected) {
        SlaPolicy policy = new SlaPolicy(
                "72 h", List.of(new SlaTarget(SlaMetric.RESOLUTION, "normal", Duration.ofDays(3), false)));
        SlaAttainment within = SharedCsv.headless("data/nyc311_2020/nyc_311.csv.gz").stream()
                .flatMap(row ->
                        ticket(row.getField(0), newYork(row.getField(1)), newYork(row.getField(2)), "normal", policy))
                .flatMap(ticket -> SlaReplay.of(ticket, RULES, LONG_AFTER).instances().stream())
                .collect(SlaAttainment.toSlaAttainment());
        expected.number("n", within.decided())
                .number("met", within.met())
                .number("sla_pct", within.attained().percent())
                .interval("ci95_wilson", within.interval(0.95).times(100));
    }

    private static Instant newYork(String time) {
        return LocalDateTime.parse(time, REQUEST_TIME).atZone(NEW_YORK).toInstant();
    }
}
