package io.cxmetrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BoxDefinitionTest {

    @Test
    void topTwoShrinksOnShortScales() {
        assertThat(BoxDefinition.topTwo(RatingScale.THUMBS)).isEqualTo(Csat.GOOD_BAD);
        assertThat(BoxDefinition.topTwo(RatingScale.SMILEYS)).isEqualTo(Csat.SMILEYS);
        assertThat(BoxDefinition.topTwo(RatingScale.of(1, 4))).isEqualTo(new BoxDefinition(RatingScale.of(1, 4), 2, 2));
        assertThat(BoxDefinition.topTwo(RatingScale.ONE_TO_FIVE)).isEqualTo(Csat.TOP_TWO_OF_FIVE);
        assertThat(BoxDefinition.topTwo(RatingScale.ZERO_TO_TEN))
                .isEqualTo(new BoxDefinition(RatingScale.ZERO_TO_TEN, 2, 2));
    }

    @Test
    void halvesLeaveTheMiddleOfAnOddScale() {
        assertThat(BoxDefinition.halves(RatingScale.CES_2)).isEqualTo(Ces.CES_2);
        assertThat(BoxDefinition.halves(RatingScale.CES_1)).isEqualTo(Ces.CES_1);
        assertThat(BoxDefinition.halves(RatingScale.of(1, 4))).isEqualTo(new BoxDefinition(RatingScale.of(1, 4), 2, 2));
        assertThat(BoxDefinition.halves(RatingScale.THUMBS)).isEqualTo(Csat.GOOD_BAD);
    }

    @Test
    void meanIsWorseUntilItReachesTheNextBox() {
        double[] means = {1, 2, 2.5, 2.999, 3, 3.5, 3.999, 4, 5};
        int[] buckets = {-1, -1, -1, -1, 0, 0, 0, 1, 1};
        for (int i = 0; i < means.length; i++) {
            assertThat(Csat.TOP_TWO_OF_FIVE.bucket(means[i])).as("%s", means[i]).isEqualTo(buckets[i]);
            assertThat(Ces.CES_1.bucket(6 - means[i])).as("%s", 6 - means[i]).isEqualTo(buckets[i]);
        }
        assertThat(Csat.ZENDESK_FIVE.bucket(3.5)).isEqualTo(-1);
    }

    @Property
    void ratingFallsWhereTheBoxesOfItsRatingsPutIt(
            @ForAll @IntRange(min = 1, max = 7) int rating, @ForAll Polarity polarity) {
        BoxDefinition boxes = BoxDefinition.halves(new RatingScale(1, 7, polarity));
        Ratings one = Ratings.of(boxes.scale(), rating);
        long expected = one.topBox(3).events() - one.bottomBox(3).events();
        assertThat((long) boxes.bucket(rating)).isEqualTo(expected);
    }

    @Test
    void refusesBoxesThatAreEmptyOrOverlap() {
        refused(0, 1, "top must be in [1, 4], got 0");
        refused(5, 1, "top must be in [1, 4], got 5");
        refused(2, 0, "bottom must be in [1, 3], got 0");
        refused(2, 4, "bottom must be in [1, 3], got 4");
        assertThat(new BoxDefinition(RatingScale.ONE_TO_FIVE, 4, 1).top()).isEqualTo(4);
    }

    private static void refused(int top, int bottom, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BoxDefinition(RatingScale.ONE_TO_FIVE, top, bottom))
                .withMessage(message);
    }

    @Test
    @SuppressWarnings("NullAway")
    void needsScale() {
        assertThatNullPointerException()
                .isThrownBy(() -> new BoxDefinition(null, 1, 1))
                .withMessage("scale");
    }
}
