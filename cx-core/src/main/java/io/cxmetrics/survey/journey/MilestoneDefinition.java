package io.cxmetrics.survey.journey;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cxmetrics.survey.BoxDefinition;
import io.cxmetrics.survey.Ces;
import io.cxmetrics.survey.Csat;
import io.cxmetrics.survey.NpsDefinition;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/**
 * The milestones of a journey in their order, and which ratings count as satisfied and dissatisfied at each of them.
 *
 * <pre>{@code
 * MilestoneDefinition shop = MilestoneDefinition.csat("sign-up", "first order", "delivery");
 * shop.milestones(); // [sign-up, first order, delivery]
 * MilestoneDefinition.nps("sign-up", "delivery").boxes(); // BoxDefinition[scale=0..10, top=2, bottom=7]
 * }</pre>
 *
 * @param milestones the names in the order of the journey, at least one and at most 1,000, all different
 * @param boxes which ratings are satisfied and dissatisfied, on the one scale that every milestone is rated on
 * @since 0.1
 */
public record MilestoneDefinition(List<String> milestones, BoxDefinition boxes) implements Serializable {

    private static final int MOST = 1_000;

    /**
     * Checks the names.
     *
     * @throws IllegalArgumentException if there is no milestone, too many, or one twice
     */
    public MilestoneDefinition {
        milestones = List.copyOf(milestones);
        requireNonNull(boxes, "boxes");
        if (milestones.isEmpty() || milestones.size() > MOST) {
            throw new IllegalArgumentException("milestones must be 1 to " + MOST + ", got " + milestones.size());
        }
        if (new HashSet<>(milestones).size() < milestones.size()) {
            throw new IllegalArgumentException("milestones must all be different, got " + milestones);
        }
    }

    /**
     * Returns milestones that are rated from 0 to 10, with promoters as satisfied and detractors as dissatisfied.
     *
     * @param milestones the names in the order of the journey
     * @return the definition
     * @throws IllegalArgumentException if there is no milestone, or one twice
     */
    public static MilestoneDefinition nps(String... milestones) {
        return of(NpsDefinition.STANDARD.boxes(), milestones);
    }

    /**
     * Returns milestones that are rated from 1 to 5, with 4 and 5 as satisfied, 1 and 2 as dissatisfied.
     *
     * @param milestones the names in the order of the journey
     * @return the definition
     * @throws IllegalArgumentException if there is no milestone, or one twice
     */
    public static MilestoneDefinition csat(String... milestones) {
        return of(Csat.TOP_TWO_OF_FIVE, milestones);
    }

    /**
     * Returns milestones that are rated from 1 to 7 by ease, with 5 to 7 as satisfied, 1 to 3 as dissatisfied.
     *
     * @param milestones the names in the order of the journey
     * @return the definition
     * @throws IllegalArgumentException if there is no milestone, or one twice
     */
    public static MilestoneDefinition ces(String... milestones) {
        return of(Ces.CES_2, milestones);
    }

    /**
     * Returns milestones that are rated on any scale.
     *
     * @param boxes which ratings are satisfied and dissatisfied
     * @param milestones the names in the order of the journey
     * @return the definition
     * @throws IllegalArgumentException if there is no milestone, or one twice
     */
    public static MilestoneDefinition of(BoxDefinition boxes, String... milestones) {
        return new MilestoneDefinition(List.of(milestones), boxes);
    }

    /** Returns the place of a milestone. */
    @CanIgnoreReturnValue
    int index(String milestone) {
        int index = milestones.indexOf(milestone);
        if (index < 0) {
            throw new IllegalArgumentException("milestone must be one of " + milestones + ", got " + milestone);
        }
        return index;
    }
}
