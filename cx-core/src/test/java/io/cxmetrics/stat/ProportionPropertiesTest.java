package io.cxmetrics.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

@PropertyDefaults(tries = 500, edgeCases = EdgeCasesMode.NONE)
class ProportionPropertiesTest {

    /** What the methods promise up to a hundred million trials. */
    private static final double ROUNDING = 1e-9;

    @Provide
    Arbitrary<Proportion> proportions() {
        Arbitrary<Long> trials = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 30), Arbitraries.longs().between(1, 100_000_000L));
        Arbitrary<Double> rates = Arbitraries.oneOf(
                Arbitraries.of(0.0, 1.0), Arbitraries.doubles().between(0, 1).ofScale(9));
        return Combinators.combine(trials, rates).as((n, rate) -> Proportion.of(Math.min((long) (rate * n), n), n));
    }

    @Property
    void intervalsStayInTheUnitInterval(
            @ForAll("proportions") Proportion proportion,
            @ForAll ProportionInterval method,
            @ForAll @Scale(9) @DoubleRange(min = 1e-6, max = 0.999999) double confidence) {
        Interval interval = proportion.interval(confidence, method);
        assertThat(interval.low()).isBetween(0.0, 1.0);
        assertThat(interval.high()).isBetween(interval.low(), 1.0);
    }

    /** The posterior of Jeffreys leans towards one half, so that a narrow interval of it may miss the estimate. */
    @Property
    void intervalsContainTheEstimate(
            @ForAll("proportions") Proportion proportion,
            @ForAll ProportionInterval method,
            @ForAll @Scale(9) @DoubleRange(min = 0.5, max = 0.999999) double confidence) {
        assertThat(contains(proportion.interval(confidence, method), proportion.rate()))
                .isTrue();
    }

    @Property
    void wilsonContainsTheEstimateAtEveryConfidence(
            @ForAll("proportions") Proportion proportion,
            @ForAll @Scale(9) @DoubleRange(min = 0, max = 1, minIncluded = false, maxIncluded = false)
                    double confidence) {
        assertThat(proportion.interval(confidence).contains(proportion.rate())).isTrue();
    }

    @Property
    void intervalsGrowWithConfidence(
            @ForAll("proportions") Proportion proportion,
            @ForAll ProportionInterval method,
            @ForAll @Scale(9) @DoubleRange(min = 0.01, max = 0.999) double one,
            @ForAll @Scale(9) @DoubleRange(min = 0.01, max = 0.999) double two) {
        Interval narrow = proportion.interval(Math.min(one, two), method);
        Interval wide = proportion.interval(Math.max(one, two), method);
        assertThat(wide.low()).isLessThanOrEqualTo(narrow.low() * (1 + ROUNDING));
        assertThat(wide.high()).isGreaterThanOrEqualTo(narrow.high() * (1 - ROUNDING));
    }

    @Property
    void intervalsMirrorUnderComplement(
            @ForAll("proportions") Proportion proportion,
            @ForAll ProportionInterval method,
            @ForAll @Scale(9) @DoubleRange(min = 0.5, max = 0.999) double confidence) {
        Interval mirrored = proportion.complement().interval(confidence, method).complement();
        Interval interval = proportion.interval(confidence, method);
        assertThat(mirrored.low()).isCloseTo(interval.low(), within(ROUNDING));
        assertThat(mirrored.high()).isCloseTo(interval.high(), within(ROUNDING));
    }

    /**
     * Agresti and Coull 1998: their interval always holds Wilson's. Brown, Cai and DasGupta 2001: the exact holds
     * Jeffreys'.
     */
    @Property
    void someIntervalsHoldOthers(
            @ForAll("proportions") Proportion proportion,
            @ForAll @Scale(9) @DoubleRange(min = 0.5, max = 0.999) double confidence) {
        assertHolds(
                proportion.interval(confidence, ProportionInterval.AGRESTI_COULL),
                proportion.interval(confidence, ProportionInterval.WILSON));
        assertHolds(
                proportion.interval(confidence, ProportionInterval.CLOPPER_PEARSON),
                proportion.interval(confidence, ProportionInterval.JEFFREYS));
    }

    @Property
    void differencesAreAntisymmetric(
            @ForAll("proportions") Proportion first,
            @ForAll("proportions") Proportion second,
            @ForAll @Scale(9) @DoubleRange(min = 0.01, max = 0.999) double confidence) {
        ProportionDifference there = first.differenceFrom(second);
        ProportionDifference back = second.differenceFrom(first);
        assertThat(back.estimate()).isEqualTo(-there.estimate());
        assertThat(back.interval(confidence).low())
                .isEqualTo(-there.interval(confidence).high());
        assertThat(back.interval(confidence).high())
                .isEqualTo(-there.interval(confidence).low());
        assertThat(back.standardError()).isEqualTo(there.standardError());
        assertThat(Double.compare(back.pValue(), there.pValue())).isZero();
    }

    @Property
    void differencesLieInTheirInterval(
            @ForAll("proportions") Proportion first,
            @ForAll("proportions") Proportion second,
            @ForAll @Scale(9) @DoubleRange(min = 0.01, max = 0.999) double confidence) {
        ProportionDifference difference = first.differenceFrom(second);
        Interval interval = difference.interval(confidence);
        assertThat(interval.contains(difference.estimate())).isTrue();
        assertThat(interval.low()).isGreaterThanOrEqualTo(-1);
        assertThat(interval.high()).isLessThanOrEqualTo(1);
    }

    private static boolean contains(Interval interval, double value) {
        return interval.low() <= value * (1 + ROUNDING) && value * (1 - ROUNDING) <= interval.high();
    }

    private static void assertHolds(Interval outer, Interval inner) {
        assertThat(outer.low()).isLessThanOrEqualTo(inner.low() + 1e-15 + ROUNDING * inner.low());
        assertThat(outer.high()).isGreaterThanOrEqualTo(inner.high() * (1 - ROUNDING));
    }
}
