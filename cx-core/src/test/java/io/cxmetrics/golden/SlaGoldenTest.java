package io.cxmetrics.golden;

import static java.util.stream.Collectors.groupingBy;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.support.Author;
import io.cxmetrics.support.SlaAttainment;
import io.cxmetrics.support.SlaInstance;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.SlaPolicy;
import io.cxmetrics.support.SlaReplay;
import io.cxmetrics.support.SlaRules;
import io.cxmetrics.support.SlaTarget;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketEvent;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Attainment over real incidents and requests. The other goldens of these sets are checked where their metrics are. */
class SlaGoldenTest {

    private static final DateTimeFormatter INCIDENT_TIME = DateTimeFormatter.ofPattern("d/M/yyyy HH:mm", Locale.ROOT);
    private static final DateTimeFormatter REQUEST_TIME =
            DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.ROOT);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final SlaRules RULES = SlaRules.in(WorkingCalendar.always(ZoneOffset.UTC));
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
        return only(golden.check("sla_made", expected -> made(expected, last.values(), flags))
                .check("sla_target", expected -> target(expected, last.values())));
    }

    @TestFactory
    Stream<DynamicTest> requests() {
        return only(Golden.of("nyc311_2020").check("sla_72h", SlaGoldenTest::within72Hours));
    }

    /** Without the test that all goldens of the set have a check here. */
    static Stream<DynamicTest> only(Golden golden) {
        return golden.tests().skip(1);
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
                .flatMap(row -> ticket(row, policy).stream())
                .flatMap(ticket -> SlaReplay.of(ticket, LONG_AFTER, RULES).instances().stream())
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

    /** The incident under its last priority; nothing if it was not resolved, or before it was opened. */
    private static Optional<Ticket> ticket(NamedCsvRecord row, SlaPolicy policy) {
        if (row.getField("resolved_at").equals("?")) {
            return Optional.empty();
        }
        Instant opened = utc(row.getField("opened_at"));
        Instant resolved = utc(row.getField("resolved_at"));
        return resolved.isBefore(opened)
                ? Optional.empty()
                : Optional.of(Ticket.of(
                        row.getField("number"),
                        opened,
                        Author.REQUESTER,
                        new TicketEvent.PriorityChange(opened, row.getField("priority")),
                        new TicketEvent.PolicyChange(opened, policy),
                        new TicketEvent.StatusChange(resolved, Status.SOLVED)));
    }

    private static Instant utc(String time) {
        return LocalDateTime.parse(time, INCIDENT_TIME).toInstant(ZoneOffset.UTC);
    }

    private static void within72Hours(Expected expected) {
        Proportion within = PlainCsv.rowsWithoutHeader("nyc311_2020", "nyc_311.csv.gz").stream()
                .map(SlaGoldenTest::elapsed)
                .filter(elapsed -> !elapsed.isNegative())
                .collect(SlaAttainment.toShareWithin(Duration.ofDays(3)));
        expected.number("n", within.trials())
                .number("met", within.events())
                .number("sla_pct", within.percent())
                .interval("ci95_wilson", within.interval(0.95).times(100));
    }

    private static Duration elapsed(CsvRecord row) {
        return Duration.between(newYork(row.getField(1)), newYork(row.getField(2)));
    }

    private static Instant newYork(String time) {
        return LocalDateTime.parse(time, REQUEST_TIME).atZone(NEW_YORK).toInstant();
    }
}
