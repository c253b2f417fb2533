package io.cxmetrics.golden;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.survey.Ces;
import io.cxmetrics.survey.Csat;
import io.cxmetrics.survey.Exclusion;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Screened;
import io.cxmetrics.survey.Screening;
import io.cxmetrics.testkit.GoldenTest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The Dask user surveys of 2019 and 2020: an even scale written as 4.0, and answers in words. */
@GoldenTest
class DaskSurveyGoldenTest {

    private static final String EASE = "How easy is it for you to upgrade to newer versions of Python libraries";
    private static final Screening ONE_TO_FOUR = Screening.on(RatingScale.of(1, 4));
    private static final Screening YES_OR_NO =
            Screening.on(RatingScale.THUMBS).withLabel("Yes", 1).withLabel("No", 0);

    private final Golden golden = Golden.of("dask_survey_2019_2020");
    private final List<NamedCsvRecord> year2019 = golden.rows("2019-user-survey-results.csv.gz");
    private final List<NamedCsvRecord> year2020 = golden.rows("2020-user-survey-results.csv.gz");

    @TestFactory
    Stream<DynamicTest> goldens() {
        return golden.check("ease_upgrade_2019", expected -> ease(expected, year2019))
                .check("ease_upgrade_2020", expected -> ease(expected, year2020))
                .check("stable_2019", expected -> stable(expected, year2019))
                .check("stable_2020", expected -> stable(expected, year2020))
                .check("responses_by_day_2019", expected -> byDay(expected, year2019))
                .check("responses_by_day_2020", expected -> byDay(expected, year2020))
                .check("ease_upgrade_by_use_2019", expected -> easeByUse(expected, year2019))
                .check("ease_upgrade_by_use_2020", expected -> easeByUse(expected, year2020))
                .tests();
    }

    private static void ease(Expected expected, List<NamedCsvRecord> rows) {
        Screened screened = rows.stream()
                .map(row -> row.getField(expected.select("column")))
                .collect(ONE_TO_FOUR.toScreened());
        Ces ces = Ces.from(screened.ratings());
        expected.number("non_responses", screened.leftOut().count(Exclusion.BLANK))
                .effort(ces);
    }

    private static void stable(Expected expected, List<NamedCsvRecord> rows) {
        Screened screened = rows.stream()
                .map(row -> row.getField("Is Dask stable enough for you?"))
                .collect(YES_OR_NO.toScreened());
        Csat csat = new Csat(screened.ratings(), Csat.GOOD_BAD);
        expected.number("yes", csat.satisfiedShare().events())
                .number("no", csat.dissatisfiedShare().events())
                .number("empty", screened.leftOut().count())
                .number("pct", csat.score())
                .interval("ci95_wilson", csat.interval(0.95));
    }

    /** Every row is a response, also where a question was left blank: the total counts both. */
    private static void byDay(Expected expected, List<NamedCsvRecord> rows) {
        expected.groupedCounts(easeBy(rows, row -> date(row.getField("Timestamp"))), Screened::total);
    }

    /** One export writes 2019-06-25 06:59:49, the other 2020/06/05 11:34:01 AM EST. */
    private static String date(String timestamp) {
        return timestamp.substring(0, 10).replace('/', '-');
    }

    private static void easeByUse(Expected expected, List<NamedCsvRecord> rows) {
        expected.groups(
                easeBy(rows, row -> row.getField("How often do you use Dask?")),
                (group, screened) -> group.number("n", screened.ratings().count())
                        .number("mean", screened.ratings().mean()));
    }

    private static Map<String, Screened> easeBy(List<NamedCsvRecord> rows, Function<NamedCsvRecord, String> key) {
        Collector<NamedCsvRecord, ?, Screened> ease = mapping(row -> row.getField(EASE), ONE_TO_FOUR.toScreened());
        return rows.stream().collect(groupingBy(key, ease));
    }
}
