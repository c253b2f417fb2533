package io.cxmetrics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code cx web} and {@code cx funnel} over the logs of web servers. */
class AccessLogCommandTest {

    private static final String LOG = """
            192.0.2.1 - ann [02/Mar/2026:10:00:00 +0100] "GET /?q=1 HTTP/1.1" 200 12 "-" "Browser \\"One\\" (x)"
            192.0.2.1 - ann [02/Mar/2026:10:00:20 +0100] "GET /pricing HTTP/1.1" 304 - "http://a/" "Browser \\"One\\" (x)"
            192.0.2.1 - - [02/Mar/2026:10:00:21 +0100] "GET /logo.PNG?v=2 HTTP/1.1" 200 12 "-" "Browser \\"One\\" (x)"
            192.0.2.1 - - [02/Mar/2026:09:10:00 +0000] "GET / HTTP/1.1" 200 12 "-" "Other"
            192.0.2.2 - - [02/Mar/2026:10:00:00 +0100] "GET / HTTP/1.1" 200 12 "-" "Mozilla (compatible; ABot/1.0)"
            192.0.2.3 - - [02/Mar/2026:10:00:00 +0100] "POST / HTTP/1.1" 200 12 "-" "Other"
            192.0.2.3 - - [02/Mar/2026:10:00:00 +0100] "GET /gone HTTP/1.1" 404 12 "-" "Other"
            192.0.2.3 - - [31/Feb/2026:10:00:00 +0100] "GET / HTTP/1.1" 200 12 "-" "Other"
            192.0.2.3 - - [02/Mar/2026:10:00:00 +0100] "-" 408 - "-" "-"
            - - - [02/Mar/2026:10:00:00 +0100] "GET / HTTP/1.1" 200 12 "-" "Other"
            """;

    private static Run log(String input, String... more) {
        List<String> args = new ArrayList<>(List.of("web", "-", "--log"));
        args.addAll(List.of(more));
        return Run.withInput(input, args.toArray(String[]::new));
    }

