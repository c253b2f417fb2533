package io.cxmetrics.survey;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Screening} makes of one raw value: a rating, or the reason why it is none.
 *
 * @param rating the rating; meaningless if there is a reason
 * @param reason why the value is not an answer, or null if it is one
 */
public record Verdict(int rating, @Nullable Exclusion reason) implements Serializable {

    /**
     * Tells whether the value is an answer.
     *
     * @return true if there is a rating
     */
    public boolean accepted() {
        return reason == null;
    }
}
