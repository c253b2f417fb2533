package io.cxmetrics.golden;

import static java.util.stream.Collectors.groupingBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.web.funnel.Conversion;
import io.cxmetrics.web.funnel.ConversionUnit;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Conversion of 12,330 sessions of a shop, a row each. */
@GoldenTest
class OnlineShoppersConversionGoldenTest {

    private final Golden golden = Golden.of("uci_online_shoppers");
    private final List<NamedCsvRecord> sessions = golden.rows("online_shoppers_intention.csv.gz");

    @TestFactory
    Stream<DynamicTest> goldens() {
        return golden.check("conversion", this::conversion)
                .checkedElsewhere("profile", "new_vs_returning", "new_vs_returning_test", "pages_per_session")
                .tests();
    }

    private static Collector<NamedCsvRecord, ?, Conversion> toConversion() {
        return Conversion.toConversion(
                ConversionUnit.SESSION, session -> session.getField("Revenue").equals("1"));
    }

    private static Expected group(Expected expected, Conversion conversion) {
        return expected.number("sessions", conversion.units())
                .number("converted", conversion.converted())
                .number("pct", conversion.share().percent());
    }

    private void conversion(Expected expected) {
        Conversion all = sessions.stream().collect(toConversion());
        group(expected, all).interval("ci95_wilson", all.interval(0.95).times(100));
        for (String column : List.of("VisitorType", "Month", "Weekend")) {
            expected.in(column)
                    .groups(
                            sessions.stream().collect(groupingBy(session -> session.getField(column), toConversion())),
                            OnlineShoppersConversionGoldenTest::group);
        }
    }
}
