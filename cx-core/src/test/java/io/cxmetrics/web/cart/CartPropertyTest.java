package io.cxmetrics.web.cart;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CartPropertyTest {

    private static final int OWNERS = 4;

    /** What four owners do in up to three sessions, all of it within 18 hours. */
    private static List<WebEvent<String>> events(Random random) {
        String[] what = {"add", "add", "checkout", "order", "order=o" + random.nextInt(3)};
        List<WebEvent<String>> events = new ArrayList<>();
        for (int owner = 0; owner < OWNERS; owner++) {
            int at = 0;
            for (int session = 0; session < 1 + random.nextInt(3); session++) {
                List<String> words = new ArrayList<>();
                for (int i = 0; i < 1 + random.nextInt(3); i++) {
                    at += random.nextInt(120);
                    words.add(what[random.nextInt(what.length)] + "@" + at);
                }
                events.addAll(CartCase.events("owner " + owner, "s" + session + ": " + String.join(" ", words)));
            }
        }
        return events;
    }

    private static Carts carts(CartRule rule, Duration window, List<WebEvent<String>> events) {
        return events.stream()
                .collect(Carts.aggregation(
                                CartDefinition.of(rule, window),
                                WebEvent<String>::visitor,
                                CartCase.NOON.plus(Duration.ofHours(18)))
                        .toCollector());
    }

    private static long count(List<WebEvent<String>> events, EventKind kind) {
        return events.stream().filter(event -> event.kind() == kind).count();
    }

    /** An order is the end of a cart, comes late, has none or was there already. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void everyOrderIsOneOfFour(@ForAll int seed) {
        List<WebEvent<String>> events = events(new Random(seed));
        Carts carts = carts(CartRule.PER_CART, CartCase.HOUR, events);
        assertThat(carts.carts().ordered() + carts.carts().recovered() + carts.ordersWithoutCart() + carts.leftOut())
                .isEqualTo(count(events, EventKind.ORDER));
        assertThat(carts.carts().count()).isLessThanOrEqualTo(count(events, EventKind.ADD_TO_CART));
    }

    /** By a second route: sets of those who added something. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void everyUserAndSessionWithAnItemHasOneOutcome(@ForAll int seed) {
        List<WebEvent<String>> events = events(new Random(seed));
        assertThat(carts(CartRule.PER_USER, CartCase.HOUR, events).carts().count())
                .isEqualTo(events.stream()
                        .filter(event -> event.kind() == EventKind.ADD_TO_CART)
                        .map(WebEvent::visitor)
                        .distinct()
                        .count());
        assertThat(carts(CartRule.PER_SESSION, CartCase.HOUR, events).carts().count())
                .isEqualTo(events.stream()
                        .filter(event -> event.kind() == EventKind.ADD_TO_CART)
                        .map(event -> event.visitor() + event.session())
                        .distinct()
                        .count());
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void longerWindowNeverAbandonsMore(@ForAll int seed, @ForAll CartRule rule) {
        List<WebEvent<String>> events = events(new Random(seed));
        Carts hour = carts(rule, CartCase.HOUR, events);
        Carts two = carts(rule, CartCase.HOUR.multipliedBy(2), events);
        assertThat(two.carts().abandoned()).isLessThanOrEqualTo(hour.carts().abandoned());
        assertThat(two.checkouts().abandoned())
                .isLessThanOrEqualTo(hour.checkouts().abandoned());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void shardsOfOwnersAddUp(@ForAll int seed, @ForAll CartRule rule) {
        List<WebEvent<String>> events = events(new Random(seed));
        Carts sum = Carts.empty(CartDefinition.of(rule, CartCase.HOUR));
        for (int i = 0; i < OWNERS; i++) {
            String owner = "owner " + i;
            sum = sum.plus(carts(
                    rule,
                    CartCase.HOUR,
                    events.stream()
                            .filter(event -> event.visitor().equals(owner))
                            .toList()));
        }
        assertThat(sum).isEqualTo(carts(rule, CartCase.HOUR, events));
    }
}
