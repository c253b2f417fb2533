package io.cxmetrics.golden;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.PairedMoments;
import io.cxmetrics.stat.ProportionInterval;
import io.cxmetrics.survey.Ces;
import io.cxmetrics.survey.Csat;
import io.cxmetrics.survey.NetInterval;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import io.cxmetrics.survey.Screened;
import io.cxmetrics.survey.Screening;
import io.cxmetrics.survey.weighted.WeightedNps;
import io.cxmetrics.survey.weighted.WeightedRatings;
import io.cxmetrics.testkit.GoldenTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The SFO airport customer survey of 2017: codes for blank differ by column, and answers carry weights. */
@GoldenTest
class SfoSurveyGoldenTest {

    private static final Screening RECOMMEND =
            Screening.on(RatingScale.ZERO_TO_TEN).withNoAnswer("11");
    private static final Screening RATING =
            Screening.on(RatingScale.ONE_TO_FIVE).withNoAnswer("0").withNotApplicable("6");

    private final Golden golden = Golden.of("sfo_survey_2017");
    private final List<NamedCsvRecord> rows = golden.rows("sfo_2017.csv.gz");

    @TestFactory
    Stream<DynamicTest> goldens() {
        return golden.check("profile", this::profile)
                .check("nps", this::nps)
                .check("nps_if_11_counted", this::npsIfElevenCounted)
                .check("nps_weighted", this::weighted)
                .check("nps_by_BAREA", expected -> npsBy(expected, "BAREA"))
                .check("nps_by_LANG", expected -> npsBy(expected, "LANG"))
                .check("nps_by_INTDATE", expected -> npsBy(expected, "INTDATE"))
                .check("nps_difference_A_G", this::difference)
                .check("csat_overall", this::csat)
                .check("csat_clean", this::csat)
                .check("csat_safe", this::csat)
                .check("csat_getting_there", this::csat)
                .check("ces_find", this::ces)
                .check("ces_security", this::ces)
                .check("problem_rate", this::problemRate)
                .check("nps_by_csat", this::npsByCsat)
                .tests();
    }

    private void profile(Expected expected) {
        expected.number("rows", rows.size());
        for (String column : List.of("NETPRO", "Q7ALL", "Q14FIND", "Q14PASSTHRU")) {
            expected.counts(column, column(column).collect(groupingBy(raw -> raw, counting())));
        }
    }

    private void nps(Expected expected) {
        Screened screened = column("NETPRO").collect(RECOMMEND.toScreened());
        Ratings ratings = screened.ratings();
        Nps nps = Nps.from(ratings);
        Ratings net = Ratings.ofCounts(RatingScale.of(-1, 1), nps.detractors(), nps.passives(), nps.promoters());
        expected.number("responses", ratings.count())
                .number("non_responses", screened.leftOut().count())
                .number("n", nps.count())
                .number("promoters", nps.promoters())
                .number("passives", nps.passives())
                .number("detractors", nps.detractors())
                .number("promoter_pct", nps.promoterShare().percent())
                .number("passive_pct", nps.passiveShare().percent())
                .number("detractor_pct", nps.detractorShare().percent())
                .number("nps", nps.score())
                .number("se", nps.standardError())
                .interval("ci95", nps.interval(0.95, NetInterval.WALD))
                .number("se_sample_variance", 100 * net.moments().standardError())
                .number("mean_score", ratings.mean())
                .number("sd_score", ratings.moments().standardDeviation())
                .histogram("histogram", ratings);
    }

    /** A mistake the API makes only on request: two declared labels. */
    private void npsIfElevenCounted(Expected expected) {
        Screening mistaken =
                Screening.on(RatingScale.ZERO_TO_TEN).withLabel("11", 10).withLabel("", 0);
        Screened screened = column("NETPRO").collect(mistaken.toScreened());
        expected.number("nps", Nps.from(screened.ratings()).score());
    }

