package io.cxmetrics.models.golden;

import static io.cxmetrics.models.golden.GoldenFiles.number;
import static io.cxmetrics.models.golden.GoldenFiles.same;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.models.Fit;
import io.cxmetrics.models.purchase.BgNbd;
import io.cxmetrics.models.purchase.BuyingHistories;
import io.cxmetrics.models.purchase.BuyingHistory;
import io.cxmetrics.models.purchase.BuyingModel;
import io.cxmetrics.models.purchase.MbgNbd;
import io.cxmetrics.models.purchase.ParetoNbd;
import io.cxmetrics.testkit.GoldenTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The models of buying against 40 to 60-digit values over ordinary, extreme and degenerate customers, and their fits.
 */
@GoldenTest
class BuyingGoldenTest {

    private static final Map<String, BuyingModel<?>> PUBLISHED = Map.of(
            "bgnbd", new BgNbd(0.243, 4.414, 0.793, 2.426),
            "mbgnbd", new MbgNbd(0.525, 6.183, 0.891, 1.614),
            "pnbd", new ParetoNbd(0.553, 10.578, 0.606, 11.669));

    /** Of the README of the goldens: extreme rows are those beyond a few hundred purchases or hundreds of weeks. */
    private static double tolerance(BuyingHistory history) {
        return history.repeats() >= 300 || history.age() > 1000 ? 1e-8 : 1e-10;
    }

    private static BuyingHistory history(NamedCsvRecord row) {
        return BuyingHistory.of((long) number(row, "x"), number(row, "t_x"), number(row, "T"));
    }

    @ParameterizedTest
    @CsvSource({"bgnbd, bgnbd", "mbgnbd, mbgnbd", "pnbd, pareto_nbd"})
    void everyPrediction(String name, String file) {
        BuyingModel<?> model = PUBLISHED.get(name);
        List<NamedCsvRecord> rows = GoldenFiles.rows("golden/clv/" + file + "_predictions.csv");
        assertThat(rows).hasSizeGreaterThan(60);
        for (NamedCsvRecord row : rows) {
            BuyingHistory history = history(row);
            double tolerance = tolerance(history);
            String what = row.toString();
            same(model.logLikelihood(history), number(row, "log_likelihood"), tolerance, what);
            same(model.probabilityAlive(history), number(row, "p_alive"), tolerance, what);
            for (int time : new int[] {1, 13, 39, 52, 104}) {
                double expected = number(row, "cet_" + time);
                same(model.expectedPurchases(history, time), expected, tolerance, time + " " + what);
            }
            if (model instanceof ParetoNbd pareto) {
                same(pareto.probabilityAliveIn(history, 26), number(row, "p_alive_in_26"), tolerance, what);
                same(pareto.discountedPurchases(history, 0.0027), number(row, "dert_d_0.0027"), tolerance, what);
                double annual = Math.log(1.15) / 52;
                same(
                        pareto.discountedPurchases(history, annual),
                        number(row, "dert_d_ln1.15_over_52"),
                        tolerance,
                        what);
            }
        }
    }

    @Test
    void degenerateParameters() {
        Map<String, Integer> seen = new TreeMap<>();
        for (NamedCsvRecord row : GoldenFiles.rows("golden/clv/degenerate_params.csv")) {
            double[] p = {number(row, "p1"), number(row, "p2"), number(row, "p3"), number(row, "p4")};
            BuyingModel<?> model = PUBLISHED.get(row.getField("model"));
            model = model.withParameters(p);
            BuyingHistory history = history(row);
            String what = row.toString();
            same(model.logLikelihood(history), number(row, "log_likelihood"), 1e-10, what);
            same(model.probabilityAlive(history), number(row, "p_alive"), 1e-10, what);
            same(model.expectedPurchases(history, 12), number(row, "cet_12"), 1e-10, what);
            same(model.expectedPurchases(12), number(row, "expected_12"), 1e-10, what);
            seen.merge(row.getField("model"), 1, Integer::sum);
        }
        assertThat(seen).isEqualTo(Map.of("bgnbd", 12, "mbgnbd", 4, "pnbd", 16));
    }

    @Test
    void expectationsOfNewCustomers() {
        for (NamedCsvRecord row : GoldenFiles.rows("golden/clv/expected_transactions.csv")) {
            BuyingModel<?> model = PUBLISHED.get(row.getField("model"));
            same(model.expectedPurchases(number(row, "t")), number(row, "expected"), 1e-10, row.toString());
        }
    }

    @Test
    void probabilitiesOfCounts() {
        for (NamedCsvRecord row : GoldenFiles.rows("golden/clv/pmf.csv")) {
            BuyingModel<?> model = PUBLISHED.get(row.getField("model"));
            double actual = model.probabilityOf((long) number(row, "n"), number(row, "t"));
            same(actual, number(row, "probability"), 1e-10, row.toString());
        }
        for (NamedCsvRecord row : GoldenFiles.rows("golden/clv/conditional_pmf.csv")) {
            BuyingModel<?> model = PUBLISHED.get(row.getField("model"));
            double actual = model.probabilityOf((long) number(row, "n"), history(row), number(row, "t"));
            same(actual, number(row, "probability"), 1e-10, row.toString());
        }
    }

    static BuyingHistories histories(String file) {
        List<NamedCsvRecord> rows = GoldenFiles.rows("data/clv/" + file);
        return BuyingHistories.of(
                GoldenFiles.counts(rows, "frequency"),
                GoldenFiles.column(rows, "recency"),
                GoldenFiles.column(rows, "T"));
    }

    @Test
    void everyFit() {
        JsonNode fits = GoldenFiles.json("golden/clv/fits.json").get("fits");
        BuyingHistories cdnow = histories("cdnow_summary.csv.gz");
        assertThat(cdnow.distinct()).isEqualTo(1016);
        check(BgNbd.fit(cdnow), fits.get("bgnbd"), cdnow);
        check(MbgNbd.fit(cdnow), fits.get("mbgnbd"), cdnow);
        check(ParetoNbd.fit(cdnow), fits.get("pnbd"), cdnow);
        BuyingHistories many = histories("sim_bgnbd_100k.csv.gz");
        assertThat(many.distinct()).isEqualTo(36048);
        check(BgNbd.fit(many), fits.get("bgnbd_sim100k"), many);
    }

    private static <M extends BuyingModel<M>> void check(Fit<M> fit, JsonNode expected, BuyingHistories histories) {
        FitGolden.check(fit, expected, fit.toString());
        // The likelihood of the search and that of single customers are written apart.
        same(fit.model().logLikelihood(histories), fit.logLikelihood(), 1e-12, fit.toString());
    }
}
