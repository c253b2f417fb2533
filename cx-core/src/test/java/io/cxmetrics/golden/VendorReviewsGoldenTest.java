package io.cxmetrics.golden;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.stat.ProportionInterval;
import io.cxmetrics.survey.BoxDefinition;
import io.cxmetrics.survey.Csat;
import io.cxmetrics.survey.Exclusion;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import io.cxmetrics.survey.Screened;
import io.cxmetrics.survey.Screening;
import io.cxmetrics.survey.response.Answer;
import io.cxmetrics.survey.response.RespondentRule;
import io.cxmetrics.survey.response.Respondents;
import io.cxmetrics.testkit.GoldenTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Half a million reviews of vendors: stray zeros, duplicate rows and repeat reviewers, in no order of time. */
@GoldenTest
class VendorReviewsGoldenTest {

    /** The dates carry no zone; which one is taken does not change what came later. */
    private record Review(int reviewer, int vendor, int rating, LocalDateTime at) {

        static Review of(NamedCsvRecord row) {
            return new Review(
                    Integer.parseInt(row.getField("reviewerId")),
                    Integer.parseInt(row.getField("vendorId")),
                    Integer.parseInt(row.getField("rating")),
                    LocalDateTime.parse(row.getField("date").replace(' ', 'T')));
        }

        boolean inScale() {
            return RatingScale.ONE_TO_FIVE.contains(rating);
        }
    }

    private record Pair(int reviewer, int vendor) {}

    private final Golden golden = Golden.of("vendor_reviews");
    private final List<Review> reviews = new ArrayList<>();

    VendorReviewsGoldenTest() {
        golden.rows("anonreviews.csv.gz", row -> reviews.add(Review.of(row)));
    }

    @TestFactory
    Stream<DynamicTest> goldens() {
        return golden.check("profile", this::profile)
                .check("csat", this::csat)
                .check("csat_zero_as_lowest", this::zeroAsLowest)
                .check("csat_dedup", this::withoutDuplicates)
                .check("csat_latest_per_pair", this::latestPerPair)
                .check("csat_by_month", this::byMonth)
                .check("csat_by_quarter", this::byQuarter)
                .check("csat_top_vendors", this::topVendors)
                .check("csat_worst_vendors", this::worstVendors)
                .tests();
    }

    private void profile(Expected expected) {
        Comparator<Review> byTime = Comparator.comparing(Review::at);
        expected.number("rows", reviews.size())
                .number(
                        "exact_duplicate_rows",
                        reviews.size() - reviews.stream().distinct().count())
                .number(
                        "repeat_reviewer_vendor_pairs",
                        reviews.size()
                                - byPair(RatingScale.of(0, 5), reviews.stream()).count())
                .number(
                        "reviewers",
                        reviews.stream().mapToInt(Review::reviewer).distinct().count())
                .number(
                        "vendors",
                        reviews.stream().mapToInt(Review::vendor).distinct().count())
                .counts("ratings", reviews.stream().collect(groupingBy(Review::rating, counting())))
                .text("first", minute(reviews.stream().min(byTime).orElseThrow()))
                .text("last", minute(reviews.stream().max(byTime).orElseThrow()));
    }

    private static String minute(Review review) {
        return review.at().toString().replace('T', ' ');
    }

    private void csat(Expected expected) {
        Screened screened = Screening.on(RatingScale.ONE_TO_FIVE)
                .screen(reviews.stream().mapToInt(Review::rating).toArray());
        expected.number("excluded", screened.leftOut().count(Exclusion.OUT_OF_SCALE));
        satisfaction(expected, Csat.from(screened.ratings()));
    }

    private void zeroAsLowest(Expected expected) {
        BoxDefinition fourAndFive = BoxDefinition.topTwo(RatingScale.of(0, 5));
        satisfaction(expected, reviews.stream().collect(Csat.toCsat(fourAndFive, Review::rating)));
    }

