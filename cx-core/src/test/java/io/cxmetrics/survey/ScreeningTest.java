package io.cxmetrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.cxmetrics.contract.Forgery;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.survey.weighted.WeightedRatings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreeningTest {

    private static final Screening TEN = Screening.on(RatingScale.ZERO_TO_TEN);

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "10, 10",
        "4.0, 4",
        "4., 4",
        "04, 4",
        "+4, 4",
        "-0, 0",
        "-0.0, 0",
        "1e1, 10",
        "1E1, 10",
        "10e-1, 1",
        ".5e1, 5",
        "0.7e+1, 7",
        "' 7 ', 7",
        "10.000, 10"
    })
    void readsRatings(String raw, int rating) {
        assertThat(TEN.judge(raw)).isEqualTo(new Screening.Verdict(rating, null));
        assertThat(TEN.judge(raw).accepted()).isTrue();
    }

    /** A scale may hold points below 0. */
    @Test
    void readsNegativeRatings() {
        Screening screening = Screening.on(RatingScale.of(-3, 3));
        assertThat(screening.judge("-3").rating()).isEqualTo(-3);
        assertThat(screening.judge(-3.0).rating()).isEqualTo(-3);
        assertThat(screening.screen(List.of("-3", "2", "2", "4")).ratings().counts())
                .containsExactly(1, 0, 0, 0, 0, 2, 0);
        assertThat(reason(screening, "-4")).isEqualTo(Exclusion.OUT_OF_SCALE);
        assertThat(reason(screening, "-2.5")).isEqualTo(Exclusion.FRACTIONAL);
        assertThat(reason(screening, "-")).isEqualTo(Exclusion.BLANK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-3",
                "11",
                "-1",
                "100",
                "1e2",
                "10.5",
                "-0.5",
                "1e308",
                "1e999",
                "-1e999",
                "999999999999999999999999999999",
                "2147483648",
                "-9223372036854775809"
            })
    void numbersBeyondTheEndsAreOutOfScale(String raw) {
        assertThat(reason(TEN, raw)).isEqualTo(Exclusion.OUT_OF_SCALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.5", ".5", "0.1", "9.99", "65e-1", "5.0001"})
    void numbersBetweenPointsAreFractionalAndNeverRounded(String raw) {
        assertThat(reason(TEN, raw)).isEqualTo(Exclusion.FRACTIONAL);
    }

    /** What parsers of numbers take beyond decimal notation: hexadecimal, suffixes, other digits, words. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x5",
                "0x1p2",
                "5d",
                "5f",
                "5L",
                "Infinity",
                "-Infinity",
                "+NaN",
                "\uFF15",
                "\u0665",
                "five",
                "5,0",
                "5/10",
                "4-5",
                "1 0",
                "5%",
                "1e",
                "e1",
                "1e1234",
                "5.5.5",
                "--5",
                "+",
                "\u00BD",
                "5\u20E3",
                "\u2460"
            })
    void whateverElseIsNotANumber(String raw) {
        assertThat(reason(TEN, raw)).isEqualTo(Exclusion.NOT_A_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                "\u00A0",
                "\uFEFF",
                "\u3000\u200B",
                "-",
                "--",
                "---",
                ".",
                "..",
                "?",
                "_",
                "\u2013",
                "\u2014",
                "\\N",
                "NA",
                "<NA>",
                "#NA",
                "NaN",
                "#NaN",
                "-nan",
                "NULL",
                "(null)",
                "<null>",
                "#NULL!",
                "Nil",
                "None",
                "(none)",
                "undefined",
                "Missing",
                "(missing)",
                "Blank",
                "BLANK",
                "(blank)",
                "<blank>",
                "empty",
                "(empty)"
            })
    void spellingsOfEmptyAreBlank(String raw) {
        assertThat(reason(TEN, raw)).isEqualTo(Exclusion.BLANK);
        assertThat(reason(TEN, " \u00A0" + raw + "\uFEFF\n")).isEqualTo(Exclusion.BLANK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No answer",
                "no response",
                "Not answered",
                "unanswered",
                "not asked",
                "Skipped",
                "Don't know",
                "dont know",
                "DO NOT KNOW",
                "don\u2019t know",
                "DK",
                "no opinion",
                "Not sure",
                "unsure",
                "Refused",
                "Prefer not to answer",
                "prefer not to say",
                "declined",
                "offered"
            })
    void spellingsOfNoAnswer(String raw) {
        assertThat(reason(TEN, raw)).isEqualTo(Exclusion.NO_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "N/A",
                "n/a",
                "#N/A",
                "n.a.",
                "N.A",
                "Not applicable",
                "does not apply",
                "Doesn't apply",
                "never used",
                "Not used",
                "Have not used"
            })
    void spellingsOfNotApplicable(String raw) {
        assertThat(reason(TEN, raw)).isEqualTo(Exclusion.NOT_APPLICABLE);
    }

    @Test
    void paddingOfEditorsAndSpreadsheetsDoesNotCount() {
        for (String padding :
                List.of(" ", "\t", "\r\n", "\u00A0", "\u2007", "\u3000", "\uFEFF", "\u200B", "\u200E\u200F")) {
            assertThat(TEN.judge(padding + "7" + padding)).isEqualTo(new Screening.Verdict(7, null));
        }
        assertThat(TEN.judge("7\u00A08").accepted()).isFalse();
    }

    @Test
    void declaredCodesMatchHoweverTheyAreWritten() {
        Screening screening = TEN.withNoAnswer("11", "-1").withNotApplicable("98.0", "5");
        for (String eleven : List.of("11", "11.0", "1.1e1", "+11", " 11 ", "011")) {
            assertThat(reason(screening, eleven)).isEqualTo(Exclusion.NO_ANSWER);
        }
        assertThat(screening.judge(11).reason()).isEqualTo(Exclusion.NO_ANSWER);
        assertThat(reason(screening, "-1.0")).isEqualTo(Exclusion.NO_ANSWER);
        assertThat(reason(screening, "98")).isEqualTo(Exclusion.NOT_APPLICABLE);
        assertThat(reason(screening, "5")).isEqualTo(Exclusion.NOT_APPLICABLE);
        assertThat(reason(screening, "12")).isEqualTo(Exclusion.OUT_OF_SCALE);
        assertThat(screening.judge("6").rating()).isEqualTo(6);
    }

    @Test
    void codeForZeroIsAlsoMinusZero() {
        Screening screening = Screening.on(RatingScale.ONE_TO_FIVE).withNoAnswer("0");
        assertThat(reason(screening, "-0")).isEqualTo(Exclusion.NO_ANSWER);
        assertThat(screening.judge(-0.0).reason()).isEqualTo(Exclusion.NO_ANSWER);
        assertThat(reason(Screening.on(RatingScale.ONE_TO_FIVE).withNoAnswer("-0"), "0"))
                .isEqualTo(Exclusion.NO_ANSWER);
    }

    @Test
    void laterDeclarationOfACodeWinsInEverySpelling() {
        Screening screening = TEN.withLabel("11", 10).withNoAnswer("11.0");
        assertThat(reason(screening, "11")).isEqualTo(Exclusion.NO_ANSWER);
        assertThat(reason(screening, "11.0")).isEqualTo(Exclusion.NO_ANSWER);
        assertThat(screening.judge(11).reason()).isEqualTo(Exclusion.NO_ANSWER);
    }

    @Test
    void labelsAreRatings() {
        Screening screening = Screening.on(RatingScale.ONE_TO_FIVE)
                .withLabel("Very satisfied", 5)
                .withLabel("Not sure", 3)
                .withLabel("", 1)
                .withLabel("10", 5)
                .withNoAnswer("Weiss nicht")
                .withNotApplicable("Did not fly");
        assertThat(screening.judge(" VERY SATISFIED\u00A0").rating()).isEqualTo(5);
        assertThat(screening.judge("not sure").rating()).isEqualTo(3);
        assertThat(screening.judge("  ").rating()).isEqualTo(1);
        assertThat(screening.judge("10.0").rating()).isEqualTo(5);
        assertThat(reason(screening, "weiss NICHT")).isEqualTo(Exclusion.NO_ANSWER);
        assertThat(reason(screening, "did not fly")).isEqualTo(Exclusion.NOT_APPLICABLE);
    }

    @Test
    void declaringLeavesTheScreeningItself() {
        Screening with = TEN.withNoAnswer("11").withLabel("ten", 10);
        assertThat(reason(TEN, "11")).isEqualTo(Exclusion.OUT_OF_SCALE);
        assertThat(reason(TEN, "ten")).isEqualTo(Exclusion.NOT_A_NUMBER);
        assertThat(with.judge("ten").rating()).isEqualTo(10);
        assertThat(with.scale()).isEqualTo(RatingScale.ZERO_TO_TEN);
    }

    @Test
    void numbersThatAreNumbersAlready() {
        assertThat(TEN.judge(7).rating()).isEqualTo(7);
        assertThat(TEN.judge(Double.NaN).reason()).isEqualTo(Exclusion.BLANK);
        assertThat(TEN.judge(6.5).reason()).isEqualTo(Exclusion.FRACTIONAL);
        assertThat(TEN.judge(10.5).reason()).isEqualTo(Exclusion.OUT_OF_SCALE);
        assertThat(TEN.judge(Double.POSITIVE_INFINITY).reason()).isEqualTo(Exclusion.OUT_OF_SCALE);
        assertThat(TEN.judge(Double.NEGATIVE_INFINITY).reason()).isEqualTo(Exclusion.OUT_OF_SCALE);
        assertThat(TEN.judge(Double.MIN_VALUE).reason()).isEqualTo(Exclusion.FRACTIONAL);
    }

    @Test
    void nothingIsBlank() {
        assertThat(TEN.judge((String) null).reason()).isEqualTo(Exclusion.BLANK);
        Screened screened = TEN.screen(Arrays.asList("7", null));
        assertThat(screened.leftOut().count(Exclusion.BLANK)).isEqualTo(1);
        assertThat(screened.total()).isEqualTo(2);
    }

    @Test
    void screensEveryShapeOfInput() {
        Screened expected = TEN.screen(List.of("7", "11", "0"));
        assertThat(TEN.screen(7, 11, 0)).isEqualTo(expected);
        assertThat(TEN.screen(7.0, 11.0, 0.0)).isEqualTo(expected);
        assertThat(Stream.of("7", "11", "0").collect(TEN.toScreened())).isEqualTo(expected);
        assertThat(expected.ratings()).isEqualTo(Ratings.of(RatingScale.ZERO_TO_TEN, 7, 0));
        assertThat(expected.leftOut().count(Exclusion.OUT_OF_SCALE)).isEqualTo(1);
        assertThat(TEN.screen(List.of()).total()).isZero();
    }

    @Test
    void refusesLabelsForNoPoint() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TEN.withLabel("Eleven", 11))
                .withMessage("rating must be in [0, 10], got 11 for label Eleven");
    }

    @Test
    @SuppressWarnings("NullAway")
    void needsScale() {
        assertThatNullPointerException().isThrownBy(() -> Screening.on(null)).withMessage("scale");
    }

    private static Exclusion reason(Screening screening, String raw) {
        Screening.Verdict verdict = screening.judge(raw);
        assertThat(verdict.accepted()).isFalse();
        return Objects.requireNonNull(verdict.reason());
    }

    /** 2 of 3 said yes; a blank and a text are counted apart. */
    @Test
    void yesAndNoAreAPlainShare() {
        Screened screened = Screening.yesNo().screen(Arrays.asList("Yes", "no", "", null, " Y ", "perhaps"));
        assertThat(screened.ratings().topBox(1)).isEqualTo(Proportion.of(2, 3));
        assertThat(screened.leftOut())
                .isEqualTo(Exclusions.of(Exclusion.BLANK, Exclusion.BLANK, Exclusion.NOT_A_NUMBER));
        assertThat(Screening.yesNo().withLabel("ja", 1).judge("JA").rating()).isEqualTo(1);
    }

    private record Row(String raw, String store, double weight) {}

    private static final List<Row> ROWS = List.of(
            new Row("9", "web", 2),
            new Row("3", "app", 1),
            new Row("", "app", 1),
            new Row("10", "", 1),
            new Row("8", "web", Double.NaN),
            new Row("99", "", -1));

    @Test
    void rowsWithoutAPartnerAreIncompleteAndOtherReasonsComeFirst() {
        Screening.Outcome<Map<String, Nps>> stores = ROWS.parallelStream()
                .collect(TEN.toScreened(
                        Row::raw,
                        row -> !row.store().isEmpty(),
                        Collectors.groupingBy(rated -> rated.row().store(), Nps.toNps(Screening.Rated::rating))));
        assertThat(stores.answers()).isEqualTo(Map.of("web", Nps.ofCounts(1, 1, 0), "app", Nps.ofCounts(0, 0, 1)));
        assertThat(stores.leftOut())
                .isEqualTo(Exclusions.of(Exclusion.BLANK, Exclusion.INCOMPLETE, Exclusion.OUT_OF_SCALE));
        assertThat(stores.count()).isEqualTo(3);
        assertThat(stores.total()).isEqualTo(6);
    }

    @Test
    void rowsWithoutAPartnerAreAllowedWhereNoneIsAskedFor() {
        Screening.Outcome<Nps> all =
                ROWS.stream().collect(TEN.toScreened(Row::raw, Nps.toNps(Screening.Rated::rating)));
        assertThat(all.answers()).isEqualTo(Nps.of(9, 3, 10, 8));
        assertThat(all.leftOut()).isEqualTo(Exclusions.of(Exclusion.BLANK, Exclusion.OUT_OF_SCALE));
    }

    @Test
    void weightsAreScreenedWithTheirRatings() {
        Screening.Outcome<WeightedRatings> weighted =
                ROWS.stream().collect(WeightedRatings.toScreened(TEN, Row::raw, Row::weight));
        assertThat(weighted.answers())
                .isEqualTo(WeightedRatings.of(RatingScale.ZERO_TO_TEN, new int[] {9, 3, 10}, new double[] {2, 1, 1}));
        assertThat(weighted.leftOut())
                .isEqualTo(Exclusions.of(Exclusion.BLANK, Exclusion.INCOMPLETE, Exclusion.OUT_OF_SCALE));
    }

    @Test
    void isStoredAsTextsAndNumbers() {
        Screening screening =
                TEN.withNoAnswer("11", "Refused").withLabel("Great", 10).withNotApplicable("-1");
        Forgery.check(screening, Set.of("codes"));
        Forgery.check(Screening.yesNo(), Set.of("codes"));
        assertThat(screening).hasToString("Screening[0..10: 2 labels, 2 codes]").isNotEqualTo(TEN);
        Forgery.check(Csat.TOP_TWO_OF_FIVE, Set.of());
    }
}
