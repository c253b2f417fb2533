package io.cxmetrics.golden;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.compare.Correction;
import io.cxmetrics.compare.difference.Changes;
import io.cxmetrics.compare.difference.MeanDifference;
import io.cxmetrics.compare.difference.NpsDifference;
import io.cxmetrics.compare.difference.NpsDifferenceInterval;
import io.cxmetrics.compare.difference.RankDifference;
import io.cxmetrics.compare.difference.RateDifference;
import io.cxmetrics.compare.difference.RateInterval;
import io.cxmetrics.compare.difference.RateTest;
import io.cxmetrics.compare.driver.RateBands;
import io.cxmetrics.compare.segment.MixAndRate;
import io.cxmetrics.compare.segment.SegmentChanges;
import io.cxmetrics.compare.segment.SegmentPair;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import io.cxmetrics.survey.Screening;
import io.cxmetrics.survey.weighted.WeightedAnswer;
import io.cxmetrics.survey.weighted.WeightedNps;
import io.cxmetrics.testkit.GoldenTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Groups of real surveys, banners and customers compared, by R's functions over the same files. */
@GoldenTest
class ComparisonGoldenTest {

    private static final double ZERO = 1e-12;
    private static final String EASE = "How easy is it for you to upgrade to newer versions of Python libraries";
    private static final Screening RATING =
            Screening.on(RatingScale.ONE_TO_FIVE).withNoAnswer("0").withNotApplicable("6");

    private final List<NamedCsvRecord> survey = Golden.of("sfo_survey_2017").rows("sfo_2017.csv.gz").stream()
            .filter(row -> row.getField("NETPRO").matches("[0-9]|10"))
            .toList();
    private final List<NamedCsvRecord> year2019 =
            Golden.of("dask_survey_2019_2020").rows("2019-user-survey-results.csv.gz");
    private final List<NamedCsvRecord> year2020 =
            Golden.of("dask_survey_2019_2020").rows("2020-user-survey-results.csv.gz");
    private final List<NamedCsvRecord> random = Golden.of("open_bandit_men").rows("men_random.csv.gz");
    private final List<NamedCsvRecord> chosen = Golden.of("open_bandit_men").rows("men_bts.csv.gz");
    private final List<NamedCsvRecord> telco = Golden.of("ibm_telco_churn").rows("Telco-Customer-Churn.csv.gz");

    @TestFactory
    Stream<DynamicTest> goldens() {
        return Golden.of("compare/real_data")
                .check("sfo_2017_area_against_rest", this::areas)
                .check("sfo_2017_best_worst_area", expected -> scores(expected, "BAREA", "G", "C"))
                .check("sfo_2017_lang_1_3", expected -> scores(expected, "LANG", "1", "3"))
                .check("sfo_2017_overall_rating_two_areas", this::overall)
                .check("sfo_2017_best_worst_area_weighted", this::weighted)
                .check("sfo_2017_peak_decomposition", this::peaks)
                .check(
                        "dask_ease_2019_2020",
                        expected -> RateDifferenceGoldenTest.check(
                                expected, new RateDifference(easy(year2019), easy(year2020))))
                .check("dask_ease_mean_2019_2020", this::easeMean)
                .check(
                        "dask_stable_2019_2020",
                        expected -> RateDifferenceGoldenTest.check(
                                expected, new RateDifference(stable(year2019), stable(year2020))))
                .check("dask_ease_by_use_decomposition", this::easeByUse)
                .check(
                        "men_ctr",
                        expected -> RateDifferenceGoldenTest.check(
                                expected, new RateDifference(clicks(random), clicks(chosen))))
                .check("men_ctr_by_position", this::positions)
                .check("telco_churn_by_contract", this::contracts)
                .check("telco_churn_senior_decomposition", this::seniors)
                .check("telco_charges_by_churn", this::charges)
                .check(
                        "log_rank_pointers",
                        expected ->
                                expected.passOver("files", "LogRankGoldenTest and TelcoSurvivalGoldenTest check them"))
                .checkedElsewhere(
                        "sfo_2017_detractor_p_chart",
                        "sfo_2017_daily_nps_slope",
                        "men_ctr_sequential_by_utc_date",
                        "men_srm_positions")
                .tests();
    }

