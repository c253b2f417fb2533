package io.cxmetrics.cli.customers;

import static io.cxmetrics.cli.report.Money.major;
import static java.util.Objects.requireNonNull;

import io.cxmetrics.report.Column;
import io.cxmetrics.report.LabelOrder;
import io.cxmetrics.report.Line;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Values;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.PurchaseRule;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.value.PurchaseDefinition;
import io.cxmetrics.value.PurchaseHistory;
import io.cxmetrics.value.RfmBreaks;
import io.cxmetrics.value.RfmScore;
import io.cxmetrics.value.RfmScores;
import io.cxmetrics.value.RfmSegment;
import io.cxmetrics.value.RfmValues;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Customers by recency, frequency and monetary value: scores of each, and segments. */
public final class RfmReport {

    /** What segments are headed by. */
    public static final List<String> SEGMENT = List.of("segment");

    /** What customers are headed by. */
    public static final List<String> CUSTOMER = List.of("customer", "segment");

    private static final int SCORES = 5;

    /** Where scores begin. */
    public enum Breaks {
        QUANTILES,
        TILES
    }

    private final ActivityRows rows;
    private final int decimals;
    private final Map<String, RfmValues> values;
    private final RfmScores<String> scores;
    private final Map<String, Map<String, Double>> breaks = new LinkedHashMap<>();
    private final long without;

    /**
     * Scores the customers.
     *
     * @param asOf the last day that is observed, which recency is counted from
     */
    public RfmReport(ActivityRows rows, LocalDate asOf, ZoneId zone, PurchaseRule rule, Breaks rules, int decimals) {
        this.rows = rows;
        this.decimals = decimals;
        ActivityLog<String> log = rows.groups().summary();
        PurchaseDefinition definition = PurchaseDefinition.in(zone).withRule(rule);
        values = RfmValues.from(PurchaseHistory.from(log, definition, asOf));
        without = log.actors() - values.size();
        if (rules == Breaks.TILES || values.isEmpty()) {
            scores = RfmScores.ntile(values, SCORES, new KeyOrder());
        } else {
            RfmBreaks cuts = RfmBreaks.quantiles(values.values(), SCORES);
            breaks.put("recency_breaks", numbered(cuts.recency()));
            breaks.put("frequency_breaks", numbered(cuts.frequency()));
            breaks.put("monetary_breaks", numbered(cuts.monetary()));
            scores = RfmScores.of(values, cuts);
        }
    }

    /** Ties are told apart as groups are ordered, numbers by value. */
    private static final class KeyOrder implements Comparator<String> {
        private final LabelOrder labels = new LabelOrder();

        @Override
        public int compare(String left, String right) {
            return labels.compare(List.of(left), List.of(right));
        }
    }

    private static Map<String, Double> numbered(List<Double> cuts) {
        Map<String, Double> numbered = new LinkedHashMap<>();
        for (int i = 0; i < cuts.size(); i++) {
            numbered.put(String.valueOf(i + 1), cuts.get(i));
        }
        return numbered;
    }

    /** The columns of a table of segments. */
    public List<Column> segmentColumns() {
        return List.of(
                Column.count("customers", "customers"),
                Column.headline("share", "share %", 0, 100),
                Column.number("recency", "days since last", 0),
                Column.number("frequency", "purchase days", 1),
                Column.number("monetary", "spend", decimals),
                Column.number("revenue_share", "of all spend %", 1));
    }

    /** The columns of a table of customers. */
    public List<Column> customerColumns() {
        return List.of(
                Column.count("recency", "days since last"),
                Column.count("frequency", "purchase days"),
                Column.number("monetary", "spend", decimals),
                Column.count("recency_score", "R"),
                Column.count("frequency_score", "F"),
                Column.count("monetary_score", "M"));
    }

    /** Everybody. */
    public Line total() {
        Values total = summary(values.values());
        total.put("customers_without_purchase", without).put("cells", scores.cells());
        breaks.forEach(total::putNumbers);
        return rows.groups().total((log, leftOut) -> total);
    }

    /** The segments, best first. */
    public List<Line> segments() {
        Map<RfmSegment, List<String>> segments = scores.groupedBy(RfmSegment::of);
        List<Line> lines = new ArrayList<>();
        for (RfmSegment segment : RfmSegment.values()) {
            List<String> customers = segments.getOrDefault(segment, List.of());
            Values summary = summary(customers.stream().map(values::get).toList());
            lines.add(new Line(
                    List.of(Names.of(segment).replace('-', ' ')), "", customers.size(), Map.of(), summary, List.of()));
        }
        return lines;
    }

    /** The customers, numbers by value. */
    public List<Line> customers() {
        List<Line> lines = new ArrayList<>();
        values.forEach((customer, own) ->
                lines.add(line(customer, own, requireNonNull(scores.scores().get(customer)))));
        lines.sort(Comparator.comparing(Line::labels, new LabelOrder()));
        return lines;
    }

    private Line line(String customer, RfmValues own, RfmScore score) {
        Values numbers = new Values()
                .put("recency", own.recency())
                .put("frequency", own.frequency())
                .put("monetary", own.monetary())
                .put("recency_score", (long) score.recency())
                .put("frequency_score", (long) score.frequency())
                .put("monetary_score", (long) score.monetary());
        String segment = Names.of(RfmSegment.of(score)).replace('-', ' ');
        return new Line(List.of(customer, segment), "", own.frequency(), Map.of(), numbers, List.of());
    }

    private Values summary(Collection<RfmValues> customers) {
        Proportion share = Proportion.of(customers.size(), values.size());
        long spend = spend(customers);
        long all = spend(values.values());
        return new Values()
                .put("customers", (long) customers.size())
                .put("share", share.percent())
                .put("recency", mean(customers, RfmValues::recency))
                .put("frequency", mean(customers, RfmValues::frequency))
                .put("monetary", major(spend, decimals) / customers.size())
                .put("revenue", major(spend, decimals))
                .put("revenue_share", all == 0 ? Double.NaN : 100.0 * spend / all);
    }

    /** Summed in minor units, which is exact. */
    private long spend(Collection<RfmValues> customers) {
        double minor = Math.pow(10, decimals);
        return customers.stream()
                .mapToLong(own -> Math.round(own.monetary() * minor))
                .reduce(0, Math::addExact);
    }

    private static double mean(Collection<RfmValues> customers, ToLongFunction<RfmValues> value) {
        return customers.stream().mapToLong(value).average().orElse(Double.NaN);
    }
}
