package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.compare.difference.RatioDifference;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.RatioOfSums;
import io.cxmetrics.testkit.GoldenTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Revenue per session with the user as unit, by R's delta method and its sandwich. */
@GoldenTest
class RatioDifferenceGoldenTest {

    private static final double ZERO = 1e-12;

    @TestFactory
    Stream<DynamicTest> goldens() {
        return Golden.of("compare/ratio_of_sums")
                .checkAll(RatioDifferenceGoldenTest::check)
                .tests();
    }

    private static RatioOfSums side(Expected expected, String name) {
        return RatioOfSums.of(expected.inputs(name, "y"), expected.inputs(name, "x"));
    }

    private static void check(Expected expected) {
        RatioOfSums before = side(expected, "a");
        RatioOfSums after = side(expected, "b");
        side(expected.in("a"), before);
        side(expected.in("b"), after);
        RatioDifference ratios = new RatioDifference(before, after);
        Difference normal = ratios.normal();
        boolean told = !Double.isNaN(ratios.t());
        expected.number("difference", ratios.estimate(), 1e-9, ZERO)
                .number("se", ratios.standardError(), 1e-9, ZERO)
                .interval("ci", normal.interval(0.95), 1e-9, ZERO);
        if (told) {
            expected.number("z", ratios.t(), 1e-9, ZERO).number("p", Critical.pValue(ratios.t()));
        } else {
            expected.passOver("z", "proportional data have no error").passOver("p", "proportional data have no error");
        }
        if (expected.has("t_df")) {
            if (told) {
                expected.number("t_df", ratios.degreesOfFreedom()).number("p_t", ratios.pValue());
            } else {
                expected.passOver("t_df", "proportional data have no error")
                        .passOver("p_t", "proportional data have no error");
            }
        }
        if (expected.has("lift")) {
            lift(expected, ratios, told);
        }
    }

    private static void side(Expected expected, RatioOfSums ratio) {
        expected.number("n", ratio.count())
                .number("ratio", ratio.ratio())
                .number("variance", ratio.variance(), 1e-9, ZERO)
                .number("se", ratio.standardError(), 1e-9, ZERO)
                .interval("ci", new Difference(ratio.ratio(), ratio.standardError()).interval(0.95), 1e-9, ZERO);
    }

    private static void lift(Expected expected, RatioDifference ratios, boolean told) {
        double a = ratios.before().ratio();
        double b = ratios.after().ratio();
        double error = Math.hypot(
                ratios.after().standardError() / a, b * ratios.before().standardError() / (a * a));
        Change change = ratios.change(ChangeDefinition.STANDARD);
        expected.number("lift", b / a - 1, 1e-9, ZERO)
                .number("lift_se", error, 1e-9, ZERO)
                .interval("lift_ci", Interval.around(b / a - 1, Critical.z(0.95) * error), 1e-9, ZERO);
        if (told && !Double.isNaN(change.relative())) {
            double ratio = Critical.t(0.95, ratios.degreesOfFreedom()) / Critical.z(0.95);
            assertThat(change.relativeInterval().margin() / (Critical.z(0.95) * error))
                    .isBetween(ratio - 1e-9, ratio + 1e-9);
        }
    }
}