    private void withoutDuplicates(Expected expected) {
        satisfaction(expected, csat(reviews.stream().distinct().filter(Review::inScale)));
    }

    private void latestPerPair(Expected expected) {
        Respondents<Pair> pairs =
                byPair(RatingScale.ONE_TO_FIVE, reviews.stream().filter(Review::inScale));
        satisfaction(expected, Csat.from(pairs.ratings(RespondentRule.LATEST)));
    }

    /** The row number says which of two reviews in one minute came later. */
    private static Respondents<Pair> byPair(RatingScale scale, Stream<Review> reviews) {
        long[] row = {0};
        return reviews.map(review -> new Answer<>(
                        new Pair(review.reviewer(), review.vendor()),
                        review.at().toInstant(ZoneOffset.UTC),
                        row[0]++,
                        review.rating()))
                .collect(Respondents.toRespondents(scale));
    }

    private static void satisfaction(Expected expected, Csat csat) {
        Ratings ratings = csat.ratings();
        expected.number("n", csat.count())
                .number("satisfied", csat.satisfiedShare().events())
                .number("csat_pct", csat.score())
                .interval("ci95_wilson", csat.interval(0.95))
                .interval("ci95_wald", csat.interval(0.95, ProportionInterval.WALD))
                .number("mean", csat.mean())
                .number("sd", ratings.moments().standardDeviation())
                .number("median", ratings.median())
                .histogram("histogram", ratings);
    }

    private void byMonth(Expected expected) {
        expected.groups(
                csatBy(review -> YearMonth.from(review.at())),
                (group, csat) -> group.number("n", csat.count())
                        .number("mean", csat.mean())
                        .number("sat", csat.score()));
    }

    private void byQuarter(Expected expected) {
        expected.groups(
                csatBy(VendorReviewsGoldenTest::quarterEnd),
                (group, csat) -> group.number("n", csat.count()).number("mean", csat.mean()));
    }

    private static LocalDate quarterEnd(Review review) {
        int lastMonth = (review.at().getMonthValue() + 2) / 3 * 3;
        return YearMonth.of(review.at().getYear(), lastMonth).atEndOfMonth();
    }

    private void topVendors(Expected expected) {
        Map<Integer, Csat> top = new LinkedHashMap<>();
        csatBy(Review::vendor).entrySet().stream()
                .sorted(Comparator.comparingLong(vendor -> -vendor.getValue().count()))
                .limit(15)
                .forEach(vendor -> top.put(vendor.getKey(), vendor.getValue()));
        expected.groups(
                top,
                (group, csat) -> group.number("n", csat.count())
                        .number("mean", csat.mean())
                        .number("csat_pct", csat.score()));
    }

    private void worstVendors(Expected expected) {
        List<Map.Entry<Integer, Csat>> worst = csatBy(Review::vendor).entrySet().stream()
                .filter(vendor -> vendor.getValue().count() >= 100)
                .sorted(Comparator.comparingDouble((Map.Entry<Integer, Csat> vendor) ->
                                vendor.getValue().score())
                        .thenComparing(Map.Entry::getKey))
                .limit(expected.size())
                .toList();
        for (int i = 0; i < worst.size(); i++) {
            Csat csat = worst.get(i).getValue();
            expected.in(Integer.toString(i))
                    .number("vendorId", worst.get(i).getKey())
                    .number("n", csat.count())
                    .number("csat_pct", csat.score())
                    .number("mean", csat.mean())
                    .interval("wilson", csat.interval(0.95));
        }
    }

    private <K> Map<K, Csat> csatBy(Function<Review, K> key) {
        return reviews.stream()
                .filter(Review::inScale)
                .collect(groupingBy(key, Csat.toCsat(Csat.TOP_TWO_OF_FIVE, Review::rating)));
    }

    private static Csat csat(Stream<Review> reviews) {
        return reviews.collect(Csat.toCsat(Csat.TOP_TWO_OF_FIVE, Review::rating));
    }
}