    private static JsonNode json(String input, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of(more));
        args.add("--format=json");
        Run run = log(input, args.toArray(String[]::new));
        assertThat(run.code()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void everyRequestCountsOrHasAReason() throws IOException {
        JsonNode json = json(LOG);
        assertThat(json.get("rows").asInt()).isEqualTo(10);
        assertThat(json.at("/total/page_views").asInt()).isEqualTo(3);
        assertThat(json.at("/total/visitors").asInt()).isEqualTo(2);
        assertThat(json.at("/total/left_out").toString())
                .isEqualTo("{\"bot\":1,\"invalid_date\":1,\"invalid_request\":1,\"no_address\":1,\"not_get\":1,"
                        + "\"static_file\":1,\"status_404\":1}");
        assertThat(json.get("status").toString()).isEqualTo("{\"200\":7,\"304\":1,\"404\":1,\"408\":1}");
        assertThat(json.get("errors").asInt()).isEqualTo(2);
        assertThat(json.get("zone").asText()).isEqualTo("UTC");
    }

    @Test
    void whatIsAPageViewOfWhomMayBeAskedFor() throws IOException {
        assertThat(json(LOG, "--bots=").at("/total/page_views").asInt()).isEqualTo(4);
        assertThat(json(LOG, "--bots=OTHER|mozilla").at("/total/left_out/bot").asInt())
                .as("in any case, and before all else")
                .isEqualTo(4);
        assertThat(json(LOG, "--assets=").at("/total/page_views").asInt()).isEqualTo(4);
        assertThat(json(LOG, "--assets=.gif,css").at("/total/page_views").asInt())
                .isEqualTo(4);
        assertThat(json(LOG, "--status=2xx,404")
                        .at("/total/left_out/status_304")
                        .asInt())
                .isEqualTo(1);
        assertThat(json(LOG, "--ip-only").at("/total/visitors").asInt()).isEqualTo(1);
        assertThat(json(LOG, "--show=pages", "--query").get("groups").findValuesAsText("page"))
                .containsExactly("/", "/?q=1", "/pricing");
    }

    @Test
    void groupsAreFieldsOfARequest() throws IOException {
        JsonNode groups = json(LOG, "--by=agent").get("groups");
        assertThat(groups.findValuesAsText("agent"))
                .as("with quotes as they were before they were escaped")
                .containsExactly("", "Browser \"One\" (x)", "Mozilla (compatible; ABot/1.0)", "Other");
        assertThat(json(LOG, "--by=user", "--by=status").get("groups").findValuesAsText("status"))
                .as("where a visit began, and where nobody visits")
                .containsExactly("200", "404", "408", "200");
    }

    @Test
    void theCommonFormatHasNoAgents() throws IOException {
        String common = """
                2001:db8::1 - - [02/Mar/2026:10:00:00 +0100] "GET / HTTP/1.0" 200 12
                2001:db8::1 - - [02/Mar/2026:10:00:09 +0100] "GET /old" 200 12

                """;
        JsonNode json = json(common, "--show=pages");
        assertThat(json.get("groups").findValuesAsText("page")).containsExactly("/", "/old");
        assertThat(json.get("rows").asInt()).as("an empty line is nothing").isEqualTo(2);
    }

    @Test
    void periodsWithoutATimeStandApart() throws IOException {
        assertThat(json(LOG, "--per=day", "--zone=Europe/Berlin")
                        .at("/total/periods")
                        .findValuesAsText("period"))
                .containsExactly("(invalid date)", "2026-03-02");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            192.0.2.1 - - | no [time]
            192.0.2.1 - - [02/Mar/2026:10:00 | no [time]
            192.0.2.1 - [02/Mar/2026:10:00:00 +0100] "GET / HTTP/1.1" 200 1 | expected 3 fields before the [time], found 2
            192.0.2.1 - - [02/Mar/2026:10:00:00 +0100] | no quoted request with a status of three digits behind it
            192.0.2.1 - - [02/Mar/2026:10:00:00 +0100] GET / 200 1 | no quoted request with a status of three digits behind it
            192.0.2.1 - - [02/Mar/2026:10:00:00 +0100] "GET / HT | no quoted request with a status of three digits behind it
            192.0.2.1 - - [02/Mar/2026:10:00:00 +0100] "GET / HTTP/1.1" 20 | no quoted request with a status of three digits behind it
            192.0.2.1 - - [02/Mar/2026:10:00:00 +0100] "GET / HTTP/1.1" 200 | cut short: no bytes
            192.0.2.1 - - [02/Mar/2026:10:00:00 +0100] "GET / HTTP/1.1" 200 many | bytes must be a number or -, got many
            192.0.2.1 - - [02/Mar/2026:10:00:00 +0100] "GET / HTTP/1.1" 200 1 "- | cut short: the quoted referrer is never closed
            192.0.2.1 - - [02/Mar/2026:10:00:00 +0100] "GET / HTTP/1.1" 200 1 "-" | cut short: no agent
            192.0.2.1 - - [02/Mar/2026:10:00:00 +0100] "GET / HTTP/1.1" 200 1 "-" "Mozi | cut short: the quoted agent is never closed
            192.0.2.1 - - [02/Mar/2026:10:00:00 +0100] "GET / HTTP/1.1" 200 1 "-" "Mozi\\" | cut short: the quoted agent is never closed
            """)
    void aLineOfNeitherFormatIsReported(String line, String reason) {
        Run run = log(LOG.lines().findFirst().orElseThrow() + "\n" + line + "\n", "--format=json");
        assertThat(run.err()).isEqualTo("cx: -, line 2: " + reason + "; left out" + System.lineSeparator());
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("\"rows\": 2,", "\"malformed_rows\": 1,", "\"page_views\": 1,");
        Run strict = log(line + "\n", "--strict");
        assertThat(strict).isEqualTo(new Run(1, "", "cx: -, line 1: " + reason + System.lineSeparator()));
    }

    @Test
    void strictStopsAtATimeThatIsNone() {
        assertThat(log(LOG, "--strict").err())
                .isEqualTo("cx: -, line 8: time must be a date or a time, got 31/Feb/2026:10:00:00 +0100"
                        + System.lineSeparator());
    }

    @Test
    void theStepsOfAFunnelArePages() throws IOException {
        Run run = Run.withInput(LOG, "funnel", "-", "--log", "--steps=/,/pri*", "--format=json");
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.at("/total/entered").asInt()).isEqualTo(2);
        assertThat(json.at("/total/converted").asInt()).isEqualTo(1);
        assertThat(json.at("/total/median_seconds").asDouble()).isEqualTo(20);
    }
}
