package io.cxmetrics.value;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RfmPropertyTest {

    @Provide
    Arbitrary<Map<Integer, RfmValues>> customers() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 20),
                        Arbitraries.longs().between(1, 4),
                        Arbitraries.longs().between(-50, 500))
                .as(RfmValues::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(values -> {
                    Map<Integer, RfmValues> byKey = new HashMap<>();
                    values.forEach(value -> byKey.put(byKey.size(), value));
                    return byKey;
                });
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void scoresAreInRangeAndMonotone(
            @ForAll("customers") Map<Integer, RfmValues> values, @ForAll @IntRange(min = 2, max = 9) int n) {
        RfmBreaks breaks = RfmBreaks.quantiles(values.values(), n);
        monotone(values, RfmScores.of(values, breaks), n);
        monotone(values, RfmScores.ntile(values, n), n);
    }

    private static void monotone(Map<Integer, RfmValues> values, RfmScores<Integer> scores, int n) {
        assertThat(scores.scores()).containsOnlyKeys(values.keySet());
        List<Map.Entry<Integer, RfmValues>> customers = new ArrayList<>(values.entrySet());
        for (Map.Entry<Integer, RfmValues> one : customers) {
            RfmScore score = scoreOf(scores, one.getKey());
            assertThat(score.recency()).isBetween(1, n);
            assertThat(score.frequency()).isBetween(1, n);
            assertThat(score.monetary()).isBetween(1, n);
            for (Map.Entry<Integer, RfmValues> other : customers) {
                RfmScore others = scoreOf(scores, other.getKey());
                RfmValues mine = one.getValue();
                RfmValues theirs = other.getValue();
                boolean worse = (mine.recency() < theirs.recency() && score.recency() < others.recency())
                        || (mine.frequency() > theirs.frequency() && score.frequency() < others.frequency())
                        || (mine.monetary() > theirs.monetary() && score.monetary() < others.monetary());
                if (worse) {
                    fail(mine + " has " + score + " beside " + theirs + " with " + others);
                }
            }
        }
    }

    private static RfmScore scoreOf(RfmScores<Integer> scores, Integer customer) {
        return Objects.requireNonNull(scores.scores().get(customer));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void tilesDifferInSizeByOneAtMost(
            @ForAll("customers") Map<Integer, RfmValues> values, @ForAll @IntRange(min = 2, max = 9) int n) {
        RfmScores<Integer> scores = RfmScores.ntile(values, n);
        sizes(scores, RfmScore::recency, n);
        sizes(scores, RfmScore::frequency, n);
        sizes(scores, RfmScore::monetary, n);
    }

    /** The first tiles have one more. */
    private static void sizes(RfmScores<Integer> scores, ToIntFunction<RfmScore> part, int n) {
        Map<Integer, Long> sizes = scores.scores().values().stream().collect(groupingBy(part::applyAsInt, counting()));
        int customers = scores.scores().size();
        for (int tile = 1; tile <= n; tile++) {
            assertThat(sizes.getOrDefault(tile, 0L)).isEqualTo(customers / n + (tile <= customers % n ? 1 : 0));
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void equalValuesHaveEqualScoresByCutPoints(
            @ForAll("customers") Map<Integer, RfmValues> values, @ForAll @IntRange(min = 2, max = 9) int n) {
        RfmBreaks breaks = RfmBreaks.quantiles(values.values(), n);
        RfmScores<Integer> scores = RfmScores.of(values, breaks);
        values.forEach(
                (customer, value) -> assertThat(scores.scores().get(customer)).isEqualTo(breaks.score(value)));
        assertThat(scores.cells().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(values.size());
    }
}