    private void weighted(Expected expected) {
        WeightedRatings ratings = recommending()
                .collect(WeightedRatings.toWeightedRatings(
                        RatingScale.ZERO_TO_TEN,
                        SfoSurveyGoldenTest::recommendation,
                        row -> Double.parseDouble(row.getField("WEIGHT"))));
        WeightedNps nps = ratings.nps();
        expected.number("sum_w", nps.weights().sum())
                .number("promoter_w", nps.promoters())
                .number("detractor_w", nps.detractors())
                .number("nps", nps.score())
                .number("n_eff", nps.weights().effectiveBase())
                .number("se_neff", nps.standardError());
    }

    private void npsBy(Expected expected, String column) {
        expected.groups(
                npsBy(column),
                (group, nps) -> group.number("n", nps.count())
                        .number("promoters", nps.promoters())
                        .number("passives", nps.passives())
                        .number("detractors", nps.detractors())
                        .number("nps", nps.score()));
    }

    private Map<String, Nps> npsBy(String column) {
        return recommending()
                .collect(groupingBy(row -> row.getField(column), Nps.toNps(SfoSurveyGoldenTest::recommendation)));
    }

    private void difference(Expected expected) {
        Map<String, Nps> areas = npsBy("BAREA");
        Difference difference = areas.get("A").differenceFrom(areas.get("G"));
        expected.number("diff", difference.estimate())
                .number("se", difference.standardError())
                .number("z", difference.z())
                .number("p_two_sided", difference.pValue())
                .interval("ci95", difference.interval(0.95));
    }

    private void csat(Expected expected) {
        Screened screened = column(expected.select("column")).collect(RATING.toScreened());
        Csat csat = Csat.from(screened.ratings());
        expected.number("non_responses", screened.leftOut().count())
                .number("n", csat.count())
                .number("satisfied", csat.satisfiedShare().events())
                .number("csat_pct", csat.score())
                .interval("ci95_wilson", csat.interval(0.95))
                .interval("ci95_wald", csat.interval(0.95, ProportionInterval.WALD))
                .number("mean", csat.mean())
                .number("sd", csat.ratings().moments().standardDeviation())
                .number("median", csat.ratings().median())
                .histogram("histogram", csat.ratings());
    }

    private void ces(Expected expected) {
        Screened screened = column(expected.select("column")).collect(RATING.toScreened());
        Ces ces = new Ces(screened.ratings(), Ces.FIVE_POINT);
        expected.number("non_responses", screened.leftOut().count()).effort(ces);
    }

    private void problemRate(Expected expected) {
        Screening yesOrNo = Screening.on(RatingScale.of(1, 2)).withNoAnswer("0", "3");
        Ratings answers = column("Q15PROBLEM").collect(yesOrNo.toScreened()).ratings();
        expected.number("yes", answers.count(1))
                .number("no", answers.count(2))
                .number("pct", answers.between(1, 1).percent());
    }

    private void npsByCsat(Expected expected) {
        List<NamedCsvRecord> both = recommending()
                .filter(row -> RATING.judge(row.getField("Q7ALL")).accepted())
                .toList();
        Map<Integer, Nps> groups = both.stream()
                .collect(groupingBy(SfoSurveyGoldenTest::satisfaction, Nps.toNps(SfoSurveyGoldenTest::recommendation)));
        PairedMoments pairs = PairedMoments.of(
                both.stream().mapToDouble(SfoSurveyGoldenTest::recommendation).toArray(),
                both.stream().mapToDouble(SfoSurveyGoldenTest::satisfaction).toArray());
        expected.number("pearson", pairs.correlation())
                .groups(groups, (group, nps) -> group.number("n", nps.count()).number("nps", nps.score()));
    }

    private Stream<String> column(String name) {
        return rows.stream().map(row -> row.getField(name));
    }

    /** The rows with a recommendation from 0 to 10. */
    private Stream<NamedCsvRecord> recommending() {
        return rows.stream()
                .filter(row -> RECOMMEND.judge(row.getField("NETPRO")).accepted());
    }

    private static int recommendation(NamedCsvRecord row) {
        return RECOMMEND.judge(row.getField("NETPRO")).rating();
    }

    private static int satisfaction(NamedCsvRecord row) {
        return RATING.judge(row.getField("Q7ALL")).rating();
    }
}
