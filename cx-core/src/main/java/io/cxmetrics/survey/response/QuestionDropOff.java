package io.cxmetrics.survey.response;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Counts;
import io.cxmetrics.stat.Proportion;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Counts of respondents by the question at which they gave up, in a survey that is answered in order; rates are
 * fractions.
 *
 * <p><b>Definition.</b> Everybody who answered question i reached question i + 1, and all respondents reached question
 * 0. The drop-off at a question is the share of those who reached it and did not answer it.
 *
 * <p><b>Edges.</b> The drop-off at a question that nobody reached is NaN. Surveys with different numbers of questions
 * do not add up.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * QuestionDropOff survey = QuestionDropOff.of(3, 3, 3, 1, 0);
 * survey.dropOff(0); // 1 of 4 (0.25)
 * survey.dropOff(1); // 1 of 3 (0.3333333333333333)
 * survey.completed(); // 2 of 4 (0.5)
 * }</pre>
 *
 * @since 0.1
 */
public final class QuestionDropOff implements Summary<QuestionDropOff> {

    private static final long serialVersionUID = 1;

    /** How many respondents answered exactly i questions, for i from 0 to the number of questions. */
    private final long[] stopped;

    private QuestionDropOff(long[] stopped) {
        this.stopped = stopped;
        Counts.total(stopped); // refuses more respondents than a long holds
    }

    /**
     * Returns the drop-off of nobody.
     *
     * @param questions how many questions the survey has, at least 1
     * @return the drop-off
     * @throws IllegalArgumentException if the number is out of range
     */
    public static QuestionDropOff empty(int questions) {
        return of(questions);
    }

    /**
     * Returns the drop-off of respondents.
     *
     * @param questions how many questions the survey has, at least 1
     * @param answered how many questions each respondent answered before giving up, in [0, questions]
     * @return the drop-off
     * @throws IllegalArgumentException if a number is out of range
     */
    public static QuestionDropOff of(int questions, Collection<Integer> answered) {
        return of(questions, answered.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * Returns the aggregation that folds the number of questions each respondent answered, for streams and engines.
     *
     * @param questions how many questions the survey has, at least 1
     * @return the aggregation, which refuses a number outside [0, questions]
     * @throws IllegalArgumentException if the number of questions is out of range
     */
    public static Aggregation<Integer, long[], QuestionDropOff> aggregation(int questions) {
        return new QuestionDropOffAggregation(checked(questions));
    }

    /**
     * Returns a collector of the number of questions each respondent answered.
     *
     * @param questions how many questions the survey has, at least 1
     * @param answered gives how many questions a respondent answered before giving up, in [0, questions]
     * @param <T> the type of the respondents
     * @return the collector, which refuses a number outside [0, questions]
     * @throws IllegalArgumentException if the number of questions is out of range
     */
    public static <T> Collector<T, ?, QuestionDropOff> toQuestionDropOff(
            int questions, ToIntFunction<? super T> answered) {
        requireNonNull(answered, "answered");
        return Collectors.mapping(
                (T respondent) -> answered.applyAsInt(respondent),
                aggregation(questions).toCollector());
    }

    private static int checked(int questions) {
        return Checks.inRange("questions", questions, 1, 100_000);
    }

    /**
     * Returns the drop-off of respondents.
     *
     * @param questions how many questions the survey has, at least 1
     * @param answered how many questions each respondent answered before giving up, in [0, questions]
     * @return the drop-off
     * @throws IllegalArgumentException if a number is out of range
     */
    public static QuestionDropOff of(int questions, int... answered) {
        long[] stopped = new long[checked(questions) + 1];
        for (int i = 0; i < answered.length; i++) {
            if (answered[i] < 0 || answered[i] > questions) {
                throw new IllegalArgumentException(
                        "answered must be in [0, " + questions + "], got " + answered[i] + " at index " + i);
            }
            stopped[answered[i]]++;
        }
        return new QuestionDropOff(stopped);
    }

    /**
     * Returns how many respondents there were.
     *
     * @return the count
     */
    public long count() {
        return answeredAtLeast(0);
    }

    /**
     * Returns how many questions the survey has.
     *
     * @return the number, at least 1
     */
    public int questions() {
        return stopped.length - 1;
    }

    /**
     * Returns how many respondents came to a question.
     *
     * @param question the question, from 0
     * @return the count
     * @throws IllegalArgumentException if there is no such question
     */
    public long reached(int question) {
        Checks.inRange("question", question, 0, questions() - 1);
        return answeredAtLeast(question);
    }

    /**
     * Returns those who did not answer a question out of those who came to it.
     *
     * @param question the question, from 0
     * @return the share
     * @throws IllegalArgumentException if there is no such question
     */
    public Proportion dropOff(int question) {
        return Proportion.of(reached(question) - answeredAtLeast(question + 1), reached(question));
    }

    /**
     * Returns those who answered every question out of all.
     *
     * @return the share
     */
    public Proportion completed() {
        return Proportion.of(answeredAtLeast(questions()), answeredAtLeast(0));
    }

    private long answeredAtLeast(int questions) {
        long sum = 0;
        for (int i = questions; i < stopped.length; i++) {
            sum += stopped[i];
        }
        return sum;
    }

    @Override
    public QuestionDropOff plus(QuestionDropOff other) {
        if (other.questions() != questions()) {
            throw new IllegalArgumentException("questions must be " + questions() + ", got " + other.questions());
        }
        return new QuestionDropOff(Counts.merge(stopped.clone(), other.stopped));
    }

    private record QuestionDropOffAggregation(int questions) implements Aggregation<Integer, long[], QuestionDropOff> {

        @Override
        public long[] zero() {
            return new long[questions + 1];
        }

        @Override
        public long[] add(long[] state, Integer answered) {
            state[Checks.inRange("answered", answered, 0, questions)]++;
            return state;
        }

        @Override
        public long[] merge(long[] left, long[] right) {
            return Counts.merge(left, right);
        }

        @Override
        public QuestionDropOff finish(long[] state) {
            return new QuestionDropOff(state.clone());
        }
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("QuestionDropOff", 1)
                .with("questions", questions())
                .with("stopped", stopped);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the drop-off
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static QuestionDropOff ofStored(StoredForm form) {
        StoredFields fields = form.expect("QuestionDropOff", 1, "questions", "stopped");
        long[] stopped = fields.wholes("stopped");
        int questions = checked(fields.integer("questions"));
        if (stopped.length != questions + 1) {
            throw new IllegalArgumentException(
                    "stopped must be one more than the questions (" + questions + "), got " + stopped.length);
        }
        for (long n : stopped) {
            Checks.notNegative("stopped", n);
        }
        return new QuestionDropOff(stopped);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuestionDropOff that && Arrays.equals(stopped, that.stopped);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(stopped);
    }

    /**
     * Returns how many respondents reached each question, and how many completed.
     *
     * @return such as {@code QuestionDropOff[reached 4, 3, 2; completed 2]}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("QuestionDropOff[reached ");
        for (int question = 0; question < questions(); question++) {
            text.append(question == 0 ? "" : ", ").append(reached(question));
        }
        return text.append("; completed ")
                .append(completed().events())
                .append(']')
                .toString();
    }
}
