package io.cxmetrics.golden;

import io.cxmetrics.compare.experiment.ConfidenceSequence;
import io.cxmetrics.compare.experiment.SequentialMonitor;
import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.testkit.GoldenTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Closed forms that were checked by integrating the mixture, and those of GrowthBook. */
@GoldenTest
class SequentialGoldenTest {

    @TestFactory
    Stream<DynamicTest> goldens() {
        return Golden.of("compare/sequential")
                .checkEach("msprt", SequentialGoldenTest::mixture)
                .checkEach("asymptotic", SequentialGoldenTest::asymptotic)
                .checkedElsewhere("simulation_false_positives")
                .tests();
    }

    private static void mixture(Expected golden) {
        ConfidenceSequence sequence =
                ConfidenceSequence.ofMixture(golden.input("tau").doubleValue(), 0.05);
        double variance =
                golden.input("var_a").doubleValue() + golden.input("var_b").doubleValue();
        double[] units = golden.inputs("n");
        double[] estimates = golden.inputs("d");
        SequentialMonitor monitor = SequentialMonitor.of(sequence).withFewest(0);
        for (int k = 0; k < units.length; k++) {
            long both = 2 * (long) units[k];
            double error = Math.sqrt(variance / units[k]);
            monitor = monitor.look(both, estimates[k], error);
            Difference naive = new Difference(estimates[k], error);
            Expected look = golden.in(String.valueOf(k))
                    .number("n_per_arm", units[k])
                    .number("estimate", estimates[k])
                    .number("se", error)
                    .number("log_lambda", sequence.logLambda(both, estimates[k], error))
                    .number("p_this_look", sequence.pValue(both, estimates[k], error))
                    .number("p_always_valid", monitor.pValue())
                    .interval("ci", sequence.interval(both, estimates[k], error))
                    .number("naive_p", naive.pValue())
                    .interval("naive_ci", naive.interval(0.95), 1e-9, 1e-15);
            running(look, monitor.interval());
        }
    }

    private static void running(Expected look, Interval interval) {
        if (look.has("running_ci")) {
            look.interval("running_ci", interval);
        }
    }

    private static void asymptotic(Expected golden) {
        double level = golden.input("alpha").doubleValue();
        ConfidenceSequence sequence =
                ConfidenceSequence.ofPlanned(golden.input("n_star").longValue(), level);
        long units = golden.input("n_total").longValue();
        double estimate = golden.input("estimate").doubleValue();
        double error = golden.input("se").doubleValue();
        Interval interval = sequence.interval(units, estimate, error);
        double tau = sequence.scale() * Math.sqrt(units) * error;
        golden.number("rho", sequence.scale())
                .number("half_width", interval.margin())
                .interval("ci", interval)
                .number("p", sequence.pValue(units, estimate, error))
                .number("equivalent_tau_squared", tau * tau)
                .number("log_lambda", sequence.logLambda(units, estimate, error));
    }
}
