package io.cxmetrics.golden;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.compare.driver.Association;
import io.cxmetrics.compare.driver.MeanBands;
import io.cxmetrics.compare.driver.NpsBand;
import io.cxmetrics.compare.driver.RateBands;
import io.cxmetrics.internal.DoubleColumn;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.Sample;
import io.cxmetrics.testkit.GoldenTest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Outcomes by band of NPS, by R's prop.trend.test and kruskal.test. */
@GoldenTest
class BandsGoldenTest {

    private static final double ZERO = 1e-12;

    @TestFactory
    Stream<DynamicTest> goldens() {
        return Golden.of("compare/bands")
                .check("bands_spend_retention", BandsGoldenTest::generated)
                .checkEach("bands_nps_", BandsGoldenTest::survey)
                .tests();
    }

    private static String name(NpsBand band) {
        return band.name().toLowerCase(Locale.ROOT);
    }

    private static void survey(Expected expected) {
        String outcome = expected.input("outcome").asText();
        DoubleColumn scores = new DoubleColumn();
        DoubleColumn hits = new DoubleColumn();
        for (NamedCsvRecord row : Golden.of("sfo_survey_2017").rows("sfo_2017.csv.gz")) {
            String score = row.getField("NETPRO");
            String did = row.getField(outcome);
            boolean rated = !score.isEmpty() && Integer.parseInt(score) >= 0 && Integer.parseInt(score) <= 10;
            if (rated && (did.equals("1") || did.equals("2"))) {
                scores.add(Integer.parseInt(score));
                hits.add(did.equals("1") ? 1 : 0);
            }
        }
        rates(expected, scores.toArray(), hits.toArray());
    }

    private static void rates(Expected expected, double[] scores, double[] hits) {
        Map<NpsBand, Proportion> byBand = new LinkedHashMap<>();
        for (NpsBand band : NpsBand.values()) {
            byBand.put(band, Proportion.EMPTY);
        }
        for (int i = 0; i < scores.length; i++) {
            byBand.merge(NpsBand.of((int) scores[i]), Proportion.of((long) hits[i], 1), Proportion::plus);
        }
        RateBands<NpsBand> bands = RateBands.of(byBand);
        bands.bands()
                .forEach((band, rate) -> expected.in("bands")
                        .in(name(band))
                        .number("n", rate.trials())
                        .number("hits", rate.events())
                        .number("rate", rate.rate())
                        .interval("wilson", rate.interval(0.95)));
        expected.in("cochran_armitage")
                .number("chi_square", bands.trendChiSquared())
                .number("p", bands.trendPValue());
        expected.in("chi_square")
                .number("statistic", bands.chiSquared())
                .number("df", bands.degreesOfFreedom())
                .number("p", bands.pValue());
        expected.number(
                        "top_minus_bottom",
                        bands.topMinusBottom(ChangeDefinition.STANDARD).difference(),
                        1e-9,
                        ZERO)
                .number("spearman_score_outcome", Association.of(scores, hits).spearman())
                .number("n", scores.length);
    }

    private static void generated(Expected expected) {
        double[] scores = expected.inputs("score");
        double[] spend = expected.inputs("spend");
        Map<NpsBand, Sample> byBand = new LinkedHashMap<>();
        for (NpsBand band : NpsBand.values()) {
            byBand.put(band, Sample.EMPTY);
        }
        for (int i = 0; i < scores.length; i++) {
            byBand.merge(NpsBand.of((int) scores[i]), Sample.of(spend[i]), Sample::plus);
        }
        MeanBands<NpsBand> bands = MeanBands.of(byBand);
        Expected spent = expected.in("spend");
        for (NpsBand band : NpsBand.values()) {
            Moments moments = bands.moments(band);
            spent.in("bands")
                    .in(name(band))
                    .number("n", moments.count())
                    .number("mean", moments.mean())
                    .number("sd", moments.standardDeviation())
                    .interval("t_ci", moments.interval(0.95))
                    .number("median", bands.sample(band).median())
                    .number("total", moments.sum())
                    .number("share_of_total", bands.shareOfTotal(band))
                    .number("index_to_overall_mean", bands.index(band));
        }
        spent.in("kruskal_wallis").number("statistic", bands.kruskalWallis()).number("p", bands.pValue());
        Change top = bands.topMinusBottom(ChangeDefinition.STANDARD);
        spent.in("welch_promoter_minus_detractor")
                .number("difference", top.difference())
                .number("p", top.pValue(), 1e-8, 0)
                .interval("ci", top.interval(), 1e-8, ZERO);
        spent.number("spearman", Association.of(scores, spend).spearman());
        rates(expected.in("retention"), scores, expected.inputs("retained"));
    }
}
