package io.cxmetrics.survey;

import static io.cxmetrics.survey.Near.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.QuantileMethod;
import org.junit.jupiter.api.Test;

class RatingsTest {

    private static final Ratings FIVE = Ratings.of(RatingScale.ONE_TO_FIVE, 5, 4, 4, 3, 1);

    /** From NumPy: mean, median, var with ddof 1, quantile 0.9 linear and inverted_cdf. */
    @Test
    void describesTheDistribution() {
        near(FIVE.mean(), 3.4);
        assertThat(FIVE.median()).isEqualTo(4.0);
        near(FIVE.moments().variance(), 2.3);
        near(FIVE.quantile(0.9, QuantileMethod.LINEAR), 4.6);
        assertThat(FIVE.quantile(0.9, QuantileMethod.NEAREST_RANK)).isEqualTo(5.0);
        assertThat(FIVE.quantile(0, QuantileMethod.LINEAR)).isEqualTo(1.0);
        assertThat(FIVE.quantile(1, QuantileMethod.LINEAR)).isEqualTo(5.0);
        assertThat(FIVE.moments().min()).isEqualTo(1.0);
        assertThat(FIVE.moments().max()).isEqualTo(5.0);
        near(FIVE.normalised(), 60);
    }

    @Test
    void extremesAreThoseOfTheAnswersNotOfTheScale() {
        Moments moments = Ratings.of(RatingScale.ONE_TO_FIVE, 2, 4, 2).moments();
        assertThat(moments.min()).isEqualTo(2.0);
        assertThat(moments.max()).isEqualTo(4.0);
    }

    @Test
    void countsEveryPoint() {
        assertThat(FIVE.scale()).isEqualTo(RatingScale.ONE_TO_FIVE);
        assertThat(FIVE.count()).isEqualTo(5);
        assertThat(FIVE.count(4)).isEqualTo(2);
        assertThat(FIVE.counts()).containsExactly(1, 0, 1, 2, 1);
        assertThat(FIVE).hasToString("Ratings[1..5: 1, 0, 1, 2, 1]");
        assertThat(FIVE).isEqualTo(Ratings.ofCounts(RatingScale.ONE_TO_FIVE, 1, 0, 1, 2, 1));
        assertThat(FIVE).isNotEqualTo(Ratings.ofCounts(RatingScale.CES_1, 1, 0, 1, 2, 1));
        assertThat(FIVE).isNotEqualTo(Ratings.ofCounts(RatingScale.ONE_TO_FIVE, 1, 0, 1, 2, 2));
        assertThat(FIVE).isNotEqualTo("Ratings");
        assertThat(FIVE.hashCode())
                .isNotEqualTo(Ratings.of(RatingScale.CES_1, 5, 4, 4, 3, 1).hashCode());
    }

    @Test
    void boxesCountFromEitherEnd() {
        assertThat(FIVE.topBox(1)).isEqualTo(Proportion.of(1, 5));
        assertThat(FIVE.topBox(2)).isEqualTo(Proportion.of(3, 5));
        assertThat(FIVE.topBox(4)).isEqualTo(Proportion.of(4, 5));
        assertThat(FIVE.bottomBox(1)).isEqualTo(Proportion.of(1, 5));
        assertThat(FIVE.bottomBox(3)).isEqualTo(Proportion.of(2, 5));
        near(FIVE.netBox(2), 40);
        assertThat(FIVE.between(3, 4)).isEqualTo(Proportion.of(3, 5));
        assertThat(FIVE.between(2, 2)).isEqualTo(Proportion.of(0, 5));
        assertThat(FIVE.between(4, 3)).isEqualTo(Proportion.of(0, 5));
    }

    @Test
    void lowIsGoodTurnsTheBoxes() {
        Ratings effort = Ratings.of(RatingScale.CES_1, 5, 4, 4, 3, 1);
        assertThat(effort.topBox(1)).isEqualTo(Proportion.of(1, 5));
        assertThat(effort.topBox(3)).isEqualTo(Proportion.of(2, 5));
        assertThat(effort.bottomBox(2)).isEqualTo(Proportion.of(3, 5));
        near(effort.netBox(2), -40);
        near(effort.normalised(), 40);
        near(effort.mean(), 3.4);
    }

    @Test
    void scaleOfTwoPointsHasOneBoxOnEitherSide() {
        Ratings thumbs = Ratings.of(RatingScale.THUMBS, 1, 1, 0, 1);
        assertThat(thumbs.topBox(1)).isEqualTo(Proportion.of(3, 4));
        assertThat(thumbs.bottomBox(1)).isEqualTo(Proportion.of(1, 4));
        assertThat(thumbs.normalised()).isEqualTo(75.0);
        assertThat(thumbs.median()).isEqualTo(1.0);
    }

