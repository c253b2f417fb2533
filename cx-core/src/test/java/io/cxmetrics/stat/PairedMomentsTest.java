package io.cxmetrics.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PairedMomentsTest {

    private static final double[] X = {4.2, 5.1, 3.9, 6.0, 5.5, 4.8, 7.1};
    private static final double[] Y = {3.0, 4.4, 2.9, 5.2, 5.1, 3.8, 7.7};

    /** numpy.cov(x, y)[0, 1]; scipy: pearsonr(x, y).statistic, linregress(x, y).slope. */
    @Test
    void agreesWithNumpyAndScipy() {
        PairedMoments pairs = PairedMoments.of(X, Y);
        assertThat(pairs.count()).isEqualTo(7);
        assertThat(pairs.covariance()).isCloseTo(1.7788095238095236, within(1e-13));
        assertThat(pairs.correlation()).isCloseTo(0.9841174919285975, within(1e-13));
        assertThat(pairs.slope()).isCloseTo(1.483518665607625, within(1e-13));
        assertThat(pairs.x()).isEqualTo(Moments.of(X));
        assertThat(pairs.y()).isEqualTo(Moments.of(Y));
    }

    /** F. Anscombe, "Graphs in Statistical Analysis", The American Statistician 27 (1973): r 0.816, slope 0.500. */
    @Test
    void agreesWithAnscombe() {
        double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
        double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
        assertThat(PairedMoments.of(x, y).correlation()).isCloseTo(0.816, within(5e-4));
        assertThat(PairedMoments.of(x, y).slope()).isCloseTo(0.500, within(5e-4));
    }

    @Test
    void isPerfectOnALine() {
        assertThat(PairedMoments.of(new double[] {1, 2, 3}, new double[] {6, 4, 2})
                        .correlation())
                .isEqualTo(-1);
        assertThat(PairedMoments.of(new double[] {1, 2, 3}, new double[] {6, 4, 2})
                        .slope())
                .isEqualTo(-2);
        PairedMoments line = IntStream.range(0, 5000)
                .boxed()
                .collect(PairedMoments.toPairedMoments(i -> 1e9 + i * 0.1, i -> 5 - i * 0.3));
        assertThat(line.correlation()).isCloseTo(-1, within(1e-12)).isGreaterThanOrEqualTo(-1);
        assertThat(line.slope()).isCloseTo(-3, within(1e-6));
    }

    @Test
    void correlationSurvivesSquaresThatDoNotMultiply() {
        for (double scale : new double[] {1e-90, 1e150}) {
            double[] x = {0, scale, 2 * scale};
            double[] y = {0, scale, 2 * scale};
            assertThat(PairedMoments.of(x, y).correlation())
                    .isCloseTo(1, within(1e-15))
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void isUndefinedWithoutVariation() {
        for (PairedMoments few : List.of(PairedMoments.EMPTY, PairedMoments.of(new double[] {1}, new double[] {2}))) {
            assertThat(few.covariance()).isNaN();
            assertThat(few.correlation()).isNaN();
            assertThat(few.slope()).isNaN();
        }
        PairedMoments flatX = PairedMoments.of(new double[] {1, 1}, new double[] {2, 3});
        assertThat(flatX.covariance()).isZero();
        assertThat(flatX.correlation()).isNaN();
        assertThat(flatX.slope()).isNaN();
        PairedMoments flatY = PairedMoments.of(new double[] {1, 2}, new double[] {3, 3});
        assertThat(flatY.correlation()).isNaN();
        assertThat(flatY.slope()).isZero();
        // The squares of such differences are 0 in a double.
        PairedMoments tiny = PairedMoments.of(new double[] {0, 1e-170}, new double[] {0, 1});
        assertThat(tiny.correlation()).isNaN();
        assertThat(tiny.slope()).isNaN();
    }

    @Test
    void isAValueInWords() {
        PairedMoments pairs = PairedMoments.of(new double[] {1, 2, 3}, new double[] {2, 4, 6});
        PairedMoments same = PairedMoments.of(new double[] {1, 2, 3}, new double[] {2, 4, 6});
        assertThat(pairs).isEqualTo(same).hasSameHashCodeAs(same);
        for (PairedMoments other : List.of(
                PairedMoments.of(new double[] {1, 2, 4}, new double[] {2, 4, 6}),
                PairedMoments.of(new double[] {1, 2, 3}, new double[] {2, 4, 7}),
                PairedMoments.of(new double[] {1, 2, 3}, new double[] {6, 4, 2}))) {
            assertThat(pairs).isNotEqualTo(other);
            assertThat(pairs.hashCode()).isNotEqualTo(other.hashCode());
        }
        assertThat(pairs).hasToString("PairedMoments[count=3, correlation=1.0]");
        assertThat(PairedMoments.EMPTY).hasToString("PairedMoments[count=0, correlation=undefined]");
    }

    @Test
    void sumsPartsAsIfTheyWereOne() {
        PairedMoments parts = PairedMoments.of(new double[] {1, 2}, new double[] {2, 4})
                .plus(PairedMoments.of(new double[] {3, 4, 5}, new double[] {6, 8, 10}));
        assertThat(parts.count()).isEqualTo(5);
        assertThat(parts.covariance()).isCloseTo(5, within(1e-14));
        assertThat(parts.slope()).isCloseTo(2, within(1e-14));
    }

    @Test
    void bufferStaysUsableAfterARefusal() {
        PairedMomentsBuffer buffer = new PairedMomentsBuffer();
        buffer.add(1, 2);
        assertThatIllegalArgumentException().isThrownBy(() -> buffer.add(1, Double.NaN));
        buffer.add(3, 6);
        assertThat(buffer.moments()).isEqualTo(PairedMoments.of(new double[] {1, 3}, new double[] {2, 6}));
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesBadArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedMoments.of(new double[3], new double[2]))
                .withMessage("y must have as many entries as x (3), got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedMoments.of(new double[] {0, Double.NaN}, new double[2]))
                .withMessage("x must be finite, got NaN at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedMoments.of(new double[2], new double[] {Double.NEGATIVE_INFINITY, 0}))
                .withMessage("y must be finite, got -Infinity at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(Double.NaN).collect(PairedMoments.toPairedMoments(x -> x, x -> 1)))
                .withMessage("x must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(Double.NaN).collect(PairedMoments.toPairedMoments(x -> 1, x -> x)))
                .withMessage("y must be finite, got NaN");
        assertThatNullPointerException()
                .isThrownBy(() -> PairedMoments.toPairedMoments(null, x -> 1))
                .withMessage("x");
        assertThatNullPointerException()
                .isThrownBy(() -> PairedMoments.toPairedMoments(x -> 1, null))
                .withMessage("y");
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> PairedMoments.of(new double[0], null));
    }
}
