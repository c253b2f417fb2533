package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cxmetrics.report.Terminal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionCommandTest {

    /**
     * Ann and bob start in January, of whom ann comes back in February and March; cid starts in February; nobody
     * knows when dan started.
     */
    private static final String LOG = """
            who,at,spent,site
            ann,2026-01-05 10:00,20.00,a
            bob,2026-01-31 23:45,30.00,a
            ann,2026-02-01 00:10,10.00,a
            ann,2026-02-01 12:00,5.50,a
            ann,2026-03-10,-5.00,b
            cid,2026-02-10,8,b
            dan,2026-02-30,8,b
            ,2026-02-10,8,b
            dan,2026-02-11,eight,b
            """;

    private static Run retention(String input, String... more) {
        List<String> args = new ArrayList<>(List.of("retention", "-", "--customer=who", "--at=at"));
        args.addAll(List.of(more));
        return Run.withInput(input, args.toArray(String[]::new));
    }

    private static String json(String input, String... more) {
        List<String> args = new ArrayList<>(List.of(more));
        args.add("--format=json");
        Run run = retention(input, args.toArray(String[]::new));
        assertThat(run.code()).isZero();
        return run.out();
    }

    /** The intervals of all cohorts together. */
    private static JsonNode intervals(String input, String... more) throws JsonProcessingException {
        return new ObjectMapper().readTree(json(input, more)).at("/total/intervals");
    }

    @Test
    void periodsThatAreNotOverAreBlank() throws JsonProcessingException {
        assertThat(retention(LOG, "--amount=spent", "--as-of=2026-03-31").out().split("\n"))
                .contains(
                        "     started      0     1    2  left out",
                        "all        3  100.0  33.3  0.0         3",
                        "2026-01        2  100.0  50.0  0.0         0",
                        "2026-02        1  100.0   0.0              0",
                        "left out: 1 invalid amount, 1 invalid date, 1 no customer");
        JsonNode intervals = intervals(LOG, "--as-of=2026-03-30");
        assertThat(intervals).as("March is not over").hasSize(2);
        assertThat(intervals.get(1).get("retention").doubleValue()).isEqualTo(50);
    }

    @Test
    void revenueComesBackToo() throws JsonProcessingException {
        assertThat(retention(LOG, "--amount=spent", "--as-of=2026-03-31", "--show=revenue")
                        .out()
                        .split("\n"))
                .contains("2026-01        2  100.0  31.0  -10.0         0");
        JsonNode intervals = intervals(LOG, "--amount=spent", "--as-of=2026-03-31");
        assertThat(intervals.get(0).get("amount").doubleValue()).isEqualTo(58);
        assertThat(intervals.get(1).get("amount").doubleValue()).isEqualTo(15.5);
        assertThat(intervals.get(2).get("cumulative_amount_per_starter").doubleValue())
                .isEqualTo(30.25);
    }

    @Test
    void daysAreThoseOfTheCalendarAndWindowsOfTheClock() throws JsonProcessingException {
        String night = "who,at\ndee,2026-01-31 23:45\ndee,2026-02-01 00:01\n";
        assertThat(active(intervals(night, "--days=1", "--as-of=2026-02-03"))).startsWith(1L, 1L);
        assertThat(active(intervals(night, "--windows=1", "--as-of=2026-02-03")))
                .startsWith(1L, 0L);
        String offsets = "who,at\ndee,2026-01-31T23:45Z\ndee,2026-02-01T00:01Z\n";
        assertThat(active(intervals(offsets, "--zone=Asia/Tokyo", "--days=1", "--as-of=2026-02-03")))
                .as("both are on the first of February in Tokyo")
                .startsWith(1L, 0L);
    }

    @Test
    void hasRulesByName() throws JsonProcessingException {
        assertThat(json(LOG, "--rule=on-or-after", "--as-of=2026-03-31")).contains("\"rule\": \"on-or-after\"");
        assertThat(active(intervals(LOG, "--min=2", "--as-of=2026-03-31")))
                .as("twice in February, once in March")
                .containsExactly(0L, 1L, 0L);
        assertThat(json(LOG, "--entry=recurring", "--as-of=2026-03-31"))
                .as("ann starts in January, in February and in March")
                .contains("\"size\": 5");
        assertThat(retention(LOG, "--mean=simple", "--as-of=2026-03-31").out())
                .as("the mean of 50 and 0")
                .contains("all        3  100.0  25.0");
    }

    private static List<Long> active(JsonNode intervals) {
        List<Long> active = new ArrayList<>();
        intervals.forEach(interval -> active.add(interval.get("active").longValue()));
        return active;
    }

    @Test
    void shadesTheTriangleOnATerminal() {
        byte[] log = LOG.getBytes(StandardCharsets.UTF_8);
        String[] args = {"retention", "-", "--customer=who", "--at=at", "--as-of=2026-03-31", "--periods=1"};
        assertThat(Run.on(new Terminal(true, false, true), new ByteArrayInputStream(log), args)
                        .out())
                .contains("100.0█  50.0▓")
                .contains("     started       0      1  left out");
        assertThat(Run.on(new Terminal(true, false, false), new ByteArrayInputStream(log), args)
                        .out())
                .contains("100.0#  50.0+");
    }

    @Test
    void withoutActivitiesThereAreNoCohorts() {
        assertThat(json("who,at\n")).contains("\"size\": 0", "\"cohorts\": 0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --days=1 --windows=1   | --days: cannot be combined with --windows
            --show=revenue         | --show: revenue needs --amount
            --periods=-1           | --periods: must be in [0, 1000], got -1
            --days=0               | --days: must be at least 1, got 0
            --min=0                | --min: must be at least 1, got 0
            --as-of=soon           | --as-of: must be a date or a time, got soon
            """)
    void wrongUseIsSaidInOneLine(String args, String message) {
        Run run = retention(LOG, args.split(" "));
        assertThat(run.err()).isEqualTo("cx: " + message + System.lineSeparator());
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void datesFarApartAreASlip() {
        Run run = retention("who,at\nann,0026-01-01\nann,2026-01-01\n", "--per=day", "--days=1");
        assertThat(run.err())
                .startsWith("cx: dates of -: observedThrough must leave at most 100000 intervals, got ")
                .hasLineCount(1);
        assertThat(run.code()).isEqualTo(1);
    }
}
