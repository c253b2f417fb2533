package io.cxmetrics.survey;

import static io.cxmetrics.survey.Near.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NpsTest {

    @Test
    void countsPromotersPassivesAndDetractors() {
        Nps all = Nps.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(all).isEqualTo(Nps.ofCounts(2, 2, 7));
        near(all.score(), -500.0 / 11);
    }

    /** P/N/D 5/3/2, computed with SciPy. */
    @Test
    void fiveThreeTwo() {
        Nps nps = Nps.ofCounts(5, 3, 2);
        assertThat(nps.score()).isEqualTo(30.0);
        near(nps.fraction(), 0.3);
        near(nps.variance(), 0.61);
        assertThat(nps.standardError()).isCloseTo(24.6982, within(1e-4));
        near(nps.interval(0.95, NetInterval.WALD), -18.4075, 78.4075, 1e-4);
        near(nps.interval(0.95), -19.0506, 65.2045, 1e-4);
    }

    @Test
    void sharesAddUpToEverybody() {
        Nps nps = Nps.ofCounts(5, 3, 2);
        assertThat(nps.promoterShare()).isEqualTo(Proportion.of(5, 10));
        assertThat(nps.passiveShare()).isEqualTo(Proportion.of(3, 10));
        assertThat(nps.detractorShare()).isEqualTo(Proportion.of(2, 10));
        assertThat(nps.count()).isEqualTo(10);
    }

    /** 50/30/20 against 40/30/30: +20, SE .114018, z 1.7541, 95 % [-2.35, 42.35]; p by SciPy. */
    @Test
    void difference() {
        Difference difference = Nps.ofCounts(50, 30, 20).differenceFrom(Nps.ofCounts(40, 30, 30));
        assertThat(difference.estimate()).isEqualTo(20.0);
        assertThat(difference.standardError()).isCloseTo(11.4018, within(1e-4));
        assertThat(difference.z()).isCloseTo(1.7541, within(1e-4));
        near(difference.pValue(), 0.07941062599894216);
        near(difference.interval(0.95), -2.35, 42.35, 5e-3);
        assertThat(Nps.ofCounts(1, 1, 1).differenceFrom(Nps.EMPTY).estimate()).isNaN();
    }

    /** Variance .61, margin 5 points, 95 %: 938 answers. */
    @Test
    void sampleSize() {
        assertThat(Nps.ofCounts(5, 3, 2).sampleSize(5, 0.95)).isEqualTo(938);
        assertThat(Nps.ofCounts(7, 0, 0).sampleSize(5, 0.95)).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.EMPTY.sampleSize(5, 0.95))
                .withMessage("answers must not be empty, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.of(9).sampleSize(0, 0.95))
                .withMessage("marginInPoints must be in [0.5, 100], such as 3 rather than 0.03, got 0.0");
    }

    /** 0.03 is 3 points as a fraction; taken for points it would ask for 26 million answers instead of 2,604. */
    @Test
    void sampleSizeRefusesAMarginThatIsAFraction() {
        Nps nps = Nps.ofCounts(5, 3, 2);
        assertThat(nps.sampleSize(3, 0.95)).isEqualTo(2604);
        for (double margin : new double[] {0.03, 0.49, -3, 100.5, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> nps.sampleSize(margin, 0.95))
                    .withMessage("marginInPoints must be in [0.5, 100], such as 3 rather than 0.03, got " + margin);
        }
        assertThat(nps.sampleSize(0.5, 0.95)).isEqualTo(93_732);
        assertThat(nps.sampleSize(100, 0.95)).isEqualTo(3);
    }

    @Test
    void collectionsCountLikeArrays() {
        assertThat(Nps.of(List.of(9, 10, 7, 3))).isEqualTo(Nps.of(9, 10, 7, 3));
        assertThat(Nps.of(List.of())).isEqualTo(Nps.EMPTY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.of(List.of(9, 11)))
                .withMessage("rating must be in [0, 10], got 11 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.of(Arrays.asList(9, null)))
                .withMessage("rating must not be null, got null at index 1");
    }

    @Test
    void nobodyAnsweredIsUndefined() {
        assertThat(Nps.EMPTY).isEqualTo(Nps.of(new int[0])).isEqualTo(Nps.of(new byte[0]));
        assertThat(Nps.EMPTY.count()).isZero();
        assertThat(Nps.EMPTY.score()).isNaN();
        assertThat(Nps.EMPTY.fraction()).isNaN();
        assertThat(Nps.EMPTY.variance()).isNaN();
        assertThat(Nps.EMPTY.standardError()).isNaN();
        assertThat(Nps.EMPTY.promoterShare().rate()).isNaN();
        assertThat(Nps.EMPTY.interval(0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(Nps.EMPTY.bootstrap(0.95, 1_000, 7)).isEqualTo(Interval.UNDEFINED);
        assertThat(Nps.EMPTY).hasToString("Nps[no answers]");
    }

    @Test
    void oneAnswerIsAllOrNothing() {
        assertThat(Nps.of(10).score()).isEqualTo(100.0);
        assertThat(Nps.of(8).score()).isEqualTo(0.0);
        assertThat(Nps.of(0).score()).isEqualTo(-100.0);
        assertThat(Nps.of(10).standardError()).isEqualTo(0.0);
    }

    @Test
    void saysItsCounts() {
        assertThat(Nps.of(9, 10, 7, 3)).hasToString("Nps[promoters=2, passives=1, detractors=1]");
        assertThat(Nps.of(3)).hasToString("Nps[promoters=0, passives=0, detractors=1]");
    }

    @Test
    void takesEveryShapeOfInput() {
        Nps expected = Nps.ofCounts(2, 1, 1);
        assertThat(Nps.of(new byte[] {9, 10, 7, 3})).isEqualTo(expected);
        assertThat(Nps.ofRange(new int[] {0, 9, 10, 7, 3, 0}, 1, 5)).isEqualTo(expected);
        assertThat(Nps.ofRange(new byte[] {0, 9, 10, 7, 3, 0}, 1, 5)).isEqualTo(expected);
        assertThat(Stream.of(9, 10, 7, 3).collect(Nps.toNps())).isEqualTo(expected);
        assertThat(Stream.of("9", "10", "7", "3").collect(Nps.toNps(Integer::parseInt)))
                .isEqualTo(expected);
        assertThat(Nps.from(Ratings.of(RatingScale.ZERO_TO_TEN, 9, 10, 7, 3))).isEqualTo(expected);
        assertThat(new Nps(2, 1, 1)).isEqualTo(expected);
    }

    @Test
    void staticFormulaTakesCountsOfAnEngine() {
        assertThat(Nps.score(2, 1, 1)).isEqualTo(25.0);
        assertThat(Nps.score(0, 0, 0)).isNaN();
        near(Nps.variance(0.5, 0.2), 0.61);
        assertThat(Nps.variance(1, 0)).isEqualTo(0.0);
    }

    @Test
    void hugeCountsStayInRangeAndNeverWrap() {
        long many = Long.MAX_VALUE / 100 * 98;
        assertThat(Nps.ofCounts(many, 0, 0).score()).isEqualTo(100.0);
        assertThat(Nps.ofCounts(0, 0, many).score()).isEqualTo(-100.0);
        assertThat(Nps.score(4_611_686_018_427_387_907L, 0, 0)).isLessThanOrEqualTo(100.0);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Nps.ofCounts(many, 0, 0).plus(Nps.ofCounts(0, many, 0)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Nps.ofCounts(many, 0, 0).plus(Nps.ofCounts(many, 0, 0)));
    }

    @Test
    void refusesNegativeCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.ofCounts(-1, 0, 0))
                .withMessage("promoters must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.ofCounts(0, -2, 0))
                .withMessage("passives must not be negative, got -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.ofCounts(0, 0, -3))
                .withMessage("detractors must not be negative, got -3");
    }

    @Test
    void refusesRatingsOutsideTheScale() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.of(9, 10, 0, 11))
                .withMessage("rating must be in [0, 10], got 11 at index 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.of(new byte[] {9, -1}))
                .withMessage("rating must be in [0, 10], got -1 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(11).collect(Nps.toNps()))
                .withMessage("rating must be in [0, 10], got 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(-1).collect(Nps.aggregation().toCollector()))
                .withMessage("rating must be in [0, 10], got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.from(Ratings.of(RatingScale.ONE_TO_FIVE, 5)))
                .withMessage("scale must be 0..10, got 1..5");
    }
}
