package io.cxmetrics.golden;

import com.google.common.base.Suppliers;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.ProportionDifference;
import io.cxmetrics.stat.Sample;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.web.visitor.NewVersusReturning;
import io.cxmetrics.web.visitor.VisitorKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sessions of an online shop, whose source says which are of new visitors, of returning ones, or of neither. */
@GoldenTest
class OnlineShoppersGoldenTest {

    @TestFactory
    Stream<DynamicTest> everyGoldenOfPeople() {
        Golden golden = Golden.of("uci_online_shoppers");
        Supplier<List<NamedCsvRecord>> rows = Suppliers.memoize(() -> golden.rows("online_shoppers_intention.csv.gz"));
        return golden.check("profile", expected -> profile(expected, rows.get()))
                .check("new_vs_returning", expected -> newVersusReturning(expected, rows.get()))
                .check("new_vs_returning_test", expected -> conversion(expected, rows.get()))
                .check("pages_per_session", expected -> pages(expected, rows.get()))
                .checkedElsewhere("conversion")
                .tests();
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    private static double pages(NamedCsvRecord row) {
        return number(row, "Administrative") + number(row, "Informational") + number(row, "ProductRelated");
    }

    private static double seconds(NamedCsvRecord row) {
        return number(row, "Administrative_Duration")
                + number(row, "Informational_Duration")
                + number(row, "ProductRelated_Duration");
    }

    private static void profile(Expected expected, List<NamedCsvRecord> rows) {
        expected.number("rows", rows.size())
                .number(
                        "exact_duplicates",
                        rows.size()
                                - new HashSet<>(rows.stream()
                                                .map(NamedCsvRecord::getFields)
                                                .toList())
                                        .size())
                .number(
                        "negative_durations",
                        rows.stream()
                                .flatMap(row -> row.getFieldsAsMap().entrySet().stream())
                                .filter(field -> field.getKey().endsWith("_Duration"))
                                .filter(field -> field.getValue().startsWith("-"))
                                .count())
                .number(
                        "zero_page_sessions",
                        rows.stream().filter(row -> pages(row) == 0).count());
    }

    private static VisitorKind kind(NamedCsvRecord row) {
        return switch (row.getField("VisitorType")) {
            case "New_Visitor" -> VisitorKind.NEW;
            case "Returning_Visitor" -> VisitorKind.RETURNING;
            case "Other" -> VisitorKind.NEITHER;
            default -> throw new IllegalStateException("unknown VisitorType: " + row);
        };
    }

    private static void newVersusReturning(Expected expected, List<NamedCsvRecord> rows) {
        NewVersusReturning sessions =
                rows.stream().collect(NewVersusReturning.toNewVersusReturning(OnlineShoppersGoldenTest::kind));
        Map<String, VisitorKind> kinds = Map.of(
                "New_Visitor", VisitorKind.NEW,
                "Returning_Visitor", VisitorKind.RETURNING,
                "Other", VisitorKind.NEITHER);
        expected.groups(
                kinds,
                (golden, kind) -> golden.number("sessions", sessions.count(kind))
                        .number("pct", sessions.share(kind).percent()));
    }

    private static void conversion(Expected expected, List<NamedCsvRecord> rows) {
        ProportionDifference difference =
                converted(rows, VisitorKind.NEW).differenceFrom(converted(rows, VisitorKind.RETURNING));
        expected.number("diff_pp", 100 * difference.estimate())
                .number("z", difference.z())
                .number("p", difference.pValue());
    }

    private static Proportion converted(List<NamedCsvRecord> rows, VisitorKind kind) {
        return rows.stream()
                .filter(row -> kind(row) == kind)
                .collect(Proportion.toProportion(row -> "1".equals(row.getField("Revenue"))));
    }

    private static void pages(Expected expected, List<NamedCsvRecord> rows) {
        Sample pages = rows.stream().collect(Sample.toSample(OnlineShoppersGoldenTest::pages));
        Sample seconds = rows.stream().collect(Sample.toSample(OnlineShoppersGoldenTest::seconds));
        Proportion onePage = rows.stream().collect(Proportion.toProportion(row -> pages(row) == 1));
        expected.number("mean", pages.moments().mean())
                .number("median", pages.median())
                .number("p95_linear", pages.quantile(0.95))
                .number("max", pages.moments().max())
                .number("one_page_sessions", onePage.events())
                .number("one_page_pct", onePage.percent())
                .number("duration_s_mean", seconds.moments().mean())
                .number("duration_s_median", seconds.median())
                .number("BounceRates_mean", mean(rows, "BounceRates"))
                .number("ExitRates_mean", mean(rows, "ExitRates"));
    }

    private static double mean(List<NamedCsvRecord> rows, String column) {
        return rows.stream()
                .collect(Moments.toMoments(row -> number(row, column)))
                .mean();
    }
}
