package io.cxmetrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.Interval;
import org.junit.jupiter.api.Test;

class NpsBootstrapTest {

    private static final Nps NPS = Nps.ofCounts(50, 30, 20);

    @Test
    void oneSeedGivesOneIntervalAndAnotherSeedAnother() {
        Nps large = Nps.ofCounts(50_000, 30_000, 20_000);
        assertThat(large.bootstrap(0.95, 2_000, 42)).isEqualTo(large.bootstrap(0.95, 2_000, 42));
        assertThat(large.bootstrap(0.95, 2_000, 42)).isNotEqualTo(large.bootstrap(0.95, 2_000, 43));
    }

    /** The trinomial distribution of 100 answers, by SciPy, has its 2.5 % quantile at 14 and its 97.5 % at 45. */
    @Test
    void findsTheQuantilesOfTheExactDistribution() {
        Interval interval = NPS.bootstrap(0.95, 200_000, 5);
        assertThat(interval.low()).isBetween(14.0, 15.0);
        assertThat(interval.high()).isBetween(44.0, 45.0);
    }

    /**
     * The middle half: the distribution is nearly normal with standard deviation 7.8102, so 30 -/+ 5.27, in steps of 1.
     */
    @Test
    void confidenceIsTheShareOfSamplesInside() {
        Interval half = NPS.bootstrap(0.5, 100_000, 5);
        assertThat(half.low()).isCloseTo(24.7, within(0.8));
        assertThat(half.high()).isCloseTo(35.3, within(0.8));
    }

    @Test
    void comesCloseToWaldForManyAnswers() {
        for (Nps nps :
                new Nps[] {Nps.ofCounts(541_057, 14_971, 22_247), Nps.ofCounts(1_000_000_000, 400_000_000, 700_000_000)
                }) {
            Interval wald = nps.interval(0.95, NetInterval.WALD);
            Interval bootstrap = nps.bootstrap(0.95, 2_000, 11);
            assertThat(bootstrap.low()).isCloseTo(wald.low(), within(0.15 * wald.width()));
            assertThat(bootstrap.high()).isCloseTo(wald.high(), within(0.15 * wald.width()));
        }
    }

    @Test
    void answersAllAlikeLeaveNoDoubt() {
        assertThat(Nps.of(10).bootstrap(0.95, 1_000, 1)).isEqualTo(Interval.of(100, 100));
        assertThat(Nps.ofCounts(0, 9, 0).bootstrap(0.95, 1_000, 1)).isEqualTo(Interval.of(0, 0));
        assertThat(Nps.ofCounts(0, 0, 9).bootstrap(0.95, 1_000, 1)).isEqualTo(Interval.of(-100, -100));
    }

    @Test
    void asManyAnswersAsAnIntHoldsAreFine() {
        assertThat(Nps.ofCounts(Integer.MAX_VALUE, 0, 0).bootstrap(0.95, 10, 1)).isEqualTo(Interval.of(100, 100));
    }

    @Test
    void oneResampleIsAPoint() {
        assertThat(NPS.bootstrap(0.95, 1, 3).width()).isZero();
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NPS.bootstrap(0.95, 0, 1))
                .withMessage("resamples must be in [1, 1000000], got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NPS.bootstrap(0.95, 1_000_001, 1))
                .withMessage("resamples must be in [1, 1000000], got 1000001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NPS.bootstrap(0, 1_000, 1))
                .withMessage("confidence must be in (0, 1), got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.ofCounts(3_000_000_000L, 0, 0).bootstrap(0.95, 1_000, 1))
                .withMessage("answers must be at most 2147483647 for a bootstrap, got 3000000000");
    }
}
