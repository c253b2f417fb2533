package io.cxmetrics.input.profile;

import io.cxmetrics.survey.RatingScale;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the files of a system answer some metrics.
 *
 * @param metrics the metrics, by the names of their commands
 * @param roles which columns play the roles
 * @param optional the roles that need no column
 * @param scale the scale of ratings, null if the file does not tell
 * @param labels texts that stand for ratings
 * @param noAnswer texts that mean no answer
 * @param notApplicable texts that mean that the question did not apply
 * @param statuses what statuses mean
 * @param leavingOut filters of rows that do not count, by reason
 * @param options further options of the command
 * @param definition the system's own number, in words
 */
record AnswerRule(
        Set<String> metrics,
        Map<String, ColumnChoice> roles,
        Set<String> optional,
        @Nullable RatingScale scale,
        Map<String, Integer> labels,
        List<String> noAnswer,
        List<String> notApplicable,
        Map<String, String> statuses,
        Map<String, String> leavingOut,
        Map<String, List<String>> options,
        String definition) {}
