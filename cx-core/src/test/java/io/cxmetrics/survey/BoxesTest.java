package io.cxmetrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BoxesTest {

    @Test
    void topTwoShrinksOnShortScales() {
        assertThat(Boxes.topTwo(RatingScale.THUMBS)).isEqualTo(Csat.GOOD_BAD);
        assertThat(Boxes.topTwo(RatingScale.SMILEYS)).isEqualTo(Csat.SMILEYS);
        assertThat(Boxes.topTwo(RatingScale.of(1, 4))).isEqualTo(new Boxes(RatingScale.of(1, 4), 2, 2));
        assertThat(Boxes.topTwo(RatingScale.ONE_TO_FIVE)).isEqualTo(Csat.TOP_TWO_OF_FIVE);
        assertThat(Boxes.topTwo(RatingScale.ZERO_TO_TEN)).isEqualTo(new Boxes(RatingScale.ZERO_TO_TEN, 2, 2));
    }

    @Test
    void halvesLeaveTheMiddleOfAnOddScale() {
        assertThat(Boxes.halves(RatingScale.CES_2)).isEqualTo(Ces.CES_2);
        assertThat(Boxes.halves(RatingScale.CES_1)).isEqualTo(Ces.CES_1);
        assertThat(Boxes.halves(RatingScale.of(1, 4))).isEqualTo(new Boxes(RatingScale.of(1, 4), 2, 2));
        assertThat(Boxes.halves(RatingScale.THUMBS)).isEqualTo(Csat.GOOD_BAD);
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
        Boxes boxes = Boxes.halves(new RatingScale(1, 7, polarity));
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
        assertThat(new Boxes(RatingScale.ONE_TO_FIVE, 4, 1).top()).isEqualTo(4);
    }

    private static void refused(int top, int bottom, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Boxes(RatingScale.ONE_TO_FIVE, top, bottom))
                .withMessage(message);
    }

    @Test
    @SuppressWarnings("NullAway")
    void needsScale() {
        assertThatNullPointerException().isThrownBy(() -> new Boxes(null, 1, 1)).withMessage("scale");
    }
}
