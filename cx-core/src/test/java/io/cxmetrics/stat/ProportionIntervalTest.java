package io.cxmetrics.stat;

import static io.cxmetrics.stat.ProportionInterval.AGRESTI_COULL;
import static io.cxmetrics.stat.ProportionInterval.CLOPPER_PEARSON;
import static io.cxmetrics.stat.ProportionInterval.JEFFREYS;
import static io.cxmetrics.stat.ProportionInterval.WALD;
import static io.cxmetrics.stat.ProportionInterval.WILSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionIntervalTest {

    /** Nine digits of an end, also where the end itself is a billionth. */
    private static void assertInterval(Interval actual, double low, double high) {
        assertThat(actual.low()).isCloseTo(low, within(1e-9 * low));
        assertThat(actual.high()).isCloseTo(high, within(1e-9 * high));
    }

    /** scipy 1.17: binomtest(x, n).proportion_ci(confidence, method="wilson"). */
    @ParameterizedTest
    @CsvSource({
        "8, 10, 0.95, 0.4901624715366418, 0.9433178485456248",
        "8, 10, 0.9, 0.5407928056874879, 0.9314420122624679",
        "0, 10, 0.95, 0, 0.27753279986288926",
        "10, 10, 0.95, 0.7224672001371109, 1",
        "1, 10, 0.999, 0.00789696570146714, 0.6079967045215784",
        "81, 263, 0.95, 0.2552885198782742, 0.36620957698280004",
        "15, 148, 0.95, 0.06238639953073629, 0.16048724172330803",
        "0, 20, 0.95, 0, 0.16112515805281935",
        "1, 29, 0.95, 0.006113214292762667, 0.17175521879320282",
        "1, 1, 0.9, 0.2698659487840541, 1",
        "5, 1000000, 0.95, 2.1357029684685578e-06, 1.1705702681035744e-05"
    })
    void wilson(double x, double n, double confidence, double low, double high) {
        assertInterval(WILSON.of(x, n, confidence), low, high);
    }

    /** R. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I: score and exact intervals in four digits. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2553, 0.3662, 0.2527, 0.3676", "15, 148, 0.0624, 0.1605, 0.0578, 0.1617",
        "0, 20, 0, 0.1611, 0, 0.1684", "1, 29, 0.0061, 0.1718, 0.0009, 0.1776"
    })
    void agreesWithNewcombesTable(
            double x, double n, double scoreLow, double scoreHigh, double exactLow, double exactHigh) {
        assertThat(WILSON.of(x, n, 0.95).low()).isCloseTo(scoreLow, within(5e-5));
        assertThat(WILSON.of(x, n, 0.95).high()).isCloseTo(scoreHigh, within(5e-5));
        assertThat(CLOPPER_PEARSON.of(x, n, 0.95).low()).isCloseTo(exactLow, within(5e-5));
        assertThat(CLOPPER_PEARSON.of(x, n, 0.95).high()).isCloseTo(exactHigh, within(5e-5));
    }

    /**
     * scipy 1.17: binomtest(x, n).proportion_ci(confidence, method="exact"); for a million and more the root of the
     * regularized incomplete beta function in 30 digits by mpmath.
     */
    @ParameterizedTest
    @CsvSource({
        "8, 10, 0.95, 0.4439045376923585, 0.9747892736731665",
        "8, 10, 0.999, 0.2562889933529086, 0.996636631466278",
        "0, 10, 0.95, 0, 0.30849710781876294",
        "10, 10, 0.999, 0.46762422391130415, 1",
        "1, 29, 0.9, 0.0017671710005495393, 0.1533920245256886",
        "1, 1, 0.95, 0.025, 1",
        "1, 1e6, 0.95, 2.53178076637942e-8, 5.5716306551722433e-6",
        "1, 1e6, 0.999, 5.0012504155723583e-10, 9.9986325103112296e-6",
        "0, 1e9, 0.95, 0, 3.6888794473100196e-9",
        "0, 1e9, 0.999, 0, 7.6009024306552224e-9",
        "500000, 1e6, 0.95, 0.49901951919531182, 0.50098048080468818",
        "0.3, 2.5, 0.999, 2.4162118644303759e-12, 0.97388103907304046"
    })
    void clopperPearson(double x, double n, double confidence, double low, double high) {
        assertInterval(CLOPPER_PEARSON.of(x, n, confidence), low, high);
    }

    /** mpmath, as above. Beyond a hundred million trials the beta function loses a digit or two. */
    @Test
    void clopperPearsonIsGoodToSevenDigitsEverywhere() {
        Interval interval = CLOPPER_PEARSON.of(3, 1e9, 0.95);
        assertThat(interval.low()).isCloseTo(6.18672123322896e-10, within(1e-7 * 6e-10));
        assertThat(interval.high()).isCloseTo(8.767273044460696e-9, within(1e-7 * 8e-9));
    }

    /** scipy 1.17: beta.ppf and beta.isf with x + 1/2 and n - x + 1/2; for a million and more by mpmath as above. */
    @ParameterizedTest
    @CsvSource({
        "8, 10, 0.95, 0.497225503560007, 0.9559405864473692",
        "8, 10, 0.5, 0.697718473365704, 0.8649471229692545",
        "0, 10, 0.95, 0, 0.21719626750921053",
        "10, 10, 0.999, 0.5542558550395711, 1",
        "1, 2, 0.999, 0.004430636977101356, 0.9955693630228987",
        "1, 1e6, 0.95, 1.0789766246541873e-7, 4.6741920467298286e-6",
        "1, 1e6, 0.999, 7.6394855023123915e-9, 8.8649610367258261e-6",
        "0, 1e9, 0.95, 0, 2.5119430898745289e-9",
        "0, 1e9, 0.999, 0, 6.0578325533354613e-9",
        "3, 1e9, 0.95, 8.4493459103788856e-10, 8.0063821152715611e-9",
        "500000, 1e6, 0.95, 0.49902001919386418, 0.50097998080613582",
        "0.3, 2.5, 0.95, 0.0035022979324241435, 0.71164504757274711"
    })
    void jeffreys(double x, double n, double confidence, double low, double high) {
        assertInterval(JEFFREYS.of(x, n, confidence), low, high);
    }

    /**
     * scipy 1.17: norm.interval(0.95, p, sqrt(p (1 - p) / n)), and the same after adding z^2 / 2 events and non-events.
     */
    @Test
    void waldAndAgrestiCoull() {
        assertInterval(WALD.of(8, 10, 0.95), 0.5520819870781755, 1);
        assertThat(WALD.of(0, 10, 0.95)).isEqualTo(Interval.of(0, 0));
        assertThat(WALD.of(10, 10, 0.95)).isEqualTo(Interval.of(1, 1));
        assertInterval(AGRESTI_COULL.of(8, 10, 0.95), 0.4793675905661507, 0.9541127295161158);
        assertInterval(AGRESTI_COULL.of(0, 10, 0.95), 0, 0.3208873057505457);
        assertInterval(AGRESTI_COULL.of(1, 29, 0.95), 0, 0.18628650856170606);
    }

    /** Where nothing happened the rule of three holds: about 3 / n. Without rounding: 1 - 0.025^(1/n). */
    @Test
    void exactIntervalOfNoEventsHasAClosedForm() {
        for (int n : new int[] {1, 2, 5, 30, 1000}) {
            assertInterval(CLOPPER_PEARSON.of(0, n, 0.95), 0, 1 - Math.pow(0.025, 1.0 / n));
            assertInterval(CLOPPER_PEARSON.of(n, n, 0.95), Math.pow(0.025, 1.0 / n), 1);
        }
    }

    /** A score test rejects neither end: |p - end| = z sqrt(end (1 - end) / n), also for a fraction of an event. */
    @ParameterizedTest
    @CsvSource({"1e-6, 1e3, 0.95", "1e-3, 5, 0.999", "3, 1e12, 0.99", "4e18, 9e18, 0.95"})
    void wilsonEndsSolveTheScoreEquation(double x, double n, double confidence) {
        Interval interval = WILSON.of(x, n, confidence);
        double p = x / n;
        double z = io.cxmetrics.internal.Critical.z(confidence);
        for (double end : new double[] {interval.low(), interval.high()}) {
            double distance = z * Math.sqrt(end * (1 - end) / n);
            assertThat(Math.abs(p - end)).isCloseTo(distance, within(1e-6 * distance));
        }
    }

    @Test
    void numbersBeyondTheBetaFunctionGiveWilsons() {
        double n = 9e18;
        for (ProportionInterval method : new ProportionInterval[] {CLOPPER_PEARSON, JEFFREYS}) {
            assertThat(method.of(4e18, n, 0.95)).isEqualTo(WILSON.of(4e18, n, 0.95));
            // Just below the limit both still agree.
            assertInterval(
                    method.of(1e11, 3e11, 0.95),
                    WILSON.of(1e11, 3e11, 0.95).low(),
                    WILSON.of(1e11, 3e11, 0.95).high());
        }
        // scipy: chi2.ppf(0.975, 4) / 2 is what n times the end tends to for one event, here one that did not happen
        assertThat(CLOPPER_PEARSON.of(1e12 - 1, 1e12, 0.95).low()).isCloseTo(1 - 5.571643390938898e-12, within(1e-15));
        // mpmath: 1 - 0.025^(1/n), and the root for one event
        assertInterval(CLOPPER_PEARSON.of(0, 1e15, 0.95), 0, 3.688879454113936e-15);
    }

    @Test
    void tinyConfidenceIsTheEstimate() {
        assertThat(WILSON.of(1, 3, 1e-300)).isEqualTo(Interval.of(1 / 3.0, 1 / 3.0));
    }

    @Test
    void refusesBadArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WILSON.of(1, 2, 95))
                .withMessage("confidence must be in (0, 1), got 95.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WILSON.of(0, -1, 0.95))
                .withMessage("trials must be finite and not negative, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JEFFREYS.of(3, 2, 0.95))
                .withMessage("events must be in [0, 2.0], got 3.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WALD.of(Double.NaN, 2, 0.95))
                .withMessage("events must be in [0, 2.0], got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WALD.of(-1, 2, 0.95))
                .withMessage("events must be in [0, 2.0], got -1.0");
    }
}