    private static Map<String, List<NamedCsvRecord>> by(List<NamedCsvRecord> rows, String column) {
        return rows.stream().collect(groupingBy(row -> row.getField(column), TreeMap::new, Collectors.toList()));
    }

    private static <S> Map<String, S> each(
            Map<String, List<NamedCsvRecord>> groups, Function<List<NamedCsvRecord>, S> summary) {
        Map<String, S> summaries = new TreeMap<>();
        groups.forEach((name, rows) -> summaries.put(name, summary.apply(rows)));
        return summaries;
    }

    private static Nps nps(List<NamedCsvRecord> rows) {
        return rows.stream().collect(Nps.toNps(row -> Integer.parseInt(row.getField("NETPRO"))));
    }

    private List<NamedCsvRecord> where(String column, String value) {
        return survey.stream().filter(row -> row.getField(column).equals(value)).toList();
    }

    private static Proportion rate(List<NamedCsvRecord> rows, Predicate<NamedCsvRecord> event) {
        return rows.stream().collect(Proportion.toProportion(event));
    }

    private void areas(Expected expected) {
        Map<String, Nps> areas = each(by(survey, "BAREA"), ComparisonGoldenTest::nps);
        areas.remove("");
        Nps all = nps(survey);
        SegmentChanges<String> bh = SegmentChanges.againstRest(areas, Changes::between, Correction.BENJAMINI_HOCHBERG);
        Expected each = expected.in("areas");
        areas.forEach((area, nps) -> {
            Nps rest = Nps.ofCounts(
                    all.promoters() - nps.promoters(),
                    all.passives() - nps.passives(),
                    all.detractors() - nps.detractors());
            NpsDifferenceGoldenTest.check(each.in(area), rest, nps);
        });
        Expected adjusted = expected.in("adjusted_p");
        for (Correction correction : Correction.values()) {
            String name = correction.name().toLowerCase(Locale.ROOT);
            if (adjusted.has(name)) {
                SegmentChanges<String> changes = SegmentChanges.againstRest(areas, Changes::between, correction);
                changes.all().forEach(area -> adjusted.in(name).number(area.segment(), area.adjustedPValue()));
            }
        }
        assertThat(bh.size()).isEqualTo(areas.size());
    }

    private void scores(Expected expected, String column, String before, String after) {
        Nps a = nps(where(column, before));
        Nps b = nps(where(column, after));
        expected.numbers("counts_a", a.promoters(), a.passives(), a.detractors())
                .numbers("counts_b", b.promoters(), b.passives(), b.detractors());
        NpsDifferenceGoldenTest.check(expected, a, b);
        if (expected.has("rank_test")) {
            RankDifferenceGoldenTest.check(
                    expected.in("rank_test"),
                    RankDifference.between(ratings(where(column, before)), ratings(where(column, after))));
        }
    }

    private static Ratings ratings(List<NamedCsvRecord> rows) {
        return rows.stream()
                .collect(Ratings.toRatings(RatingScale.ZERO_TO_TEN, row -> Integer.parseInt(row.getField("NETPRO"))));
    }

    private void overall(Expected expected) {
        List<NamedCsvRecord> all = Golden.of("sfo_survey_2017").rows("sfo_2017.csv.gz");
        Map<String, Ratings> areas = each(
                by(all, "BAREA"),
                rows -> rows.stream()
                        .map(row -> row.getField("Q7ALL"))
                        .collect(RATING.toScreened())
                        .ratings());
        Ratings before = areas.getOrDefault("G", Ratings.empty(RatingScale.ONE_TO_FIVE));
        Ratings after = areas.getOrDefault("C", Ratings.empty(RatingScale.ONE_TO_FIVE));
        MeanDifferenceGoldenTest.check(expected.in("means"), new MeanDifference(before.moments(), after.moments()));
        RankDifferenceGoldenTest.check(expected.in("ranks"), RankDifference.between(before, after));
        RateDifferenceGoldenTest.check(expected.in("top2"), new RateDifference(before.topBox(2), after.topBox(2)));
    }

