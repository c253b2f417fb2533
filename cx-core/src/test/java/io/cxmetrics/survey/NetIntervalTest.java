package io.cxmetrics.survey;

import static io.cxmetrics.survey.Near.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.stat.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NetIntervalTest {

    /** From SciPy: norm, t.interval over the answers as -1, 0 and 1, and chi2 with two degrees of freedom. */
    @ParameterizedTest
    @CsvSource({
        "WALD, 5, 3, 2, 0.95, -18.40753950185257, 78.40753950185257",
        "WALD, 5, 3, 2, 0.90, -10.62488777828441, 70.6248877782844",
        "WALD, 50, 30, 20, 0.95, 14.692191924957328, 45.30780807504267",
        "ADJUSTED_WALD, 5, 3, 2, 0.95, -19.050615376363655, 65.20446153020981",
        "ADJUSTED_WALD, 50, 30, 20, 0.95, 14.051130178761609, 44.20129700570441",
        "TRINOMIAL_T, 5, 3, 2, 0.95, -28.893374158648648, 88.89337415864864",
        "TRINOMIAL_T, 5, 3, 2, 0.90, -17.723565627262243, 77.72356562726223",
        "TRINOMIAL_T, 50, 30, 20, 0.95, 14.42469801616634, 45.57530198383366",
        "GOODMAN, 5, 3, 2, 0.95, -30.454887095551406, 90.45488709555141",
        "GOODMAN, 50, 30, 20, 0.90, 13.239469538666935, 46.76053046133306",
    })
    void agreesWithSciPy(NetInterval method, double p, double n, double d, double confidence, double low, double high) {
        near(method.of(p, n, d, confidence), low, high);
    }

    /** 10/0/0: Wald has no width; adjusted Wald is [47.5036, 106.3426], of which 100 is the end. */
    @Test
    void allPromoters() {
        assertThat(NetInterval.WALD.of(10, 0, 0, 0.95)).isEqualTo(Interval.of(100, 100));
        near(NetInterval.ADJUSTED_WALD.of(10, 0, 0, 0.95), 47.5036, 100, 1e-4);
    }

    /** 0/0/1: adjusted Wald [-98.4986, 48.4986], which leaves the score of -100 outside. */
    @Test
    void oneDetractor() {
        near(NetInterval.ADJUSTED_WALD.of(0, 0, 1, 0.95), -98.4986, 48.4986, 1e-4);
        assertThat(NetInterval.TRINOMIAL_T.of(0, 0, 1, 0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(NetInterval.TRINOMIAL_T.of(0, 0, 1.5, 0.95)).isEqualTo(Interval.of(-100, -100));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsUndefined(NetInterval method) {
        assertThat(method.of(0, 0, 0, 0.95)).isEqualTo(Interval.UNDEFINED);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatIsNoCountOrConfidence(NetInterval method) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.of(-1, 0, 0, 0.95))
                .withMessage("positive must be finite and not negative, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.of(1, Double.NaN, 0, 0.95))
                .withMessage("neutral must be finite and not negative, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.of(1, 0, Double.POSITIVE_INFINITY, 0.95))
                .withMessage("negative must be finite and not negative, got Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.of(0, 0, 0, 1))
                .withMessage("confidence must be in (0, 1), got 1.0");
    }

    @Test
    void bootstrapTakesWholeCountsOnly() {
        for (double[] counts : new double[][] {{1.5, 2, 3}, {1, 2.5, 3}, {1, 2, 3.5}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NetInterval.BOOTSTRAP.of(counts[0], counts[1], counts[2], 0.95))
                    .withMessage(
                            "counts must be whole for a bootstrap, got %s, %s, %s", counts[0], counts[1], counts[2]);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetInterval.BOOTSTRAP.of(2e9, 1e9, 0, 0.95))
                .withMessage("answers must be at most 2147483647 for a bootstrap, got 3000000000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetInterval.BOOTSTRAP.of(9e18, 9e18, 9e18, 0.95))
                .withMessageStartingWith("answers must be at most 2147483647 for a bootstrap, got ");
    }

    @Test
    void bootstrapIsTheDefaultOfTwoThousandResamples() {
        assertThat(NetInterval.BOOTSTRAP.of(5, 3, 2, 0.95))
                .isEqualTo(Nps.ofCounts(5, 3, 2).bootstrap(0.95, 2_000, 1));
    }
}
