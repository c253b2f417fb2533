package io.cxmetrics.compare.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.RatioOfSums;
import io.cxmetrics.stat.Sample;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.survey.Csat;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds of every comparison: both ways, with itself, and in parts. */
class ChangesPropertyTest {

    private static final ChangeDefinition STANDARD = ChangeDefinition.STANDARD;

    private static <S> void bothWays(S before, S after, BiFunction<S, S, Change> between) {
        Change there = between.apply(before, after);
        Change back = between.apply(after, before);
        assertThat(there.difference() + 0.0).isEqualTo(Double.valueOf(-back.difference() + 0.0));
        same(there.pValue(), back.pValue());
        Interval interval = there.interval();
        Interval turned = back.interval();
        assertThat(interval.defined()).isEqualTo(turned.defined());
        if (interval.defined()) {
            double slack = 1e-9 * (1 + Math.abs(interval.low()) + Math.abs(interval.high()));
            assertThat(interval.low()).isCloseTo(-turned.high(), within(slack));
            assertThat(interval.high()).isCloseTo(-turned.low(), within(slack));
        }
        assertThat(there.before()).isEqualTo(Double.valueOf(back.after()));
        itself(before, between);
    }

    private static <S> void itself(S summary, BiFunction<S, S, Change> between) {
        Change none = between.apply(summary, summary);
        if (none.countBefore() > 0) {
            assertThat(none.difference()).isZero();
            assertThat(none.evident()).isFalse();
        }
        if (!Double.isNaN(none.pValue())) {
            assertThat(none.pValue()).isEqualTo(1);
        }
    }

    private static void same(double first, double second) {
        if (Double.isNaN(first)) {
            assertThat(second).isNaN();
        } else {
            assertThat(first).isCloseTo(second, within(1e-9 * first));
        }
    }

    @Property(tries = 200)
    void rates(
            @ForAll @IntRange(max = 60) int a,
            @ForAll @IntRange(max = 60) int more,
            @ForAll @IntRange(max = 60) int b,
            @ForAll @IntRange(max = 60) int most) {
        Proportion before = Proportion.of(a, a + more);
        Proportion after = Proportion.of(b, b + most);
        bothWays(before, after, Changes::between);
        for (RateInterval method : RateInterval.values()) {
            for (RateTest test : List.of(RateTest.AUTOMATIC, RateTest.POOLED_Z)) {
                bothWays(before, after, (x, y) -> new RateDifference(x, y).change(STANDARD, method, test));
            }
        }
    }

    @Property(tries = 200)
    void scores(@ForAll @Size(6) List<@IntRange(max = 40) Integer> counts) {
        Nps before = Nps.ofCounts(counts.get(0), counts.get(1), counts.get(2));
        Nps after = Nps.ofCounts(counts.get(3), counts.get(4), counts.get(5));
        bothWays(before, after, Changes::between);
        Ratings few = Ratings.ofCounts(
                RatingScale.ONE_TO_FIVE, counts.get(0), counts.get(1), counts.get(2), counts.get(3), counts.get(4));
        Ratings others = Ratings.ofCounts(
                RatingScale.ONE_TO_FIVE, counts.get(5), counts.get(3), counts.get(2), counts.get(3), counts.get(1));
        bothWays(few, others, Changes::between);
        bothWays(Csat.from(few), Csat.from(others), Changes::between);
        bothWays(few, others, (x, y) -> RankDifference.between(x, y).superiorityChange(STANDARD));
    }

    @Property(tries = 200)
    void numbers(
            @ForAll @Size(max = 40) List<@IntRange(max = 25) Integer> one,
            @ForAll @Size(max = 40) List<@DoubleRange(min = -20, max = 30) Double> other) {
        double[] a = one.stream().mapToDouble(Integer::doubleValue).toArray();
        double[] b = other.stream().mapToDouble(Math::rint).toArray();
        bothWays(Moments.of(a), Moments.of(b), Changes::between);
        bothWays(Sample.of(a), Sample.of(b), Changes::between);
        int n = Math.min(a.length, b.length);
        double[] first = Arrays.copyOf(a, n);
        double[] second = Arrays.copyOf(b, n);
        bothWays(first, second, (x, y) -> Changes.paired(x, y, STANDARD));
        bothWays(first, second, (x, y) -> SignedRankDifference.of(x, y).change(STANDARD));
        double[] sessions = new double[n];
        Arrays.setAll(sessions, i -> 1 + i % 3);
        bothWays(RatioOfSums.of(first, sessions), RatioOfSums.of(second, sessions), Changes::between);
    }

