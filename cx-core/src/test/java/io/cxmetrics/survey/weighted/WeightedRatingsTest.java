package io.cxmetrics.survey.weighted;

import static io.cxmetrics.survey.Near.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.cxmetrics.survey.NetInterval;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.NpsDefinition;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WeightedRatingsTest {

    private static final WeightedRatings FIVE =
            WeightedRatings.of(RatingScale.ONE_TO_FIVE, new int[] {1, 2, 2, 4, 5}, new double[] {0.5, 1, 2, 1.5, 0.25});

    /** From NumPy: average with weights, cov with aweights, sum(w)**2 / sum(w**2). */
    @Test
    void agreesWithNumPy() {
        assertThat(FIVE.scale()).isEqualTo(RatingScale.ONE_TO_FIVE);
        assertThat(FIVE.count()).isEqualTo(5);
        near(FIVE.weights().sum(), 5.25);
        near(FIVE.weights().squares(), 7.5625);
        near(FIVE.weights().effectiveBase(), 3.644628099173554);
        near(FIVE.mean(), 2.619047619047619);
        near(FIVE.standardDeviation(), 1.3299436078270386);
        near(FIVE.standardError(), 0.6966371279094012);
        near(FIVE.normalised(), 100 * 1.619047619047619 / 4);
        assertThat(FIVE.weight(2)).isEqualTo(3.0);
        assertThat(FIVE.weight(3)).isEqualTo(0.0);
    }

    @Test
    void boxesHoldWeight() {
        near(FIVE.topBox(2).rate(), 1.75 / 5.25);
        near(FIVE.topBox(1).rate(), 0.25 / 5.25);
        near(FIVE.bottomBox(2).rate(), 3.5 / 5.25);
        assertThat(FIVE.bottomBox(2).weights()).isEqualTo(FIVE.weights());
    }

    @Test
    void lowIsGoodTurnsTheBoxes() {
        WeightedRatings effort =
                WeightedRatings.of(RatingScale.CES_1, new int[] {1, 2, 2, 4, 5}, new double[] {0.5, 1, 2, 1.5, 0.25});
        near(effort.topBox(2).rate(), 3.5 / 5.25);
        near(effort.bottomBox(1).rate(), 0.25 / 5.25);
        near(effort.normalised(), 100 - FIVE.normalised());
    }

    @Test
    void npsTakesAnyBreaks() {
        WeightedRatings ratings = WeightedRatings.of(
                RatingScale.ZERO_TO_TEN, new int[] {10, 9, 8, 7, 6, 0}, new double[] {1, 2, 4, 8, 16, 32});
        assertThat(ratings.nps()).isEqualTo(WeightedNps.ofSums(3, 12, 48, 6, 1 + 4 + 16 + 64 + 256 + 1024));
        WeightedNps strict = ratings.nps(new NpsDefinition(RatingScale.ZERO_TO_TEN, 8, 10));
        assertThat(strict.promoters()).isEqualTo(1.0);
        assertThat(strict.passives()).isEqualTo(6.0);
        assertThat(strict.detractors()).isEqualTo(56.0);
        assertThat(FIVE.nps(new NpsDefinition(RatingScale.ONE_TO_FIVE, 4, 5)).detractors())
                .isEqualTo(3.5);
    }

    @Property
    void weightsOfOneChangeNothing(@ForAll @Size(max = 60) int[] any) {
        int[] ratings = Arrays.stream(any).map(r -> Math.floorMod(r, 11)).toArray();
        double[] ones = new double[ratings.length];
        Arrays.fill(ones, 1);
        Ratings plain = Ratings.of(RatingScale.ZERO_TO_TEN, ratings);
        Nps nps = Nps.from(plain);
        WeightedRatings weighted = WeightedRatings.of(RatingScale.ZERO_TO_TEN, ratings, ones);
        same(weighted.mean(), plain.mean());
        same(weighted.normalised(), plain.normalised());
        same(weighted.standardDeviation(), plain.moments().standardDeviation());
        same(weighted.standardError(), plain.moments().standardError());
        same(weighted.nps().score(), nps.score());
        same(weighted.nps().variance(), nps.variance());
        same(weighted.nps().standardError(), nps.standardError());
        for (NetInterval method :
                List.of(NetInterval.WALD, NetInterval.ADJUSTED_WALD, NetInterval.TRINOMIAL_T, NetInterval.GOODMAN)) {
            assertThat(weighted.nps().interval(0.9, method)).isEqualTo(nps.interval(0.9, method));
        }
        for (int k = 1; k <= 10; k++) {
            same(weighted.topBox(k).rate(), plain.topBox(k).rate());
            same(weighted.topBox(k).standardError(), plain.topBox(k).standardError());
            assertThat(weighted.bottomBox(k).interval(0.95))
                    .isEqualTo(plain.bottomBox(k).interval(0.95));
        }
    }

    /** To the last bit, NaN included. */
    private static void same(double actual, double expected) {
        assertThat(Double.valueOf(actual)).isEqualTo(Double.valueOf(expected));
    }

    /** 1.1 or 0.3 times anything is rounded; the range of a metric holds all the same. */
    @Test
    void ratingsAllAlikeStayExactWhateverTheWeights() {
        for (int i = 1; i < 1_000; i++) {
            double[] weights = {i / 10.0, i / 7.0, i / 3.0};
            WeightedRatings alike = WeightedRatings.of(RatingScale.ZERO_TO_TEN, new int[] {10, 10, 10}, weights);
            assertThat(alike.mean()).isEqualTo(10.0);
            assertThat(alike.normalised()).isEqualTo(100.0);
            assertThat(alike.standardDeviation()).isEqualTo(0.0);
            near(alike.nps().score(), 100);
            assertThat(alike.nps().score()).isLessThanOrEqualTo(100.0);
            assertThat(alike.topBox(1).rate()).isEqualTo(1.0);
            assertThat(alike.topBox(1).interval(0.95).high()).isEqualTo(1.0);
        }
    }

    @Test
    void weightOfZeroHasNoInfluence() {
        WeightedRatings ratings = WeightedRatings.of(RatingScale.ZERO_TO_TEN, new int[] {10, 0}, new double[] {2, 0});
        assertThat(ratings.count()).isEqualTo(2);
        assertThat(ratings.mean()).isEqualTo(10.0);
        assertThat(ratings.nps().score()).isEqualTo(100.0);
        assertThat(ratings.standardError()).isNaN();
    }

    @Test
    void oneAnswerHasNoVarianceWhateverItsWeight() {
        for (double weight : new double[] {0.1, 0.3, 1.1, 7}) {
            WeightedRatings one = WeightedRatings.of(RatingScale.ZERO_TO_TEN, new int[] {7}, new double[] {weight});
            assertThat(one.mean()).isEqualTo(7.0);
            assertThat(one.standardDeviation()).isNaN();
            assertThat(one.standardError()).isNaN();
        }
    }

    @Test
    void withoutWeightUndefined() {
        for (WeightedRatings none : List.of(
                WeightedRatings.empty(RatingScale.ZERO_TO_TEN),
                WeightedRatings.of(RatingScale.ZERO_TO_TEN, new int[] {3}, new double[] {0}))) {
            assertThat(none.mean()).isNaN();
            assertThat(none.normalised()).isNaN();
            assertThat(none.standardDeviation()).isNaN();
            assertThat(none.standardError()).isNaN();
            assertThat(none.topBox(2).rate()).isNaN();
            assertThat(none.nps().score()).isNaN();
        }
        assertThat(WeightedRatings.empty(RatingScale.THUMBS))
                .hasToString("WeightedRatings[0..1: 0.0, 0.0, no answers]");
        assertThat(FIVE).hasToString("WeightedRatings[1..5: 0.5, 3.0, 0.0, 1.5, 0.25]");
    }

    @Test
    void equalsByScaleWeightsCountAndSquares() {
        RatingScale scale = RatingScale.THUMBS;
        WeightedRatings two = WeightedRatings.of(scale, new int[] {1, 1}, new double[] {1, 1});
        assertThat(two)
                .isEqualTo(WeightedRatings.of(scale, new int[] {1, 1}, new double[] {1, 1}))
                .hasSameHashCodeAs(WeightedRatings.of(scale, new int[] {1, 1}, new double[] {1, 1}));
        assertThat(two).isNotEqualTo(WeightedRatings.of(scale, new int[] {1}, new double[] {2}));
        assertThat(two).isNotEqualTo(WeightedRatings.of(scale, new int[] {1, 1}, new double[] {0.5, 1.5}));
        assertThat(two).isNotEqualTo(WeightedRatings.of(scale, new int[] {1, 0}, new double[] {1, 1}));
        assertThat(two).isNotEqualTo(WeightedRatings.of(RatingScale.of(1, 2), new int[] {2, 2}, new double[] {1, 1}));
        assertThat(two).isNotEqualTo("two");
        assertThat(two.hashCode())
                .isNotEqualTo(WeightedRatings.of(RatingScale.of(1, 2), new int[] {2, 2}, new double[] {1, 1})
                        .hashCode());
    }

    @Test
    void collectsAnswersAlsoInParallel() {
        List<WeightedAnswer> answers = Stream.iterate(0, i -> i + 1)
                .limit(1_000)
                .map(i -> new WeightedAnswer(i % 11, i % 4))
                .toList();
        WeightedRatings collected = answers.parallelStream()
                .collect(WeightedRatings.toWeightedRatings(
                        RatingScale.ZERO_TO_TEN, WeightedAnswer::rating, WeightedAnswer::weight));
        assertThat(collected).isEqualTo(WeightedAnswers.ratings(answers));
    }

    @Test
    void refusesBadInput() {
        int[] ratings = {1, 6};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedRatings.of(RatingScale.ONE_TO_FIVE, ratings, new double[] {1}))
                .withMessage("weights must be as many as ratings (2), got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedRatings.of(RatingScale.ONE_TO_FIVE, ratings, new double[] {1, 1}))
                .withMessage("rating must be in [1, 5], got 6 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedRatings.of(RatingScale.ONE_TO_SEVEN, ratings, new double[] {1, 1e200}))
                .withMessage("weight must be 0 or in [1e-100, 1e100], got 1.0E200 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(new WeightedAnswer(6, 1)).collect(collector()))
                .withMessage("rating must be in [1, 5], got 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(new WeightedAnswer(5, -1)).collect(collector()))
                .withMessage("weight must be 0 or in [1e-100, 1e100], got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE.weight(6))
                .withMessage("rating must be in [1, 5], got 6");
        assertThatIllegalArgumentException().isThrownBy(() -> FIVE.topBox(5)).withMessage("k must be in [1, 4], got 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE.bottomBox(0))
                .withMessage("k must be in [1, 4], got 0");
        assertThatIllegalArgumentException().isThrownBy(() -> FIVE.nps()).withMessage("scale must be 0..10, got 1..5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE.plus(WeightedRatings.empty(RatingScale.CES_1)))
                .withMessage("scale must be 1..5, got 1..5 low is good");
    }

    private static Collector<WeightedAnswer, ?, WeightedRatings> collector() {
        return WeightedRatings.toWeightedRatings(
                RatingScale.ONE_TO_FIVE, WeightedAnswer::rating, WeightedAnswer::weight);
    }

    @Test
    @SuppressWarnings("NullAway")
    void needsScale() {
        assertThatNullPointerException()
                .isThrownBy(() -> WeightedRatings.empty(null))
                .withMessage("scale");
    }
}
