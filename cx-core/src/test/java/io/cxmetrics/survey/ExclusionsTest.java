package io.cxmetrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExclusionsTest {

    private static final Screening SCREENING = Screening.on(RatingScale.ZERO_TO_TEN);

    @Test
    void countsByReason() {
        Exclusions left = SCREENING
                .screen(List.of("", "na", "n/a", "7", "11", "6.5", "x", "refused"))
                .leftOut();
        assertThat(left.count()).isEqualTo(7);
        assertThat(left.count(Exclusion.BLANK)).isEqualTo(2);
        assertThat(left.byReason())
                .containsExactly(
                        Map.entry(Exclusion.BLANK, 2L),
                        Map.entry(Exclusion.NO_ANSWER, 1L),
                        Map.entry(Exclusion.NOT_APPLICABLE, 1L),
                        Map.entry(Exclusion.OUT_OF_SCALE, 1L),
                        Map.entry(Exclusion.FRACTIONAL, 1L),
                        Map.entry(Exclusion.NOT_A_NUMBER, 1L));
        assertThat(left)
                .hasToString("Exclusions[BLANK=2, NO_ANSWER=1, NOT_APPLICABLE=1, OUT_OF_SCALE=1, FRACTIONAL=1,"
                        + " NOT_A_NUMBER=1]");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> left.byReason().clear());
    }

    @Test
    void nothingLeftOut() {
        assertThat(Exclusions.EMPTY.count()).isZero();
        assertThat(Exclusions.EMPTY.byReason()).isEmpty();
        assertThat(Exclusions.EMPTY).hasToString("Exclusions[]");
        assertThat(Exclusions.EMPTY).isNotEqualTo("none");
        assertThat(Exclusions.EMPTY).isNotEqualTo(SCREENING.screen(List.of("")).leftOut());
    }

    @Test
    void wrongValuesAreToldFromHonestNonAnswers() {
        assertThat(Arrays.stream(Exclusion.values()).filter(Exclusion::invalid))
                .containsExactly(Exclusion.OUT_OF_SCALE, Exclusion.FRACTIONAL, Exclusion.NOT_A_NUMBER);
    }

    @Test
    void totalNeverWraps() {
        Screened blank = SCREENING.screen(List.of(""));
        Screened wrong = SCREENING.screen(List.of("11"));
        Screened answer = SCREENING.screen(List.of("7"));
        for (int i = 0; i < 62; i++) {
            blank = blank.plus(blank);
            wrong = wrong.plus(wrong);
            answer = answer.plus(answer);
        }
        Exclusions blanks = blank.leftOut();
        Exclusions wrongs = wrong.leftOut();
        Screened answers = answer;
        assertThat(blanks.count()).isEqualTo(1L << 62);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> blanks.plus(blanks));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> blanks.plus(wrongs));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> new Screened(answers.ratings(), blanks));
    }

    @Test
    @SuppressWarnings("NullAway")
    void screenedNeedsBothParts() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Screened(null, Exclusions.EMPTY))
                .withMessage("ratings");
        assertThatNullPointerException()
                .isThrownBy(() -> new Screened(Ratings.empty(RatingScale.THUMBS), null))
                .withMessage("leftOut");
    }
}
