package io.cxmetrics.survey.reason;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The reasons that respondents could choose from, and the choice that means none of them.
 *
 * <pre>{@code
 * ReasonDefinition why = ReasonDefinition.of("price", "quality", "service").withNone("none of these");
 * why.reasons(); // [price, quality, service]
 * why.none(); // none of these
 * }</pre>
 *
 * @param reasons the codes, at least one and at most 200, all different
 * @param none the code of "none of these", not one of the reasons; null if that was no choice
 * @since 0.1
 */
public record ReasonDefinition(
        List<String> reasons, @Nullable String none) implements Serializable {

    private static final int MOST = 200;

    /**
     * Checks the codes.
     *
     * @throws IllegalArgumentException if there is no reason, too many, or one twice, or {@code none} is one of them
     */
    public ReasonDefinition {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty() || reasons.size() > MOST) {
            throw new IllegalArgumentException("reasons must be 1 to " + MOST + ", got " + reasons.size());
        }
        if (new HashSet<>(reasons).size() < reasons.size()) {
            throw new IllegalArgumentException("reasons must all be different, got " + reasons);
        }
        if (none != null && reasons.contains(none)) {
            throw new IllegalArgumentException("none must not be one of the reasons " + reasons + ", got " + none);
        }
    }

    /**
     * Returns reasons to choose from, without a choice for none of them.
     *
     * @param reasons the codes
     * @return the definition
     * @throws IllegalArgumentException if there is no reason, or one twice
     */
    public static ReasonDefinition of(String... reasons) {
        return new ReasonDefinition(List.of(reasons), null);
    }

    /**
     * Returns the definition with a choice that means none of the reasons.
     *
     * @param newNone the code
     * @return the definition
     * @throws IllegalArgumentException if it is one of the reasons
     */
    public ReasonDefinition withNone(String newNone) {
        return new ReasonDefinition(reasons, Objects.requireNonNull(newNone, "newNone"));
    }

    /** Returns the place of a reason. */
    int index(String reason) {
        int index = reasons.indexOf(reason);
        if (index < 0) {
            throw new IllegalArgumentException("reason must be one of " + reasons + ", got " + reason);
        }
        return index;
    }
}
