package io.cxmetrics.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Events for the tests of sessions. */
public final class WebEvents {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private WebEvents() {}

    public static WebEvent<String> view(String visitor, long second, String page) {
        return WebEvent.pageView(visitor, NOON.plusSeconds(second), page);
    }

    public static WebEvent<String> event(String visitor, long second, EventKind kind) {
        return WebEvent.of(visitor, NOON.plusSeconds(second), kind, "/");
    }

    public static WebEvent<String> ping(String visitor, long second, String page, long millis) {
        return WebEvent.of(visitor, NOON.plusSeconds(second), EventKind.PING, page)
                .withValue(millis);
    }

    /** Events of few visitors, often at the very timeout of half an hour from each other, over two days. */
    public static Arbitrary<WebEvent<String>> any() {
        Arbitrary<Long> seconds = Combinators.combine(
                        Arbitraries.longs().between(0, 96), Arbitraries.longs().between(-2, 2))
                .as((halves, off) -> 1800 * halves + off);
        return Combinators.combine(
                        Arbitraries.of("ann", "bob", "cid"),
                        seconds,
                        Arbitraries.of(
                                EventKind.PAGE_VIEW,
                                EventKind.PAGE_VIEW,
                                EventKind.PAGE_VIEW,
                                EventKind.CLICK,
                                EventKind.PING,
                                EventKind.ORDER),
                        Arbitraries.of("/", "/a", "/b"))
                .as((visitor, second, kind, name) -> WebEvent.of(visitor, NOON.plusSeconds(second), kind, name));
    }

    public static <T> List<T> shuffled(List<T> list, long seed) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, new Random(seed));
        return copy;
    }
}