    /** The walks along both sides find what sorting all pairs finds. */
    @Property(tries = 200)
    void theShiftIsTheMedianOfAllDifferences(
            @ForAll @Size(min = 1, max = 15) List<@IntRange(max = 9) Integer> one,
            @ForAll @Size(min = 1, max = 15) List<@DoubleRange(min = -1e6, max = 1e6) Double> other) {
        double[] a = one.stream().mapToDouble(i -> i * 0.1).toArray();
        double[] b = other.stream().mapToDouble(Double::doubleValue).toArray();
        double[] differences = Arrays.stream(a)
                .flatMap(x -> Arrays.stream(b).map(y -> y - x))
                .sorted()
                .toArray();
        int n = differences.length;
        double low = differences[(n - 1) / 2];
        double high = differences[n / 2];
        assertThat(RankDifference.between(a, b).shift()).isEqualTo(low + (high - low) / 2);
        double[] means = new double[n * (n + 1) / 2];
        int filled = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                means[filled++] = differences[i] / 2 + differences[j] / 2;
            }
        }
        Arrays.sort(means);
        double first = means[(filled - 1) / 2];
        double second = means[filled / 2];
        assertThat(SignedRankDifference.of(new double[n], differences).estimate())
                .isEqualTo(first + (second - first) / 2);
    }

    /** Also where the walks start from a guess, with ties and with values far out. */
    @Property(tries = 20)
    void theShiftOfManyIsTheMedianOfAllDifferences(
            @ForAll @IntRange(max = 10_000) int seed, @ForAll @IntRange(min = 1, max = 12) int spread) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] a =
                random.doubles(150).map(x -> Math.rint(Math.exp(spread * x))).toArray();
        double[] b =
                random.doubles(170).map(x -> Math.rint(Math.exp(spread * x))).toArray();
        double[] differences = Arrays.stream(a)
                .flatMap(x -> Arrays.stream(b).map(y -> y - x))
                .sorted()
                .toArray();
        int n = differences.length;
        double low = differences[(n - 1) / 2];
        double high = differences[n / 2];
        RankDifference ranks = RankDifference.between(a, b);
        assertThat(ranks.shift()).isEqualTo(low + (high - low) / 2);
        Interval interval = ranks.normalShiftInterval(0.95).interval();
        double rank = Math.floor(n / 2.0 - Critical.z(0.95) * Math.sqrt(n * (a.length + b.length + 1.0) / 12));
        assertThat(interval.low()).isEqualTo(differences[(int) rank - 1]);
        assertThat(interval.high()).isEqualTo(differences[n - (int) rank]);
    }

    @Property(tries = 100)
    void partsTogetherCompareAsTheWhole(
            @ForAll @Size(min = 2, max = 30) List<@IntRange(max = 10) Integer> one,
            @ForAll @Size(min = 2, max = 30) List<@IntRange(max = 10) Integer> other) {
        int cut = one.size() / 2;
        Nps parts = Nps.of(one.subList(0, cut)).plus(Nps.of(one.subList(cut, one.size())));
        Change joined = Changes.between(parts, Nps.of(other));
        Change whole = Changes.between(Nps.of(one), Nps.of(other));
        assertThat(joined).asString().isEqualTo(whole.toString());
        double[] values = one.stream().mapToDouble(Integer::doubleValue).toArray();
        double[] others = other.stream().mapToDouble(Integer::doubleValue).toArray();
        Sample sample =
                Sample.of(Arrays.copyOf(values, cut)).plus(Sample.of(Arrays.copyOfRange(values, cut, values.length)));
        assertThat(Changes.between(sample, Sample.of(others)))
                .asString()
                .isEqualTo(Changes.between(Sample.of(values), Sample.of(others)).toString());
    }

    @Property(tries = 100)
    void curves(@ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 12) Integer> months) {
        long[] times = months.stream().mapToLong(Integer::longValue).toArray();
        boolean[] left = new boolean[times.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = times[i] < 8;
        }
        long[] longer = Arrays.stream(times).map(time -> time + 1).toArray();
        bothWays(EventTimes.of(times, left), EventTimes.of(longer, left), (x, y) -> Changes.between(x, y, 5, STANDARD));
    }
}
