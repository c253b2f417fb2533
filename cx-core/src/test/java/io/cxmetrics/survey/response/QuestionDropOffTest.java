package io.cxmetrics.survey.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.stat.Proportion;
import io.cxmetrics.survey.Near;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QuestionDropOffTest {

    private static final QuestionDropOff FOUR = QuestionDropOff.of(3, 3, 3, 1, 0);

    @Test
    void whoAnsweredAQuestionReachedTheNext() {
        assertThat(FOUR.questions()).isEqualTo(3);
        assertThat(FOUR.reached(0)).isEqualTo(4);
        assertThat(FOUR.reached(1)).isEqualTo(3);
        assertThat(FOUR.reached(2)).isEqualTo(2);
        assertThat(FOUR.dropOff(0)).isEqualTo(Proportion.of(1, 4));
        assertThat(FOUR.dropOff(1)).isEqualTo(Proportion.of(1, 3));
        assertThat(FOUR.dropOff(2)).isEqualTo(Proportion.of(0, 2));
        assertThat(FOUR.completed()).isEqualTo(Proportion.of(2, 4));
        assertThat(FOUR).hasToString("QuestionDropOff[reached 4, 3, 2; completed 2]");
    }

    @Test
    void questionThatNobodyReachedIsUndefined() {
        QuestionDropOff none = QuestionDropOff.of(2);
        assertThat(none.dropOff(0).rate()).isNaN();
        assertThat(none.completed().rate()).isNaN();
        assertThat(none).hasToString("QuestionDropOff[reached 0, 0; completed 0]");
        assertThat(QuestionDropOff.of(2, 0, 0).dropOff(1).rate()).isNaN();
        assertThat(QuestionDropOff.of(2, 0, 0).dropOff(0).rate()).isEqualTo(1.0);
    }

    /** Two routes: by the definition, per respondent; and the shares that stay multiply to the share that completes. */
    @Property
    void agreesWithThePlainDefinition(@ForAll @Size(min = 1, max = 40) List<@IntRange(max = 5) Integer> any) {
        int[] answered = any.stream().mapToInt(Integer::intValue).toArray();
        QuestionDropOff survey = QuestionDropOff.of(5, answered);
        double staying = 1;
        for (int question = 0; question < 5; question++) {
            int asked = question;
            assertThat(survey.reached(question))
                    .isEqualTo(Arrays.stream(answered).filter(n -> n >= asked).count());
            assertThat(survey.dropOff(question).events())
                    .isEqualTo(Arrays.stream(answered).filter(n -> n == asked).count());
            staying *= survey.reached(question) == 0
                    ? 0
                    : survey.dropOff(question).complement().rate();
        }
        Near.near(survey.completed().rate(), staying);
    }

    @Test
    void refusesWhatIsNoQuestion() {
        for (int question : new int[] {-1, 3}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FOUR.reached(question))
                    .withMessage("question must be in [0, 2], got " + question);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FOUR.dropOff(question))
                    .withMessage("question must be in [0, 2], got " + question);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuestionDropOff.of(3, 1, 4))
                .withMessage("answered must be in [0, 3], got 4 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuestionDropOff.of(3, -1))
                .withMessage("answered must be in [0, 3], got -1 at index 0");
        for (int questions : new int[] {0, 100_001}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> QuestionDropOff.of(questions))
                    .withMessage("questions must be in [1, 100000], got " + questions);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FOUR.plus(QuestionDropOff.of(2)))
                .withMessage("questions must be 3, got 2");
    }

    @Test
    void equalsByCounts() {
        assertThat(FOUR).isEqualTo(QuestionDropOff.of(3, 0, 1, 3, 3)).isNotEqualTo(QuestionDropOff.of(3, 0, 2, 3, 3));
        assertThat(FOUR).isNotEqualTo("four");
        assertThat(FOUR.hashCode()).isNotEqualTo(QuestionDropOff.of(3, 0).hashCode());
    }

    @Test
    void countsNeverWrap() {
        QuestionDropOff gone = QuestionDropOff.of(1, 0);
        QuestionDropOff done = QuestionDropOff.of(1, 1);
        for (int i = 0; i < 62; i++) {
            gone = gone.plus(gone);
            done = done.plus(done);
        }
        QuestionDropOff half = gone;
        QuestionDropOff other = done;
        assertThat(half.reached(0)).isEqualTo(1L << 62);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> half.plus(half));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> half.plus(other));
    }
}
