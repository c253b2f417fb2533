package io.cxmetrics.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.web.PageViewDefinition.Reason;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PageViewDefinitionTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static WebRequest get(String target, int status) {
        return WebRequest.of("10.0.0.1", NOON, "GET", target, status);
    }

    @Test
    void namesTheFirstReason() {
        PageViewDefinition standard = PageViewDefinition.STANDARD;
        assertThat(standard.reason(get("/a.b/c", 200))).isEmpty();
        assertThat(standard.reason(WebRequest.of("", null, "", "", 0))).contains(Reason.INVALID_REQUEST);
        assertThat(standard.reason(WebRequest.of("", null, "GET", "/", 200))).contains(Reason.INVALID_DATE);
        assertThat(standard.reason(WebRequest.of("", NOON, "GET", "/", 200))).contains(Reason.NO_ADDRESS);
        assertThat(standard.reason(WebRequest.of("10.0.0.1", NOON, "POST", "/", 200)
                        .withAgent("Mozilla/5.0 (compatible; GoogleBot/2.1)")))
                .contains(Reason.BOT);
        assertThat(standard.reason(WebRequest.of("10.0.0.1", NOON, "POST", "/", 200)))
                .contains(Reason.NOT_GET);
        assertThat(standard.reason(get("/logo.png", 304))).contains(Reason.STATUS);
        assertThat(standard.reason(get("/logo.PNG?v=2", 200))).contains(Reason.STATIC_FILE);
        assertThat(standard.reason(get("/", 200).withAgent("Mozilla/5.0 (X11; Linux) Firefox/140")))
                .isEmpty();
    }

    @Test
    void changesOnePartAtATime() {
        PageViewDefinition own = PageViewDefinition.STANDARD
                .withStatuses("2xx", "304")
                .withFiles("png")
                .withBots()
                .withQuery(true);
        assertThat(own.reason(get("/", 204))).isEmpty();
        assertThat(own.reason(get("/", 304))).isEmpty();
        assertThat(own.reason(get("/", 404))).contains(Reason.STATUS);
        assertThat(own.reason(get("/site.css", 200))).isEmpty();
        assertThat(own.reason(get("/", 200).withAgent("curl/8"))).isEmpty();
        assertThat(own.page("/a?b=1")).isEqualTo("/a?b=1");
        assertThat(PageViewDefinition.STANDARD.page("/a?b=1")).isEqualTo("/a");
        assertThat(get("/", 200)).hasToString("WebRequest[GET / of 10.0.0.1 at 2026-03-02T12:00:00Z: 200]");
    }
}