    private static WeightedNps weightedNps(List<NamedCsvRecord> rows) {
        return WeightedNps.of(rows.stream()
                .map(row -> new WeightedAnswer(
                        Integer.parseInt(row.getField("NETPRO")), Double.parseDouble(row.getField("WEIGHT"))))
                .toList());
    }

    private void weighted(Expected expected) {
        WeightedNps before = weightedNps(where("BAREA", "G"));
        WeightedNps after = weightedNps(where("BAREA", "C"));
        side(expected.in("a"), before);
        side(expected.in("b"), after);
        NpsDifference nps = NpsDifference.between(before, after);
        expected.number("difference", nps.estimate() / 100)
                .number("se", nps.standardError() / 100)
                .number("z", nps.z())
                .number("p", nps.pValue())
                .interval("ci", nps.interval(0.95, NpsDifferenceInterval.WALD).times(0.01), 1e-9, ZERO);
    }

    private static void side(Expected expected, WeightedNps nps) {
        expected.number("n", nps.count())
                .number("sum_w", nps.weights().sum())
                .number("n_eff", nps.weights().effectiveBase())
                .number("nps", nps.score() / 100)
                .number("variance", nps.variance());
    }

    private void peaks(Expected expected) {
        Map<String, Nps> before = each(by(where("PEAK", "1"), "BAREA"), ComparisonGoldenTest::nps);
        Map<String, Nps> after = each(by(where("PEAK", "3"), "BAREA"), ComparisonGoldenTest::nps);
        sizes(expected, before, after, Nps::count);
        MixAndRateGoldenTest.check(expected, MixAndRate.ofNps(before, after), 100);
    }

    private static <S> void sizes(
            Expected expected, Map<String, S> before, Map<String, S> after, ToLongFunction<S> count) {
        Map<String, S> names = new TreeMap<>(before);
        names.putAll(after);
        names.keySet().forEach(name -> {
            S a = before.get(name);
            S b = after.get(name);
            Expected segment = expected.in("segments").in(name);
            segment.in("n_a").number("0", a == null ? 0 : count.applyAsLong(a));
            segment.in("n_b").number("0", b == null ? 0 : count.applyAsLong(b));
        });
    }

    private static Ratings ease(List<NamedCsvRecord> rows) {
        return rows.stream()
                .map(row -> row.getField(EASE))
                .collect(Screening.on(RatingScale.of(1, 4)).toScreened())
                .ratings();
    }

    private static Proportion easy(List<NamedCsvRecord> rows) {
        return ease(rows).topBox(2);
    }

    private static Proportion stable(List<NamedCsvRecord> rows) {
        String column = "Is Dask stable enough for you?";
        List<NamedCsvRecord> answered = rows.stream()
                .filter(row -> List.of("Yes", "No").contains(row.getField(column)))
                .toList();
        return rate(answered, row -> row.getField(column).equals("Yes"));
    }

    private void easeMean(Expected expected) {
        Ratings before = ease(year2019);
        Ratings after = ease(year2020);
        MeanDifferenceGoldenTest.check(expected.in("means"), new MeanDifference(before.moments(), after.moments()));
        RankDifferenceGoldenTest.check(expected.in("ranks"), RankDifference.between(before, after));
    }

    private void easeByUse(Expected expected) {
        String column = "How often do you use Dask?";
        Map<String, Proportion> before = each(by(year2019, column), ComparisonGoldenTest::easy);
        Map<String, Proportion> after = each(by(year2020, column), ComparisonGoldenTest::easy);
        before.values().removeIf(rate -> rate.trials() == 0);
        after.values().removeIf(rate -> rate.trials() == 0);
        sizes(expected, before, after, Proportion::trials);
        MixAndRateGoldenTest.check(expected, MixAndRate.ofRates(before, after));
    }

    private static Proportion clicks(List<NamedCsvRecord> rows) {
        return rate(rows, row -> row.getField("click").equals("1"));
    }

