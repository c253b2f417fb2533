package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.testkit.SharedData;
import io.cxmetrics.value.PurchaseDefinition;
import io.cxmetrics.value.PurchaseHistory;
import io.cxmetrics.value.RfmBreaks;
import io.cxmetrics.value.RfmScore;
import io.cxmetrics.value.RfmScores;
import io.cxmetrics.value.RfmValues;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The RFM quintiles of 2,357 customers of CDNOW, by cut points and by tiles. */
@GoldenTest
class RfmGoldenTest {

    private static Map<Integer, RfmValues> values() {
        return RfmValues.from(PurchaseHistory.from(
                Purchased.cdnowSample(), PurchaseDefinition.in(ZoneOffset.UTC), LocalDate.of(1998, 7, 1)));
    }

    private static JsonNode golden() throws IOException {
        return new ObjectMapper()
                .readTree(SharedData.file("golden/clv/rfm_scores_cdnow_sample.json")
                        .toFile());
    }

    @Test
    void scoresOfCustomers() {
        Map<Integer, RfmValues> values = values();
        RfmScores<Integer> quantiles = RfmScores.of(values, RfmBreaks.quantiles(values.values(), 5));
        RfmScores<Integer> tiles = RfmScores.ntile(values, 5);
        List<NamedCsvRecord> rows = SharedCsv.named("golden/clv/rfm_scores_cdnow_sample.csv");
        assertThat(rows).hasSize(103);
        for (NamedCsvRecord row : rows) {
            Integer customer = Integer.valueOf(row.getField("customer_id"));
            assertThat(values.get(customer))
                    .as(row.toString())
                    .isEqualTo(new RfmValues(
                            number(row, "recency_days"),
                            number(row, "purchase_days"),
                            Purchased.cents(row.getField("total_spend")) / 100.0));
            assertThat(quantiles.scores().get(customer)).as(row.toString()).isEqualTo(score(row, "quantile"));
            assertThat(tiles.scores().get(customer)).as(row.toString()).isEqualTo(score(row, "ntile"));
        }
    }

    private static RfmScore score(NamedCsvRecord row, String by) {
        return new RfmScore(number(row, "r_" + by), number(row, "f_" + by), number(row, "m_" + by));
    }

    private static int number(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }

    @Test
    void cutPointsAndCells() throws IOException {
        Map<Integer, RfmValues> values = values();
        JsonNode golden = golden();
        assertThat(golden.get("reference_date").asText()).isEqualTo("1998-07-01");
        assertThat(values).hasSize(golden.get("customers").intValue());
        RfmBreaks breaks = RfmBreaks.quantiles(values.values(), 5);
        JsonNode cuts = golden.get("cut_points");
        check(breaks.recency(), cuts.get("recency"));
        check(breaks.frequency(), cuts.get("frequency"));
        check(breaks.monetary(), cuts.get("monetary"));
        Map<String, Long> cells = new TreeMap<>();
        golden.get("quantile_cell_counts")
                .properties()
                .forEach(cell -> cells.put(cell.getKey(), cell.getValue().longValue()));
        assertThat(RfmScores.of(values, breaks).cells()).isEqualTo(cells);
    }

    private static void check(List<Double> cuts, JsonNode expected) {
        assertThat(cuts).hasSize(expected.size());
        for (int i = 0; i < cuts.size(); i++) {
            double value = Double.parseDouble(expected.get(i).asText());
            assertThat(cuts.get(i)).isCloseTo(value, within(1e-12 * value));
        }
    }
}
