package io.cxmetrics.compare.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.catalogue.Direction;
import io.cxmetrics.catalogue.MetricUnit;
import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.compare.EffectSize;
import io.cxmetrics.compare.TestMethod;
import io.cxmetrics.compare.Verdict;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.LongMoments;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.RatioOfSums;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.survey.Ces;
import io.cxmetrics.survey.Csat;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import io.cxmetrics.survey.weighted.WeightedAnswer;
import io.cxmetrics.survey.weighted.WeightedNps;
import io.cxmetrics.survey.weighted.WeightedProportion;
import io.cxmetrics.survey.weighted.WeightedRatings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers from named papers, and which method a summary gets. */
class ChangesTest {

    private static final ChangeDefinition STANDARD = ChangeDefinition.STANDARD;

    private static void between(Interval interval, double low, double high, double slack) {
        assertThat(interval.low()).isCloseTo(low, within(slack));
        assertThat(interval.high()).isCloseTo(high, within(slack));
    }

    /** Newcombe (1998), table II: 56/70 - 48/80 and 9/10 - 3/10 by methods 10 and 5. */
    @Test
    void newcombesTable() {
        RateDifference a = new RateDifference(Proportion.of(48, 80), Proportion.of(56, 70));
        between(a.interval(0.95), 0.0524, 0.3339, 5e-5);
        between(a.interval(0.95, RateInterval.MIETTINEN_NURMINEN), 0.0528, 0.3382, 5e-5);
        RateDifference b = new RateDifference(Proportion.of(3, 10), Proportion.of(9, 10));
        between(b.interval(0.95), 0.1705, 0.8090, 5e-5);
        between(b.interval(0.95, RateInterval.MIETTINEN_NURMINEN), 0.1700, 0.8406, 5e-5);
    }

    /** Fisher's lady and her eight cups of tea, three of four right: 0.4857 by hand, (16 + 1 + 16 + 1) / 70. */
    @Test
    void theLadyTastingTea() {
        FisherTest tea = FisherTest.of(Proportion.of(1, 4), Proportion.of(3, 4));
        assertThat(tea.pValue()).isCloseTo(34.0 / 70, within(1e-12));
        assertThat(tea.greater()).isCloseTo(17.0 / 70, within(1e-12));
        assertThat(tea.oddsRatio()).isCloseTo(6.408320, within(1e-6));
        assertThat(tea).asString().startsWith("FisherTest[pValue=0.48571");
    }

