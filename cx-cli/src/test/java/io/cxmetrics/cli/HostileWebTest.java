package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cxmetrics.report.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events and logs as nobody should send them, and as somebody does. */
class HostileWebTest {

    private static final List<String> COMMANDS = List.of(
            "web --visitor=v --at=t --event=e --value=x",
            "web --visitor=v --at=t --event=e --value=x --show=visitors --by=g",
            "web --visitor=v --at=t --event=e --page=p --value=x --show=pages",
            "web --visitor=v --at=t --event=e --page=p --value=x --show=scroll",
            "web --visitor=v --at=t --event=e --show=conversion --per=day --value=x",
            "web --visitor=v --at=t --event=e --session=s --id=i --definition=ga4,snowplow --by=g",
            "funnel --visitor=v --at=t --event=e --steps=a,b --by=g",
            "funnel --visitor=v --at=t --event=e --page=p --steps=a,b --per-session",
            "cart --visitor=v --at=t --event=e --order-id=i --rule=per-cart,per-session,per-user --by=g");

    private static final List<String> LOGS = List.of(
            "web --log",
            "web --log --show=pages",
            "web --log --show=visitors --per=day --by=ip",
            "funnel --log --steps=/,/a --per-session");

    private static Run run(byte[] input, String args) {
        return Run.on(Terminal.NONE, new ByteArrayInputStream(input), (args + " -").split(" "));
    }

    private static Run run(String input, String args) {
        return run(input.getBytes(StandardCharsets.UTF_8), args);
    }

    private static void neverUnexpected(Run run, String args) {
        assertThat(run.err()).as(args).doesNotContain("unexpected failure", "Exception", "\tat ");
        assertThat(run.code()).as(args).isBetween(0, 2);
        assertThat(run.code() == 0)
                .as(args + ": " + run.err())
                .isEqualTo(!run.out().isEmpty());
    }

    /** In every line of a result, rows are those that count and those that are left out. */
    private static void nothingIsLost(JsonNode line) {
        long left = 0;
        for (JsonNode reason : line.get("left_out")) {
            left += reason.asLong();
        }
        assertThat(left).isEqualTo(line.get("left_out_total").asLong());
        if (line.has("events")) {
            assertThat(line.get("events").asLong() + left)
                    .isEqualTo(line.get("rows").asLong());
        }
        line.path("periods").forEach(HostileWebTest::nothingIsLost);
    }

    private static void nothingIsLost(String input, String args) throws IOException {
        JsonNode json =
                new ObjectMapper().readTree(run(input, args + " --format=json").out());
        nothingIsLost(json.get("total"));
        long rows = 0;
        for (JsonNode group : json.path("groups")) {
            nothingIsLost(group);
            rows += group.get("rows").asLong();
        }
        long told = json.get("rows").asLong() - json.get("malformed_rows").asLong();
        assertThat(json.get("used_rows").asLong() + json.get("left_out_rows").asLong())
                .isEqualTo(told);
        assertThat(rows).as(args).isEqualTo(told);
        assertThat(json.at("/total/rows").asLong()).isEqualTo(told);
    }

    /** Rows of few values each, of which some are wrong. */
    private static String rows(long seed) {
        Random random = new Random(seed);
        String[][] values = {
            {"ann", "bob", "", "NA"},
            {"2026-03-01 10:00", "2026-03-01 10:30", "2026-03-02 00:10", "2026-02-30", "", "0001-01-01", "9999-12-31"},
            {"page_view", "scroll", "page_ping", "purchase", "add_to_cart", "a", "b", ""},
            {"/", "/a", ""},
            {"5", "-1", "1e9", "101", "", "66.6", "999999999999999"},
            {"s1", "s2", ""},
            {"i1", "i2", "", ""},
            {"x", "y", ""}
        };
        StringBuilder csv = new StringBuilder("v,t,e,p,x,s,i,g\n");
        for (int row = 0; row < 40; row++) {
            for (int column = 0; column < values.length; column++) {
                csv.append(column == 0 ? "" : ",").append(values[column][random.nextInt(values[column].length)]);
            }
            csv.append(random.nextInt(20) == 0 ? ",more\n" : "\n");
        }
        return csv.toString();
    }

    @Test
    void everyRowCountsOrIsLeftOutWithItsReason() throws IOException {
        for (long seed = 0; seed < 8; seed++) {
            String input = rows(seed);
            nothingIsLost(input, "web --visitor=v --at=t --event=e --page=p --id=i --by=g");
            nothingIsLost(input, "web --visitor=v --at=t --event=e --page=p --session=s --id=i --by=g --by=e");
            nothingIsLost(input, "web --visitor=v --at=t --event=e --id=i --by=g --per=day");
            nothingIsLost(input, "funnel --visitor=v --at=t --event=e --steps=a,b --by=g");
            nothingIsLost(
                    input, "cart --visitor=v --at=t --event=e --order-id=i --by=g --rule=per-session --session=s");
        }
    }

    @Test
    void noFileEndsInAStackTrace() {
        for (long seed = 0; seed < 4; seed++) {
            String input = rows(seed);
            byte[] binary = new byte[5000];
            new Random(seed).nextBytes(binary);
            for (String args : COMMANDS) {
                neverUnexpected(run(input, args), args);
                neverUnexpected(run(input.substring(0, 200), args), args);
                neverUnexpected(run(binary, args), args);
            }
            for (String args : LOGS) {
                neverUnexpected(run(input, args), args);
                neverUnexpected(run(binary, args), args);
            }
        }
    }

