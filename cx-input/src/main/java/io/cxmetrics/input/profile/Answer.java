package io.cxmetrics.input.profile;

import io.cxmetrics.input.reading.Roles;
import io.cxmetrics.input.reading.Where;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Screening;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a recognised file answers a metric: which column plays which role, and what its values mean.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Answer {

    private final AnswerRule rule;
    private final Map<String, String> columns;
    private final Map<String, String> leavingOut;

    Answer(AnswerRule rule, Map<String, String> columns, Map<String, String> leavingOut) {
        this.rule = rule;
        this.columns = columns;
        this.leavingOut = leavingOut;
    }

    /**
     * Returns the columns by their roles.
     *
     * @return the name of the column for each role that the file has, in the order of the profile
     */
    public Map<String, String> columns() {
        return new LinkedHashMap<>(columns);
    }

    /**
     * Returns the roles for a reading.
     *
     * @return the roles
     */
    public Roles roles() {
        return Roles.of(columns);
    }

    /**
     * Returns the scale of the ratings.
     *
     * @return the scale, if the profile knows it
     */
    public Optional<RatingScale> scale() {
        return Optional.ofNullable(rule.scale());
    }

    /**
     * Returns which texts are answers on the scale.
     *
     * @param usual the scale where the profile knows none
     * @return the screening, with the labels and codes of the profile
     */
    public Screening screening(RatingScale usual) {
        @Nullable RatingScale own = rule.scale();
        Screening screening = Screening.on(own == null ? usual : own)
                .withNoAnswer(rule.noAnswer().toArray(String[]::new))
                .withNotApplicable(rule.notApplicable().toArray(String[]::new));
        for (Map.Entry<String, Integer> label : rule.labels().entrySet()) {
            screening = screening.withLabel(label.getKey(), label.getValue());
        }
        return screening;
    }

    /**
     * Returns texts that stand for ratings.
     *
     * @return the rating for each text
     */
    public Map<String, Integer> labels() {
        return rule.labels();
    }

    /**
     * Returns texts that mean no answer.
     *
     * @return the texts
     */
    public List<String> noAnswer() {
        return rule.noAnswer();
    }

    /**
     * Returns texts that mean that a question did not apply.
     *
     * @return the texts
     */
    public List<String> notApplicable() {
        return rule.notApplicable();
    }

    /**
     * Returns what the statuses of tickets mean.
     *
     * @return the category for each status, such as {@code Waiting} to {@code pending}
     */
    public Map<String, String> statuses() {
        return rule.statuses();
    }

    /**
     * Returns further options of the command that the file calls for.
     *
     * @return the values for each option, named without its hyphens
     */
    public Map<String, List<String>> options() {
        return rule.options();
    }

    /**
     * Returns which rows are left out, by reason.
     *
     * @return the filter for each reason
     */
    public Map<String, String> leavingOut() {
        return new LinkedHashMap<>(leavingOut);
    }

    /**
     * Returns the number that the system itself shows.
     *
     * @return its definition in words; empty if nothing is known
     */
    public String definition() {
        return rule.definition();
    }

    /**
     * Returns the filter of the rows that count.
     *
     * @return a filter that leaves out the others, each by its reason
     */
    public Where where() {
        Where where = Where.ALL;
        for (Map.Entry<String, String> filter : leavingOut.entrySet()) {
            where = where.without(filter.getKey(), Where.parse(filter.getValue()));
        }
        return where;
    }

    Set<String> metrics() {
        return rule.metrics();
    }

    @Override
    public String toString() {
        return columns.toString();
    }
}
