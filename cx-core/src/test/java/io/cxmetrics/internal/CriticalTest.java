package io.cxmetrics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of scipy 1.17: norm.isf, t.isf and chi2.ppf. */
class CriticalTest {

    private static final double TENTH_DIGIT = 1e-8;

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.6744897501960817",
        "0.8, 1.2815515655446004",
        "0.9, 1.6448536269514729",
        "0.95, 1.959963984540054",
        "0.99, 2.5758293035489004",
        "0.999, 3.2905267314918945",
        "0.999999, 4.8916384756929325"
    })
    void zIsTheNormalQuantile(double confidence, double z) {
        assertThat(Critical.z(confidence)).isCloseTo(z, withinPercentage(TENTH_DIGIT));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.5, 1.0", "1, 0.95, 12.706204736174694", "1, 0.999999, 636619.7723487513",
        "1.5, 0.95, 6.016663104427929", "2, 0.95, 4.302652729749462", "4, 0.95, 2.7764451051977934",
        "9, 0.999, 4.780912585931138", "30, 0.95, 2.0422724563012378", "1e6, 0.999999, 4.891668960704727"
    })
    void tIsStudentsQuantile(double degrees, double confidence, double t) {
        assertThat(Critical.t(confidence, degrees)).isCloseTo(t, withinPercentage(TENTH_DIGIT));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.01, 0.00015708785790970184",
        "1, 0.95, 3.841458820694124",
        "2, 0.95, 5.991464547107979",
        "5.5, 0.5, 4.849623406708852",
        "100, 0.999, 149.44925277903886"
    })
    void chiSquaredIsItsQuantile(double degrees, double confidence, double value) {
        assertThat(Critical.chiSquared(confidence, degrees)).isCloseTo(value, withinPercentage(TENTH_DIGIT));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 0.31731050786291415",
        "1.959963984540054, 0.05",
        "5, 5.733031437583866e-07",
        "10, 1.523970604832094e-23",
        "37, 1.1451142445047855e-299"
    })
    void pValueIsTwoSided(double z, double p) {
        assertThat(Critical.pValue(z)).isCloseTo(p, withinPercentage(TENTH_DIGIT));
        assertThat(Critical.pValue(-z)).isEqualTo(Critical.pValue(z));
    }

    @Test
    void pValueOfNothingIsUndefined() {
        assertThat(Critical.pValue(Double.NaN)).isNaN();
        assertThat(Critical.pValue(Double.NEGATIVE_INFINITY)).isZero();
    }

    /** The statistic of 926 is of two groups of customers, its p from R. */
    @Test
    void pValueOfChiSquaredGoesDownToZero() {
        assertThat(Critical.chiSquaredPValue(0, 3)).isEqualTo(1);
        assertThat(Critical.chiSquaredPValue(5.991464547107979, 2)).isCloseTo(0.05, withinPercentage(TENTH_DIGIT));
        assertThat(Critical.chiSquaredPValue(926.064558624371, 1))
                .isCloseTo(2.11732669360078e-203, withinPercentage(1e-8));
        assertThat(Critical.chiSquaredPValue(1e6, 1)).isZero();
        assertThat(Critical.chiSquaredPValue(Double.NaN, 0)).isNaN();
    }

    @Test
    void refusesConfidencesThatAreNone() {
        String message = "confidence must be in (0, 1), got 1.0";
        assertThatIllegalArgumentException().isThrownBy(() -> Critical.z(1)).withMessage(message);
        assertThatIllegalArgumentException().isThrownBy(() -> Critical.t(1, 5)).withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Critical.chiSquared(1, 5))
                .withMessage(message);
    }
}