    @Test
    void anEmptyFileHasNoEventsOrNoHeader() {
        for (String args : COMMANDS) {
            assertThat(run("", args)).isEqualTo(new Run(1, "", "cx: -: is empty: no header row\n"));
            Run none = run("v,t,e,p,x,s,i,g\n", args);
            neverUnexpected(none, args);
            assertThat(none.code()).as(args).isZero();
        }
        for (String args : LOGS) {
            assertThat(run("", args).code()).isZero();
            assertThat(run("\n\n", args + " --format=json").out())
                    .contains("\"rows\": 0,")
                    .contains("\"error_rate\": null");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--visitor=w", "--at=w", "--event=w", "--page=w", "--value=w", "--by=w", "--session=w"})
    void aColumnThatIsNotThereIsSaid(String option) {
        String args =
                "web --visitor=v --at=t --event=e ".replaceAll(option.replaceFirst("=.*", "") + "=. ", "") + option;
        assertThat(run("v,t,e\n", args)).isEqualTo(new Run(2, "", "cx: -: no column w among v, t, e\n"));
    }

    @Test
    void aLineWithoutEndIsNoRequest() {
        String huge = "x".repeat(3 << 20);
        Run run = run(huge + "\n1.1.1.1 - - [02/Mar/2026:10:00:00 +0100] \"GET / HTTP/1.1\" 200 1\n", "web --log");
        assertThat(run.err()).isEqualTo("cx: -, line 1: longer than 1048576 characters; left out\n");
        assertThat(run.out()).contains("\nall         1 ");
        String field = "v,t,e\nann,2026-01-01,\"" + huge + "\"\n";
        neverUnexpected(run(field, "web --visitor=v --at=t --event=e"), "a field");
    }

    @Test
    void compressedLogsMayBeCut() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("1.1.1.1 - - [02/Mar/2026:10:00:00 +0100] \"GET / HTTP/1.1\" 200 1\r\n"
                    .repeat(1000)
                    .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(run(bytes.toByteArray(), "web --log --format=json").out()).contains("\"page_views\": 1000");
        Run cut = run(Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2), "web --log");
        assertThat(cut.err())
                .startsWith("cx: -: member 1 of the gzip file is cut short at byte ")
                .hasLineCount(1);
        assertThat(cut.code()).isEqualTo(1);
    }

    @Test
    void logsMayHaveAMarkAndOtherBytes() {
        String line = "1.1.1.1 - - [02/Mar/2026:10:00:00 +0100] \"GET /Z\u00fcrich HTTP/1.1\" 200 1\n";
        assertThat(run("\ufeff" + line, "web --log --by=ip").out()).contains("\n1.1.1.1  ");
        Run latin = run(line.getBytes(StandardCharsets.ISO_8859_1), "web --log");
        assertThat(latin.err())
                .isEqualTo("cx: -, line 1: bytes that are not UTF-8, here and maybe further on;"
                        + " is the character set another?\n");
        assertThat(run(line.getBytes(StandardCharsets.ISO_8859_1), "web --log --charset=ISO-8859-1 --show=pages")
                        .out())
                .contains("\n/Z\u00fcrich  ");
    }

    /** A day of the year 9999 makes no days between, and the first of all days is what databases write for none. */
    @Test
    void datesFarApartMakeNoDaysBetween() {
        String far = "v,t,e\nann,0001-01-01,a\nann,2026-01-01,a\nann,9999-01-01,a\n";
        Run run = run(far, "web --visitor=v --at=t --event=e --show=visitors --format=json");
        assertThat(run.err())
                .contains("lies more than a year after all other times")
                .hasLineCount(1);
        assertThat(run.out()).contains("\"visitor_days\": 2,", "\"no_date\": 1");
    }

    @Test
    void sumsThatDoNotFitAreBadData() {
        StringBuilder rows = new StringBuilder("v,t,e,x\n");
        for (int i = 0; i < 12; i++) {
            rows.append("ann,2026-01-01,purchase,999999999999999\n");
        }
        String args = "web --visitor=v --at=t --event=e --value=x --show=conversion";
        assertThat(run(rows.toString(), args + " --decimals=3"))
                .isEqualTo(new Run(1, "", "cx: amounts are too large to be added up; see --decimals\n"));
        assertThat(run(rows.toString(), args + " --decimals=0").code()).isZero();
    }

    @Test
    void valuesThatCannotBeAreLeftOut() {
        String rows = "v,t,e,x\nann,2026-01-01,scroll,101\nann,2026-01-01,scroll,\nann,2026-01-01,page_ping,-1\n"
                + "ann,2026-01-01,purchase,much\nann,2026-01-01,purchase,\nann,2026-01-01,page_ping,\n";
        assertThat(run(rows, "web --visitor=v --at=t --event=e --value=x --format=json")
                        .out())
                .contains("\"invalid_value\": 3,", "\"no_value\": 1", "\"events\": 2,");
    }

    @Test
    void aMappingIsANameAndAKind() {
        Run unknown = run("v,t,e\n", "web --visitor=v --at=t --event=e --kind=a=thing");
        assertThat(unknown.err())
                .contains("'thing' is not one of page-view, ping, scroll")
                .hasLineCount(1);
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(run("v,t,e\n", "web --visitor=v --at=t --event=e --kind=a").code())
                .isEqualTo(2);
    }
}
