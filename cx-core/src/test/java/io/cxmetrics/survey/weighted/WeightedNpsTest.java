package io.cxmetrics.survey.weighted;

import static io.cxmetrics.survey.Near.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.survey.NetInterval;
import io.cxmetrics.survey.RatingScale;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WeightedNpsTest {

    /** A promoter of weight 2, a passive and a detractor of weight 1: effective base 16 / 6. */
    private static final WeightedNps NPS = WeightedRatings.of(
                    RatingScale.ZERO_TO_TEN, new int[] {10, 8, 2}, new double[] {2, 1, 1})
            .nps();

    /** Computed with NumPy from the formulas of Wald and of Kish's effective base. */
    @Test
    void standsOnTheEffectiveBase() {
        near(NPS.score(), 25);
        near(NPS.variance(), 0.6875);
        near(NPS.weights().effectiveBase(), 16.0 / 6);
        near(NPS.standardError(), 50.77524002897476);
        near(NPS.interval(0.95), -52.21364654999732, 75.7430583147032);
        near(NPS.interval(0.95, NetInterval.WALD), -74.517641763167, 100);
    }

    @Test
    void withoutWeightUndefined() {
        assertThat(WeightedNps.EMPTY.score()).isNaN();
        assertThat(WeightedNps.EMPTY.variance()).isNaN();
        assertThat(WeightedNps.EMPTY.standardError()).isNaN();
        assertThat(WeightedNps.EMPTY.interval(0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(WeightedNps.EMPTY.differenceFrom(NPS).estimate()).isNaN();
    }

    @Test
    void difference() {
        Difference difference = NPS.differenceFrom(WeightedNps.ofSums(2, 2, 0, 4, 4));
        near(difference.estimate(), -25);
        near(difference.standardError(), Math.sqrt(50.77524002897476 * 50.77524002897476 + 100 * 100 * 0.25 / 4));
    }

    @Property
    void scoreIsInRangeAndFreeOfTheUnitOfWeight(
            @ForAll("answers") @Size(min = 1, max = 30) List<WeightedAnswer> answers) {
        WeightedNps nps = WeightedAnswers.ratings(answers).nps();
        Assume.that(nps.weights().sum() > 1e-3);
        assertThat(nps.score()).isBetween(-100.0, 100.0);
        assertThat(nps.variance()).isBetween(0.0, 1.0);
        WeightedNps tenfold = WeightedAnswers.ratings(answers.stream()
                        .map(answer -> new WeightedAnswer(answer.rating(), answer.weight() * 10))
                        .toList())
                .nps();
        near(tenfold.score(), nps.score());
        near(tenfold.standardError(), nps.standardError());
        near(tenfold.interval(0.9), nps.interval(0.9).low(), nps.interval(0.9).high());
    }

    @Provide
    Arbitrary<List<WeightedAnswer>> answers() {
        return WeightedAnswers.onZeroToTen().list();
    }

    @Test
    void refusesBootstrapAndBadParts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NPS.interval(0.95, NetInterval.BOOTSTRAP))
                .withMessage("method must work with weights, got BOOTSTRAP");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedNps.EMPTY.interval(1.5))
                .withMessage("confidence must be in (0, 1), got 1.5");
        refused(-1, 0, 0, 0, 0, "promoters must be finite and not negative, got -1.0");
        refused(0, Double.NaN, 0, 0, 0, "passives must be finite and not negative, got NaN");
        refused(0, 0, -2, 0, 0, "detractors must be finite and not negative, got -2.0");
        refused(0, 0, 0, -3, 0, "count must not be negative, got -3");
        refused(0, 0, 0, 0, -4, "squares must be finite and not negative, got -4.0");
        refused(1e308, 1e308, 0, 2, 1, "sum must be finite and not negative, got Infinity");
    }

    private static void refused(double p, double n, double d, long count, double squares, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedNps.ofSums(p, n, d, count, squares))
                .withMessage(message);
    }

    @Test
    void countsNeverWrap() {
        WeightedNps many = WeightedNps.ofSums(1, 1, 1, Long.MAX_VALUE, 3);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> many.plus(many));
    }
}