    /** Student (1908), the additional hours of sleep; Welch's p-value as in the manual of R. */
    @Test
    void studentsSleep() {
        double[] first = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2};
        double[] second = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
        Change groups = Changes.between(Moments.of(first), Moments.of(second));
        assertThat(groups.pValue()).isCloseTo(0.07939, within(5e-6));
        between(groups.interval(), -0.2054832, 3.3654832, 1e-6);
        assertThat(groups.test()).isEqualTo(TestMethod.WELCH_T);
        assertThat(groups.effect().measure()).isEqualTo(EffectSize.Measure.HEDGES_G);
        Change pairs = Changes.paired(first, second, STANDARD);
        assertThat(pairs.pValue()).isCloseTo(0.002833, within(5e-7));
        assertThat(pairs.evident()).isTrue();
    }

    /** Hollander and Wolfe (1973), table 4.1: permeability, p = 0.2544 for W = 35. */
    @Test
    void hollanderAndWolfe() {
        RankDifference ranks = RankDifference.between(
                new double[] {0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46},
                new double[] {1.15, 0.88, 0.90, 0.74, 1.21});
        assertThat(ranks.pValue()).isCloseTo(0.2544, within(5e-5));
        assertThat(ranks.shift()).isCloseTo(-0.305, within(1e-12));
        assertThat(ranks).asString().isEqualTo("RankDifference[before=10, after=5, superiority=0.3]");
    }

    /** Agresti (1990), approval of the prime minister, McNemar 17.36 without correction. */
    @Test
    void approval() {
        PairedRateDifference approval = new PairedRateDifference(794, 150, 86, 570);
        assertThat(approval.chiSquared()).isCloseTo(17.36, within(5e-3));
        assertThat(approval.change(STANDARD).verdict()).isEqualTo(Verdict.LOWER);
        assertThat(approval.change(STANDARD).test()).isEqualTo(TestMethod.MCNEMAR);
        Change few = Changes.paired(new boolean[] {true, false, true}, new boolean[] {true, true, true}, STANDARD);
        assertThat(few.test()).isEqualTo(TestMethod.MCNEMAR_EXACT);
        assertThat(few.difference()).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(new PairedRateDifference(0, 0, 0, 0).change(STANDARD).pValue())
                .isNaN();
    }

    @Test
    void fewEventsGetFishersTest() {
        Change few = Changes.between(Proportion.of(0, 50), Proportion.of(6, 50));
        assertThat(few.test()).isEqualTo(TestMethod.FISHER_EXACT);
        assertThat(few.pValue()).isCloseTo(0.02666, within(5e-6));
        assertThat(few.relative()).isNaN();
        Change many = Changes.between(Proportion.of(480, 10_000), Proportion.of(530, 10_000));
        assertThat(many.test()).isEqualTo(TestMethod.POOLED_Z);
        assertThat(many.pValue()).isCloseTo(0.10640, within(5e-6));
        assertThat(many.relative()).isCloseTo(530.0 / 480 - 1, within(1e-12));
        Change none = Changes.between(Proportion.of(70, 600), Proportion.of(0, 450));
        assertThat(none.relative()).isEqualTo(-1);
        assertThat(none.relativeInterval().width()).isPositive();
        RateDifference mid = new RateDifference(Proportion.of(0, 50), Proportion.of(6, 50));
        assertThat(mid.change(STANDARD, RateInterval.NEWCOMBE, RateTest.MID_P).test())
                .isEqualTo(TestMethod.FISHER_MID_P);
        assertThat(Changes.between(Proportion.EMPTY, Proportion.of(1, 2)).verdict())
                .isEqualTo(Verdict.UNDEFINED);
        assertThatThrownBy(() -> Changes.between(Proportion.of(1, 2), Proportion.of(1, 2), STANDARD.withMargin(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("margin of a rate must be a fraction below 1, such as 0.02, got 2.0");
    }

    @Test
    void scoresAreInPointsAndHaveNoPerCentUnlessAsked() {
        Nps before = Nps.ofCounts(400, 300, 300);
        Nps after = Nps.ofCounts(500, 300, 200);
        Change change = Changes.between(before, after);
        assertThat(change.points()).isEqualTo(20);
        assertThat(change.relative()).isNaN();
        assertThat(change.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(change.definition().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(Changes.between(before, after, STANDARD.withRelativeScores()).relativePercent())
                .isCloseTo(200, within(1e-9));
        assertThat(Changes.between(Nps.EMPTY, after).verdict()).isEqualTo(Verdict.UNDEFINED);
        assertThat(NpsDifference.between(Nps.ofCounts(50, 0, 50), Nps.ofCounts(5, 90, 5))
                        .sameMixPValue())
                .isLessThan(1e-30);
    }

    @Test
    void csatIsInPerCent() {
        Csat before = Csat.from(Ratings.ofCounts(RatingScale.ONE_TO_FIVE, 10, 10, 20, 30, 30));
        Csat after = Csat.from(Ratings.ofCounts(RatingScale.ONE_TO_FIVE, 5, 5, 10, 40, 40));
        Change change = Changes.between(before, after);
        assertThat(change.points()).isCloseTo(20, within(1e-12));
        assertThat(change.before()).isEqualTo(60);
        assertThat(change.unit()).isEqualTo(MetricUnit.PERCENT);
        assertThat(change.relative()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(change.interval().low()).isBetween(7.0, 8.0);
        assertThat(change.verdict()).isEqualTo(Verdict.BETTER);
        assertThatThrownBy(() -> Changes.between(before, Csat.of(Csat.GOOD_BAD, 1)))
                .hasMessageStartingWith("definition must be ");
    }

    @Test
    void effortTakesTheGoodEndOfItsScale() {
        Ces easier = Ces.of(Ces.CES_1, 1, 2, 1, 2, 1, 2);
        Ces harder = Ces.of(Ces.CES_1, 4, 5, 4, 5, 4, 5);
        assertThat(Changes.between(harder, easier).verdict()).isEqualTo(Verdict.BETTER);
        assertThat(Changes.between(harder, easier).unit()).isEqualTo(MetricUnit.SCALE);
        assertThat(Changes.between(harder, easier).tooFew()).isTrue();
        Change ranks =
                RankDifference.between(harder.ratings(), easier.ratings()).superiorityChange(STANDARD);
        assertThat(ranks.difference()).isEqualTo(-1);
        assertThat(ranks.verdict()).isEqualTo(Verdict.UNDEFINED);
    }

    @Test
    void weightsCountAsTheirEffectiveBase() {
        List<WeightedAnswer> low = new ArrayList<>();
        List<WeightedAnswer> high = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            low.add(new WeightedAnswer(i % 11, 1));
            high.add(new WeightedAnswer(i % 3 == 0 ? 9 : i % 11, 1));
        }
        Change plain = Changes.between(
                Nps.of(low.stream().map(WeightedAnswer::rating).toList()),
                Nps.of(high.stream().map(WeightedAnswer::rating).toList()));
        Change weighted = Changes.between(WeightedNps.of(low), WeightedNps.of(high));
        assertThat(weighted.difference()).isCloseTo(plain.difference(), within(1e-9));
        between(weighted.interval(), plain.interval().low(), plain.interval().high(), 1e-9);
        WeightedRatings before = WeightedRatings.of(RatingScale.ZERO_TO_TEN, low);
        WeightedRatings after = WeightedRatings.of(RatingScale.ZERO_TO_TEN, high);
        assertThat(Changes.between(before, after).test()).isEqualTo(TestMethod.WALD_Z);
        WeightedProportion top = before.topBox(2);
        Change rates = Changes.between(top, after.topBox(2));
        between(
                rates.interval(),
                Changes.between(Proportion.of(18, 100), Proportion.of(46, 100))
                        .interval()
                        .low(),
                Changes.between(Proportion.of(18, 100), Proportion.of(46, 100))
                        .interval()
                        .high(),
                1e-9);
    }

    @Test
    void durationsAreComparedByRank() {
        long[] before = {600, 1200, 900, 86_400, 300, 750, 820, 990, 1010, 640};
        long[] after = {500, 1000, 700, 800, 200, 640, 700, 880, 900, 530};
        Change change = Changes.between(before, after, STANDARD.withDirection(Direction.LOWER_IS_BETTER));
        assertThat(change.difference()).isEqualTo(-135);
        assertThat(change.unit()).isEqualTo(MetricUnit.TIME);
        assertThat(change.test()).isEqualTo(TestMethod.MANN_WHITNEY_EXACT);
        assertThat(Changes.between(LongMoments.of(before), LongMoments.of(after))
                        .evident())
                .isFalse();
        Change two = Changes.between(new long[] {1}, new long[] {2}, STANDARD);
        assertThat(two.difference()).isEqualTo(1);
        assertThat(two.verdict()).isEqualTo(Verdict.UNDEFINED);
        assertThatThrownBy(() -> RankDifference.between(new double[] {1}, new double[] {Double.NaN}))
                .hasMessage("value must be finite, got NaN at index 0");
    }

    @Test
    void bigSamplesTakeTheNormalTest() {
        double[] before = new double[200];
        double[] after = new double[200];
        for (int i = 0; i < before.length; i++) {
            before[i] = i;
            after[i] = i + 40;
        }
        Change change = RankDifference.between(before, after).change(STANDARD);
        assertThat(change.test()).isEqualTo(TestMethod.MANN_WHITNEY);
        assertThat(change.difference()).isEqualTo(40);
        assertThat(change.evident()).isTrue();
        RankDifference many = RankDifference.between(before, after);
        assertThatThrownBy(many::exactPValue).hasMessage("pairs must be at most 10000 for an exact p-value, got 40000");
        assertThatThrownBy(() -> many.exactShiftInterval(0.95))
                .hasMessage("pairs must be at most 10000 for an exact interval, got 40000");
        SignedRankDifference pairs = SignedRankDifference.of(before, after);
        assertThat(pairs.change(STANDARD).difference()).isEqualTo(40);
        assertThat(pairs.change(STANDARD).test()).isEqualTo(TestMethod.SIGNED_RANK);
    }

    @Test
    void curvesThatCrossAreFlagged() {
        EventTimes early = EventTimes.of(new long[] {1, 2, 9, 10}, new boolean[] {true, true, true, true});
        EventTimes late = EventTimes.of(new long[] {4, 5, 6, 7}, new boolean[] {true, true, true, true});
        assertThat(new SurvivalDifference(early, late, 10).crossing()).isTrue();
        assertThat(new SurvivalDifference(early, late, 3).crossing()).isFalse();
        Change change = Changes.between(early, late, 10, STANDARD);
        assertThat(change.test()).isEqualTo(TestMethod.LOG_RANK);
        assertThat(change.difference()).isCloseTo(0, within(1e-12));
        assertThatThrownBy(() -> new SurvivalDifference(early, late, -1))
                .hasMessage("horizon must not be negative, got -1");
    }

    @Test
    void rowsOfOneUnitGoTogether() {
        record Session(String user, double revenue) {}
        List<Session> sessions =
                List.of(new Session("ann", 10), new Session("ann", 0), new Session("bob", 2), new Session("cleo", 3));
        RatioOfSums before =
                sessions.stream().collect(RatioOfSums.toRatioOfSums(Session::user, Session::revenue, session -> 1));
        RatioOfSums after = RatioOfSums.of(new double[] {20, 3, 3, 8}, new double[] {2, 1, 1, 2});
        Change change = Changes.between(before, after);
        assertThat(change.countBefore()).isEqualTo(3);
        assertThat(change.difference()).isCloseTo(34.0 / 6 - 3.75, within(1e-12));
        assertThat(change.test()).isEqualTo(TestMethod.DELTA_T);
        assertThat(Changes.between(RatioOfSums.EMPTY, after).verdict()).isEqualTo(Verdict.UNDEFINED);
        RatioOfSums straight = RatioOfSums.of(new double[] {2, 4, 6}, new double[] {1, 2, 3});
        assertThat(Changes.between(straight, straight).verdict()).isEqualTo(Verdict.UNDEFINED);
    }

    @Test
    void anUnknownBaseHasNoPerCent() {
        Moments around0 = Moments.of(-1, 1, 0.5, -0.4, 0.2);
        Moments after = Moments.of(1, 2, 3);
        assertThat(Changes.between(around0, after).relative()).isNaN();
        assertThat(Changes.between(Moments.of(-10, -11, -9), Moments.of(-5, -6, -4))
                        .relative())
                .isCloseTo(0.5, within(1e-12));
        assertThat(Changes.between(Moments.of(4, 4, 4), Moments.of(5, 5)).verdict())
                .isEqualTo(Verdict.UNDEFINED);
    }
}
