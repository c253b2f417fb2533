package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.report.Terminal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurvivalCommandTest {

    /** Maintenance of acute myelogenous leukemia (R. Miller, "Survival Analysis", 1981): the weeks until relapse. */
    private static final String WEEKS = """
            weeks,relapsed,group
            9,1,x
            13,1,x
            13,0,x
            18,1,x
            23,1,x
            28,0,x
            31,1,x
            34,1,x
            45,0,x
            48,1,x
            161,0,x
            5,1,n
            5,1,n
            8,1,n
            8,1,n
            12,1,n
            16,0,n
            23,1,n
            27,1,n
            30,1,n
            33,1,n
            43,1,n
            45,1,n
            """;

    private static Run survival(String input, String... more) {
        List<String> args = new ArrayList<>(List.of("survival", "-"));
        args.addAll(List.of(more));
        return Run.withInput(input, args.toArray(String[]::new));
    }

    private static String json(String input, String... more) {
        List<String> args = new ArrayList<>(List.of(more));
        args.add("--format=json");
        Run run = survival(input, args.toArray(String[]::new));
        assertThat(run.code()).isZero();
        return run.out();
    }

    /** The numbers of R 4.2.2, survival 3.5-3: survfit with log-log limits, and survdiff. */
    @Test
    void comparesGroups() {
        assertThat(json(WEEKS, "--tenure=weeks", "--left=relapsed", "--by=group", "--horizon=30"))
                .contains("\"customers\": 23", "\"left\": 18", "\"median\": 27.0", "\"median_low\": 13.0")
                .contains("\"median\": 31.0", "\"median\": 23.0", "\"first_quartile\": 18.0")
                .contains("\"log_rank_chi_squared\": 3.39638869", "\"log_rank_p\": 0.0653393220")
                .contains("\"period\": \"48\"", "\"period\": \"161\"");
    }

    @Test
    void listsTheTenuresAskedFor() {
        String out = survival(WEEKS, "--tenure=weeks", "--left=relapsed", "--at=0,10,18,500")
                .out();
        assertThat(out.lines())
                .contains("all         23    18           27.0         36.4         8.3    0.7 to 28.7         0")
                .anyMatch(line -> line.startsWith("10 ") && line.contains("78.3"))
                .anyMatch(line -> line.startsWith("18 ") && line.contains("64.6"))
                .anyMatch(line -> line.startsWith("500 ") && line.contains(" - "));
        assertThat(out).doesNotContain("\n9 ");
    }

    @Test
    void observationMayBeginLater() {
        assertThat(json("t,left,since\n5,1,0\n9,1,7\n4,0,4\n", "--tenure=t", "--left=left", "--entry=since"))
                .as("who came at 7 is not at risk at 5, where the only other one leaves")
                .contains("\"customers\": 2", "\"median\": 5.0", "\"entry_not_before_tenure\": 1");
    }

    @Test
    void countsWholeMonthsBetweenDates() {
        String dates = """
                customer,start,end
                a,2026-01-31,2026-02-28
                b,2026-01-15,2026-03-15
                c,2026-02-01,
                d,2026-03-01,2026-02-01
                e,2026-05-01,
                f,,2026-02-01
                g,2026-02-30,
                h,2026-01-01,2026-09-01
                """;
        String[] columns = {"--customer=customer", "--start=start", "--end=end"};
        String out = json(dates, columns[0], columns[1], columns[2], "--as-of=2026-04-20");
        assertThat(out)
                .contains("\"as_of\": \"2026-04-20\"", "\"unit\": \"months\"", "\"customers\": 4", "\"left\": 2")
                .as("from the last day of January to that of February is a month")
                .contains("\"period\": \"1\"", "\"period\": \"2\"", "\"period\": \"3\"")
                .contains("\"end_before_start\": 1", "\"starts_later\": 1", "\"no_start\": 1", "\"invalid_start\": 1");
        assertThat(json(dates, columns[0], columns[1], columns[2], "--per=day", "--as-of=2026-09-01"))
                .contains("\"as_of\": \"2026-09-01\"", "\"unit\": \"days\"", "\"period\": \"28\"");
    }

    /** Ann renewed twice without a gap and is still there; bob left after a month. */
    @Test
    void aRenewalIsNoDeparture() {
        String subscriptions = """
                customer,start,end
                ann,2026-01-01,2026-02-01
                ann,2026-02-01,2026-03-01
                ann,2026-03-01,
                bob,2026-01-01,2026-02-01
                """;
        assertThat(json(
                        subscriptions,
                        "--customer=customer",
                        "--start=start",
                        "--end=end",
                        "--as-of=2026-04-30",
                        "--at=1,2,3"))
                .contains("\"customers\": 2", "\"left\": 1", "\"retained\": 50.0")
                .doesNotContain("\"retained\": 66");
    }

    /** Cid is cancelled to a day in a year, and nobody has been seen for twelve months. */
    @Test
    void aScheduledEndIsStillToCome() {
        Run run = survival(
                "id,start,end\na,2026-01-01,2026-03-01\nb,2026-01-01,\nc,2026-02-01,2027-02-01\nd,2026-03-01,\n",
                "--customer=id",
                "--start=start",
                "--end=end",
                "--at=2,4,12");
        assertThat(run.err())
                .contains("through 2026-03-01, the latest start, is taken, and 1 end after it, up to 2027-02-01");
        assertThat(run.out())
                .contains("as of: 2026-03-01")
                .containsPattern("all +4 +1 ")
                .containsPattern("\n12 +- ");
    }

    /** An upgrade from basic to pro is one customer, of the plan they began with. */
    @Test
    void groupsAreThoseOfTheFirstSubscription() {
        String out = json(
                "id,start,end,plan\na,2026-01-01,2026-03-01,basic\na,2026-03-01,,pro\nb,2026-01-01,2026-02-01,pro\n",
                "--customer=id",
                "--start=start",
                "--end=end",
                "--by=plan",
                "--as-of=2026-06-30");
        assertThat(out).contains("\"log_rank_degrees_of_freedom\": 1");
        assertThat(out.substring(out.indexOf("\"groups\"")))
                .containsSubsequence(
                        "basic", "\"customers\": 1", "\"left\": 0", "pro", "\"customers\": 1", "\"left\": 1");
    }

    @Test
    void tenuresMayHaveDecimals() {
        String out = json(
                "t,left\n2.5,yes\n4.0,no\n3.25,yes\n",
                "--tenure=t",
                "--left=left",
                "--tenure-decimals=1",
                "--at=2.5,4");
        assertThat(out)
                .contains(
                        "\"first_quartile\": 2.5",
                        "\"median\": 3.25",
                        "\"horizon\": 4.0",
                        "\"period\": \"2.5\"",
                        "\"period\": \"4\"")
                .contains("\"invalid_tenure\": 1");
    }

    @Test
    void drawsTheCurvesOnATerminal() {
        Run run = Run.on(
                new Terminal(true, false, false),
                new ByteArrayInputStream(WEEKS.getBytes(StandardCharsets.UTF_8)),
                "survival",
                "-",
                "--tenure=weeks",
                "--left=relapsed",
                "--by=group");
        assertThat(run.out())
                .contains("share of customers who stay", " 100 % |oo", "        * n", "        o x", "161 tenure");
        assertThat(survival(WEEKS, "--tenure=weeks", "--left=relapsed").out()).doesNotContain("100 % ");
    }

    @Test
    void withoutCustomersThereIsNothingToSay() {
        assertThat(json("weeks,relapsed\n", "--tenure=weeks", "--left=relapsed"))
                .contains("\"customers\": 0", "\"median\": null", "\"retained\": null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ''                                    | --tenure: is needed with --left, or --customer with --start and --end
            --tenure=weeks                        | --tenure: is needed with --left, or --customer with --start and --end
            --start=weeks                         | --customer: is needed
            --start=weeks --end=weeks --left=x    | --left: needs --tenure
            --start=weeks --end=weeks --entry=x   | --entry: needs --tenure
            --tenure=weeks --left=relapsed --as-of=2026-01-01 | --as-of: needs --start
            --tenure=weeks --left=relapsed --end=x | --end: needs --start
            --tenure=weeks --left=relapsed --horizon=-1 | --horizon: must not be negative, got -1
            --tenure=weeks --left=relapsed --at=1,-1 | --at: must not be negative, got -1
            """)
    void wrongUseIsSaidInOneLine(String args, String message) {
        Run run = survival(WEEKS, args.isEmpty() ? new String[0] : args.split(" "));
        assertThat(run.err()).isEqualTo("cx: " + message + System.lineSeparator());
        assertThat(run.code()).isEqualTo(2);
    }
}
