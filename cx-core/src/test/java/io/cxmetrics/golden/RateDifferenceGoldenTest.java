package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.compare.difference.FisherTest;
import io.cxmetrics.compare.difference.RateDifference;
import io.cxmetrics.compare.difference.RateInterval;
import io.cxmetrics.compare.difference.RateTest;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.testkit.GoldenTest;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Two rates by R's prop.test and fisher.test, and the exact properties of intervals and tests by enumeration. */
@GoldenTest
class RateDifferenceGoldenTest {

    private static final double ROUGH = 1e-8;
    private static final double ZERO = 1e-12;
    private static final String YATES = "rejects a true hypothesis too seldom; Fisher's test is offered instead";

    @TestFactory
    Stream<DynamicTest> goldens() {
        return Golden.of("compare/two_rates")
                .check("newcombe_1998_published", RateDifferenceGoldenTest::published)
                .checkEach("two_rates_", expected -> {
                    RateDifference rates = rates(
                            expected.input("x_a").longValue(),
                            expected.input("n_a").longValue(),
                            expected.input("x_b").longValue(),
                            expected.input("n_b").longValue());
                    check(expected, rates);
                })
                .checkEach("exact_coverage_", RateDifferenceGoldenTest::coverage)
                .tests();
    }

    static RateDifference rates(long eventsA, long trialsA, long eventsB, long trialsB) {
        return new RateDifference(Proportion.of(eventsA, trialsA), Proportion.of(eventsB, trialsB));
    }

    /** Compares whatever the golden says of two rates. */
    static void check(Expected expected, RateDifference rates) {
        if (expected.has("x_a")) {
            expected.number("x_a", rates.before().events())
                    .number("n_a", rates.before().trials())
                    .number("x_b", rates.after().events())
                    .number("n_b", rates.after().trials());
        }
        if (expected.has("p_a")) {
            expected.number("p_a", rates.before().rate())
                    .number("p_b", rates.after().rate());
        }
        expected.number("difference", rates.estimate(), 1e-9, ZERO);
        if (expected.has("wald_unpooled")) {
            wald(expected.in("wald_unpooled"), rates);
        }
        Expected pooled = expected.in("z_pooled");
        double z = rates.z();
        pooled.number(
                        "se",
                        rates.before().equals(rates.after()) || Double.isNaN(z)
                                ? pooledError(rates)
                                : rates.estimate() / z)
                .number("z", z, 1e-9, ZERO)
                .number("p", rates.pValue(RateTest.POOLED_Z))
                .number("chi_square", z * z, 1e-9, ZERO);
        if (expected.has("yates")) {
            expected.passOver("yates", YATES);
        }
        expected.interval("newcombe", rates.interval(0.95), 1e-9, ZERO);
        if (expected.has("miettinen_nurminen")) {
            expected.interval(
                    "miettinen_nurminen", rates.interval(0.95, RateInterval.MIETTINEN_NURMINEN), ROUGH, ROUGH);
        }
        if (expected.has("agresti_caffo")) {
            expected.interval("agresti_caffo", rates.interval(0.95, RateInterval.AGRESTI_CAFFO), 1e-9, ZERO);
        }
        if (expected.has("fisher")) {
            fisher(expected.in("fisher"), rates.fisher());
        }
        if (expected.has("risk_ratio")) {
            ratio(expected.in("risk_ratio"), rates);
        }
        if (expected.has("relative_lift")) {
            lift(expected, rates);
        }
        if (expected.has("odds_ratio")) {
            expected.in("odds_ratio")
                    .number("estimate", rates.odds().estimate())
                    .interval("woolf_ci", rates.odds().woolf(0.95))
                    .number("haldane_estimate", rates.odds().haldane())
                    .interval("haldane_ci", rates.odds().haldaneInterval(0.95));
        }
        if (expected.has("effect")) {
            double trials = rates.before().trials() + rates.after().trials();
            expected.in("effect")
                    .number("cohen_h", rates.cohenH(), 1e-9, ZERO)
                    .number("phi", z / Math.sqrt(trials), 1e-9, ZERO);
        }
    }

    private static double pooledError(RateDifference rates) {
        Proportion all = rates.before().plus(rates.after());
        return Math.sqrt(all.rate()
                * (1 - all.rate())
                * (1.0 / rates.before().trials() + 1.0 / rates.after().trials()));
    }

    private static void wald(Expected expected, RateDifference rates) {
        Difference wald = new Difference(rates.estimate(), rates.standardError());
        boolean spread = wald.standardError() > 0;
        expected.number("se", wald.standardError(), 1e-9, ZERO)
                .number("z", spread ? wald.z() : Double.NaN, 1e-9, ZERO)
                .number("p", spread ? wald.pValue() : Double.NaN)
                .interval("ci", rates.interval(0.95, RateInterval.WALD), 1e-9, ZERO);
    }

