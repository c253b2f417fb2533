package io.cxmetrics.web.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FunnelPropertyTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** One to four steps out of three names, so that steps repeat. */
    private static Funnel funnel(Random random) {
        String[] steps = new String[1 + random.nextInt(4)];
        Arrays.setAll(steps, i -> name(random.nextInt(3)));
        Funnel funnel = Funnel.of(steps)
                .withOrder(one(random, FunnelOrder.values()))
                .withStart(one(random, FunnelStart.values()))
                .withTies(TieRule.AS_GIVEN);
        return random.nextBoolean() ? funnel : funnel.withWindow(Duration.ofMillis(random.nextInt(6)));
    }

    private static <T> T one(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static String name(int i) {
        return String.valueOf((char) ('a' + i));
    }

    private static Funnel excluding(Random random, Funnel funnel) {
        return funnel.withExclusions("x").withExclusion(one(random, FunnelExclusion.values()));
    }

    /** Up to seven events, some at the same time, some that are no step, some that are two. */
    private static List<WebEvent<String>> events(Random random, String unit) {
        List<WebEvent<String>> events = new ArrayList<>();
        long at = 0;
        int count = 1 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            at += random.nextInt(3);
            String name = List.of("a", "b", "c", "a", "b", "ab", "x", ".").get(random.nextInt(8));
            events.add(WebEvent.of(unit, NOON.plusMillis(at), EventKind.CUSTOM, name));
        }
        return events;
    }

    /** The event "ab" is an a and a b. */
    private static FunnelMatcher matcher(Funnel funnel) {
        FunnelMatcher matcher = FunnelMatcher.of(funnel);
        for (String step : new TreeSet<>(funnel.names())) {
            matcher = matcher.when(step, event -> event.name().contains(step));
        }
        return matcher;
    }

    private static FunnelCounts count(Funnel funnel, List<WebEvent<String>> events) {
        return events.stream()
                .collect(matcher(funnel).aggregation(WebEvent<String>::visitor).toCollector());
    }

    private static int stepsReached(FunnelCounts one) {
        return one.dropped() > 0
                ? -1
                : (int) Arrays.stream(one.reached())
                        .filter(reached -> reached == 1)
                        .count();
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void comesAsFarAsTryingEverything(@ForAll int seed) {
        Random random = new Random(seed);
        Funnel plain = funnel(random);
        Funnel funnel = random.nextBoolean() ? plain : excluding(random, plain);
        List<WebEvent<String>> events = events(random, "ann");
        FunnelMatcher matcher = matcher(funnel);
        long[] times =
                events.stream().mapToLong(event -> event.at().toEpochMilli()).toArray();
        int[] matches = events.stream().mapToInt(matcher::matches).toArray();
        FunnelCounts counts = count(funnel, events);
        int reached = PlainFunnel.reached(funnel, times, matches);
        assertThat(stepsReached(counts)).as("%s of %s", funnel, events).isEqualTo(reached);
        assertThat(counts.medianMillis())
                .as("%s of %s", funnel, events)
                .isEqualTo(Double.valueOf(reached < 0 ? Double.NaN : PlainFunnel.millis(funnel, times, matches)));
    }

    /** Ties in order are the best of all the orders in which events at the same time may have come. */
    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void tiesInOrderAreTheBestOfTheirOrders(@ForAll int seed) {
        Random random = new Random(seed);
        Funnel plain = funnel(random);
        Funnel given = (random.nextBoolean() ? plain : excluding(random, plain)).withTies(TieRule.IN_ORDER);
        List<WebEvent<String>> events = events(random, "ann");
        FunnelMatcher matcher = matcher(given);
        int[] best = {0, 0};
        double[] end = {Double.POSITIVE_INFINITY, Double.NaN};
        permuteTies(events, 0, ordered -> {
            long[] times = ordered.stream()
                    .mapToLong(event -> event.at().toEpochMilli())
                    .toArray();
            int[] matches = ordered.stream().mapToInt(matcher::matches).toArray();
            PlainFunnel with = new PlainFunnel(given, times, matches, true);
            best[0] = Math.max(best[0], with.reached());
            best[1] = Math.max(best[1], new PlainFunnel(given, times, matches, false).reached());
            if (with.end() < end[0] || (with.end() == end[0] && with.took() < end[1])) {
                end[0] = with.end();
                end[1] = with.took();
            }
        });
        boolean dropped = given.exclusion() == FunnelExclusion.DROPS_UNIT
                && !given.exclusions().isEmpty()
                && best[1] > best[0];
        FunnelCounts counts = count(given, events);
        assertThat(stepsReached(counts)).as("%s of %s", given, events).isEqualTo(dropped ? -1 : best[0]);
        assertThat(counts.medianMillis())
                .as("%s of %s", given, events)
                .isEqualTo(Double.valueOf(dropped ? Double.NaN : end[1]));
    }

    /** Swaps events at the same time, from an index on, into all of their orders. */
    private static void permuteTies(List<WebEvent<String>> events, int from, Consumer<List<WebEvent<String>>> action) {
        if (from == events.size()) {
            action.accept(events);
            return;
        }
        for (int i = from;
                i < events.size() && events.get(i).at().equals(events.get(from).at());
                i++) {
            Collections.swap(events, from, i);
            permuteTies(events, from + 1, action);
            Collections.swap(events, from, i);
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void neverGrowsAndLooserOrdersAreWider(@ForAll int seed) {
        Random random = new Random(seed);
        Funnel plain = funnel(random);
        Funnel funnel =
                random.nextBoolean() ? plain : plain.withExclusions("x").withExclusion(FunnelExclusion.ENDS_ATTEMPT);
        List<WebEvent<String>> events = new ArrayList<>();
        for (int unit = 0; unit < 10; unit++) {
            events.addAll(events(random, "unit " + unit));
        }
        long[] strict = count(funnel.withOrder(FunnelOrder.STRICT), events).reached();
        long[] sequential =
                count(funnel.withOrder(FunnelOrder.SEQUENTIAL), events).reached();
        long[] any = count(funnel.withOrder(FunnelOrder.ANY), events).reached();
        long[] longer = count(funnel.withWindow(Duration.ofMillis(20)), events).reached();
        long[] asked = count(funnel, events).reached();
        long[] first = count(funnel.withStart(FunnelStart.FIRST_EVER), events).reached();
        long[] each = count(funnel.withStart(FunnelStart.EACH), events).reached();
        for (int step = 0; step < strict.length; step++) {
            assertThat(strict[step]).isLessThanOrEqualTo(sequential[step]);
            assertThat(sequential[step]).isLessThanOrEqualTo(any[step]);
            assertThat(asked[step]).isLessThanOrEqualTo(longer[step]);
            assertThat(first[step]).isLessThanOrEqualTo(each[step]);
            assertThat(asked[step]).isLessThanOrEqualTo(step == 0 ? 10 : asked[step - 1]);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void shardsOfUnitsAddUp(@ForAll int seed, @ForAll @IntRange(max = 10) int cut) {
        Random random = new Random(seed);
        Funnel funnel = excluding(random, funnel(random));
        List<WebEvent<String>> left = new ArrayList<>();
        List<WebEvent<String>> right = new ArrayList<>();
        for (int unit = 0; unit < 10; unit++) {
            (unit < cut ? left : right).addAll(events(random, "unit " + unit));
        }
        List<WebEvent<String>> all = new ArrayList<>(left);
        all.addAll(right);
        FunnelCounts whole = count(funnel, all);
        assertThat(count(funnel, left).plus(count(funnel, right))).isEqualTo(whole);
        assertThat(all.parallelStream()
                        .collect(matcher(funnel)
                                .aggregation(WebEvent<String>::visitor)
                                .toCollector()))
                .isEqualTo(whole);
        assertThat(whole.units() + whole.dropped()).isEqualTo(10);
    }

    /** Events in any order, as long as no two of a unit are at the same time. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void eventsComeInAnyOrder(@ForAll int seed) {
        Random random = new Random(seed);
        Funnel funnel = excluding(random, funnel(random));
        List<WebEvent<String>> events = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String name = List.of("a", "b", "c", "ab", "x").get(random.nextInt(5));
            events.add(WebEvent.of("unit " + i % 3, NOON.plusMillis(i), EventKind.CUSTOM, name));
        }
        FunnelCounts inOrder = count(funnel, events);
        Collections.shuffle(events, random);
        assertThat(count(funnel, events)).isEqualTo(inOrder);
    }
}