    private void positions(Expected expected) {
        Map<String, Proportion> before = each(by(random, "position"), ComparisonGoldenTest::clicks);
        Map<String, Proportion> after = each(by(chosen, "position"), ComparisonGoldenTest::clicks);
        SegmentChanges<String> plain =
                SegmentChanges.between(before, after, ComparisonGoldenTest::pooled, Correction.NONE);
        plain.all()
                .forEach(position -> RateDifferenceGoldenTest.check(
                        expected.in("positions").in(position.segment()),
                        new RateDifference(rate(before, position.segment()), rate(after, position.segment()))));
        adjusted(
                expected.in("adjusted_p"),
                correction -> SegmentChanges.between(before, after, ComparisonGoldenTest::pooled, correction));
        Expected parts = expected.in("decomposition");
        sizes(parts, before, after, Proportion::trials);
        MixAndRateGoldenTest.check(parts, MixAndRate.ofRates(before, after));
    }

    private static Proportion rate(Map<String, Proportion> rates, String name) {
        return rates.getOrDefault(name, Proportion.EMPTY);
    }

    private static Change pooled(Proportion before, Proportion after) {
        return new RateDifference(before, after)
                .change(ChangeDefinition.STANDARD, RateInterval.NEWCOMBE, RateTest.POOLED_Z);
    }

    private static <G> void adjusted(Expected expected, Function<Correction, SegmentChanges<G>> changes) {
        for (Correction correction : Correction.values()) {
            String name = correction.name().toLowerCase(Locale.ROOT);
            if (expected.has(name)) {
                changes.apply(correction)
                        .all()
                        .forEach(segment ->
                                expected.in(name).number(segment.segment().toString(), segment.adjustedPValue()));
            }
        }
    }

    private static Proportion churn(List<NamedCsvRecord> rows) {
        return rate(rows, row -> row.getField("Churn").equals("Yes"));
    }

    private void contracts(Expected expected) {
        Map<String, Proportion> contracts = each(by(telco, "Contract"), ComparisonGoldenTest::churn);
        BiFunction<Proportion, Proportion, Change> pooled = ComparisonGoldenTest::pooled;
        SegmentChanges<SegmentPair<String>> pairs = SegmentChanges.everyPair(contracts, pooled, Correction.NONE);
        pairs.all()
                .forEach(pair -> RateDifferenceGoldenTest.check(
                        expected.in("pairs").in(pair.segment().toString()),
                        new RateDifference(
                                rate(contracts, pair.segment().before()),
                                rate(contracts, pair.segment().after()))));
        adjusted(expected.in("adjusted_p"), correction -> SegmentChanges.everyPair(contracts, pooled, correction));
        RateBands<String> bands = RateBands.of(contracts);
        Expected table = expected.has("chi_square_table") ? expected.in("chi_square_table") : expected.in("chi_square");
        table.number("statistic", bands.chiSquared())
                .number("df", bands.degreesOfFreedom())
                .number("p", bands.pValue());
    }

    private void seniors(Expected expected) {
        Map<String, List<NamedCsvRecord>> seniors = by(telco, "SeniorCitizen");
        Map<String, Proportion> before =
                each(by(seniors.getOrDefault("0", List.of()), "Contract"), ComparisonGoldenTest::churn);
        Map<String, Proportion> after =
                each(by(seniors.getOrDefault("1", List.of()), "Contract"), ComparisonGoldenTest::churn);
        sizes(expected, before, after, Proportion::trials);
        MixAndRateGoldenTest.check(expected, MixAndRate.ofRates(before, after));
    }

    private void charges(Expected expected) {
        Map<String, double[]> charges = each(
                by(telco, "Churn"),
                rows -> rows.stream()
                        .mapToDouble(row -> Double.parseDouble(row.getField("MonthlyCharges")))
                        .toArray());
        double[] before = charges.getOrDefault("No", new double[0]);
        double[] after = charges.getOrDefault("Yes", new double[0]);
        MeanDifferenceGoldenTest.check(expected.in("means"), new MeanDifference(Moments.of(before), Moments.of(after)));
        if (expected.has("ranks")) {
            RankDifferenceGoldenTest.check(expected.in("ranks"), RankDifference.between(before, after));
        }
    }
}
