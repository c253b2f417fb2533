package io.cxmetrics.survey;

import static io.cxmetrics.survey.Near.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CesTest {

    private static final Ces SECOND = Ces.of(7, 6, 5, 4, 2);

    /** 5 to 7 easy, 4 neutral, 1 to 3 difficult; net easy = 60 - 20. */
    @Test
    void secondQuestion() {
        assertThat(SECOND.count()).isEqualTo(5);
        near(SECOND.mean(), 4.8);
        assertThat(SECOND.easyShare()).isEqualTo(Proportion.of(3, 5));
        assertThat(SECOND.neutralShare()).isEqualTo(Proportion.of(1, 5));
        assertThat(SECOND.difficultShare()).isEqualTo(Proportion.of(1, 5));
        near(SECOND.netEasy(), 40);
        near(SECOND.normalised(), 380.0 / 6);
        Ces all = Ces.of(1, 2, 3, 4, 5, 6, 7);
        assertThat(all.easyShare().events()).isEqualTo(3);
        assertThat(all.difficultShare().events()).isEqualTo(3);
    }

    /** 1 and 2 easy, 3 neutral, 4 and 5 difficult: low is good. */
    @Test
    void firstQuestion() {
        Ces first = Ces.of(Ces.CES_1, 1, 2, 3, 5, 5);
        near(first.mean(), 3.2);
        assertThat(first.easyShare()).isEqualTo(Proportion.of(2, 5));
        assertThat(first.difficultShare()).isEqualTo(Proportion.of(2, 5));
        assertThat(first.netEasy()).isEqualTo(0.0);
        near(first.normalised(), 45);
    }

    @Test
    void agreementOnFivePoints() {
        Ces five = Ces.of(Ces.FIVE_POINT, 1, 2, 3, 5, 5);
        assertThat(five.easyShare()).isEqualTo(Proportion.of(2, 5));
        near(five.normalised(), 55);
    }

    /** By SciPy, t.interval of 7, 6, 5, 4, 2 and of 6, 7, 7, whose upper end 8.10 the scale cuts. */
    @Test
    void intervalOfTheMeanStaysOnTheScale() {
        near(SECOND.meanInterval(0.95), 2.4116116119000197, 7);
        near(SECOND.meanInterval(0.5), 4.1628282758, 5.4371717242);
        near(Ces.of(6, 7, 7).meanInterval(0.95), 5.232449090083513, 7);
        near(Ces.of(1, 1, 2).meanInterval(0.95), 1, 2.767550909916487);
    }

    @Test
    void intervalOfNetEasy() {
        assertThat(SECOND.netInterval(0.95, NetInterval.ADJUSTED_WALD))
                .isEqualTo(Nps.ofCounts(3, 1, 1).interval(0.95));
    }

    @Test
    void takesEveryShapeOfInput() {
        assertThat(Ces.of(Ces.CES_2, 7, 6, 5, 4, 2)).isEqualTo(SECOND);
        assertThat(Ces.of(Ces.CES_2, new byte[] {7, 6, 5, 4, 2})).isEqualTo(SECOND);
        assertThat(Ces.from(Ratings.of(RatingScale.CES_2, 7, 6, 5, 4, 2))).isEqualTo(SECOND);
        assertThat(Stream.of("7", "6", "5", "4", "2").collect(Ces.toCes(Ces.CES_2, Integer::parseInt)))
                .isEqualTo(SECOND);
        assertThat(Ces.empty(Ces.CES_1).plus(Ces.of(Ces.CES_1, 3))).isEqualTo(Ces.of(Ces.CES_1, 3));
    }

    @Test
    void nobodyAnsweredIsUndefined() {
        assertThat(Ces.EMPTY.count()).isZero();
        assertThat(Ces.EMPTY.mean()).isNaN();
        assertThat(Ces.EMPTY.normalised()).isNaN();
        assertThat(Ces.EMPTY.easyShare().rate()).isNaN();
        assertThat(Ces.EMPTY.netEasy()).isNaN();
        assertThat(Ces.EMPTY.meanInterval(0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(Ces.of(4).meanInterval(0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(Ces.EMPTY.netInterval(0.95, NetInterval.WALD)).isEqualTo(Interval.UNDEFINED);
    }

    @Property
    void firstQuestionIsTheMirrorOfAgreementOnFivePoints(@ForAll("effort") int[] effort) {
        Ces first = Ces.of(Ces.CES_1, effort);
        Ces mirror =
                Ces.of(Ces.FIVE_POINT, Arrays.stream(effort).map(r -> 6 - r).toArray());
        assertThat(first.easyShare()).isEqualTo(mirror.easyShare());
        assertThat(first.difficultShare()).isEqualTo(mirror.difficultShare());
        assertThat(first.netEasy()).isEqualTo(mirror.netEasy());
        near(first.normalised(), mirror.normalised());
    }

    @Property
    void lessEffortNeverLowersTheNormalisedMean(@ForAll("effort") int[] effort) {
        Ces before = Ces.of(Ces.CES_1, effort);
        assertThat(before.plus(Ces.of(Ces.CES_1, 1)).normalised()).isGreaterThanOrEqualTo(before.normalised() - 1e-9);
        assertThat(before.plus(Ces.of(Ces.CES_1, 5)).normalised()).isLessThanOrEqualTo(before.normalised() + 1e-9);
        assertThat(before.normalised()).isBetween(0.0, 100.0);
    }

    @Provide
    Arbitrary<int[]> effort() {
        return Arbitraries.integers()
                .between(1, 5)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Test
    void refusesOtherScalesAndRules() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ces.of(8))
                .withMessage("rating must be in [1, 7], got 8 at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ces(Ratings.empty(RatingScale.ONE_TO_FIVE), Ces.CES_1))
                .withMessage("scale must be 1..5 low is good, got 1..5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ces.of(Ces.CES_1, 1).plus(Ces.of(Ces.FIVE_POINT, 5)))
                .withMessage("definition must be BoxDefinition[scale=1..5 low is good, top=2, bottom=2],"
                        + " got BoxDefinition[scale=1..5, top=2, bottom=2]");
    }

    @Test
    @SuppressWarnings("NullAway")
    void needsRatings() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Ces(null, Ces.CES_1))
                .withMessage("ratings");
    }
}
