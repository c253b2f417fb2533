package io.cxmetrics.survey.response;

import static io.cxmetrics.survey.Near.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.survey.BoxDefinition;
import io.cxmetrics.survey.Csat;
import io.cxmetrics.survey.Exclusion;
import io.cxmetrics.survey.Exclusions;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.NpsDefinition;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import io.cxmetrics.survey.Screening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RespondentsTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);

    /** Ann: 3, then 10 (mean 6.5); Bob: 9 and 10 (mean 9.5); Cid: 2. */
    private static final Respondents<String> THREE = of(
            Answer.of("ann", TUESDAY, 10),
            Answer.of("ann", MONDAY, 3),
            Answer.of("bob", MONDAY, 9),
            Answer.of("bob", TUESDAY, 10),
            Answer.of("cid", MONDAY, 2));

    @SafeVarargs
    private static Respondents<String> of(Answer<String>... answers) {
        List<Answer<String>> list = new ArrayList<>();
        for (Answer<String> answer : answers) {
            list.add(answer);
        }
        return Respondents.of(RatingScale.ZERO_TO_TEN, list);
    }

    @Test
    void eachRuleKeepsItsAnswers() {
        assertThat(THREE.ratings(RespondentRule.FIRST)).isEqualTo(Ratings.of(RatingScale.ZERO_TO_TEN, 3, 9, 2));
        assertThat(THREE.ratings(RespondentRule.LATEST)).isEqualTo(Ratings.of(RatingScale.ZERO_TO_TEN, 10, 10, 2));
        assertThat(THREE.ratings(RespondentRule.ALL)).isEqualTo(Ratings.of(RatingScale.ZERO_TO_TEN, 3, 10, 9, 10, 2));
        assertThat(THREE.count()).isEqualTo(3);
        assertThat(THREE.scale()).isEqualTo(RatingScale.ZERO_TO_TEN);
        assertThat(THREE).hasToString("Respondents[0..10: 5 answers of 3 respondents]");
    }

    private record Row(@Nullable String customer, @Nullable Instant at, String raw) {}

    @Test
    void rowsAreScreenedWithTheirRespondents() {
        Screening.Outcome<Respondents<String>> screened = Stream.of(
                        new Row("ann", MONDAY, "3"),
                        new Row("ann", TUESDAY, "10"),
                        new Row("bob", MONDAY, "refused"),
                        new Row(null, MONDAY, "9"),
                        new Row("cid", null, "9"),
                        new Row("dee", MONDAY, "99"))
                .collect(Respondents.toScreened(
                        Screening.on(RatingScale.ZERO_TO_TEN), Row::raw, Row::customer, Row::at));
        assertThat(screened.answers()).isEqualTo(of(Answer.of("ann", MONDAY, 3), Answer.of("ann", TUESDAY, 10)));
        assertThat(screened.leftOut())
                .isEqualTo(Exclusions.of(
                        Exclusion.NO_ANSWER, Exclusion.INCOMPLETE, Exclusion.INCOMPLETE, Exclusion.OUT_OF_SCALE));
        assertThat(screened.total()).isEqualTo(6);
    }

    @Test
    void elementsGiveTheirAnswers() {
        assertThat(Stream.of(Answer.of("ann", MONDAY, 3), Answer.of("ann", TUESDAY, 10))
                        .collect(Respondents.toRespondents(
                                RatingScale.ZERO_TO_TEN, Answer::respondent, Answer::at, Answer::rating)))
                .isEqualTo(of(Answer.of("ann", MONDAY, 3), Answer.of("ann", TUESDAY, 10)));
    }

    @Test
    void npsByRule() {
        assertThat(THREE.nps(RespondentRule.FIRST)).isEqualTo(Nps.ofCounts(1, 0, 2));
        assertThat(THREE.nps(RespondentRule.LATEST)).isEqualTo(Nps.ofCounts(2, 0, 1));
        assertThat(THREE.nps(RespondentRule.ALL)).isEqualTo(Nps.ofCounts(3, 0, 2));
        assertThat(THREE.nps(RespondentRule.MEAN)).isEqualTo(Nps.ofCounts(1, 0, 2));
    }

    /** Account-level scoring: the mean of an account goes into a bucket unrounded, 8.5 passive and 6.5 a detractor. */
    @Test
    void accountsAreScoredByTheirMean() {
        Respondents<String> accounts = of(
                Answer.of("acme", MONDAY, 7),
                Answer.of("acme", TUESDAY, 10),
                Answer.of("blue", MONDAY, 6),
                Answer.of("blue", TUESDAY, 7),
                Answer.of("coil", MONDAY, 8),
                Answer.of("coil", TUESDAY, 10));
        assertThat(accounts.nps(RespondentRule.MEAN)).isEqualTo(Nps.ofCounts(1, 1, 1));
        NpsDefinition lower = new NpsDefinition(RatingScale.ZERO_TO_TEN, 6, 8);
        assertThat(accounts.nps(RespondentRule.MEAN, lower)).isEqualTo(Nps.ofCounts(2, 1, 0));
        assertThat(accounts.nps(RespondentRule.FIRST, lower)).isEqualTo(Nps.ofCounts(1, 2, 0));
    }

    @Test
    void boxesByRule() {
        BoxDefinition boxes = new BoxDefinition(RatingScale.ZERO_TO_TEN, 2, 7);
        assertThat(THREE.topBox(RespondentRule.LATEST, boxes)).isEqualTo(Proportion.of(2, 3));
        assertThat(THREE.bottomBox(RespondentRule.LATEST, boxes)).isEqualTo(Proportion.of(1, 3));
        assertThat(THREE.topBox(RespondentRule.ALL, boxes)).isEqualTo(Proportion.of(3, 5));
        assertThat(THREE.topBox(RespondentRule.MEAN, boxes)).isEqualTo(Proportion.of(1, 3));
        assertThat(THREE.bottomBox(RespondentRule.MEAN, boxes)).isEqualTo(Proportion.of(2, 3));
        BoxDefinition narrow = new BoxDefinition(RatingScale.ZERO_TO_TEN, 1, 3);
        assertThat(THREE.topBox(RespondentRule.MEAN, narrow)).isEqualTo(Proportion.of(0, 3));
        assertThat(THREE.bottomBox(RespondentRule.MEAN, narrow)).isEqualTo(Proportion.of(1, 3));
    }

    /** Means 6.5, 9.5 and 2: mean 6, variance 14.25 by NumPy. */
    @Test
    void momentsByRule() {
        Moments means = THREE.moments(RespondentRule.MEAN);
        assertThat(means.count()).isEqualTo(3);
        near(means.mean(), 6);
        near(means.variance(), 14.25);
        near(THREE.moments(RespondentRule.ALL).mean(), 34.0 / 5);
        near(THREE.moments(RespondentRule.FIRST).mean(), 14.0 / 3);
        near(THREE.moments(RespondentRule.LATEST).mean(), 22.0 / 3);
    }

    @Test
    void sequenceDecidesBetweenAnswersAtOneTime() {
        Answer<String> row1 = new Answer<>("ann", MONDAY, 1, 10);
        Answer<String> row2 = new Answer<>("ann", MONDAY, 2, 4);
        for (Respondents<String> both : List.of(of(row1, row2), of(row2, row1), of(row1).plus(of(row2)))) {
            assertThat(both.ratings(RespondentRule.FIRST).count(10)).isEqualTo(1);
            assertThat(both.ratings(RespondentRule.LATEST).count(4)).isEqualTo(1);
        }
        Answer<String> tuesday = new Answer<>("ann", TUESDAY, 0, 7);
        assertThat(of(row2, tuesday).ratings(RespondentRule.LATEST).count(7)).isEqualTo(1);
    }

    @Test
    void lowerRatingComesFirstWhereTimeAndSequenceTie() {
        Answer<String> high = Answer.of("ann", MONDAY, 10);
        Answer<String> low = Answer.of("ann", MONDAY, 4);
        for (Respondents<String> both : List.of(of(high, low), of(low, high))) {
            assertThat(both.ratings(RespondentRule.FIRST).count(4)).isEqualTo(1);
            assertThat(both.ratings(RespondentRule.LATEST).count(10)).isEqualTo(1);
        }
    }

    @Property
    void orderOfArrivalNeverMatters(@ForAll @Size(max = 12) List<@IntRange(max = 10) Integer> ratings) {
        List<Answer<String>> answers = Stream.iterate(0, i -> i + 1)
                .limit(ratings.size())
                .map(i -> Answer.of("r" + i % 3, MONDAY.plusSeconds(i % 4), ratings.get(i)))
                .toList();
        List<Answer<String>> backwards = new ArrayList<>(answers);
        Collections.reverse(backwards);
        Respondents<String> expected = answers.stream().collect(Respondents.toRespondents(RatingScale.ZERO_TO_TEN));
        assertThat(backwards.stream().collect(Respondents.<String>toRespondents(RatingScale.ZERO_TO_TEN)))
                .isEqualTo(expected)
                .hasSameHashCodeAs(expected);
    }

    @Test
    void oneAnswerEachMakesTheRulesAgree() {
        Respondents<String> single = of(Answer.of("ann", MONDAY, 9), Answer.of("bob", MONDAY, 3));
        for (RespondentRule rule : RespondentRule.values()) {
            assertThat(single.nps(rule)).isEqualTo(Nps.of(9, 3));
            assertThat(single.moments(rule).mean()).isEqualTo(6.0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyAnsweredIsUndefined(RespondentRule rule) {
        Respondents<String> none = Respondents.empty(RatingScale.ZERO_TO_TEN);
        assertThat(none.count()).isZero();
        assertThat(none.nps(rule)).isEqualTo(Nps.EMPTY);
        assertThat(none.topBox(rule, BoxDefinition.topTwo(RatingScale.ZERO_TO_TEN))
                        .rate())
                .isNaN();
        assertThat(none.bottomBox(rule, BoxDefinition.topTwo(RatingScale.ZERO_TO_TEN))
                        .rate())
                .isNaN();
        assertThat(none.moments(rule).mean()).isNaN();
    }

    @ParameterizedTest
    @EnumSource
    void refusesOtherScales(RespondentRule rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.topBox(rule, Csat.SMILEYS))
                .withMessage("scale must be 0..2, got 0..10");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Respondents.<String>empty(RatingScale.ONE_TO_FIVE).nps(rule))
                .withMessage("scale must be 0..10, got 1..5");
    }

    @Test
    void refusesMeansAsWholeRatingsAndRatingsOffTheScale() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.ratings(RespondentRule.MEAN))
                .withMessage("rule must keep whole ratings, got MEAN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Answer.of("ann", MONDAY, 11)))
                .withMessage("rating must be in [0, 10], got 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.plus(Respondents.empty(RatingScale.ONE_TO_FIVE)))
                .withMessage("scale must be 0..10, got 1..5");
    }

    @Test
    void equalsByScaleAndAnswers() {
        assertThat(of(Answer.of("ann", MONDAY, 3))).isNotEqualTo(of(Answer.of("bob", MONDAY, 3)));
        assertThat(of(Answer.of("ann", MONDAY, 3))).isNotEqualTo(of(Answer.of("ann", MONDAY, 4)));
        assertThat(of(Answer.of("ann", MONDAY, 3))).isNotEqualTo(of(Answer.of("ann", TUESDAY, 3)));
        assertThat(Respondents.<String>empty(RatingScale.THUMBS)).isNotEqualTo(Respondents.empty(RatingScale.SMILEYS));
        assertThat(THREE).isNotEqualTo("three");
        assertThat(of(Answer.of("ann", MONDAY, 3)).hashCode())
                .isNotEqualTo(of(Answer.of("bob", MONDAY, 3)).hashCode());
        assertThat(Respondents.empty(RatingScale.THUMBS).hashCode())
                .isNotEqualTo(Respondents.empty(RatingScale.SMILEYS).hashCode());
    }

    @Test
    @SuppressWarnings("NullAway")
    void needsRespondentTimeAndScale() {
        assertThatNullPointerException()
                .isThrownBy(() -> Answer.of(null, MONDAY, 3))
                .withMessage("respondent");
        assertThatNullPointerException()
                .isThrownBy(() -> Answer.of("ann", null, 3))
                .withMessage("at");
        assertThatNullPointerException()
                .isThrownBy(() -> Respondents.toRespondents(null))
                .withMessage("scale");
    }
}
