package io.cxmetrics.models.golden;

import static io.cxmetrics.models.golden.GoldenFiles.number;
import static io.cxmetrics.models.golden.GoldenFiles.same;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.models.Fit;
import io.cxmetrics.models.contract.RenewalCounts;
import io.cxmetrics.models.contract.ShiftedBetaGeometric;
import io.cxmetrics.testkit.GoldenTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shifted beta-geometric model against 40-digit values, and its fits against the published ones. */
@GoldenTest
class SbgGoldenTest {

    private static final Map<String, ShiftedBetaGeometric> MODELS = Map.of(
            "high_end", new ShiftedBetaGeometric(0.668, 3.806),
            "regular", new ShiftedBetaGeometric(0.704, 1.182),
            "fh2010_case1", new ShiftedBetaGeometric(3.8, 15.2),
            "fh2010_case2", new ShiftedBetaGeometric(0.067, 0.267));

    @Test
    void everyPrediction() {
        List<NamedCsvRecord> rows = GoldenFiles.rows("golden/clv/sbg.csv");
        assertThat(rows).hasSize(240);
        for (NamedCsvRecord row : rows) {
            same(answer(row), number(row, "value"), 1e-12, row.toString());
        }
    }

    private static double answer(NamedCsvRecord row) {
        ShiftedBetaGeometric model = MODELS.get(row.getField("params"));
        String discount = row.getField("discount_rate");
        String at = row.getField("t_or_n");
        return switch (row.getField("quantity")) {
            case "survival" -> model.survival(Integer.parseInt(at));
            case "churn_probability" -> model.churnProbability(Integer.parseInt(at));
            case "retention_rate" -> model.retentionRate(Integer.parseInt(at));
            case "DEL" -> model.discountedLifetime(Double.parseDouble(discount));
            default -> model.discountedResidualLifetime(Integer.parseInt(at), Double.parseDouble(discount));
        };
    }

    @ParameterizedTest
    @CsvSource({"sbg_high, high_end_pct_active", "sbg_regular, regular_pct_active"})
    void everyFit(String name, String column) {
        JsonNode expected = GoldenFiles.json("golden/clv/fits.json").get("fits").get(name);
        long[] survivors = GoldenFiles.rows("data/clv/sbg_fader_hardie_2007.csv.gz").stream()
                .limit(8)
                .mapToLong(row -> Math.round(10 * number(row, column)))
                .toArray();
        Fit<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.fit(RenewalCounts.ofSurvivors(survivors));
        FitGolden.check(fit, expected, name);
        JsonNode published = GoldenFiles.json("golden/sbg_survival.json").get("goldens");
        for (JsonNode golden : published) {
            if (golden.get("id").asText().equals(name.equals("sbg_high") ? "high_end_sbg_fit" : "regular_sbg_fit")) {
                double[] survival = GoldenFiles.numbers(golden.get("expected").get("S"));
                for (int t = 1; t <= survival.length; t++) {
                    // Computed from an optimizer's parameters, which are right to 1e-5.
                    same(fit.model().survival(t), survival[t - 1], 1e-5, name + " S(" + t + ")");
                }
            }
        }
    }
}
