package io.cxmetrics.input.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.input.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTest {

    private static final String TIME = "[10/Mar/2026:10:00:17 +0100]";

    private static List<String> read(String text, String... names) {
        return Tables.read(Tables.of(text), names);
    }

    @Test
    void theCommonAndTheCombinedFormatAreDetected() {
        String text =
                "203.0.113.7 - anna " + TIME + " \"GET /a?b=c HTTP/1.1\" 200 10 \"https://x.example/\" \"Moz (X)\"\n"
                        + "::1 - - " + TIME + " \"POST /b HTTP/2.0\" 304 -\n";
        assertThat(read(
                        text,
                        "ip",
                        "user",
                        "time",
                        "method",
                        "target",
                        "protocol",
                        "status",
                        "bytes",
                        "referrer",
                        "agent"))
                .containsExactly(
                        "1: 203.0.113.7|anna|10/Mar/2026:10:00:17 +0100|GET|/a?b=c|HTTP/1.1|200|10|https://x.example/|Moz (X)",
                        "2: ::1||10/Mar/2026:10:00:17 +0100|POST|/b|HTTP/2.0|304|||");
        try (Rows rows = Tables.of(text).rows()) {
            assertThat(rows.columns()).startsWith("vhost", "ip").hasSize(12);
            assertThat(rows.optionalColumn("nps")).isEmpty();
            assertThatThrownBy(() -> rows.column("agnet")).hasMessageEndingWith("did you mean agent?");
        }
    }

    @Test
    void linesAreReadAsServersWriteThem() {
        String vhost = "www.example.org:443 203.0.113.21 - - " + TIME + " \"GET /v HTTP/1.1\" 200 10 \"-\" \"M\"\n";
        String spaces = "203.0.113.7 -  -  " + TIME + "  \"GET /two HTTP/1.1\"  200  10  \"-\"  \"M\"\n";
        String noOffset = "203.0.113.7 - - [10/Mar/2026:10:00:17] \"GET /n HTTP/1.1\" 200 10\n";
        String quotes = "203.0.113.7 - - " + TIME + " \"GET /q\"x HTTP/1.1\" 200 10 \"a \"b\" c\" \"M \"foo\" bar\"\n";
        String escaped = "203.0.113.7 - - " + TIME + " \"GET /e HTTP/1.1\" 200 10 \"-\" \"M \\\"x\\\" \\\\\"\n";
        String blanks = "203.0.113.7 - John Doe " + TIME + " \"GET /a b c HTTP/1.1\" 404 0 \"-\" \"-\" extra\n";
        String old = "h - - " + TIME + " \"GET /old\" 200 1\nh - - " + TIME + " \"\\x16\\x03\" 400 0\n";
        assertThat(read(
                        vhost + spaces + noOffset + quotes + escaped + blanks + old,
                        "vhost",
                        "ip",
                        "user",
                        "target",
                        "referrer",
                        "agent"))
                .containsExactly(
                        "1: www.example.org:443|203.0.113.21||/v||M",
                        "2: |203.0.113.7||/two||M",
                        "3: |203.0.113.7||/n||",
                        "4: |203.0.113.7||/q\"x|a \"b\" c|M \"foo\" bar",
                        "5: |203.0.113.7||/e||M \"x\" \\",
                        "6: |203.0.113.7|John Doe|/a b c||",
                        "7: |h||/old||",
                        "8: |h||||");
    }

    @Test
    void whatIsNoRequestIsMalformed() {
        String good = "h - - " + TIME + " \"GET / HTTP/1.1\" 200 1\n";
        String bad = "h - " + TIME + " \"GET / HTTP/1.1\" 200 1\n"
                + "h - - x\n"
                + "h - - " + TIME + " \"GET / HTTP/1.1\n"
                + "h - - " + TIME + " GET\n"
                + "h - - " + TIME + " \"GET / HTTP/1.1\" 200 x\n"
                + "x".repeat(1_100_000) + "\n\n";
        assertThat(read(good + bad + good, "ip"))
                .containsExactly(
                        "1: h",
                        "9: h",
                        "f, line 7: longer than 1048576 characters",
                        "f, line 2: expected 3 fields before the [time], found 2",
                        "f, line 3: no [time]",
                        "f, line 4: no quoted request with a status of three digits behind it");
    }
}
