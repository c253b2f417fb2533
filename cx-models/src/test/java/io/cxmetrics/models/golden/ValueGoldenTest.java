package io.cxmetrics.models.golden;

import static io.cxmetrics.models.golden.GoldenFiles.number;
import static io.cxmetrics.models.golden.GoldenFiles.same;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.models.Fit;
import io.cxmetrics.models.purchase.BgNbd;
import io.cxmetrics.models.purchase.BuyingHistory;
import io.cxmetrics.models.purchase.ParetoNbd;
import io.cxmetrics.models.value.BuyingValue;
import io.cxmetrics.models.value.DiscountRate;
import io.cxmetrics.models.value.GammaGamma;
import io.cxmetrics.models.value.SpendHistories;
import io.cxmetrics.models.value.SpendHistory;
import io.cxmetrics.testkit.GoldenTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Spend and lifetime value against 40-digit values. */
@GoldenTest
class ValueGoldenTest {

    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);
    private static final BuyingValue BG = new BuyingValue(new BgNbd(0.243, 4.414, 0.793, 2.426), SPEND);
    private static final BuyingValue PARETO = new BuyingValue(new ParetoNbd(0.553, 10.578, 0.606, 11.669), SPEND);

    @Test
    void everySpend() {
        for (NamedCsvRecord row : GoldenFiles.rows("golden/clv/gamma_gamma_predictions.csv")) {
            SpendHistory history = SpendHistory.of((long) number(row, "x"), number(row, "mean_spend"));
            same(SPEND.expectedSpend(history), number(row, "expected_mean_spend"), 1e-12, row.toString());
            if (history.purchases() > 0) {
                same(SPEND.logLikelihood(history), number(row, "log_likelihood"), 1e-10, row.toString());
            }
        }
    }

    @Test
    void theFit() {
        List<NamedCsvRecord> rows = GoldenFiles.rows("data/clv/cdnow_summary.csv.gz");
        SpendHistories spend =
                SpendHistories.of(GoldenFiles.counts(rows, "frequency"), GoldenFiles.column(rows, "monetary_value"));
        assertThat(spend.count()).isEqualTo(946);
        assertThat(spend.leftOut()).isEqualTo(1411);
        Fit<GammaGamma> fit = GammaGamma.fit(spend);
        FitGolden.check(
                fit, GoldenFiles.json("golden/clv/fits.json").get("fits").get("gg"), "gg");
    }

    /** A month of 4.345 weeks and a rate for each month. */
    @Test
    void everyValue() {
        double month = 4.345;
        for (NamedCsvRecord row : GoldenFiles.rows("golden/clv/cdnow_clv.csv")) {
            long x = (long) number(row, "x");
            BuyingHistory bought = BuyingHistory.of(x, number(row, "t_x"), number(row, "T"));
            SpendHistory spent = SpendHistory.of(x, number(row, "mean_spend"));
            DiscountRate monthly = new DiscountRate(0.01, month);
            String what = row.toString();
            same(SPEND.expectedSpend(spent), number(row, "gg_expected_spend"), 1e-12, what);
            same(BG.residual(bought, spent, 12, month, monthly), number(row, "clv_bgnbd_12m_1pct"), 1e-10, what);
            double plain = BG.residual(bought, spent, 36, month, DiscountRate.NONE);
            same(plain, number(row, "clv_bgnbd_36m_0pct"), 1e-10, what);
            same(PARETO.residual(bought, spent, 12, month, monthly), number(row, "clv_pnbd_12m_1pct"), 1e-10, what);
            DiscountRate weekly = new DiscountRate(Math.expm1(0.0027), 1);
            double endless = PARETO.residualWithoutEnd(bought, spent, weekly);
            same(endless, number(row, "residual_ltv_pnbd_dert_x_spend"), 1e-10, what);
        }
    }
}
