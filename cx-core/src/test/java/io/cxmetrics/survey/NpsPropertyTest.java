package io.cxmetrics.survey;

import static io.cxmetrics.survey.Near.near;
import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.stat.Interval;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class NpsPropertyTest {

    private static final long MANY = Long.MAX_VALUE / 3;

    @Property
    void scoreIsInRange(
            @ForAll @LongRange(max = MANY) long promoters,
            @ForAll @LongRange(max = MANY) long passives,
            @ForAll @LongRange(max = MANY) long detractors) {
        Assume.that(promoters + passives + detractors > 0);
        Nps nps = Nps.ofCounts(promoters, passives, detractors);
        assertThat(nps.score()).isBetween(-100.0, 100.0);
        assertThat(nps.variance()).isBetween(0.0, 1.0);
    }

    @Property
    void addingPromoterNeverLowersAndDetractorNeverRaises(@ForAll("small") Nps nps) {
        assertThat(nps.plus(Nps.of(10)).score()).isGreaterThanOrEqualTo(nps.score());
        assertThat(nps.plus(Nps.of(0)).score()).isLessThanOrEqualTo(nps.score());
    }

    @Property
    void addingPassiveMovesTowardsZero(@ForAll("small") Nps nps) {
        assertThat(Math.abs(nps.plus(Nps.of(7)).score())).isLessThanOrEqualTo(Math.abs(nps.score()));
    }

    @Property
    void exchangingPromotersAndDetractorsTurnsTheSign(@ForAll("small") Nps nps) {
        Nps mirror = Nps.ofCounts(/* promoters= */ nps.detractors(), nps.passives(), /* detractors= */ nps.promoters());
        assertThat(mirror.score()).isEqualTo(-nps.score() + 0.0);
        assertThat(mirror.standardError()).isEqualTo(nps.standardError());
    }

    @Property
    void sharesSumToOneAndGiveTheScore(@ForAll("small") Nps nps) {
        double promoters = nps.promoterShare().rate();
        double detractors = nps.detractorShare().rate();
        near(promoters + nps.passiveShare().rate() + detractors, 1);
        near(nps.fraction(), promoters - detractors);
    }

    @Property
    void scoreIsTheMeanOfMinusOneZeroAndOne(@ForAll @Size(min = 2, max = 40) int[] any) {
        int[] ratings = Arrays.stream(any).map(r -> Math.floorMod(r, 11)).toArray();
        int[] net =
                Arrays.stream(ratings).map(r -> r >= 9 ? 1 : r >= 7 ? 0 : -1).toArray();
        Ratings plain = Ratings.of(RatingScale.of(-1, 1), net);
        Nps nps = Nps.of(ratings);
        near(nps.score(), 100 * plain.mean());
        near(nps.variance(), plain.moments().populationVariance());
    }

    @Property(tries = 60) // each try draws bootstraps
    void everyIntervalLiesInTheRangeAndWaldHoldsTheScore(
            @ForAll("small") Nps nps, @ForAll @DoubleRange(min = 0.5, max = 0.99) double confidence) {
        for (NetInterval method : NetInterval.values()) {
            Interval interval = nps.interval(confidence, method);
            if (method != NetInterval.TRINOMIAL_T || nps.count() > 1) {
                assertThat(interval.low()).as("%s", method).isBetween(-100.0, interval.high());
                assertThat(interval.high()).as("%s", method).isLessThanOrEqualTo(100.0);
            }
        }
        assertThat(nps.interval(confidence, NetInterval.WALD).contains(nps.score()))
                .isTrue();
        assertThat(nps.interval(confidence, NetInterval.GOODMAN).contains(nps.score()))
                .isTrue();
    }

    @Property(tries = 60) // each try draws bootstraps
    void moreConfidenceIsNeverNarrower(@ForAll("small") Nps nps) {
        for (NetInterval method : NetInterval.values()) {
            if (method != NetInterval.TRINOMIAL_T || nps.count() > 1) {
                assertThat(nps.interval(0.99, method).width())
                        .as("%s", method)
                        .isGreaterThanOrEqualTo(nps.interval(0.9, method).width());
            }
        }
    }

    @Provide
    Arbitrary<Nps> small() {
        return Arbitraries.integers()
                .between(0, 10)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(60)
                .map(Nps::of);
    }
}
