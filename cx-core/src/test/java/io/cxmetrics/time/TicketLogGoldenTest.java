package io.cxmetrics.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every ticket of two real logs against open times that were worked out in Python. */
class TicketLogGoldenTest {

    private static final double HOUR = 3_600_000;

    private static Path shared(String first, String... more) {
        String named = System.getProperty("cx.shared", "");
        Path file = (named.isEmpty() ? Path.of("..", "..", "shared") : Path.of(named)).resolve(Path.of(first, more));
        boolean there = Files.isRegularFile(file);
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("golden data must be there in CI, got none at " + file);
        }
        assumeTrue(there, () -> "skipped: no golden data at " + file);
        return file;
    }

    private static JsonNode golden(String dataset, String id) throws IOException {
        for (JsonNode golden : new ObjectMapper()
                .readTree(shared("golden", dataset + ".json").toFile())
                .get("goldens")) {
            if (golden.get("id").asText().equals(id)) {
                return golden;
            }
        }
        throw new IllegalStateException("golden must be there, got none named " + id);
    }

    private static WorkingCalendar calendar(JsonNode params, String opens, String closes) {
        List<LocalDate> holidays = new ArrayList<>();
        params.get("holidays").forEach(date -> holidays.add(LocalDate.parse(date.asText())));
        params.get("weekly").forEach(day -> assertThat(day.get(0).asText()).isEqualTo(opens + "-" + closes));
        assertThat(params.get("weekly").size()).isEqualTo(5);
        return WorkingCalendar.in(ZoneId.of(params.get("zone").asText()))
                .open(MONDAY, FRIDAY, opens, closes)
                .holidays(holidays);
    }

    private static List<CsvRecord> rows(String dataset, String file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(shared("data", dataset, file)));
                CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(in)) {
            return reader.stream().toList();
        }
    }

    /** Wall times of a zone; the pairs that end before they start are left out, as the golden values do. */
    private static long[] open(WorkingCalendar calendar, List<LocalDateTime[]> spans) {
        ZoneId zone = calendar.zone();
        long[][] instants = spans.stream()
                .map(span -> new long[] {
                    span[0].atZone(zone).toInstant().toEpochMilli(),
                    span[1].atZone(zone).toInstant().toEpochMilli()
                })
                .filter(span -> span[0] <= span[1])
                .toArray(long[][]::new);
        return calendar.openMillis(
                Arrays.stream(instants).mapToLong(span -> span[0]).toArray(),
                Arrays.stream(instants).mapToLong(span -> span[1]).toArray());
    }

    private static void assertMatches(long[] open, long zeros, JsonNode expected) {
        assertThat(zeros + Arrays.stream(open).filter(millis -> millis == 0).count())
                .isEqualTo(expected.get("zero").asLong());
        assertThat(zeros + open.length).isEqualTo(expected.get("n").asLong());
        double sum = expected.get("sum").asDouble();
        assertThat(Arrays.stream(open).sum() / HOUR).isCloseTo(sum, within(1e-9 * sum));
        assertThat(Arrays.stream(open).max().orElseThrow() / HOUR)
                .isCloseTo(expected.get("max").asDouble(), within(1e-9));
        double squares = Arrays.stream(open)
                .mapToDouble(millis -> millis / HOUR * (millis / HOUR))
                .sum();
        double n = zeros + open.length;
        double sd = expected.get("sd").asDouble();
        assertThat(Math.sqrt((squares - sum * sum / n) / (n - 1))).isCloseTo(sd, within(1e-9 * sd));
    }

    @Test
    void requestsToNewYork() throws IOException {
        DateTimeFormatter times = DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.ROOT);
        JsonNode golden = golden("nyc311_2020", "ttr_business");
        List<LocalDateTime[]> spans = rows("nyc311_2020", "nyc_311.csv.gz").stream()
                .map(row -> new LocalDateTime[] {
                    LocalDateTime.parse(row.getField(1), times), LocalDateTime.parse(row.getField(2), times)
                })
                .toList();
        WorkingCalendar calendar = calendar(golden.get("params"), "09:00", "17:00");
        assertMatches(open(calendar, spans), 0, golden.get("expected"));
        double mean =
                golden("nyc311_2020", "ttr_24x7").get("expected").get("mean_h").asDouble();
        assertThat(Arrays.stream(open(WorkingCalendar.always(calendar.zone()), spans))
                                .average()
                                .orElseThrow()
                        / HOUR)
                .isCloseTo(mean, within(1e-9 * mean));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ttr_business_utc", "ttr_business_sao_paulo"})
    void incidents(String id) throws IOException {
        DateTimeFormatter times = DateTimeFormatter.ofPattern("d/M/yyyy HH:mm", Locale.ROOT);
        JsonNode golden = golden("uci_incident_log", id);
        Map<String, LocalDateTime[]> byNumber = new LinkedHashMap<>();
        List<CsvRecord> rows = rows("uci_incident_log", "incident_event_log.csv.gz");
        int opened = rows.get(0).getFields().indexOf("opened_at");
        int resolved = rows.get(0).getFields().indexOf("resolved_at");
        for (CsvRecord row : rows.subList(1, rows.size())) {
            if (!row.getField(resolved).equals("?")) {
                byNumber.computeIfAbsent(row.getField(0), number -> new LocalDateTime[] {
                    LocalDateTime.parse(row.getField(opened), times), LocalDateTime.parse(row.getField(resolved), times)
                });
            }
        }
        long[] open = open(calendar(golden.get("params"), "08:00", "18:00"), List.copyOf(byNumber.values()));
        assertMatches(open, byNumber.size() - open.length, golden.get("expected"));
    }
}
