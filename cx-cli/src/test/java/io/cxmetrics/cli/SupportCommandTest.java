package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportCommandTest {

    /** Hours to resolution 2, 4 and 26 (over a night), one open, one resolved before it was created, two bad dates. */
    private static final String TABLE = """
            id,created,resolved,team
            1,2026-03-02 09:00,2026-03-02 11:00,a
            2,2026-03-02 10:00,2026-03-02 14:00,a
            3,2026-03-02 15:00,2026-03-03 17:00,b
            4,2026-03-03 09:00,?,b
            5,2026-03-03 12:00,2026-03-03 11:00,b
            6,soon,2026-03-03 11:00,b
            7,,2026-03-03 11:00,a
            """;

    private static final String LOG = """
            ticket,created,status,at
            7,2026-03-02 09:00,new,2026-03-02 09:00
            8,2026-03-02 09:00,new,2026-03-02 09:00
            7,2026-03-02 09:00,Working,2026-03-02 10:00
            7,2026-03-02 09:00,Resolved,2026-03-02 12:00
            7,2026-03-02 09:00,Working,2026-03-02 13:00
            7,2026-03-02 09:00,Resolved,2026-03-02 15:00
            """;

    private static Run support(String input, String... more) {
        List<String> args = new ArrayList<>(List.of("support", "-", "--created=created"));
        args.addAll(List.of(more));
        return Run.withInput(input, args.toArray(String[]::new));
    }

    private static String json(String input, String... more) {
        List<String> args = new ArrayList<>(List.of(more));
        args.add("--format=json");
        Run run = support(input, args.toArray(String[]::new));
        assertThat(run.err().lines()).allMatch(line -> line.endsWith("; left out") || line.endsWith("could be used"));
        assertThat(run.code()).isZero();
        return run.out();
    }

    @Test
    void measuresTheResolvedAndCountsTheRest() {
        assertThat(json(TABLE, "--resolved=resolved", "--target=4h"))
                .contains("\"rows\": 7", "\"tickets\": 4", "\"resolved\": 3", "\"open\": 1")
                .contains("\"sum\": 32.0", "\"mean\": 10.666666666666666", "\"median\": 4.0", "\"max\": 26.0")
                .contains("\"met\": 2", "\"within_target\": 66.66666666666666")
                .contains("\"left_out_total\": 3", "\"invalid_created\": 1", "\"no_created\": 1")
                .contains("\"resolved_before_created\": 1", "\"as_of\": \"2026-03-03T17:00:00Z\"");
    }

    /** On Monday from 15:00 to 17:00, and from 9:00 to 17:00 on Tuesday, which is 10 open hours. */
    @Test
    void countsOnlyBusinessHours(@TempDir Path folder) throws IOException {
        String[] hours = {"--resolved=resolved", "--hours=Mon-Fri 09:00-17:00", "--zone=Europe/Berlin"};
        assertThat(json(TABLE, hours)).contains("\"max\": 10.0", "\"sum\": 16.0", "\"mean\": 5.333333333333333");
        assertThat(json(TABLE, hours[0], hours[1], hours[2], "--holidays=2026-03-03"))
                .contains("\"max\": 4.0");

        Path file = Files.writeString(folder.resolve("office.json"), """
                {"weekly": {"Mon": ["09:00-12:00", "13:00-17:00"], "Tuesday": ["09:00-17:00"]},
                 "holidays": ["2026-12-25"], "zone": "Europe/Berlin"}
                """);
        assertThat(json(TABLE, "--resolved=resolved", "--calendar=" + file))
                .contains("\"max\": 10.0", "\"sum\": 15.0", "MONDAY 09:00-12:00, MONDAY 13:00-17:00");
    }

    @Test
    void splitsByGroupAndPeriodWithTheBacklog() {
        Run run = support(TABLE, "--resolved=resolved", "--by=team", "--per=day", "--format=csv");
        assertThat(run.out()
                        .lines()
                        .map(line -> line.split(",", -1))
                        .map(f -> String.join(" ", f[1], f[2], f[3], f[5])))
                .containsExactly(
                        "level team period tickets",
                        "total   4",
                        "total_period  (invalid date) 0",
                        "total_period  (no date) 0",
                        "total_period  2026-03-02 3",
                        "total_period  2026-03-03 1",
                        "group a  2",
                        "group_period a (invalid date) 0",
                        "group_period a (no date) 0",
                        "group_period a 2026-03-02 2",
                        "group_period a 2026-03-03 0",
                        "group b  2",
                        "group_period b (invalid date) 0",
                        "group_period b (no date) 0",
                        "group_period b 2026-03-02 1",
                        "group_period b 2026-03-03 1");
        assertThat(json(TABLE, "--resolved=resolved", "--per=day").replaceAll("\\s+", " "))
                .contains(
                        "\"backlog_opened\": 3, \"backlog_reopened\": 0, \"backlog_closed\": 2, \"backlog_at_end\": 1")
                .contains(
                        "\"backlog_opened\": 1, \"backlog_reopened\": 0, \"backlog_closed\": 1, \"backlog_at_end\": 1");
        assertThat(json(TABLE, "--resolved=resolved", "--over=resolved", "--per=day"))
                .contains("\"period\": \"(no date)\"")
                .doesNotContain("backlog");
    }

    @Test
    void replaysAHistoryOfStatuses() {
        String[] history = {"--ticket=ticket", "--status=status", "--at=at", "--statuses=Working=open"};
        assertThat(json(LOG, history).replaceAll("\\s+", " "))
                .contains("\"tickets\": 2, \"resolved\": 1, \"open\": 1, \"sum\": 6.0")
                .contains("\"reopened_tickets\": 1, \"reopens\": 1, \"reopened_pct\": 100.0")
                // The last stays end with what is known, a millisecond after the latest time.
                .contains("\"time_in_status\": { \"Resolved\": 1.000000277777778, \"Working\": 4.0, "
                        + "\"new\": 7.000000277777778 }");
        List<String> first = new ArrayList<>(List.of(history));
        first.add("--resolution=first");
        assertThat(json(LOG, first.toArray(String[]::new))).contains("\"sum\": 3.0");
        first.add("--as-of=2026-03-02 11:00");
        assertThat(json(LOG, first.toArray(String[]::new)))
                .contains("\"resolved\": 0", "\"open\": 2", "\"mean\": null");
    }

    @Test
    void rowsThatNameNoTicketAreNotOneTicket() {
        String rows = "id,created,done\n,2026-01-01,2026-01-02\n ,2026-01-01,2026-01-03\n2,2026-01-01,2026-01-02\n";
        assertThat(json(rows, "--resolved=done", "--ticket=id"))
                .contains("\"rows\": 3", "\"resolved\": 1", "\"sum\": 24.0", "\"no_ticket\": 2");
    }

    @Test
    void theBacklogIsInTheCsvToo() {
        assertThat(support(TABLE, "--resolved=resolved", "--per=day", "--format=csv")
                        .out()
                        .lines())
                .first()
                .asString()
                .contains(",backlog_opened,backlog_reopened,backlog_closed,backlog_at_end,left_out_total,");
    }

    @Test
    void theLastRowOfATicketSpeaksForIt() {
        String rows = "id,created,done\n1,2026-01-01,\n1,2026-01-01,2026-01-03\n2,2026-01-01,2026-01-02\n";
        assertThat(json(rows, "--resolved=done", "--ticket=id", "--unit=days"))
                .contains("\"rows\": 3", "\"rows\": 2", "\"resolved\": 2", "\"sum\": 3.0", "\"unit\": \"days\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --unit=days                                 | --resolved: is needed, or --status with --ticket and --at, or --duration
            --status=team                               | --status: needs --ticket and --at
            --resolved=resolved --hours=always          | --hours: needs --zone
            --resolved=resolved --holidays=2026-01-01   | --holidays: needs --hours
            --resolved=resolved --target=soon           | --target: must be like 90m, 72h or 3d, got soon
            --resolved=resolved --target=0h             | --target: must be like 90m, 72h or 3d, got 0h
            --resolved=resolved --as-of=later           | --as-of: must be a date or a time, got later
            --resolved=resolved --calendar=none.json    | none.json: no such file, or not readable
            --resolved=resolved --calendar=x --zone=UTC | --calendar: has its own hours, holidays and zone
            --resolved=resolved --at=created            | --at: needs --ticket
            --resolved=resolved --statuses=a=open       | --statuses: needs --status
            --resolved=resolved -                       | -: standard input can be read only once
            --ticket=id --status=team --at=created      | statuses must say what the status a means, with one of new, open, pending, hold, solved, closed, left-out
            """)
    void saysWhatIsWrong(String options, String message) {
        assertThat(support(TABLE, options.split(" "))).isEqualTo(new Run(2, "", "cx: " + message + "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mon-Fri 9-17             | --hours: days must come before hours such as 09:00-18:00, got Mon-Fri 9-17
            Mun 09:00-17:00          | --hours: weekday must be like Mon, got Mun
            """)
    void saysHowHoursAreWritten(String hours, String message) {
        assertThat(support(TABLE, "--resolved=resolved", "--zone=UTC", "--hours", hours))
                .isEqualTo(new Run(2, "", "cx: " + message + "\n"));
    }

    @Test
    void refusesOverlappingHours() {
        Run run = support(
                TABLE, "--resolved=resolved", "--zone=UTC", "--hours=Mon 09:00-17:00", "--hours=Mon 16:00-18:00");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("cx: --hours: ")
                .contains("09:00-17:00", "16:00-18:00")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"weekly": {}}                                | : needs a zone
            {"zone": "Mars"}                              | : zone must be like Europe/Berlin, got Mars
            {"zone": "UTC", "shifts": []}                 | : fields must be zone, weekly and holidays, got shifts
            {"zone": "UTC", "holidays": ["soon"]}         | : weekday must be like Mon, got soon
            {"zone": "UTC", "weekly": {"T": ["09:00-17:00"]}} | : weekday must be like Mon, got T
            {"zone": "UTC", "weekly": {"": ["09:00-17:00"]}}  | : hours must come after days such as Mon-Fri, got  09:00-17:00
            {"zone": "UTC", "weekly": {"Mon": ["always"]}} | : weekday must be like Mon, got always
            {"zone": 3}                                   | : expected VALUE_STRING at line 1, got VALUE_NUMBER_INT
            """)
    void saysWhatIsWrongInACalendarFile(String json, String message, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("c.json"), json);
        assertThat(support(TABLE, "--resolved=resolved", "--calendar=" + file))
                .isEqualTo(new Run(2, "", "cx: " + file + message + "\n"));
        Files.writeString(file, "{");
        assertThat(support(TABLE, "--resolved=resolved", "--calendar=" + file).err())
                .startsWith("cx: " + file + ": is not JSON: ")
                .hasLineCount(1);
    }

    /** A far date opens no millions of periods, asks no calendar for centuries, and stops no report. */
    @Test
    void oneFarDateStopsNoReport() {
        String far = "created,resolved\n2026-01-05 09:00,2026-01-05 12:00\n2026-01-05 09:00,2500-01-05 12:00\n";
        Run run = support(far, "--resolved=resolved", "--hours=Mon-Fri 09:00-17:00", "--zone=UTC", "--format=json");
        assertThat(run.code()).isZero();
        assertThat(run.err())
                .startsWith("cx: -, line 3: 2500-01-05T12:00:00Z lies more than a year after all other times")
                .hasLineCount(1);
        assertThat(run.out()).contains("\"as_of\": \"2026-01-05T12:00:00Z\"", "\"resolved\": 1", "\"mean\": 3.0");
        assertThat(support(far, "--resolved=resolved", "--per=day", "--format=csv")
                        .out()
                        .lines())
                .hasSize(3);
        run = support(far, "--resolved=resolved", "--hours=Mon-Fri 09:00-17:00", "--zone=UTC", "--as-of=2500-01-06");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("2500-01-07").hasLineCount(1);
    }

    @Test
    void strictStopsAtABadDate() {
        assertThat(support(TABLE, "--resolved=resolved", "--strict"))
                .isEqualTo(new Run(1, "", "cx: -, line 7: created must be a date or a time, got soon\n"));
    }

    /**
     * Half of the four are done after 4 hours, and no more until 26: the median with the open one is the middle, 15.
     */
    @Test
    void showsATable() {
        assertThat(support(TABLE, "--resolved=resolved", "--target=4h").out()).startsWith("""
                        SUPPORT = time from creation to resolution of the tickets resolved, elapsed

                             tickets  resolved  open  mean (hours)  median   p90  median with open  in target %  95 % interval  left out
                        all        4         3     1          10.7     4.0  21.6              15.0         66.7   20.8 to 93.9         3
                        """);
    }
}
