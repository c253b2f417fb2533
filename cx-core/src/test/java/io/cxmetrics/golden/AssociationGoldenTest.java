package io.cxmetrics.golden;

import io.cxmetrics.compare.driver.Association;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.testkit.GoldenTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Correlations by R's cor.test, with and without ties. */
@GoldenTest
class AssociationGoldenTest {

    private static final double ZERO = 1e-12;
    private static final String PERFECT =
            "R's correlation of a perfect order is not quite 1, and its interval not quite one";

    @TestFactory
    Stream<DynamicTest> goldens() {
        return Golden.of("compare/correlation")
                .checkAll(expected -> check(expected, Association.of(expected.inputs("x"), expected.inputs("y"))))
                .tests();
    }

    private static void check(Expected expected, Association association) {
        expected.number("n", association.count()).text("ties", String.valueOf(association.tied()));
        Expected pearson = expected.in("pearson").number("r", association.pearson());
        Expected spearman = expected.in("spearman").number("rho", association.spearman(), 1e-9, ZERO);
        if (Math.abs(association.pearson()) == 1 && !pearson.isNull("t")) {
            for (Expected each : new Expected[] {pearson, spearman}) {
                each.passOver("t", PERFECT).passOver("p", PERFECT);
            }
            pearson.passOver("ci_fisher_z", PERFECT);
            spearman.passOver("ci_bonett_wright", PERFECT);
        } else {
            pearson.number("t", t(association.pearson(), association.count()), 1e-9, ZERO)
                    .number("p", association.pearsonPValue(), 1e-8, 0)
                    .interval("ci_fisher_z", association.pearsonInterval(0.95), 1e-9, ZERO);
            spearman.number("t", t(association.spearman(), association.count()), 1e-9, ZERO)
                    .number("p", association.spearmanStudentPValue(), 1e-8, 0)
                    .interval("ci_bonett_wright", association.spearmanInterval(0.95), 1e-9, ZERO);
        }
        spearman.passOver("ci_fieller_1.06", "another variance").passOver("ci_plain_fisher", "too short");
        exact(spearman, association.spearmanPValue());
        Expected kendall = expected.in("kendall")
                .number("tau_b", association.kendall())
                .number("s", association.kendallS())
                .number("variance", association.kendallVariance())
                .number("p_normal", association.kendallNormalPValue())
                .interval("ci_fisher_z_0.437", association.kendallInterval(0.95), 1e-9, ZERO)
                .number("goodman_kruskal_gamma", association.gamma());
        double z = association.kendallS() / Math.sqrt(association.kendallVariance());
        kendall.number("z", z);
        exact(kendall, association.kendallPValue());
        // The normal p-value belongs to z.
        kendall.number("p_normal", Critical.pValue(z));
    }

    private static void exact(Expected expected, double pValue) {
        if (expected.isNull("p_exact_no_ties")) {
            expected.passOver("p_exact_no_ties", "there are ties, or too many subjects");
        } else {
            expected.number("p_exact_no_ties", pValue);
        }
    }

    private static double t(double r, long count) {
        return Math.abs(r) == 1 ? Double.NaN : r * Math.sqrt((count - 2) / (1 - r * r));
    }
}
