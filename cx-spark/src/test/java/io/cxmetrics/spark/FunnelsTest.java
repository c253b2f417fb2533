package io.cxmetrics.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.spark.transform.Funnels;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.funnel.Funnel;
import io.cxmetrics.web.funnel.FunnelBase;
import io.cxmetrics.web.funnel.FunnelCounts;
import io.cxmetrics.web.funnel.FunnelExclusion;
import io.cxmetrics.web.funnel.FunnelMatcher;
import io.cxmetrics.web.funnel.FunnelOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts of funnels are those of cx-core, for every kind of funnel. */
class FunnelsTest {

    private static final String COLUMNS = "actor INT, millis BIGINT, name STRING, country STRING";
    private static final Funnel SHOP = Funnel.of("b view", "c cart", "d order");

    /** The names sort as equal times do: the excluded, what is no step, and the steps. */
    private static final List<String> NAMES = List.of("! refund", "a click", "b view", "c cart", "d order");

    private static List<Row> random() {
        Random random = new Random(3);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            int actor = random.nextInt(400);
            int name = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(4);
            rows.add(RowFactory.create(
                    actor, random.nextInt(60) * 60_000L, NAMES.get(name), actor % 2 == 0 ? "de" : "fr"));
        }
        return rows;
    }

    static Stream<Funnel> funnels() {
        return Stream.of(
                SHOP,
                SHOP.withWindow(Duration.ofMinutes(10)),
                SHOP.withWindow(Duration.ofMinutes(10)).withOrder(FunnelOrder.STRICT),
                SHOP.withOrder(FunnelOrder.ANY),
                SHOP.withWindow(Duration.ofMinutes(20)).withExclusions("! refund"),
                SHOP.withExclusions("! refund").withExclusion(FunnelExclusion.ENDS_ATTEMPT),
                Funnel.of("b view", "b view", "d order").withWindow(Duration.ofMinutes(30)));
    }

    private static FunnelCounts expected(List<Row> rows, Funnel funnel) {
        return rows.stream()
                .map(row -> WebEvent.of(
                        row.getInt(0), Instant.ofEpochMilli(row.getLong(1)), EventKind.CLICK, row.getString(2)))
                .sorted(Comparator.<WebEvent<Integer>, Instant>comparing(WebEvent::at)
                        .thenComparing(WebEvent::name))
                .collect(FunnelMatcher.of(funnel)
                        .<Integer>aggregation(WebEvent::visitor)
                        .toCollector());
    }

    private static List<Row> rowsOf(FunnelCounts counts, String... group) {
        List<Row> rows = new ArrayList<>();
        for (int step = 0; step < counts.reached().length; step++) {
            List<Object> values = new ArrayList<>(List.of(group));
            values.add(step);
            values.add(counts.funnel().names().get(step));
            values.add(counts.reached(step));
            values.add(counts.rate(step, FunnelBase.FIRST).rate());
            values.add(step == 0 ? null : counts.rate(step, FunnelBase.PREVIOUS).rate());
            values.add(counts.units());
            values.add(counts.dropped());
            rows.add(RowFactory.create(values.toArray()));
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("funnels")
    void countsAreThoseOfTheCore(Funnel funnel) {
        List<Row> rows = random();
        Dataset<Row> reached = Funnels.reached(Rows.timed(COLUMNS, rows), "actor", "at", "name", funnel);
        assertThat(reached.orderBy("step").collectAsList()).isEqualTo(rowsOf(expected(rows, funnel)));
    }

    @Test
    void aBreakdownHasAFunnelForEachGroup() {
        List<Row> rows = random();
        List<Row> both = new ArrayList<>();
        for (String country : List.of("de", "fr")) {
            List<Row> some = rows.stream()
                    .filter(row -> row.getString(3).equals(country))
                    .toList();
            both.addAll(rowsOf(expected(some, SHOP), country));
        }
        assertThat(Funnels.reached(Rows.timed(COLUMNS, rows), "actor", "at", "name", SHOP, "country")
                        .orderBy("country", "step")
                        .collectAsList())
                .isEqualTo(both);
    }

    @Test
    void withoutUnitsThereAreNoShares() {
        assertThat(Funnels.reached(Rows.timed(COLUMNS, List.of()), "actor", "at", "name", SHOP)
                        .orderBy("step")
                        .head())
                .isEqualTo(RowFactory.create(0, "b view", 0L, null, null, 0L, 0L));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Funnels.reached(Rows.timed(COLUMNS, List.of()), "actor", "at", "millis", SHOP))
                .withMessage("name must be a STRING, got millis of BIGINT");
    }
}
