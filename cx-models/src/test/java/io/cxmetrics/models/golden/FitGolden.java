package io.cxmetrics.models.golden;

import static io.cxmetrics.models.golden.GoldenFiles.same;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cxmetrics.models.Fit;
import java.util.List;

/** Compares a fit with one that was polished in 30 to 40 digits. */
final class FitGolden {

    private FitGolden() {}

    static void check(Fit<?> fit, JsonNode expected, String what) {
        assertThat(fit.report().sound()).as(what + " " + fit.report()).isTrue();
        assertThat(fit.report().gradientNorm()).as(what).isLessThan(1e-4);
        assertThat(fit.count()).as(what).isEqualTo(expected.get("n").asDouble());
        same(fit.logLikelihood(), expected.get("log_likelihood").asDouble(), 1e-9, what + " log-likelihood");
        List<String> names = fit.model().parameterNames();
        double[] parameters = GoldenFiles.numbers(expected.get("params"));
        double[] errors = GoldenFiles.numbers(expected.get("se"));
        double[][] covariance = fit.covariance();
        for (int i = 0; i < parameters.length; i++) {
            same(fit.parameter(names.get(i)), parameters[i], 1e-6, what + " " + names.get(i));
            same(fit.standardError(names.get(i)), errors[i], 1e-6, what + " error of " + names.get(i));
            for (int j = 0; expected.has("cov") && j < parameters.length; j++) {
                double wanted = expected.get("cov").get(i).get(j).asDouble();
                // A small covariance is a difference of large ones.
                assertThat(covariance[i][j])
                        .as(what + " covariance " + i + " " + j)
                        .isCloseTo(wanted, org.assertj.core.api.Assertions.within(1e-6 * errors[i] * errors[j]));
            }
        }
    }
}
