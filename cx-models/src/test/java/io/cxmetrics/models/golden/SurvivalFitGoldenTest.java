package io.cxmetrics.models.golden;

import static io.cxmetrics.models.golden.GoldenFiles.same;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.models.Fit;
import io.cxmetrics.models.survival.Durations;
import io.cxmetrics.models.survival.SurvivalFamily;
import io.cxmetrics.models.survival.SurvivalModel;
import io.cxmetrics.testkit.GoldenTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four families against R's survreg over five data sets. */
@GoldenTest
class SurvivalFitGoldenTest {

    @ParameterizedTest
    @ValueSource(strings = {"aml", "lung", "ovarian", "veteran", "telco"})
    void everyFamily(String dataset) {
        List<NamedCsvRecord> rows = GoldenFiles.rows("data/clv/survival/" + dataset + ".csv.gz");
        boolean[] event = new boolean[rows.size()];
        for (int i = 0; i < event.length; i++) {
            event[i] = rows.get(i).getField("event").equals("1");
        }
        Durations durations = Durations.of(GoldenFiles.column(rows, "time"), event);
        JsonNode expected = GoldenFiles.json("golden/clv/survival/tests_" + dataset + ".json")
                .get("parametric");
        assertThat(expected.size()).isEqualTo(SurvivalFamily.values().length);
        for (SurvivalFamily family : SurvivalFamily.values()) {
            String name = family.name().replace("_", "").toLowerCase(Locale.ROOT);
            check(family.fit(durations), expected.get(name), dataset + " " + name);
        }
    }

    private static void check(Fit<SurvivalModel> fit, JsonNode expected, String what) {
        SurvivalModel model = fit.model();
        assertThat(fit.report().sound()).as(what + " " + fit.report()).isTrue();
        assertThat(fit.report().gradientNorm()).as(what).isLessThan(1e-6);
        assertThat(fit.count()).as(what).isEqualTo(expected.get("n").asDouble());
        same(model.location(), expected.get("intercept").asDouble(), 1e-6, what + " location");
        same(model.scale(), expected.get("scale").asDouble(), 1e-6, what + " scale");
        same(fit.logLikelihood(), expected.get("log_likelihood").asDouble(), 1e-9, what + " log-likelihood");
        same(fit.aic(), expected.get("aic").asDouble(), 1e-9, what + " AIC");
        JsonNode covariance = expected.get("var_intercept_logscale");
        double[] slopes = {1, model.scale()};
        for (int i = 0; i < covariance.size(); i++) {
            for (int j = 0; j < covariance.size(); j++) {
                // R's own search leaves the parameters 1e-7 from the maximum; a small covariance shows that tenfold.
                double natural = covariance.get(i).get(j).asDouble() * slopes[i] * slopes[j];
                same(fit.covariance()[i][j], natural, i == j ? 1e-6 : 2e-4, what + " covariance " + i + " " + j);
            }
        }
        if (expected.has("rate")) {
            double rate = expected.get("rate").asDouble();
            same(model.hazard(3), rate, 1e-6, what + " rate");
            same(
                    fit.standardError(m -> Math.log(m.hazard(3))),
                    expected.get("se_log_rate").asDouble(),
                    1e-6,
                    what);
        }
        if (expected.has("shape")) {
            same(model.shape(), expected.get("shape").asDouble(), 1e-6, what + " shape");
            double error = expected.get("se_log_shape").asDouble();
            same(fit.standardError(m -> Math.log(m.shape())), error, 1e-6, what + " shape");
            same(
                    fit.standardError("location"),
                    expected.get("se_log_weibull_scale").asDouble(),
                    1e-6,
                    what);
        }
    }
}
