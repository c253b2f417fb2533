package io.cxmetrics.input.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.Tables;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.source.Source;
import io.cxmetrics.input.table.Rows;
import io.cxmetrics.input.table.Table;
import io.cxmetrics.input.table.TableLayout;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.testkit.SharedData;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.web.PageViewDefinition;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class RequestReadingTest {

    private static final RequestReading READING = RequestReading.of(PageViewDefinition.STANDARD, ZoneOffset.UTC);

    private static final String LOG = """
            192.0.2.1 - - [02/Mar/2026:10:00:00 +0100] "GET /?q=1 HTTP/1.1" 200 12 "-" "One"
            192.0.2.1 - - [02/Mar/2026:10:00:20 +0100] "GET /pricing HTTP/1.1" 200 - "-" "Two"
            192.0.2.2 - - [02/Mar/2026:10:00:00 +0100] "GET / HTTP/1.1" 200 12 "-" "ABot/1.0"
            192.0.2.3 - - [02/Mar/2026:10:00:00 +0100] "GET /gone HTTP/1.1" 404 12 "-" "One"
            192.0.2.3 - - [31/Feb/2026:10:00:00 +0100] "GET / HTTP/1.1" 200 12 "-" "One"
            192.0.2.3 - - [02/Mar/2026:10:00:00 +0100] "-" 408 - "-" "-"
            """;

    private static Outcome<Requests> read(RequestReading reading, Table table) {
        return reading.read(reading.reading(), table.with(TableLayout.DETECTED.withFormat(TableLayout.Format.LOG)));
    }

    @Test
    void everyRequestCountsOrHasAReason() {
        Outcome<Requests> outcome = read(READING, Tables.of(LOG));
        assertThat(outcome.accounting())
                .hasToString("6 rows: 2 used, left out bot 1, invalid_date 1, invalid_request 1, status_404 1, "
                        + "malformed nothing");
        Requests requests = outcome.result();
        assertThat(requests.statuses()).hasToString("{200=4, 404=1, 408=1}");
        assertThat(requests.errors()).hasToString("2 of 6 (0.3333333333333333)");
        assertThat(requests.events().visitors()).isEqualTo(2);
        assertThat(read(READING.byAddress(), Tables.of(LOG)).result().events().visitors())
                .isEqualTo(1);
        assertThat(read(READING.withBots(agent -> agent.equals("One")), Tables.of(LOG))
                        .accounting()
                        .leftOut())
                .hasToString("bot 3, invalid_date 1, invalid_request 1");
    }

    @Test
    void rowsThatAreLeftOutStayInTheirPeriod() {
        Outcome<Requests> outcome = read(READING.by(Grouping.by("agent"), CalendarPeriod.DAY), Tables.of(LOG));
        var groups = outcome.result().events().visitors(SiteFunnelTest.counting());
        assertThat(groups.all().periods().keySet()).containsExactlyInAnyOrder("2026-03-02", Grouping.INVALID_DATE);
        assertThat(groups.byLabels().keySet()).hasToString("[[], [ABot/1.0], [One], [Two]]");
        assertThat(groups.all().total().rows()).isEqualTo(6);
    }

    @Test
    void aLogOfNothingButOtherLinesIsAnError() {
        assertThatThrownBy(() -> read(READING, Tables.of("hello\nworld\n")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("f: none of its 2 rows could be used: 2 no_log_line");
    }

    /** The samples of vendors, against what a script in another language counted. */
    @GoldenTest
    @Test
    void samplesOfServers() {
        assertThat(shop().statuses()).hasToString("{200=652, 301=7, 302=17, 304=7, 404=17}");
        assertThat(shop().events().latest().instant().orElseThrow()).hasToString("2019-01-22T00:28:31Z");
        assertThat(addresses("shop_nginx.log")).isEqualTo("700 rows of 83");
        assertThat(addresses("fake_logs.log"))
                .as("24, and a greeting that is no request")
                .isEqualTo("25 rows of 13");
        assertThat(addresses("different_hosts.log")).isEqualTo("8 rows of 6");
        assertThat(addresses("caddy_json.log")).isEqualTo("3 rows of 1");
        assertThat(addresses("iis_w3c_big.log")).isEqualTo("210 rows of 12");
        assertThat(List.of("alb.log", "amazon_cloudfront_web.log", "common_vhost.log", "iis.log", "ncsa_extended.log"))
                .allSatisfy(file -> assertThat(addresses(file)).isEqualTo("1 rows of 1"));
        assertThat(addresses("elb.log")).isEqualTo("2 rows of 2");
        assertThat(addresses("nginx_json.log")).isEqualTo("2 rows of 1");
        assertThat(addresses("caddy_mirror.log")).startsWith("4 rows");
    }

    private static Table sample(String file) {
        return Table.of(Source.of(SharedData.file("data/vendor/weblogs/" + file).toString()))
                .with(TableLayout.DETECTED.withFormat(TableLayout.Format.LOG));
    }

    private static Requests shop() {
        PageViewDefinition all =
                PageViewDefinition.STANDARD.withBots().withFiles().withStatuses("2xx", "3xx", "4xx");
        return read(RequestReading.of(all, ZoneOffset.UTC), sample("shop_nginx.log"))
                .result();
    }

    private static String addresses(String file) {
        try (Rows rows = sample(file).rows()) {
            var ip = rows.column("ip");
            SortedMap<String, Integer> seen = new java.util.TreeMap<>();
            rows.forEach(row -> seen.merge(row.text(ip), 1, Integer::sum));
            assertThat(rows.hasMalformed()).as(file).isFalse();
            return rows.count() + " rows of " + seen.size();
        }
    }
}
