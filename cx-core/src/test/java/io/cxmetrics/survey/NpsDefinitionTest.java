package io.cxmetrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class NpsDefinitionTest {

    @Test
    void standardPutsEveryNumberIntoOneBucket() {
        double[] detractors = {0, 6, 6.5, 6.999};
        double[] passives = {7, 8, 8.5, 8.999};
        double[] promoters = {9, 9.5, 10};
        for (double mean : detractors) {
            assertThat(NpsDefinition.STANDARD.bucket(mean)).isEqualTo(-1);
        }
        for (double mean : passives) {
            assertThat(NpsDefinition.STANDARD.bucket(mean)).isZero();
        }
        for (double mean : promoters) {
            assertThat(NpsDefinition.STANDARD.bucket(mean)).isEqualTo(1);
        }
    }

    /** Some tools ask from 1 to 10: detractors are then 1 to 6. */
    @Test
    void oneToTen() {
        RatingScale scale = RatingScale.of(1, 10);
        Ratings all = Ratings.of(scale, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(Nps.from(all, new NpsDefinition(scale, 7, 9))).isEqualTo(Nps.ofCounts(2, 2, 6));
    }

    @Test
    void oneToFive() {
        Ratings all = Ratings.of(RatingScale.ONE_TO_FIVE, 1, 2, 3, 4, 4, 5);
        assertThat(Nps.from(all, new NpsDefinition(RatingScale.ONE_TO_FIVE, 4, 5)))
                .isEqualTo(Nps.ofCounts(1, 2, 3));
    }

    @Test
    void nobodyNeedsToBePassive() {
        NpsDefinition thumbs = new NpsDefinition(RatingScale.THUMBS, 1, 1);
        assertThat(Nps.from(Ratings.of(RatingScale.THUMBS, 0, 1, 1), thumbs)).isEqualTo(Nps.ofCounts(2, 0, 1));
        assertThat(thumbs.bucket(0.5)).isEqualTo(-1);
    }

    @Test
    void negativeScale() {
        RatingScale scale = RatingScale.of(-5, 5);
        Ratings all = Ratings.of(scale, -5, -1, 0, 3, 4, 5);
        assertThat(Nps.from(all, new NpsDefinition(scale, 3, 4))).isEqualTo(Nps.ofCounts(2, 1, 3));
    }

    @Test
    void refusesBreaksOffTheScale() {
        RatingScale scale = RatingScale.ZERO_TO_TEN;
        int[][] wrong = {{0, 9}, {7, 11}, {9, 7}};
        for (int[] breaks : wrong) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new NpsDefinition(scale, breaks[0], breaks[1]))
                    .withMessage(
                            "breaks must be in order within 0..10, got passives from %d, promoters from %d",
                            breaks[0], breaks[1]);
        }
        assertThat(new NpsDefinition(scale, 1, 10).bucket(0.9)).isEqualTo(-1);
    }

    @Test
    void refusesScaleWhereLowIsGood() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NpsDefinition(RatingScale.CES_1, 4, 5))
                .withMessage("scale must have its good end high, got 1..5 low is good");
    }

    @Test
    void refusesRatingsOnAnotherScale() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.from(Ratings.of(RatingScale.of(1, 10), 10), NpsDefinition.STANDARD))
                .withMessage("scale must be 0..10, got 1..10");
    }

    @Test
    @SuppressWarnings("NullAway")
    void needsScale() {
        assertThatNullPointerException()
                .isThrownBy(() -> new NpsDefinition(null, 7, 9))
                .withMessage("scale");
    }
}
