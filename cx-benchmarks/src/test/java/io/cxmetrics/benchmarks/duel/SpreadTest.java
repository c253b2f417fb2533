package io.cxmetrics.benchmarks.duel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void quartilesAreThoseOfNumpy() {
        // numpy.percentile([9, 1, 4, 7], [25, 50, 75])
        assertThat(Spread.of(9, 1, 4, 7)).isEqualTo(new Spread(3.25, 5.5, 7.5, 4));
        assertThat(Spread.of(2)).isEqualTo(new Spread(2, 2, 2, 1));
    }

    @Test
    void aGoalIsAtLeastOrAtMost() {
        assertThat(verdict(Goal.atLeast(2, 4), 1.9)).isEqualTo("not met");
        assertThat(verdict(Goal.atLeast(2, 4), 2)).isEqualTo("met");
        assertThat(verdict(Goal.atLeast(2, 4), 5)).isEqualTo("stretch");
        assertThat(verdict(Goal.atMost(2, 1), 2.1)).isEqualTo("not met");
        assertThat(verdict(Goal.atMost(2, 1), 1.5)).isEqualTo("met");
        assertThat(verdict(Goal.atMost(2, Double.NaN), 0.5)).isEqualTo("met");
        assertThat(verdict(Goal.NONE, 3)).isEmpty();
    }

    private static String verdict(Goal goal, double figure) {
        return new Figure("", "x", Spread.of(figure), goal, true).verdict();
    }
}
