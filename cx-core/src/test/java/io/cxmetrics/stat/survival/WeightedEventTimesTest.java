package io.cxmetrics.stat.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class WeightedEventTimesTest {

    record Weighted(long time, boolean event, double weight) implements Serializable {}

    private static final WeightedEventTimes EIGHT = WeightedEventTimes.of(
            new long[] {2, 3, 3, 5, 5, 7, 8, 9},
            new boolean[] {true, true, false, true, true, false, true, false},
            new double[] {1.5, 0.5, 2, 1, 0.8, 1.2, 0.7, 1.1});

    /**
     * numpy: the estimates by their definition, the standard errors by changing each weight by a millionth in turn and
     * summing the squares of (weight times the change by weight). So they are known to 9 digits.
     */
    @Test
    void estimatesByWeightWithRobustErrors() {
        SurvivalCurve curve = EIGHT.curve();
        double[] survival = {
            0.8295454545454546,
            0.7727272727272727,
            0.4829545454545454,
            0.4829545454545454,
            0.2951388888888889,
            0.2951388888888889
        };
        double[] error = {
            0.1529113199033943,
            0.15853315343174146,
            0.19661165405089215,
            0.19661165405089215,
            0.2123129924262319,
            0.2123129924262319
        };
        double[] hazard = {
            0.17045454545454544,
            0.23894769613947694,
            0.6139476961394769,
            0.6139476961394769,
            1.0028365850283656,
            1.0028365850283656
        };
        double[] hazardError = {
            0.1529113199098987,
            0.17372680434729124,
            0.28103011449088056,
            0.28103011449088056,
            0.4607135655372899,
            0.4607135655372899
        };
        List<SurvivalStep> steps = curve.steps();
        assertThat(steps).extracting(SurvivalStep::time).containsExactly(2L, 3L, 5L, 7L, 8L, 9L);
        for (int i = 0; i < steps.size(); i++) {
            SurvivalStep step = steps.get(i);
            assertThat(step.survival()).isCloseTo(survival[i], within(1e-12));
            assertThat(step.standardError()).isCloseTo(error[i], within(1e-9));
            assertThat(step.cumulativeHazard()).isCloseTo(hazard[i], within(1e-12));
            assertThat(step.cumulativeHazardStandardError()).isCloseTo(hazardError[i], within(1e-9));
        }
        assertThat(curve.restrictedMean(8)).isCloseTo(5.823863636363637, within(1e-12));
        assertThat(curve.restrictedMeanStandardError(8)).isCloseTo(0.9197062180078964, within(1e-9));
        assertThat(steps.get(1).atRisk()).isCloseTo(7.3, within(1e-12));
        assertThat(steps.get(1).censored()).isEqualTo(2);
        assertThat(curve.flemingHarringtonHazardAt(9)).isCloseTo(1.0028365850283656, within(1e-12));
    }

    @Test
    void aCurveThatFallsToNothingEndsAtExactlyThat() {
        SurvivalCurve curve = WeightedEventTimes.of(
                        new long[] {1, 2, 3}, new boolean[] {true, true, true}, new double[] {0.1, 1e16, 0.3})
                .curve();
        assertThat(curve.at(2)).isPositive();
        assertThat(curve.at(3)).isZero();
        assertThat(curve.at(7)).isZero();
        assertThat(curve.standardErrorAt(3)).isNaN();
        assertThat(curve.restrictedMeanStandardError(9)).isFinite();
    }

    @Test
    void withoutWeightNothingIsKnown() {
        WeightedEventTimes none = WeightedEventTimes.of(new long[] {4}, new boolean[] {true}, new double[] {0});
        assertThat(none.curve().at(4)).isNaN();
        assertThat(none.curve().restrictedMean(1)).isNaN();
        assertThat(none).hasToString("WeightedEventTimes[observations=1, events=0.0, censored=0.0]");
        assertThat(none).isNotEqualTo(WeightedEventTimes.EMPTY);
    }

    @Test
    void sumsComeBackAsTheyWere() {
        WeightedEventTimes back = WeightedEventTimes.ofSums(
                EIGHT.count(),
                EIGHT.times(),
                EIGHT.eventsAt(),
                EIGHT.eventSquaresAt(),
                EIGHT.censoredAt(),
                EIGHT.censoredSquaresAt());
        assertThat(back).isEqualTo(EIGHT).hasSameHashCodeAs(EIGHT);
        assertThat(EIGHT.eventsAt()).containsExactly(1.5, 0.5, 1.8, 0, 0.7, 0);
        assertThat(EIGHT.events()).isCloseTo(4.5, within(1e-12));
        assertThat(EIGHT.censored()).isCloseTo(4.3, within(1e-12));
        assertThat(WeightedEventTimes.ofSums(
                                1,
                                new long[] {3, 4},
                                new double[] {0, 2},
                                new double[] {0, 4},
                                new double[2],
                                new double[2])
                        .times())
                .as("a time at which nothing happened is none")
                .containsExactly(4);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedEventTimes.of(new long[2], new boolean[1], new double[3]))
                .withMessage("event must have as many entries as times (2), got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedEventTimes.of(new long[] {1, -3}, new boolean[2], new double[2]))
                .withMessage("time must not be negative, got -3 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedEventTimes.of(new long[2], new boolean[2], new double[] {1, -0.5}))
                .withMessage("weight must be 0 or in [1e-100, 1e100], got -0.5 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> collect(new Weighted(1, true, Double.NaN)))
                .withMessage("weight must be 0 or in [1e-100, 1e100], got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> collect(new Weighted(-1, true, 1)))
                .withMessage("time must not be negative, got -1");
        double[] one = {1};
        long[] time = {1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedEventTimes.ofSums(1, time, one, new double[2], one, one))
                .withMessage("eventSquares must have as many entries as times (1), got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedEventTimes.ofSums(1, time, one, one, new double[] {-1}, one))
                .withMessage("censored must be finite and not negative, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedEventTimes.ofSums(-1, time, one, one, one, one))
                .withMessage("count must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedEventTimes.ofSums(
                        1, new long[] {2, 2}, new double[2], new double[2], new double[2], new double[2]))
                .withMessage("times must ascend, got 2 after 2 at index 1");
        WeightedEventTimes most = WeightedEventTimes.ofSums(Long.MAX_VALUE, time, one, one, one, one);
        assertThatThrownBy(() -> most.plus(EIGHT)).isInstanceOf(ArithmeticException.class);
    }

    private static WeightedEventTimes collect(Weighted... given) {
        return Stream.of(given)
                .collect(WeightedEventTimes.toWeightedEventTimes(Weighted::time, Weighted::event, Weighted::weight));
    }

    @Provide
    Arbitrary<List<EventTime>> observations() {
        return Combinators.combine(Arbitraries.longs().between(0, 12), Arbitraries.of(true, false))
                .as(EventTime::of)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    /** Also of a weight that is not 1: what all weigh alike is no evidence. */
    @Property(tries = 300)
    void ofEqualWeightsTheErrorIsGreenwoods(
            @ForAll("observations") List<EventTime> observations,
            @ForAll @DoubleRange(min = 0.5, max = 7) double weight) {
        SurvivalCurve counted = observations.stream()
                .collect(EventTimes.aggregation().toCollector())
                .curve();
        SurvivalCurve weighted = observations.stream()
                .collect(WeightedEventTimes.toWeightedEventTimes(EventTime::exit, EventTime::event, one -> weight))
                .curve();
        long last = counted.steps().get(counted.steps().size() - 1).time();
        for (SurvivalStep step : counted.steps()) {
            assertThat(weighted.at(step.time())).isCloseTo(step.survival(), within(1e-12));
            same(weighted.standardErrorAt(step.time()), step.standardError());
            same(weighted.cumulativeHazardAt(step.time()), step.cumulativeHazard());
        }
        same(weighted.restrictedMean(last), counted.restrictedMean(last));
        same(weighted.restrictedMeanStandardError(last), counted.restrictedMeanStandardError(last));
        assertThat(Arrays.stream(new double[] {0.25, 0.5, 0.9}).map(weighted::quantile))
                .containsExactlyElementsOf(Arrays.stream(new double[] {0.25, 0.5, 0.9})
                        .mapToObj(counted::quantile)
                        .toList());
    }

    private static void same(double actual, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(actual).isNaN();
        } else {
            assertThat(actual).isCloseTo(expected, within(1e-9));
        }
    }
}
