package io.cxmetrics.models.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.models.Fit;
import io.cxmetrics.models.Gradients;
import io.cxmetrics.models.ParameterFlaw;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.survival.EventTimes;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SurvivalFamilyTest {

    private static final Durations SOME =
            Durations.ofLateEntry(new double[] {0, 0, 1, 2, 0, 0.5}, new double[] {1, 4, 6, 9, 9, 3}, new boolean[] {
                true, true, false, true, false, true
            });

    @Property(tries = 60)
    void derivativesAgreeWithDifferences(
            @ForAll SurvivalFamily family,
            @ForAll @DoubleRange(min = -1, max = 3) double location,
            @ForAll @DoubleRange(min = -1, max = 1) double logScale) {
        double[] point = family.hasScale() ? new double[] {location, logScale} : new double[] {location};
        Gradients.check(new SurvivalLikelihood(family.errors(), SOME), point);
    }

    /** Exponential with late entries in closed form: rate = events / exposure, variance of its logarithm 1 / events. */
    @Test
    void exponentialIsEventsOverExposure() {
        Fit<SurvivalModel> fit = SurvivalFamily.EXPONENTIAL.fit(SOME);
        assertThat(fit.model().hazard(2)).isCloseTo(4 / 28.5, within(1e-14));
        assertThat(fit.standardError("location")).isCloseTo(0.5, within(1e-12));
        assertThat(fit.logLikelihood()).isCloseTo(4 * Math.log(4 / 28.5) - 4, within(1e-12));
        assertThat(fit.bic()).isCloseTo(Math.log(6) - 2 * fit.logLikelihood(), within(1e-12));
        // ln median = ln ln 2 + location, so its standard error is that of the location.
        Interval median = fit.positiveInterval(SurvivalModel::median, 0.95);
        assertThat(median.high() / fit.model().median()).isCloseTo(Math.exp(1.959963984540054 / 2), within(1e-9));
        Interval location = fit.interval(SurvivalModel::location, 0.95);
        assertThat(location.margin()).isCloseTo(1.959963984540054 / 2, within(1e-9));
    }

    /** The delta method against the closed form: ln t_p = location + scale q has the gradient (1, q). */
    @Test
    void intervalOfAQuantile() {
        Fit<SurvivalModel> fit = SurvivalFamily.LOG_LOGISTIC.fit(SOME);
        double[][] c = fit.covariance();
        double q = Math.log(3);
        double error = Math.sqrt(c[0][0] + 2 * q * c[0][1] + q * q * c[1][1]);
        assertThat(fit.standardError(m -> Math.log(m.quantile(0.75)))).isCloseTo(error, within(1e-10 * error));
    }

    @Test
    void weightsCountRows() {
        Durations twice = Durations.ofLateEntry(
                new double[] {0, 1, 0}, new double[] {2, 5, 4}, new boolean[] {true, true, false}, new double[] {2, 1, 3
                });
        Durations rows =
                Durations.ofLateEntry(new double[] {0, 0, 1, 0, 0, 0}, new double[] {2, 2, 5, 4, 4, 4}, new boolean[] {
                    true, true, true, false, false, false
                });
        assertThat(twice).isEqualTo(rows);
        assertThat(SurvivalFamily.WEIBULL.fit(twice)).isEqualTo(SurvivalFamily.WEIBULL.fit(rows));
    }

    @Test
    void shardsGiveTheSameFitToTheLastBit() {
        Random random = new Random(7);
        double[] times = random.doubles(500, 0.1, 30).toArray();
        boolean[] event = new boolean[500];
        Durations parts = Durations.EMPTY;
        for (int i = 0; i < 500; i++) {
            times[i] = Math.ceil(times[i]);
            event[i] = random.nextInt(3) > 0;
            parts = Durations.of(new double[] {times[i]}, new boolean[] {event[i]})
                    .plus(parts);
        }
        Durations whole = Durations.of(times, event);
        assertThat(parts).isEqualTo(whole).hasSameHashCodeAs(whole);
        for (SurvivalFamily family : SurvivalFamily.values()) {
            assertThat(family.fit(parts)).isEqualTo(family.fit(whole)).hasSameHashCodeAs(family.fit(whole));
        }
    }

    @Test
    void theMaximumOfSimulatedTimesIsNearTheTruth() {
        for (SurvivalFamily family : SurvivalFamily.values()) {
            SurvivalModel truth = new SurvivalModel(family, 3, family.hasScale() ? 0.7 : 1);
            Random random = new Random(11);
            double[] times =
                    random.doubles(20_000, 1e-9, 1 - 1e-9).map(truth::quantile).toArray();
            boolean[] event = new boolean[times.length];
            for (int i = 0; i < times.length; i++) {
                event[i] = times[i] < 40;
                times[i] = Math.min(times[i], 40);
            }
            Fit<SurvivalModel> fit = family.fit(Durations.of(times, event));
            for (String name : truth.parameterNames()) {
                double expected = name.equals("scale") ? truth.scale() : truth.location();
                double far = 3.5 * fit.standardError(name);
                assertThat(fit.parameter(name)).as(family + " " + name).isCloseTo(expected, within(far));
            }
        }
    }

    /** All events at one time: the likelihood rises without end as the scale falls. */
    @Test
    void aScaleThatRunsToItsBoundIsReported() {
        Fit<SurvivalModel> fit =
                SurvivalFamily.LOG_NORMAL.fit(Durations.of(new double[] {4, 4, 4}, new boolean[] {true, true, true}));
        assertThat(fit.report().flaws()).isEqualTo(Map.of("scale", ParameterFlaw.AT_BOUND));
        assertThat(fit.report().sound()).isFalse();
        assertThat(fit.standardError("scale")).isNaN();
        assertThat(fit.model().median()).isCloseTo(4, within(1e-6));
        assertThat(fit.positiveInterval(SurvivalModel::median, 0.9).defined()).isFalse();
        assertThat(fit.report()).hasToString(fit.report().toString()).asString().contains("flaws={scale=AT_BOUND}");
    }

    @Test
    void withoutAnEventThereIsNothingToFit() {
        Durations waiting = Durations.of(new double[] {3, 5, 0}, new boolean[3]);
        assertThatThrownBy(() -> SurvivalFamily.WEIBULL.fit(waiting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("durations must have an event, got "
                        + "Durations[events=0.0, censored=2.0, lateEntries=0.0, leftOut=1.0]");
    }

    @Test
    void eventTimesOfTheCoreAreTheSameDurations() {
        EventTimes times =
                EventTimes.ofLateEntry(new long[] {0, 1, 0}, new long[] {3, 5, 5}, new boolean[] {true, true, false});
        Durations expected = Durations.ofLateEntry(
                new double[] {0, 1, 0}, new double[] {3, 5, 5}, new boolean[] {true, true, false});
        assertThat(Durations.from(times)).isEqualTo(expected);
        assertThat(Durations.from(EventTimes.of(new long[] {0, 0, 2}, new boolean[] {true, false, true}))
                        .leftOut())
                .isEqualTo(2);
        assertThat(Durations.from(EventTimes.EMPTY)).isEqualTo(Durations.EMPTY);
        assertThat(Durations.EMPTY.longest()).isNaN();
        assertThat(expected.longest()).isEqualTo(5);
        assertThat(expected.censored()).isEqualTo(1);
        assertThat(expected.lateEntries()).isEqualTo(1);
    }

    @Test
    void errorsNameTheRow() {
        double[] one = {1};
        boolean[] yes = {true};
        assertThatThrownBy(() -> Durations.of(new double[] {1, -1}, new boolean[2]))
                .hasMessage("time must be finite and not negative, got -1.0 at index 1");
        assertThatThrownBy(() -> Durations.of(one, new boolean[2])).hasMessage("event must have length 1, got 2");
        assertThatThrownBy(() -> Durations.ofWeighted(one, yes, new double[] {Double.NaN}))
                .hasMessage("weight must be finite and not negative, got NaN at index 0");
        assertThatThrownBy(() -> Durations.ofLateEntry(one, one, yes))
                .hasMessage("exit must be after entry 1.0, got 1.0 at index 0");
        assertThatThrownBy(() -> SurvivalFamily.WEIBULL.fit(SOME).standardError("rate"))
                .hasMessage("name must be one of [location, scale], got rate");
        assertThatThrownBy(() -> SurvivalFamily.WEIBULL.fit(SOME).interval(SurvivalModel::mean, 1))
                .hasMessage("confidence must be in (0, 1), got 1.0");
    }
}
