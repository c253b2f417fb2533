package io.cxmetrics.web.cart;

import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What one owner did, as text: {@code "s1: add@0 checkout@5 order=o1@10"}, with minutes after noon, in the session
 * before the colon.
 */
final class CartCase {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    static final Duration HOUR = Duration.ofHours(1);

    private CartCase() {}

    static List<WebEvent<String>> events(String owner, String... sessions) {
        List<WebEvent<String>> events = new ArrayList<>();
        for (String text : sessions) {
            int colon = text.indexOf(':');
            for (String word : text.substring(colon + 1).trim().split(" ", -1)) {
                events.add(event(owner, word).withSession(text.substring(0, colon)));
            }
        }
        return events;
    }

    private static WebEvent<String> event(String owner, String word) {
        int at = word.indexOf('@');
        int id = word.indexOf('=');
        EventKind kind = switch (word.substring(0, id < 0 ? at : id)) {
            case "add" -> EventKind.ADD_TO_CART;
            case "checkout" -> EventKind.CHECKOUT;
            case "order" -> EventKind.ORDER;
            default -> EventKind.PAGE_VIEW;
        };
        Instant when = NOON.plusSeconds(60 * Long.parseLong(word.substring(at + 1)));
        return WebEvent.of(owner, when, kind, "").withId(id < 0 ? "" : word.substring(id + 1, at));
    }

    /** Carts of one owner by a window of an hour, observed for so many minutes. */
    static Carts carts(CartRule rule, int minutes, String... sessions) {
        return carts(rule, minutes, events("ann", sessions));
    }

    static Carts carts(CartRule rule, int minutes, List<WebEvent<String>> events) {
        return events.stream()
                .collect(Carts.aggregation(
                                CartDefinition.of(rule, HOUR),
                                WebEvent<String>::visitor,
                                NOON.plusSeconds(60L * minutes))
                        .toCollector());
    }
}
