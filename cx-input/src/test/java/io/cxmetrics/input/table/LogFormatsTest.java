package io.cxmetrics.input.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.input.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogFormatsTest {

    private static final TableLayout LOG = TableLayout.DETECTED.withFormat(TableLayout.Format.LOG);

    private static List<String> read(String text, String... names) {
        return Tables.read(text, LOG, names);
    }

    @Test
    void theExtendedFormatOfIis() {
        String log = """
                #Software: Microsoft Internet Information Services 10.0
                #Date: 2026-03-02 10:00:00
                #Fields: time s-ip cs-method cs-uri-stem cs-uri-query cs-username c-ip cs(User-Agent) cs(Referer) sc-status
                10:00:01 10.0.0.9 GET /shop/lamp.aspx id=7 - 203.0.113.7 Mozilla/5.0+(X11;+Linux) http://a.example/ 200
                10:00:02 10.0.0.9 POST /login - anna 203.0.113.7 Mozilla/5.0+(X11;+Linux) - 302
                short line
                #Fields: date time c-ip cs-uri-stem sc-status
                2026-03-03 00:00:03 203.0.113.8 /a 200
                """;
        String[] fields = {"ip", "user", "time", "method", "target", "status", "referrer", "agent"};
        assertThat(read(log, fields))
                .containsExactly(
                        "4: 203.0.113.7||2026-03-02T10:00:01Z|GET|/shop/lamp.aspx?id=7|200|http://a.example/|"
                                + "Mozilla/5.0 (X11; Linux)",
                        "5: 203.0.113.7|anna|2026-03-02T10:00:02Z|POST|/login|302||Mozilla/5.0 (X11; Linux)",
                        "8: 203.0.113.8||2026-03-03T00:00:03Z|GET|/a|200||",
                        "f, line 6: expected 10 fields, found 2");
        assertThat(Tables.read(Tables.of(log), "ip")).as("is detected").hasSize(4);
    }

    @Test
    void theExtendedFormatOfCloudFront() {
        String log = "#Version: 1.0\n"
                + "#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status"
                + " cs(Referer) cs(User-Agent) cs-uri-query\n"
                + "2026-03-02\t10:00:01\tFRA2\t182\t203.0.113.7\tGET\td1.cloudfront.example\t/a.html\t200\t-\t"
                + "Mozilla/5.0%2520(X11;%2520Linux)\tx=1%25202\n"
                + "2026-03-02\t10:00:01\tFRA2\t182\t203.0.113.7\tGET\td1.cloudfront.example\t/b\t200\t-\t100%25%\t-\n";
        assertThat(read(log, "vhost", "ip", "bytes", "target", "agent"))
                .containsExactly(
                        "3: d1.cloudfront.example|203.0.113.7|182|/a.html?x=1%25202|Mozilla/5.0 (X11; Linux)",
                        "4: d1.cloudfront.example|203.0.113.7|182|/b|100%%");
    }

    @Test
    void loadBalancers() {
        String application = "h2 2026-03-02T10:00:01.5Z app/shop/50dc6c495c0c9188 203.0.113.7:2817 10.0.0.1:80 0.0 0.1"
                + " 0.0 200 200 34 366 \"GET https://shop.example:443/a?b=c HTTP/2.0\" \"Mozilla/5.0 (X11)\""
                + " ECDHE TLSv1.2 arn \"Root=1\" \"shop.example\" \"arn\" 1 2026-03-02T10:00:01.4Z \"forward\" \"-\"\n";
        String classic = "2026-03-02T10:00:02Z shop [2001:db8::1]:2817 10.0.0.1:80 0.0 0.1 0.0 404 404 0 57"
                + " \"GET https://shop.example HTTP/1.1\" \"-\" - -\n"
                + "2026-03-02T10:00:03Z shop 203.0.113.7:2817 10.0.0.1:80 0.0 0.1 0.0 - - 82 305 \"- - - \" \"-\" - -\n"
                + "2026-03-02T10:00:04Z shop 203.0.113.7:2817 10.0.0.1:80 0.0\n";
        String[] fields = {"vhost", "ip", "time", "method", "target", "protocol", "status", "bytes", "agent"};
        assertThat(read(application + classic, fields))
                .containsExactly(
                        "1: shop.example:443|203.0.113.7|2026-03-02T10:00:01.5Z|GET|/a?b=c|HTTP/2.0|200|366|"
                                + "Mozilla/5.0 (X11)",
                        "2: shop.example|2001:db8::1|2026-03-02T10:00:02Z|GET|/|HTTP/1.1|404|57|",
                        "3: |203.0.113.7|2026-03-02T10:00:03Z|||||305|",
                        "f, line 4: expected at least 13 fields, found 5");
        assertThat(Tables.read(Tables.of(application), "ip")).as("is detected").containsExactly("1: 203.0.113.7");
    }

    @Test
    void jsonOfCaddyAndNginx() {
        String caddy = "{\"level\":\"info\",\"ts\":1772445601.25,\"request\":{\"remote_addr\":\"203.0.113.7:5544\","
                + "\"proto\":\"HTTP/2.0\",\"method\":\"GET\",\"host\":\"a.example\",\"uri\":\"/beta/?x=1\",\"headers\":"
                + "{\"User-Agent\":[\"Mozilla/5.0\"],\"Referer\":[\"https://b.example/\"]}},\"size\":36,\"status\":200}\n";
        String nginx = "{\"time_local\":\"02/Mar/2026:10:00:02 +0000\",\"remote_addr\":\"203.0.113.8\",\"request\":"
                + "\"GET /a HTTP/1.1\",\"status\":304,\"http_user_agent\":\"M\"}\n"
                + "{\"ip\":\"203.0.113.9\",\"path\":\"/c\",\"status\":\"200\","
                + "\"date\":\"2026-03-02T10:00:03+01:00\"}\n";
        String other = "{\"level\":\"info\",\"msg\":\"server running\"}\n{\"status\":\n";
        String[] fields = {"vhost", "ip", "time", "method", "target", "status", "referrer", "agent"};
        assertThat(read(caddy + nginx + other, fields))
                .startsWith(
                        "1: a.example|203.0.113.7|2026-03-02T10:00:01.250Z|GET|/beta/?x=1|200|https://b.example/|"
                                + "Mozilla/5.0",
                        "2: |203.0.113.8|02/Mar/2026:10:00:02 +0000|GET|/a|304||M",
                        "3: |203.0.113.9|2026-03-02T10:00:03+01:00|GET|/c|200||",
                        "f, line 4: no request: neither a status nor a target")
                .hasSize(5);
    }

    @Test
    void commentsAreNoRowsAndTargetsMayNameTheirHost() {
        String log = "# a note\n\n"
                + "203.0.113.7 - - [10/Mar/2026:10:00:17 +0100] \"GET http://a.example/blog?x HTTP/1.1\" 200 1\n"
                + "203.0.113.7 - - [10/Mar/2026:10:00:17 +0100] \"GET /r?to=http://a.example/ HTTP/1.1\" 200 1\n";
        assertThat(read(log, "vhost", "target")).containsExactly("3: a.example|/blog?x", "4: |/r?to=http://a.example/");
    }
}
