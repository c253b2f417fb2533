package io.cxmetrics.survey;

import static io.cxmetrics.survey.Near.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.ProportionInterval;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CsatTest {

    private static final Csat FIVE = Csat.of(5, 4, 4, 3, 1);

    @Test
    void fourAndFiveOfFiveAreSatisfied() {
        near(FIVE.score(), 60);
        near(FIVE.netScore(), 40);
        near(FIVE.mean(), 3.4);
        assertThat(FIVE.count()).isEqualTo(5);
        assertThat(FIVE.satisfiedShare()).isEqualTo(Proportion.of(3, 5));
        assertThat(FIVE.neutralShare()).isEqualTo(Proportion.of(1, 5));
        assertThat(FIVE.dissatisfiedShare()).isEqualTo(Proportion.of(1, 5));
        assertThat(FIVE.goodRate()).isEqualTo(Proportion.of(3, 4));
    }

    /** Wilson, 95 %: 8 of 10 is [49.0162, 94.3318] %, 0 of 10 [0, 27.7533], 10 of 10 [72.2467, 100]. */
    @Test
    void wilsonIsTheDefaultInterval() {
        near(csat(8).interval(0.95), 49.0162, 94.3318, 1e-4);
        near(csat(0).interval(0.95), 0, 27.7533, 1e-4);
        near(csat(10).interval(0.95), 72.2467, 100, 1e-4);
        assertThat(csat(0).interval(0.95).low()).isEqualTo(0.0);
        assertThat(csat(10).interval(0.95).high()).isEqualTo(100.0);
    }

    private static Csat csat(int satisfiedOfTen) {
        return Csat.from(Ratings.ofCounts(RatingScale.ONE_TO_FIVE, 10 - satisfiedOfTen, 0, 0, satisfiedOfTen, 0));
    }

    /** By SciPy, binomtest(3, 5).proportion_ci with wilson and exact; adjusted Wald of 3/1/1. */
    @Test
    void otherIntervalsByName() {
        near(FIVE.interval(0.95), 23.0724281276, 88.2379225767);
        near(FIVE.interval(0.95, ProportionInterval.CLOPPER_PEARSON), 14.66328, 94.72550, 1e-4);
        near(FIVE.netInterval(0.95, NetInterval.ADJUSTED_WALD), -29.78265878603635, 79.78265878603635);
    }

    /** Zendesk: of 1..2 good is 2; of 1..3 good is 3; of 1..5 good are 4 and 5, and 3 counts as bad. */
    @Test
    void zendeskHasNoNeutral() {
        assertThat(good(Csat.ZENDESK_TWO)).containsExactly(2);
        assertThat(good(Csat.ZENDESK_THREE)).containsExactly(3);
        assertThat(good(Csat.ZENDESK_FIVE)).containsExactly(4, 5);
        for (BoxDefinition boxes :
                new BoxDefinition[] {Csat.ZENDESK_TWO, Csat.ZENDESK_THREE, Csat.ZENDESK_FIVE, Csat.GOOD_BAD}) {
            Csat everyPoint = Csat.of(boxes, points(boxes));
            assertThat(everyPoint.neutralShare().events()).isZero();
            assertThat(everyPoint.goodRate()).isEqualTo(everyPoint.satisfiedShare());
        }
    }

    /** 3 of 5 and 1 of 0..2 are neutral and stay in the denominator. */
    @Test
    void othersHaveNeutrals() {
        assertThat(good(Csat.TOP_TWO_OF_FIVE)).containsExactly(4, 5);
        assertThat(good(Csat.SMILEYS)).containsExactly(2);
        assertThat(Csat.of(Csat.SMILEYS, 0, 1, 2, 2).neutralShare()).isEqualTo(Proportion.of(1, 4));
        assertThat(Csat.of(Csat.SMILEYS, 0, 1, 2, 2).score()).isEqualTo(50.0);
        assertThat(good(Csat.GOOD_BAD)).containsExactly(1);
    }

    private static int[] points(BoxDefinition boxes) {
        return IntStream.rangeClosed(boxes.scale().min(), boxes.scale().max()).toArray();
    }

    private static int[] good(BoxDefinition boxes) {
        return IntStream.of(points(boxes))
                .filter(rating -> Csat.of(boxes, rating).score() == 100)
                .toArray();
    }

    @Test
    void takesEveryShapeOfInput() {
        assertThat(Csat.of(Csat.TOP_TWO_OF_FIVE, new byte[] {5, 4, 4, 3, 1})).isEqualTo(FIVE);
        assertThat(Csat.of(Csat.TOP_TWO_OF_FIVE, 5, 4, 4, 3, 1)).isEqualTo(FIVE);
        assertThat(Csat.from(Ratings.of(RatingScale.ONE_TO_FIVE, 5, 4, 4, 3, 1)))
                .isEqualTo(FIVE);
        assertThat(Stream.of(5, 4, 4, 3, 1).collect(Csat.toCsat(Csat.TOP_TWO_OF_FIVE, rating -> rating)))
                .isEqualTo(FIVE);
        assertThat(new Csat(FIVE.ratings(), FIVE.definition())).isEqualTo(FIVE);
        assertThat(Csat.empty(Csat.SMILEYS).plus(Csat.of(Csat.SMILEYS, 2))).isEqualTo(Csat.of(Csat.SMILEYS, 2));
    }

    @Test
    void nobodyAnsweredIsUndefined() {
        assertThat(Csat.EMPTY.count()).isZero();
        assertThat(Csat.EMPTY.score()).isNaN();
        assertThat(Csat.EMPTY.netScore()).isNaN();
        assertThat(Csat.EMPTY.mean()).isNaN();
        assertThat(Csat.EMPTY.goodRate().rate()).isNaN();
        assertThat(Csat.EMPTY.interval(0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(Csat.EMPTY.netInterval(0.95, NetInterval.WALD)).isEqualTo(Interval.UNDEFINED);
        assertThat(Csat.EMPTY.toString()).contains("no answers");
        assertThat(Csat.of(3, 3).goodRate().rate()).isNaN();
        assertThat(Csat.of(3, 3).score()).isEqualTo(0.0);
    }

    @Property
    void leavingNeutralsOutNeverLowersTheScore(@ForAll("answers") Csat csat) {
        if (csat.goodRate().trials() > 0) {
            assertThat(csat.goodRate().percent()).isGreaterThanOrEqualTo(csat.score());
        }
        near(
                csat.satisfiedShare().rate()
                        + csat.neutralShare().rate()
                        + csat.dissatisfiedShare().rate(),
                1);
        near(csat.netScore(), csat.score() - csat.dissatisfiedShare().percent());
        assertThat(csat.interval(0.9).contains(csat.score())).isTrue();
    }

    @Property
    void oneMoreSatisfiedNeverLowersTheScore(@ForAll("answers") Csat csat) {
        assertThat(csat.plus(Csat.of(5)).score()).isGreaterThanOrEqualTo(csat.score());
        assertThat(csat.plus(Csat.of(3)).score()).isLessThanOrEqualTo(csat.score());
    }

    @Provide
    Arbitrary<Csat> answers() {
        return Arbitraries.integers()
                .between(1, 5)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(Csat::of);
    }

    @Test
    void refusesWhatIsNotOnTheScale() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csat.of(5, 0))
                .withMessage("rating must be in [1, 5], got 0 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Csat(Ratings.empty(RatingScale.THUMBS), Csat.SMILEYS))
                .withMessage("scale must be 0..2, got 0..1");
    }

    @Test
    void refusesToMixRules() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE.plus(Csat.of(Csat.ZENDESK_FIVE, 5)))
                .withMessage(
                        "definition must be BoxDefinition[scale=1..5, top=2, bottom=2], got BoxDefinition[scale=1..5, "
                                + "top=2, bottom=3]");
    }

    @Test
    @SuppressWarnings("NullAway")
    void needsRatings() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Csat(null, Csat.SMILEYS))
                .withMessage("ratings");
    }
}