    @Test
    void negativePointsCountLikeOthers() {
        Ratings ratings = Ratings.of(RatingScale.of(-3, -1), new byte[] {-3, -1, -1});
        assertThat(ratings.counts()).containsExactly(1, 0, 2);
        near(ratings.mean(), -5.0 / 3);
        assertThat(ratings.median()).isEqualTo(-1.0);
        assertThat(ratings.count(-1)).isEqualTo(2);
    }

    @Test
    void nobodyAnsweredIsUndefined() {
        Ratings none = Ratings.empty(RatingScale.ONE_TO_FIVE);
        assertThat(none.count()).isZero();
        assertThat(none.mean()).isNaN();
        assertThat(none.normalised()).isNaN();
        assertThat(none.median()).isNaN();
        assertThat(none.quantile(1, QuantileMethod.NEAREST_RANK)).isNaN();
        assertThat(none.topBox(2).rate()).isNaN();
        assertThat(none.netBox(2)).isNaN();
        assertThat(none.moments()).isEqualTo(Moments.EMPTY);
        assertThat(none).hasToString("Ratings[1..5: 0, 0, 0, 0, 0, no answers]");
    }

    @Test
    void oneAnswerHasNoVariance() {
        Ratings one = Ratings.of(RatingScale.ONE_TO_FIVE, 4);
        assertThat(one.mean()).isEqualTo(4.0);
        assertThat(one.median()).isEqualTo(4.0);
        assertThat(one.moments().variance()).isNaN();
        assertThat(one.moments().populationVariance()).isEqualTo(0.0);
    }

    @Test
    void hugeCountsNeitherWrapNorLeaveTheScale() {
        Ratings huge = Ratings.ofCounts(RatingScale.of(1, 3), 0, Long.MAX_VALUE, 0);
        assertThat(huge.mean()).isEqualTo(2.0);
        assertThat(huge.quantile(1, QuantileMethod.LINEAR)).isEqualTo(2.0);
        assertThat(huge.moments().variance()).isEqualTo(0.0);
        assertThat(huge.topBox(2).rate()).isEqualTo(1.0);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> huge.plus(Ratings.of(RatingScale.of(1, 3), 2)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> huge.plus(Ratings.of(RatingScale.of(1, 3), 3)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Ratings.ofCounts(RatingScale.THUMBS, 1, Long.MAX_VALUE));
    }

    @Test
    void arraysStayTheCallers() {
        long[] counts = {1, 2};
        Ratings ratings = Ratings.ofCounts(RatingScale.THUMBS, counts);
        counts[0] = 9;
        ratings.counts()[1] = 9;
        assertThat(ratings.counts()).containsExactly(1, 2);
    }

    @Test
    void refusesWhatIsNotOnTheScale() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratings.of(RatingScale.ONE_TO_FIVE, 1, 6))
                .withMessage("rating must be in [1, 5], got 6 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE.count(0))
                .withMessage("rating must be in [1, 5], got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE.between(0, 3))
                .withMessage("rating must be in [1, 5], got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE.between(3, 6))
                .withMessage("rating must be in [1, 5], got 6");
    }

    @Test
    void refusesBoxesThatHoldNobodyOrEverybody() {
        for (int k : new int[] {0, 5}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FIVE.topBox(k))
                    .withMessage("k must be in [1, 4], got " + k);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FIVE.bottomBox(k))
                    .withMessage("k must be in [1, 4], got " + k);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE.quantile(1.5, QuantileMethod.LINEAR))
                .withMessage("q must be in [0, 1], got 1.5");
    }

    @Test
    void refusesCountsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratings.ofCounts(RatingScale.ONE_TO_FIVE, 1, 2))
                .withMessage("counts must have one for each point of 1..5, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratings.ofCounts(RatingScale.THUMBS, 1, -2))
                .withMessage("count must not be negative, got -2");
    }

    @Test
    void refusesToMixScales() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE.plus(Ratings.empty(RatingScale.CES_1)))
                .withMessage("scale must be 1..5, got 1..5 low is good");
    }

    @Test
    @SuppressWarnings("NullAway")
    void needsScale() {
        assertThatNullPointerException().isThrownBy(() -> Ratings.empty(null)).withMessage("scale");
        assertThatNullPointerException()
                .isThrownBy(() -> Ratings.aggregation(null))
                .withMessage("scale");
    }
}