    private static void fisher(Expected expected, FisherTest fisher) {
        expected.number("two_sided", fisher.pValue())
                .number("less", fisher.less())
                .number("greater", fisher.greater())
                .number("central_doubled", fisher.doubled())
                .number("midp_minlike", fisher.midP())
                .number("midp_doubled", fisher.doubledMidP())
                .number("conditional_or", fisher.oddsRatio(), ROUGH, 0)
                .interval("conditional_or_ci", fisher.oddsRatioInterval(0.95), ROUGH, 0);
    }

    private static void ratio(Expected expected, RateDifference rates) {
        expected.number("estimate", rates.ratio().estimate())
                .interval("katz_log_ci", rates.ratio().katz(0.95))
                .interval("score_mn_ci", rates.ratio().score(0.95), ROUGH, 0)
                .interval("score_koopman_ci", rates.ratio().koopman(0.95), ROUGH, 0);
    }

    private static void lift(Expected expected, RateDifference rates) {
        if (rates.before().events() == 0) {
            expected.passOver("relative_lift", "nothing is relative to 0: undefined here, infinite there");
            return;
        }
        Difference lift = rates.ratio().lift();
        expected.in("relative_lift")
                .number("estimate", lift.estimate(), 1e-9, ZERO)
                .number("delta_se", lift.standardError(), 1e-9, ZERO)
                .interval("delta_ci", lift.interval(0.95), 1e-9, ZERO);
    }

    private static void published(Expected expected) {
        RateDifference[] rates = {
            rates(48, 80, 56, 70),
            rates(3, 10, 9, 10),
            rates(2, 7, 6, 7),
            rates(0, 29, 5, 56),
            rates(0, 20, 0, 10),
            rates(0, 10, 0, 10),
            rates(0, 20, 10, 10),
            rates(0, 10, 10, 10)
        };
        for (int i = 0; i < rates.length; i++) {
            String id = "two_rates_newcombe_" + (char) ('a' + i);
            if (expected.has(id)) {
                Expected one = expected.in(id);
                one.interval("newcombe", rates[i].interval(0.95), 0, 5e-5);
                if (one.has("miettinen_nurminen")) {
                    one.interval(
                            "miettinen_nurminen", rates[i].interval(0.95, RateInterval.MIETTINEN_NURMINEN), 0, 5e-5);
                }
            }
        }
    }

    private static void coverage(Expected expected) {
        int trialsA = expected.input("n_a").intValue();
        int trialsB = expected.input("n_b").intValue();
        double rateA = expected.input("p_a").doubleValue();
        double rateB = expected.input("p_b").doubleValue();
        BinomialDistribution before = BinomialDistribution.of(trialsA, rateA);
        BinomialDistribution after = BinomialDistribution.of(trialsB, rateB);
        Map<RateInterval, Double> covered = new EnumMap<>(RateInterval.class);
        double[] rejected = new double[4];
        double z = Critical.z(0.95);
        for (int a = 0; a <= trialsA; a++) {
            for (int b = 0; b <= trialsB; b++) {
                RateDifference rates = rates(a, trialsA, b, trialsB);
                double probability = before.probability(a) * after.probability(b);
                for (RateInterval method : RateInterval.values()) {
                    Interval interval = rates.interval(0.95, method);
                    boolean inside = interval.low() <= rateB - rateA + ZERO && interval.high() >= rateB - rateA - ZERO;
                    covered.merge(method, inside ? probability : 0, Double::sum);
                }
                double unpooled = rates.estimate() / rates.standardError();
                rejected[0] += Math.abs(rates.z()) > z ? probability : 0;
                rejected[1] += rates.standardError() > 0 && Math.abs(unpooled) > z ? probability : 0;
                rejected[2] += rates.pValue(RateTest.FISHER) <= 0.05 ? probability : 0;
                rejected[3] += rates.pValue(RateTest.MID_P) <= 0.05 ? probability : 0;
                double factor = (trialsA + trialsB - 1.0) / (trialsA + trialsB);
                assertThat(rates.interval(0.95, RateInterval.MIETTINEN_NURMINEN).contains(0))
                        .as("%s excludes 0 exactly where the score test rejects", rates)
                        .isEqualTo(!(Math.abs(rates.z()) * Math.sqrt(factor) > z));
            }
        }
        expected.in("interval_coverage")
                .number("wald", covered.getOrDefault(RateInterval.WALD, 0.0), 0, ROUGH)
                .number("newcombe", covered.getOrDefault(RateInterval.NEWCOMBE, 0.0), 0, ROUGH)
                .number("miettinen_nurminen", covered.getOrDefault(RateInterval.MIETTINEN_NURMINEN, 0.0), 0, ROUGH)
                .number("agresti_caffo", covered.getOrDefault(RateInterval.AGRESTI_CAFFO, 0.0), 0, ROUGH);
        expected.in("test_rejects")
                .number("z_pooled", rejected[0], 0, ROUGH)
                .number("z_unpooled", rejected[1], 0, ROUGH)
                .number("fisher", rejected[2], 0, ROUGH)
                .number("fisher_midp", rejected[3], 0, ROUGH)
                .passOver("yates", YATES);
    }
}
