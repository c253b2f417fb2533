package io.cxmetrics.report.purchase;

import io.cxmetrics.report.Column;
import io.cxmetrics.report.Figures;
import io.cxmetrics.report.LabelOrder;
import io.cxmetrics.report.Line;
import io.cxmetrics.report.Names;
import io.cxmetrics.value.RfmProfile;
import io.cxmetrics.value.RfmScore;
import io.cxmetrics.value.RfmSegment;
import io.cxmetrics.value.RfmSegmentation;
import io.cxmetrics.value.RfmValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of customers by recency, frequency and monetary value: of everybody, of segments, and of each customer.
 *
 * @param decimals the decimals of amounts in a table
 * @since 0.1
 */
public record RfmFigures(int decimals) {

    /** What segments are headed by. */
    public static final List<String> SEGMENT = List.of("segment");

    /** What customers are headed by. */
    public static final List<String> CUSTOMER = List.of("customer", "segment");

    /** How customers are ordered, numbers by value; it breaks ties too. */
    public static final Comparator<String> ORDER =
            Comparator.comparing((String customer) -> List.of(customer), new LabelOrder());

    /** Customers, and all that they are compared with. */
    private record Compared(RfmProfile profile, RfmProfile all) {}

    /** What a customer bought, and the score of it. */
    private record Scored(RfmValues values, RfmScore score) {}

    /**
     * Returns the figures of everybody.
     *
     * @return the figures of an answer
     */
    public Figures<RfmAnswer> ofAll() {
        Figures<RfmAnswer> segmentation = ofSegmentation().from(RfmAnswer::segmentation);
        return segmentation
                .count("customers_without_purchase", "", RfmAnswer::customersWithoutPurchase)
                .hidden()
                .count("customers_left_out", "", RfmAnswer::customersLeftOut)
                .hidden();
    }

    private Figures<RfmSegmentation<String>> ofSegmentation() {
        Figures<RfmSegmentation<String>> profile = ofProfile().from(rfm -> new Compared(rfm.all(), rfm.all()));
        return profile.counts("cells", rfm -> rfm.scores().cells())
                .and((values, rfm) -> rfm.breaks()
                        .ifPresent(breaks -> values.putNumbers("recency_breaks", numbered(breaks.recency()))
                                .putNumbers("frequency_breaks", numbered(breaks.frequency()))
                                .putNumbers("monetary_breaks", numbered(breaks.monetary()))));
    }

    private static Map<String, Double> numbered(List<Double> cuts) {
        Map<String, Double> numbered = new LinkedHashMap<>();
        for (int i = 0; i < cuts.size(); i++) {
            numbered.put(String.valueOf(i + 1), cuts.get(i));
        }
        return numbered;
    }

    private Figures<Compared> ofProfile() {
        return Figures.of(Compared.class)
                .count("customers", "customers", of -> of.profile().count())
                .number(
                        "share",
                        "share %",
                        1,
                        of -> of.profile().share(of.all()).percent())
                .headline(0, 100)
                .number("recency", "days since last", 0, of -> of.profile().meanRecency())
                .number("frequency", "purchase days", 1, of -> of.profile().meanFrequency())
                .number("monetary", "spend", decimals, of -> of.profile().meanSpend())
                .number("revenue", "all spend", decimals, of -> of.profile().spend())
                .hidden()
                .percent("revenue_share", "of all spend %", of -> of.profile().spendShare(of.all()));
    }

    /**
     * Returns the figures of a customer, whose columns a table of customers has.
     *
     * @return the figures
     */
    private Figures<Scored> ofCustomer() {
        return Figures.of(Scored.class)
                .count("recency", "days since last", of -> of.values().recency())
                .count("frequency", "purchase days", of -> of.values().frequency())
                .number("monetary", "spend", decimals, of -> of.values().monetary())
                .count("recency_score", "R", of -> of.score().recency())
                .count("frequency_score", "F", of -> of.score().frequency())
                .count("monetary_score", "M", of -> of.score().monetary());
    }

    /**
     * Returns the columns of a table of customers.
     *
     * @return the columns
     */
    public List<Column> customerColumns() {
        return ofCustomer().columns();
    }

    /**
     * Returns a line for each segment.
     *
     * @param rfm the segmentation
     * @return the segments, best first
     */
    public List<Line> segments(RfmSegmentation<String> rfm) {
        Figures<Compared> figures = ofProfile();
        List<Line> lines = new ArrayList<>();
        for (RfmSegment segment : RfmSegment.values()) {
            RfmProfile profile = rfm.profile(segment);
            lines.add(new Line(
                    List.of(name(segment)),
                    "",
                    profile.count(),
                    Map.of(),
                    figures.values(new Compared(profile, rfm.all())),
                    List.of()));
        }
        return lines;
    }

    /**
     * Returns a line for each customer.
     *
     * @param rfm the segmentation
     * @return the customers in their order
     */
    public List<Line> customers(RfmSegmentation<String> rfm) {
        Figures<Scored> figures = ofCustomer();
        List<Line> lines = new ArrayList<>();
        rfm.histories().forEach((customer, history) -> {
            Scored scored = new Scored(RfmValues.of(history), rfm.score(customer));
            lines.add(new Line(
                    List.of(customer, name(rfm.segment(customer))),
                    "",
                    history.purchasePeriods(),
                    Map.of(),
                    figures.values(scored),
                    List.of()));
        });
        lines.sort(Comparator.comparing(Line::labels, new LabelOrder()));
        return lines;
    }

    private static String name(RfmSegment segment) {
        return Names.of(segment).replace('-', ' ');
    }
}
