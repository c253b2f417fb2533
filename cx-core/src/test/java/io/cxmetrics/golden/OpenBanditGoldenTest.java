package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.ProportionDifference;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.web.usage.ClickThrough;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What ZOZOTOWN showed to its customers, under two policies, and what they clicked. */
@GoldenTest
class OpenBanditGoldenTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Golden golden = Golden.of("open_bandit_men");

    @TestFactory
    Stream<DynamicTest> everyGolden() {
        return golden.check("ctr_men_bts", this::byGroup)
                .check("ctr_men_random", this::byGroup)
                .check("ctr_top_items_men_bts", this::topItems)
                .check("ctr_top_items_men_random", this::topItems)
                .check("timestamps_men_bts", this::timestamps)
                .check("timestamps_men_random", this::timestamps)
                .check("ctr_difference", this::difference)
                .tests();
    }

    private static boolean clicked(NamedCsvRecord row) {
        return "1".equals(row.getField("click"));
    }

    private static Instant at(NamedCsvRecord row) {
        return Instant.parse(row.getField("timestamp").replace(' ', 'T').replace("+00:00", "Z"));
    }

    private static <G> Map<G, ClickThrough> grouped(
            List<NamedCsvRecord> rows, Function<NamedCsvRecord, ? extends G> group) {
        return rows.stream()
                .collect(Collectors.groupingBy(group, ClickThrough.toClickThrough(OpenBanditGoldenTest::clicked)));
    }

    private void byGroup(Expected expected) {
        List<NamedCsvRecord> rows = golden.rows(expected.select("file"));
        check(expected.in("all"), rows.stream().collect(ClickThrough.toClickThrough(OpenBanditGoldenTest::clicked)));
        expected.in("position").groups(grouped(rows, row -> row.getField("position")), OpenBanditGoldenTest::check);
        expected.in("utc_date")
                .groups(
                        grouped(rows, row -> at(row).atZone(ZoneOffset.UTC).toLocalDate()),
                        OpenBanditGoldenTest::check);
        expected.in("tokyo_date")
                .groups(grouped(rows, row -> at(row).atZone(TOKYO).toLocalDate()), OpenBanditGoldenTest::check);
    }

    private static void check(Expected expected, ClickThrough clicks) {
        assertThat(clicks.overclicked()).isFalse();
        expected.number("impressions", clicks.impressions())
                .number("clicks", clicks.clicks())
                .number("ctr_pct", 100 * clicks.total())
                .number("ctr_pct", clicks.unique().percent())
                .interval("ci95_wilson", clicks.unique().interval(0.95).times(100));
    }

    private void topItems(Expected expected) {
        Map<Integer, ClickThrough> items =
                grouped(golden.rows(expected.select("file")), row -> Integer.valueOf(row.getField("item_id")));
        List<Integer> best = items.keySet().stream()
                .sorted(Comparator.comparingDouble(
                                (Integer item) -> -items.get(item).total())
                        .thenComparing(Comparator.naturalOrder()))
                .limit(5)
                .toList();
        assertThat(expected.size()).isEqualTo(best.size());
        for (int i = 0; i < best.size(); i++) {
            ClickThrough clicks = items.get(best.get(i));
            expected.in("" + i)
                    .number("item_id", best.get(i))
                    .number("impressions", clicks.impressions())
                    .number("clicks", clicks.clicks())
                    .number("ctr_pct", clicks.unique().percent());
        }
    }

    private void timestamps(Expected expected) {
        List<NamedCsvRecord> rows = golden.rows(expected.select("file"));
        long outOfOrder = 0;
        for (int i = 1; i < rows.size(); i++) {
            outOfOrder += at(rows.get(i)).isBefore(at(rows.get(i - 1))) ? 1 : 0;
        }
        expected.number("rows", rows.size())
                .number(
                        "without_fraction",
                        rows.stream()
                                .filter(row -> !row.getField("timestamp").contains("."))
                                .count())
                .number("out_of_order", outOfOrder)
                .number(
                        "duplicate_rows",
                        rows.size()
                                - new HashSet<>(rows.stream()
                                                .map(NamedCsvRecord::getFields)
                                                .toList())
                                        .size());
    }

    private void difference(Expected expected) {
        ProportionDifference difference = all("men_bts.csv.gz").differenceFrom(all("men_random.csv.gz"));
        expected.number("diff_pp", 100 * difference.estimate())
                .number("z", difference.z())
                .number("p", difference.pValue())
                .number(
                        "relative_lift_pct",
                        100 * difference.estimate() / difference.second().rate());
    }

    private Proportion all(String file) {
        return golden.rows(file).stream()
                .collect(ClickThrough.toClickThrough(OpenBanditGoldenTest::clicked))
                .unique();
    }
}
