package io.cxmetrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.catalogue.Direction;
import io.cxmetrics.catalogue.MetricUnit;
import io.cxmetrics.stat.Interval;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private static final ChangeDefinition LOWER = ChangeDefinition.STANDARD.withDirection(Direction.LOWER_IS_BETTER);

    private static Verdict verdict(double low, double high, ChangeDefinition definition) {
        return Change.of((low + high) / 2, Interval.of(low, high))
                .withDefinition(definition)
                .verdict();
    }

    @Test
    void theIntervalDecides() {
        assertThat(verdict(0.1, 0.3, ChangeDefinition.STANDARD)).isEqualTo(Verdict.HIGHER);
        assertThat(verdict(-0.3, -0.1, ChangeDefinition.STANDARD)).isEqualTo(Verdict.LOWER);
        assertThat(verdict(-0.1, 0.3, ChangeDefinition.STANDARD)).isEqualTo(Verdict.NO_EVIDENCE);
        assertThat(verdict(0, 0.3, ChangeDefinition.STANDARD)).isEqualTo(Verdict.NO_EVIDENCE);
        assertThat(verdict(0.1, 0.3, LOWER)).isEqualTo(Verdict.WORSE);
        assertThat(verdict(-0.3, -0.1, LOWER)).isEqualTo(Verdict.BETTER);
        assertThat(verdict(0.1, 0.3, LOWER.withDirection(Direction.HIGHER_IS_BETTER)))
                .isEqualTo(Verdict.BETTER);
        assertThat(Change.of(1, Interval.UNDEFINED).verdict()).isEqualTo(Verdict.UNDEFINED);
    }

    @Test
    void onlyAMarginShowsThatNothingChanged() {
        assertThat(verdict(-0.1, 0.3, LOWER.withMargin(0.3))).isEqualTo(Verdict.WITHIN_MARGIN);
        assertThat(verdict(-0.1, 0.3, LOWER.withMargin(0.2))).isEqualTo(Verdict.NO_EVIDENCE);
        Change slight = Change.of(0.2, Interval.of(0.1, 0.3)).withDefinition(LOWER.withMargin(0.5));
        assertThat(slight.verdict()).isEqualTo(Verdict.WITHIN_MARGIN);
        assertThat(slight.evident()).isTrue();
        assertThat(Change.of(0.2, Interval.UNDEFINED).evident()).isFalse();
        assertThat(Change.of(0.2, Interval.of(0.1, 0.3)).withinMargin()).isFalse();
    }

    @Test
    void pointsAndPerCentAreTwoThings() {
        Change share = Change.of(0.1, Interval.of(0.05, 0.15))
                .withSides(0.4, 0.5)
                .withUnit(MetricUnit.FRACTION)
                .withRelative(0.25, Interval.of(0.1, 0.4));
        assertThat(share.points()).isEqualTo(10);
        assertThat(share.relativePercent()).isEqualTo(25);
        assertThat(share.relativeInterval().high()).isEqualTo(0.4);
        assertThat(share.withUnit(MetricUnit.POINTS).points()).isCloseTo(0.1, within(0.0));
        assertThat(share.withUnit(MetricUnit.TIME).points()).isNaN();
        assertThat(share.before() + share.after()).isCloseTo(0.9, within(1e-15));
    }

    @Test
    void fewObservationsAreFlaggedAndNotRefused() {
        Change few = Change.of(0.1, Interval.of(0.05, 0.15)).withCounts(29, 1000);
        assertThat(few.tooFew()).isTrue();
        assertThat(few.verdict()).isEqualTo(Verdict.HIGHER);
        assertThat(few).asString().endsWith(", verdict=HIGHER, too few]");
        assertThat(few.withDefinition(LOWER.withMinimumCount(29)).tooFew()).isFalse();
        assertThat(few.countBefore()).isEqualTo(29);
        assertThat(few.countAfter()).isEqualTo(1000);
    }

    @Test
    void theTestStandsBeside() {
        Change change = Change.of(-0.0, Interval.of(-1, 1))
                .withTest(TestMethod.WELCH_T, 1)
                .withEffect(EffectSize.of(EffectSize.Measure.HEDGES_G, 0));
        assertThat(Double.doubleToLongBits(change.difference())).isZero();
        assertThat(change.test().title()).isEqualTo("Welch's t test");
        assertThat(change.pValue()).isEqualTo(1);
        assertThat(change.effect().measure()).isEqualTo(EffectSize.Measure.HEDGES_G);
        assertThat(change.unit()).isEqualTo(MetricUnit.MEASURED);
        assertThat(change.definition()).isEqualTo(ChangeDefinition.STANDARD);
        assertThat(Change.of(1, Interval.UNDEFINED).test()).isEqualTo(TestMethod.NONE);
        assertThatThrownBy(() -> change.withTest(TestMethod.WELCH_T, 1.1))
                .hasMessage("pValue must be in [0, 1], got 1.1");
        assertThatThrownBy(() -> change.withCounts(-1, 0))
                .hasMessage("observationsBefore must not be negative, got -1");
    }

    @Test
    void definitionsAreChecked() {
        assertThatThrownBy(() -> ChangeDefinition.STANDARD.withMargin(0))
                .hasMessage("margin must be finite and positive, got 0.0");
        assertThatThrownBy(() -> ChangeDefinition.STANDARD.withConfidence(95))
                .hasMessage("confidence must be in (0, 1), got 95.0");
        assertThatThrownBy(() -> ChangeDefinition.STANDARD.withMinimumCount(-1))
                .hasMessage("minimumCount must not be negative, got -1");
        assertThat(ChangeDefinition.forMetric("bounce-rate").direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(ChangeDefinition.STANDARD.withRelativeScores().relativeScores())
                .isTrue();
        assertThat(ChangeDefinition.STANDARD.withConfidence(0.9).confidence()).isEqualTo(0.9);
    }
}
