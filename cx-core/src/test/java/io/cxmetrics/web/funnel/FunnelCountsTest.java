package io.cxmetrics.web.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.QuantileMethod;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.session.SessionDefinition;
import io.cxmetrics.web.session.Sessionizer;
import io.cxmetrics.web.session.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FunnelCountsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final Funnel SHOP = Funnel.of("view", "cart", "order");

    /** The events of one unit as text, such as {@code "view@0 cart@90"} with seconds after noon. */
    private static List<WebEvent<String>> events(String unit, String text) {
        List<WebEvent<String>> events = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            int at = word.indexOf('@');
            Instant when = NOON.plusSeconds(Long.parseLong(word.substring(at + 1)));
            events.add(WebEvent.of(unit, when, EventKind.CUSTOM, word.substring(0, at)));
        }
        return events;
    }

    private static FunnelCounts count(Funnel funnel, String... units) {
        List<WebEvent<String>> events = new ArrayList<>();
        for (int i = 0; i < units.length; i++) {
            events.addAll(events("unit " + i, units[i]));
        }
        return events.stream()
                .collect(FunnelCounts.aggregation(funnel, WebEvent<String>::visitor)
                        .toCollector());
    }

    private static final FunnelCounts FIVE = count(
            SHOP,
            "view@0 help@5 cart@10 order@40",
            "view@0 cart@20 order@30",
            "view@0 cart@20",
            "cart@0 view@10 order@20",
            "help@0");

    @Test
    void countsWhoReachedEachStep() {
        assertThat(FIVE.units()).isEqualTo(5);
        assertThat(FIVE.reached()).containsExactly(4, 3, 2);
        assertThat(FIVE.reached(1)).isEqualTo(3);
        assertThat(FIVE.dropped()).isZero();
        assertThat(FIVE.funnel()).isEqualTo(SHOP);
        assertThat(FIVE).hasToString("FunnelCounts[5 units: view 4, cart 3, order 2]");
    }

    @Test
    void ratesNameTheirBase() {
        assertThat(FIVE.rate(2, FunnelBase.FIRST)).isEqualTo(Proportion.of(2, 4));
        assertThat(FIVE.rate(2, FunnelBase.PREVIOUS)).isEqualTo(Proportion.of(2, 3));
        assertThat(FIVE.rate(2, FunnelBase.ALL)).isEqualTo(Proportion.of(2, 5));
        assertThat(FIVE.rate(0, FunnelBase.FIRST)).isEqualTo(Proportion.of(4, 4));
        assertThat(FIVE.rate(0, FunnelBase.PREVIOUS).rate()).isNaN();
        assertThat(FIVE.rate(0, FunnelBase.ALL)).isEqualTo(Proportion.of(4, 5));
        assertThat(FIVE.conversion(FunnelBase.FIRST)).isEqualTo(Proportion.of(2, 4));
        assertThat(FIVE.dropOff(0)).isEqualTo(Proportion.of(1, 4));
        assertThat(FIVE.dropOff(1)).isEqualTo(Proportion.of(1, 3));
    }

    @Test
    void timesToConvertAreKept() {
        assertThat(FIVE.millis()).isEqualTo(EventTimes.ofEvents(30_000, 40_000));
        assertThat(FIVE.medianMillis()).isEqualTo(35_000.0);
        assertThat(FIVE.quantileMillis(1, QuantileMethod.NEAREST_RANK)).isEqualTo(40_000.0);
        FunnelCounts many = count(SHOP, "view@0 cart@1 order@9", "view@0 cart@1 order@9", "view@0 cart@1 order@2");
        assertThat(many.medianMillis()).isEqualTo(9000.0);
        assertThat(many.quantileMillis(0, QuantileMethod.LINEAR)).isEqualTo(2000.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE.quantileMillis(2, QuantileMethod.LINEAR))
                .withMessage("q must be in [0, 1], got 2.0");
    }

    @Test
    void timeRunsFromTheLatestStartOrTheFirstEver() {
        String unit = "view@0 view@100 cart@110 order@120 view@500 cart@501 order@502";
        assertThat(count(SHOP, unit).medianMillis()).isEqualTo(20_000.0);
        assertThat(count(SHOP.withStart(FunnelStart.FIRST_EVER), unit).medianMillis())
                .isEqualTo(120_000.0);
        assertThat(count(SHOP.withOrder(FunnelOrder.ANY), unit).medianMillis()).isEqualTo(20_000.0);
    }

    @Test
    void ordersFromStrictToAny() {
        String[] units = {"view@0 cart@1 order@2", "view@0 help@1 cart@2 order@3", "order@0 cart@1 view@2"};
        assertThat(count(SHOP.withOrder(FunnelOrder.STRICT), units).reached()).containsExactly(3, 1, 1);
        assertThat(count(SHOP, units).reached()).containsExactly(3, 2, 2);
        assertThat(count(SHOP.withOrder(FunnelOrder.ANY), units).reached()).containsExactly(3, 3, 3);
        assertThat(count(SHOP.withOrder(FunnelOrder.STRICT), "view@0 view@1 cart@2 help@3 order@4")
                        .reached())
                .containsExactly(1, 1, 0);
    }

    @Test
    void windowIsInclusiveAndBestStartCounts() {
        Funnel minute = SHOP.withWindow(Duration.ofSeconds(60));
        assertThat(count(minute, "view@0 cart@30 order@60").reached()).containsExactly(1, 1, 1);
        assertThat(count(minute, "view@0 cart@30 order@61").reached()).containsExactly(1, 1, 0);
        assertThat(count(minute, "view@0 view@10 cart@30 order@61").reached()).containsExactly(1, 1, 1);
        assertThat(count(minute, "view@0 cart@30 view@40 order@61").reached()).containsExactly(1, 1, 0);
        assertThat(count(minute.withStart(FunnelStart.FIRST_EVER), "view@0 view@10 cart@30 order@61")
                        .reached())
                .containsExactly(1, 1, 0);
        Funnel any = minute.withOrder(FunnelOrder.ANY);
        assertThat(count(any, "order@0 view@30 cart@60").reached()).containsExactly(1, 1, 1);
        assertThat(count(any, "order@0 view@30 cart@61").reached()).containsExactly(1, 1, 0);
        assertThat(count(any, "order@0 view@30 cart@61 order@80").reached()).containsExactly(1, 1, 1);
        assertThat(count(any.withStart(FunnelStart.FIRST_EVER), "order@0 view@30 cart@40")
                        .reached())
                .containsExactly(1, 1, 0);
        assertThat(count(any.withStart(FunnelStart.FIRST_EVER), "view@30 order@40 cart@90")
                        .medianMillis())
                .isEqualTo(60_000.0);
    }

    @Test
    void excludedEventBetweenDropsTheUnit() {
        Funnel funnel = SHOP.withExclusions("error");
        String[] units = {
            "view@0 error@5 cart@10 order@20", // comes no further than view without the error between
            "error@0 view@5 cart@10 order@20 error@30", // before and after is not between
            "view@0 error@5", // nothing after it that it could have kept from
            "view@0 error@5 view@6 cart@7 order@8", // starts again
            "view@0 cart@1 error@2 order@3"
        };
        FunnelCounts counts = count(funnel, units);
        assertThat(counts.reached()).containsExactly(3, 2, 2);
        assertThat(counts.units()).isEqualTo(3);
        assertThat(counts.dropped()).isEqualTo(2);
        assertThat(counts).hasToString("FunnelCounts[3 units: view 3, cart 2, order 2; 2 dropped]");
        FunnelCounts kept = count(funnel.withExclusion(FunnelExclusion.ENDS_ATTEMPT), units);
        assertThat(kept.reached()).containsExactly(5, 3, 2);
        assertThat(kept.dropped()).isZero();
        assertThat(count(funnel.withOrder(FunnelOrder.ANY), units).dropped()).isEqualTo(2);
        assertThat(count(funnel.withStart(FunnelStart.FIRST_EVER), units).dropped())
                .isEqualTo(3);
        assertThat(count(funnel.withOrder(FunnelOrder.STRICT), units).dropped()).isZero();
    }

    @Test
    void repeatedStepsTakeRepeatedEvents() {
        Funnel twice = Funnel.of("view", "view", "cart");
        for (FunnelOrder order : FunnelOrder.values()) {
            assertThat(count(twice.withOrder(order), "view@0 cart@1").reached()).containsExactly(1, 0, 0);
            assertThat(count(twice.withOrder(order), "view@0 view@1 cart@2").reached())
                    .containsExactly(1, 1, 1);
        }
    }

    @Test
    void atTheSameTimeTheFirstIsFirstWhereTiesAreAsGiven() {
        Funnel given = SHOP.withTies(TieRule.AS_GIVEN);
        assertThat(count(given, "view@0 cart@0 order@0").reached()).containsExactly(1, 1, 1);
        assertThat(count(given, "order@0 cart@0 view@0").reached()).containsExactly(1, 0, 0);
        // One that came late moves to its place, and those at the same time stay as they came.
        assertThat(count(given, "order@9 view@5 cart@5").reached()).containsExactly(1, 1, 1);
        assertThat(count(given, "order@9 cart@5 view@5").reached()).containsExactly(1, 0, 0);
    }

    /**
     * A file of whole seconds, newest first as most exports are: both convert, as they do in Mixpanel and Amplitude.
     */
    @Test
    void tiesOfAFileThatIsNewestFirstCountAsInOrder() {
        Funnel shop = Funnel.of("cart", "checkout", "purchase");
        List<WebEvent<String>> rows = new ArrayList<>(events("a", "purchase@10 checkout@7 cart@7"));
        rows.addAll(events("b", "purchase@20 checkout@20 cart@20"));
        FunnelCounts counts = rows.stream().collect(FunnelCounts.toFunnelCounts(shop));
        assertThat(counts.reached()).containsExactly(2, 2, 2);
        assertThat(counts.millis().times()).containsExactly(0, 3000);
        assertThat(rows.stream()
                        .collect(FunnelCounts.toFunnelCounts(shop.withTies(TieRule.AS_GIVEN)))
                        .reached())
                .containsExactly(2, 0, 0);
    }

    /** Steps that are the names of kinds match no event by name; the answer says so. */
    @Test
    void namesTheStepsThatNothingMeets() {
        List<WebEvent<String>> rows = List.of(
                WebEvent.pageView("ann", NOON, "/"),
                WebEvent.of("ann", NOON.plusSeconds(5), EventKind.ORDER, "purchase"),
                WebEvent.pageView("bob", NOON, "/"));
        FunnelCounts byName = rows.stream().collect(FunnelCounts.toFunnelCounts(Funnel.of("PAGE_VIEW", "ORDER")));
        assertThat(byName.unmetSteps()).containsExactly("PAGE_VIEW", "ORDER");
        assertThat(byName)
                .hasToString("FunnelCounts[2 units: PAGE_VIEW 0 (no event meets it), ORDER 0 (no event meets it)]");
        FunnelCounts byKind = rows.stream()
                .collect(FunnelCounts.toFunnelCounts(Funnel.ofKinds(EventKind.PAGE_VIEW, EventKind.ORDER)));
        assertThat(byKind.reached()).containsExactly(2, 1);
        assertThat(byKind.unmetSteps()).isEmpty();
        FunnelCounts byEither = rows.stream()
                .collect(FunnelCounts.toFunnelCounts(Funnel.ofSteps(
                        FunnelStep.of("/").or(EventKind.IMPRESSION),
                        FunnelStep.anyOf("bought", "order_placed", "purchase"))));
        assertThat(byEither.reached()).containsExactly(2, 1);
        assertThat(byName.plus(byName).unmetSteps()).hasSize(2);
    }

    /** Sessions are units without an id on any event, and the window of observation ends where it is told. */
    @Test
    void countsComputedSessionsAndUntilTheEndOfObservation() {
        List<WebEvent<String>> rows = new ArrayList<>(events("ann", "view@0 cart@1 order@7200"));
        rows.addAll(events("bob", "view@0 cart@1 order@2"));
        Sessions<String> sessions =
                Sessionizer.<String>of(SessionDefinition.GA4).sessions(rows);
        assertThat(FunnelCounts.of(SHOP, sessions).reached()).containsExactly(2, 2, 1);
        assertThat(FunnelCounts.of(SHOP, sessions).units()).isEqualTo(3);
        assertThat(rows.stream().collect(FunnelCounts.toFunnelCounts(SHOP)).reached())
                .containsExactly(2, 2, 2);
        Instant until = rows.get(2).at();
        assertThat(rows.stream()
                        .collect(FunnelMatcher.of(SHOP)
                                .aggregation(WebEvent<String>::visitor, until)
                                .toCollector())
                        .reached())
                .containsExactly(2, 2, 1);
        assertThat(sessions.events().stream().collect(FunnelCounts.toFunnelCounts(SHOP, WebEvent::session)))
                .isEqualTo(FunnelCounts.of(SHOP, sessions));
        Conversion orders = Conversion.of(sessions, event -> event.name().equals("order"));
        assertThat(orders.share()).isEqualTo(Proportion.of(2, 3));
    }

    /** An event that is both gives way where another could be neither. */
    @Test
    void eventOfTwoStepsStandsForOne() {
        Funnel funnel = Funnel.of("page", "offer").withOrder(FunnelOrder.ANY);
        FunnelMatcher matcher = FunnelMatcher.of(funnel).when("page", event -> true);
        assertThat(events("ann", "offer@0").stream()
                        .collect(matcher.aggregation(WebEvent<String>::visitor).toCollector())
                        .reached())
                .containsExactly(1, 0);
        assertThat(events("ann", "offer@0 home@1").stream()
                        .collect(matcher.aggregation(WebEvent<String>::visitor).toCollector())
                        .reached())
                .containsExactly(1, 1);
    }

    @Test
    void breaksDownByGroup() {
        Stream<WebEvent<String>> events = Stream.concat(
                events("ann", "view@0 cart@1").stream().map(event -> event.withCampaign("spring")),
                events("bob", "view@0").stream());
        Map<String, FunnelCounts> groups = events.collect(FunnelCounts.aggregation(SHOP, WebEvent<String>::visitor)
                .groupedBy(WebEvent::campaign)
                .toCollector());
        assertThat(groups).isEqualTo(Map.of("spring", count(SHOP, "view@0 cart@1"), "", count(SHOP, "view@0")));
    }

    @Test
    void withoutUnitsNothingIsDefined() {
        FunnelCounts none = FunnelCounts.empty(SHOP);
        assertThat(none.conversion(FunnelBase.FIRST).rate()).isNaN();
        assertThat(none.conversion(FunnelBase.ALL).rate()).isNaN();
        assertThat(none.dropOff(0).rate()).isNaN();
        assertThat(none.medianMillis()).isNaN();
        assertThat(FunnelCounts.of(SHOP, new long[0], new long[0], new int[0])).isEqualTo(none);
    }

    @Test
    void takesCountsOfOthers() {
        FunnelCounts counts = FunnelCounts.ofCounts(SHOP, 10, 8, 4, 4);
        assertThat(counts.rate(2, FunnelBase.FIRST)).isEqualTo(Proportion.of(4, 8));
        assertThat(counts.medianMillis()).isNaN();
        assertThat(counts.plus(FIVE).reached()).containsExactly(12, 7, 6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunnelCounts.ofCounts(SHOP, -1, 0, 0, 0))
                .withMessage("units must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunnelCounts.ofCounts(SHOP, 3, 2, 1))
                .withMessage("reached must have as many as steps (3), got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunnelCounts.ofCounts(SHOP, 3, 4, 1, 1))
                .withMessage("reached must be in [0, 3], as many as there were before, got 4 at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunnelCounts.ofCounts(SHOP, 3, 2, 1, 2))
                .withMessage("reached must be in [0, 1], as many as there were before, got 2 at index 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunnelCounts.ofCounts(SHOP, 3, 2, -1, 0))
                .withMessage("reached must be in [0, 2], as many as there were before, got -1 at index 1");
    }

    @Test
    void refusesColumnsThatCannotBe() {
        long[] two = new long[2];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunnelCounts.of(SHOP, two, new long[1], new int[3]))
                .withMessage("times and matches must have as many as units (2), got 1 and 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunnelCounts.of(SHOP, two, new long[] {7, 5}, new int[2]))
                .withMessage("times must ascend within a unit, got 5 after 7 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunnelCounts.of(SHOP, two, two, new int[] {7, 8}))
                .withMessage("matches must be bits of the 3 steps or of an exclusion, got 8 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunnelCounts.of(SHOP, two, two, new int[] {FunnelMatcher.EXCLUDED, 0}))
                .withMessage("matches must be bits of the 3 steps or of an exclusion, got -2147483648 at index 0");
        assertThat(FunnelCounts.of(SHOP, new long[] {1, 2}, new long[] {7, 5}, new int[] {1, 1})
                        .reached())
                .containsExactly(2, 0, 0);
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesStepsAndFunnelsThatAreNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE.reached(3))
                .withMessage("step must be in [0, 2], got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE.rate(-1, FunnelBase.ALL))
                .withMessage("step must be in [0, 2], got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE.dropOff(2))
                .withMessage("step must have another after it, got 2 of 3 from 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE.dropOff(3))
                .withMessage("step must be in [0, 2], got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunnelCounts.empty(Funnel.of("view")).dropOff(0))
                .withMessage("step must have another after it, got 0 of 1 from 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE.plus(FunnelCounts.empty(Funnel.of("view"))))
                .withMessage("other must be asked the same (Funnel[view > cart > order, SEQUENTIAL, start EACH]), got "
                        + "Funnel[view, SEQUENTIAL, start EACH]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(WebEvent.pageView("ann", NOON, "view"))
                        .collect(FunnelCounts.aggregation(SHOP, WebEvent<String>::session)
                                .toCollector()))
                .withMessage("key must not be empty, got it for a PAGE_VIEW of ann at 2026-03-02T12:00:00Z");
        assertThatNullPointerException()
                .isThrownBy(() -> FunnelCounts.empty(null))
                .withMessage("funnel");
    }

    @Test
    void equalsByCounts() {
        assertThat(FIVE).isNotEqualTo(FunnelCounts.ofCounts(SHOP, 5, 4, 3, 2)).isNotEqualTo("five");
        assertThat(FunnelCounts.ofCounts(SHOP, 5, 4, 3, 2)).isNotEqualTo(FunnelCounts.ofCounts(SHOP, 6, 4, 3, 2));
        assertThat(FunnelCounts.ofCounts(SHOP, 5, 4, 3, 2)).isNotEqualTo(FunnelCounts.ofCounts(SHOP, 5, 4, 3, 1));
        assertThat(FunnelCounts.ofCounts(SHOP, 5, 4, 3, 2))
                .isNotEqualTo(FunnelCounts.ofCounts(SHOP.withOrder(FunnelOrder.ANY), 5, 4, 3, 2));
        FunnelCounts most = FunnelCounts.ofCounts(SHOP, Long.MAX_VALUE, 0, 0, 0);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(most));
    }

    @Test
    void manyEventsAndConversionsAreTaken() {
        int n = 100;
        long[] units = new long[n];
        long[] times = new long[n];
        int[] matches = new int[n];
        for (int i = 0; i < n; i++) {
            units[i] = i / 2;
            times[i] = i;
            matches[i] = 1 + i % 2;
        }
        FunnelCounts counts = FunnelCounts.of(Funnel.of("a", "b"), units, times, matches);
        assertThat(counts.reached()).containsExactly(50, 50);
        assertThat(counts.millis().events()).isEqualTo(50);
        assertThat(counts.millis().times()).containsExactly(1);
    }

    @Test
    void timesTooFarApartAreRefused() {
        long[] times = {Long.MIN_VALUE, Long.MAX_VALUE};
        for (FunnelOrder order : FunnelOrder.values()) {
            Funnel funnel = Funnel.of("a", "b").withOrder(order);
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> FunnelCounts.of(funnel, new long[2], times, new int[] {1, 2}));
        }
    }

    @Test
    void countsWithoutTimesAddNone() {
        FunnelCounts sum = FIVE.plus(FunnelCounts.ofCounts(SHOP, 9, 8, 7, 6));
        assertThat(sum.reached(2)).isEqualTo(8);
        assertThat(sum.millis()).isEqualTo(FIVE.millis());
    }

    /** Half of the events of a unit lie in each window: searching each anew would take quadratic time. */
    @Test
    void oneUnitMayHaveManyEventsInItsWindow() {
        int n = 200_000;
        long[] times = new long[n];
        int[] matches = new int[n];
        for (int i = 0; i < n; i++) {
            times[i] = i;
            matches[i] = 0b11 + i % 3; // one step or two, never the fourth
        }
        matches[n - 1] = 0b1000;
        Funnel any = Funnel.of("a", "b", "c", "d").withOrder(FunnelOrder.ANY);
        Funnel half = any.withWindow(Duration.ofMillis(n / 2));
        FunnelCounts counts = FunnelCounts.of(half, new long[n], times, matches);
        assertThat(counts.reached()).containsExactly(1, 1, 1, 1);
        assertThat(counts.medianMillis()).isEqualTo(3.0);
        matches[n - 1] = 0;
        assertThat(FunnelCounts.of(half, new long[n], times, matches).reached()).containsExactly(1, 1, 1, 0);
    }
}
