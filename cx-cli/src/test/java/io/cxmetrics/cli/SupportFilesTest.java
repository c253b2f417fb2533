package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code cx support} over files as people have them, on which numbers went wrong. */
class SupportFilesTest {

    private static final String[] LOG = {"--ticket=ticket", "--created=created", "--at=at", "--status=status"};

    private static Run run(String input, String... options) {
        List<String> args = new ArrayList<>(List.of("support", "-", "--format=json"));
        args.addAll(List.of(options));
        Run run = Run.withInput(input, args.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    private static JsonNode total(String input, String... options) throws IOException {
        return run(input, options).json().get("total");
    }

    private static String[] log(String... more) {
        List<String> all = new ArrayList<>(List.of(LOG));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-09,                2, 0",
        "2025-06-09T00:00:00Z,      2, 0",
        "2025-06-19,                3, 1",
        "2025-06-19T00:00:00Z,      3, 1",
        "2025-06-30,                2, 2"
    })
    void theEndReachesEveryAnswer(String asOf, int resolved, int reopened) throws IOException {
        String csv = """
                ticket,created,at,status
                1,2025-06-03T09:00:00Z,2025-06-03T10:00:00Z,solved
                1,2025-06-03T09:00:00Z,2025-06-20T09:00:00Z,open
                2,2025-06-03T09:00:00Z,2025-06-03T11:00:00Z,solved
                3,2025-06-15T09:00:00Z,2025-06-15T11:00:00Z,solved
                3,2025-06-15T09:00:00Z,2025-06-16T11:00:00Z,open
                3,2025-06-15T09:00:00Z,2025-06-17T11:00:00Z,solved
                """;
        JsonNode total = total(csv, log("--as-of=" + asOf));
        assertThat(total.get("resolved").asInt()).isEqualTo(resolved);
        assertThat(total.get("reopened_tickets").asInt()).isEqualTo(reopened);
        assertThat(total.get("tickets").asInt() + total.get("left_out_total").asInt())
                .isEqualTo(3);
    }

    @Test
    void theBacklogKnowsReopenings() throws IOException {
        String csv = """
                ticket,created,at,status
                1,2025-01-04 09:00,2025-01-05 09:00,solved
                1,2025-01-04 09:00,2025-03-05 09:00,open
                1,2025-01-04 09:00,2025-03-06 09:00,solved
                2,2025-01-04 09:00,2025-01-06 09:00,solved
                """;
        JsonNode periods = total(csv, log("--per=month")).get("periods");
        assertThat(periods.findValuesAsText("period")).containsExactly("2025-01", "2025-02", "2025-03");
        assertThat(periods.findValuesAsText("backlog_at_end")).containsExactly("0", "0", "0");
        assertThat(periods.findValuesAsText("backlog_closed")).containsExactly("2", "0", "1");
        assertThat(periods.findValuesAsText("backlog_reopened")).containsExactly("0", "0", "1");
    }

    @Test
    void durationsInsteadOfTimes() throws IOException {
        String csv = """
                ticket,first_response_minutes,resolution_hours,month
                1,15,2.5,2025-01-01
                2,30,4,2025-01-03
                3,45,,2025-02-01
                """;
        JsonNode total = total(
                csv,
                "--duration=resolution_hours",
                "--reply-duration=first_response_minutes",
                "--reply-duration-unit=minutes",
                "--unit=hours,minutes",
                "--over=month");
        assertThat(total.get("resolved").asInt()).isEqualTo(2);
        assertThat(total.get("open").asInt()).isOne();
        assertThat(total.get("mean").asDouble()).isEqualTo(3.25);
        assertThat(total.get("mean_minutes").asDouble()).isEqualTo(195);
        assertThat(total.get("first_reply_mean_minutes").asDouble()).isEqualTo(30);
        assertThat(total.get("periods").findValuesAsText("tickets")).containsExactly("2", "1");
    }

    @Test
    void unreadTimesTakeTheirTicketsOut() throws IOException {
        String csv = """
                ticket,created,at,status
                1,2025-03-04 08:00,2025-03-04 9:15,solved
                2,2025-03-04 08:00,2025-03-04 10:30,solved
                2,2025-03-04 08:00,half past nine,open
                3,2025-03-04 08:00,2025-03-04 11:00,solved
                3,2025-03-04 08:00,2025-03-05 8:00,open
                """;
        Run run = run(csv, LOG);
        assertThat(run.err()).isEqualTo("cx: -, line 4: at must be a date or a time, got half past nine; left out\n");
        JsonNode report = run.json();
        assertThat(report.get("left_out_rows").asInt()).isOne();
        assertThat(report.get("total").get("left_out").toString()).isEqualTo("{\"invalid_at\":1}");
        assertThat(report.get("total").get("resolved").asInt()).isOne();
        assertThat(report.get("total").get("mean").asDouble()).isEqualTo(1.25);
        assertThat(report.get("total").get("reopened_tickets").asInt()).isOne();
    }

    @Test
    void aMistypedYearIsNamed() throws IOException {
        String csv = """
                created,resolved
                2025-03-04T09:00:00Z,2025-03-04T10:00:00Z
                2025-03-05T09:00:00Z,2025-03-05T10:00:00Z
                2025-03-06T09:00:00Z,
                2025-03-06T09:00:00Z,
                2052-03-06T09:00:00Z,
                """;
        Run run = run(csv, "--created=created", "--resolved=resolved");
        assertThat(run.err()).startsWith("cx: -, line 6: 2052-03-06T09:00:00Z lies more than a year after");
        assertThat(run.json().get("as_of").asText()).isEqualTo("2025-03-06T09:00:00Z");
        assertThat(run.json().get("as_of_assumed").asText()).isEqualTo("the latest time in the files");
        JsonNode total = total(csv, "--created=created", "--resolved=resolved", "--as-of=2025-03-07T00:00:00Z");
        assertThat(total.get("median_with_open").asDouble()).isEqualTo(8);
        assertThat(total.get("left_out").toString()).isEqualTo("{\"created_later\":1}");
    }

    @Test
    void ticketsThatDoNotCount() throws IOException {
        String csv = """
                ticket,created,at,status,tag
                1,2025-03-04T09:00:00Z,2025-03-04T10:00:00Z,solved,
                2,2025-03-04T09:00:00Z,2025-03-04T10:00:00Z,merged,
                3,2025-03-04T09:00:00Z,2025-03-04T10:00:00Z,deleted,
                4,2025-03-04T09:00:00Z,2025-03-04T10:00:00Z,solved,spam
                """;
        JsonNode total = total(csv, log("--statuses=merged=left-out,deleted=left-out", "--leave-out=tag=spam"));
        assertThat(total.get("tickets").asInt()).isOne();
        assertThat(total.get("left_out").toString()).isEqualTo("{\"deleted\":1,\"merged\":1,\"spam\":1}");
    }

    @Test
    void theLatestRowSaysTheGroup() throws IOException {
        String csv = """
                ticket,created,at,status,priority
                7,2025-03-04T09:00:00Z,2025-03-06T09:00:00Z,solved,urgent
                7,2025-03-04T09:00:00Z,2025-03-05T09:00:00Z,open,urgent
                7,2025-03-04T09:00:00Z,2025-03-04T12:00:00Z,solved,normal
                7,2025-03-04T09:00:00Z,2025-03-04T09:00:00Z,new,normal
                """;
        JsonNode groups = run(csv, log("--by=priority")).json().get("groups");
        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).get("by").get("priority").asText()).isEqualTo("urgent");
    }

    @Test
    void aBlankStatusSetsNone() throws IOException {
        String csv = """
                ticket,created,at,status
                1,2025-03-04T09:00:00Z,2025-03-04T09:30:00Z,
                1,2025-03-04T09:00:00Z,2025-03-04T10:00:00Z,solved
                """;
        assertThat(total(csv, LOG).get("resolved").asInt()).isOne();
        assertThat(total(csv, LOG).get("mean").asDouble()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-00-00 00:00:00",
                "0001-01-01 00:00:00",
                "9999-12-31 00:00:00",
                "1970-01-01 00:00:00",
                "n.a."
            })
    void whatStandsForNoDate(String none) throws IOException {
        String csv = """
                id,created,closed
                1,2025-03-04 09:00:00,2025-03-04 11:00:00
                2,2025-03-04 10:00:00,2025-03-05 10:00:00
                3,2025-03-05 09:00:00,%1$s
                4,2025-03-06 09:00:00,%1$s
                """.formatted(none);
        JsonNode elapsed = total(csv, "--created=created", "--resolved=closed", "--none=n.a.");
        assertThat(elapsed.get("open").asInt()).isEqualTo(2);
        assertThat(elapsed.get("mean").asDouble()).isEqualTo(13);
        JsonNode office = total(
                csv,
                "--created=created",
                "--resolved=closed",
                "--none=n.a.",
                "--hours=Mon-Fri 09:00-17:00",
                "--zone=Europe/Berlin");
        assertThat(office.get("tickets").asInt()).isEqualTo(4);
        assertThat(office.get("mean").asDouble()).isEqualTo(5);
    }

    @Test
    void hoursWithoutAZeroAndDatesInWords() throws IOException {
        String csv = """
                First,Done
                2025-06-02 7:29,2025-06-02 9:29
                2025-06-02 11:14,2025-06-02 12:14
                2025-06-02 8:00,2025-06-02 20:00
                2025-06-02 10:00,2025-06-02 13:00
                """;
        assertThat(total(csv, "--created=First", "--resolved=Done").get("mean").asDouble())
                .isEqualTo(4.5);
        String german = """
                Erstellt;Erledigt
                Do, 12 Sep 2024 13:52:39 +0200;Do, 12 Sep 2024 15:52:39 +0200
                Mi, 02 Okt 2024 10:00:00 +0200;Mi, 02 Okt 2024 11:00:00 +0200
                """;
        JsonNode total = total(
                german,
                "--created=Erstellt",
                "--resolved=Erledigt",
                "--date-format=EEE, d MMM yyyy HH:mm:ss Z",
                "--locale=de");
        assertThat(total.get("tickets").asInt()).isEqualTo(2);
        assertThat(total.get("mean").asDouble()).isEqualTo(1.5);
    }

    private static final String PROMISED = """
            opened,closed,replied,deadline,prio,team
            2025-03-03T09:00:00Z,2025-03-03T12:00:00Z,2025-03-03T09:30:00Z,2025-03-03T11:00:00Z,1 - High,a
            2025-03-03T09:00:00Z,2025-03-03T10:00:00Z,2025-03-03T09:45:00Z,2025-03-03T11:00:00Z,1 - High,a
            2025-03-03T09:00:00Z,2025-03-04T09:00:00Z,2025-03-03T13:00:00Z,,2 - Low,a
            2025-03-03T09:00:00Z,,,2025-03-05T00:00:00Z,2 - Low,b
            """;

    @Test
    void serviceLevelsByPriorityAndDueDates() throws IOException {
        Run run = run(
                PROMISED,
                "--created=opened",
                "--resolved=closed",
                "--first-reply=replied",
                "--due=deadline",
                "--priority=prio",
                "--sla=resolution:1 - High=2h,resolution:3 - None=1h",
                "--sla=resolution:2 - Low=20h",
                "--sla=first-reply=1h",
                "--quantiles=nearest-rank",
                "--by=team");
        assertThat(run.err()).isEqualTo("cx: --sla: no ticket has the priority 3 - None\n");
        JsonNode total = run.json().get("total");
        assertThat(total.get("sla_resolution_met").asInt()).isOne();
        assertThat(total.get("sla_resolution_breached").asInt()).isEqualTo(3);
        assertThat(total.get("sla_resolution_attained").asDouble()).isEqualTo(25);
        assertThat(total.get("sla_first_reply_met").asInt()).isEqualTo(2);
        assertThat(total.get("due_met").asInt()).isOne();
        assertThat(total.get("due_breached").asInt()).isOne();
        assertThat(total.get("due_live").asInt()).isOne();
        assertThat(total.get("due_without").asInt()).isOne();
        assertThat(total.get("first_reply_median").asDouble()).isEqualTo(0.75);
        assertThat(total.get("p25").asDouble()).isOne();
        assertThat(total.get("unanswered").asInt()).isOne();
        assertThat(run.json().get("groups").findValuesAsText("sla_resolution_breached"))
                .containsExactly("2", "1");
    }

    @Test
    void commentsOfALog() throws IOException {
        String csv = """
                ticket,created,at,status,author,public
                1,2025-03-03T09:00:00Z,2025-03-03T09:01:00Z,,bot,yes
                1,2025-03-03T09:00:00Z,2025-03-03T09:10:00Z,,ada,no
                1,2025-03-03T09:00:00Z,2025-03-03T09:30:00Z,,ada,yes
                1,2025-03-03T09:00:00Z,2025-03-03T10:00:00Z,,customer,
                1,2025-03-03T09:00:00Z,2025-03-03T10:20:00Z,,ada,
                1,2025-03-03T09:00:00Z,2025-03-03T11:00:00Z,solved,,
                """;
        JsonNode total = total(
                csv,
                log(
                        "--author=author",
                        "--authors=ada=agent",
                        "--visible=public",
                        "--unit=minutes",
                        "--sla=next-reply=15m"));
        assertThat(total.get("first_reply_mean").asDouble()).isEqualTo(30);
        assertThat(total.get("next_reply_mean").asDouble()).isEqualTo(20);
        assertThat(total.get("replies").asInt()).isEqualTo(2);
        assertThat(total.get("sla_next_reply_breached").asInt()).isOne();
    }

    @Test
    void aStaleColumnIsNamedAndTheHistoryCounts() throws IOException {
        String csv = """
                ticket,created,at,status,done
                1,2025-03-04T09:00:00Z,2025-03-04T10:00:00Z,solved,2025-03-04T10:00:00Z
                1,2025-03-04T09:00:00Z,2025-03-04T11:00:00Z,open,2025-03-04T10:00:00Z
                """;
        Run run = run(csv, log("--resolved=done"));
        assertThat(run.err())
                .isEqualTo("cx: tickets resolved by --resolved but open by their later history, which counts: 1\n");
        assertThat(run.json().get("total").get("open").asInt()).isOne();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --resolved=r                                           | --created: is needed, or --duration
            --duration=d --created=c --resolved=r                  | --resolved: is not for --duration, whose times are as the file has them
            --duration=d --hours=always                            | --hours: is not for --duration, whose times are as the file has them
            --duration=d --as-of=2026-01-01                        | --as-of: is not for --duration, whose times are as the file has them
            --duration=d --sla=resolution=8h                       | --sla: is not for --duration, whose times are as the file has them
            --duration=d --per=month                               | --per: needs --over
            --created=c --resolved=r --duration-unit=days          | --duration-unit: needs --duration
            --created=c --resolved=r --author=a                    | --author: needs --ticket and --at
            --created=c --resolved=r --visible=v                   | --visible: needs --author
            --created=c --resolved=r --leave-out=spam              | --leave-out: must be like tag=spam, got spam
            --created=c --resolved=r --sla=resolution:urgent=8h    | --sla: needs --priority for urgent
            --created=c --resolved=r --sla=first-reply=8h          | --sla: first-reply needs --first-reply or --author
            --created=c --resolved=r --sla=next-reply=8h           | --sla: next-reply needs --author
            --created=c --resolved=r --sla=agent-work=8h           | --sla: agent-work needs --status
            --created=c --resolved=r --sla=speed=8h                | target must be like resolution:urgent=8h or first-reply=1d, got speed=8h
            --created=c --resolved=r --unit=hours,hours            | units must be at least one, each once, got [Hours, Hours]
            """)
    void saysWhatIsWrong(String options, String message) {
        Run run = Run.withInput("c,r\n2025-01-01,2025-01-02\n", ("support - " + options).split(" "));
        assertThat(run).isEqualTo(new Run(2, "", "cx: " + message + "\n"));
    }
}
