package io.cxmetrics.input.field;

import io.cxmetrics.input.Reason;
import io.cxmetrics.survey.Exclusion;
import io.cxmetrics.survey.Screening;
import io.cxmetrics.survey.Screening.Verdict;
import java.util.Locale;

/**
 * The reader of answers on a scale.
 *
 * @since 0.1
 */
public final class Scores {

    private Scores() {}

    /**
     * Returns the reader of answers, which asks a screening.
     *
     * @param screening the scale, the labels and the codes of no answer
     * @return the reader; its reasons are those of the screening: {@code blank}, {@code no_answer},
     *     {@code out_of_scale} and so on
     */
    public static FieldReader<Integer> on(Screening screening) {
        String rule = "be a whole number in " + screening.scale();
        return text -> {
            Verdict verdict = screening.judge(text);
            Exclusion exclusion = verdict.reason();
            return exclusion == null ? Value.of(verdict.rating()) : Value.leftOut(reason(exclusion), rule);
        };
    }

    private static Reason reason(Exclusion exclusion) {
        Reason.Kind kind = exclusion.invalid()
                ? Reason.Kind.INVALID
                : exclusion == Exclusion.BLANK ? Reason.Kind.BLANK : Reason.Kind.CHOSEN;
        return new Reason(exclusion.name().toLowerCase(Locale.ROOT), kind);
    }
}
