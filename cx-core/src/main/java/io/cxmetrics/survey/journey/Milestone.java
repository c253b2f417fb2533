package io.cxmetrics.survey.journey;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.survey.NetInterval;
import io.cxmetrics.survey.Nps;
import java.io.Serializable;

/**
 * One milestone of {@link Milestones}: how many customers reached it, and their score, in points; shares are fractions.
 *
 * @param name the milestone
 * @param reached the customers who reached it out of all
 * @param satisfiedShare the satisfied out of those who answered here
 * @param dissatisfiedShare the dissatisfied out of those who answered here
 * @since 0.1
 */
public record Milestone(String name, Proportion reached, Proportion satisfiedShare, Proportion dissatisfiedShare)
        implements Serializable {

    /**
     * Checks that the shares fit together.
     *
     * @throws IllegalArgumentException if the shares are of different answers, or more answered than reached the
     *     milestone
     */
    public Milestone {
        requireNonNull(name, "name");
        Checks.same("answers", satisfiedShare.trials(), dissatisfiedShare.trials());
        if (dissatisfiedShare.events() > dissatisfiedShare.trials() - satisfiedShare.events()) {
            throw new IllegalArgumentException("dissatisfied must not exceed answers that are not satisfied ("
                    + (dissatisfiedShare.trials() - satisfiedShare.events()) + "), got " + dissatisfiedShare.events());
        }
        if (satisfiedShare.trials() > reached.events()) {
            throw new IllegalArgumentException(
                    "answers must not exceed reached (" + reached.events() + "), got " + satisfiedShare.trials());
        }
    }

    /**
     * Returns how many customers answered here.
     *
     * @return the count
     */
    public long count() {
        return satisfiedShare.trials();
    }

    /**
     * Returns those who answered out of those who reached the milestone.
     *
     * @return the share
     */
    public Proportion answered() {
        return Proportion.of(count(), reached.events());
    }

    /**
     * Returns those neither satisfied nor dissatisfied out of those who answered here.
     *
     * @return the share
     */
    public Proportion neutralShare() {
        return Proportion.of(count() - satisfiedShare.events() - dissatisfiedShare.events(), count());
    }

    /**
     * Returns the net score, 100 (satisfied - dissatisfied) / answers; it is the NPS where the boxes are those of the
     * NPS.
     *
     * @return points from -100 to 100; NaN without answers
     */
    public double netScore() {
        return Nps.score(satisfiedShare.events(), neutralShare().events(), dissatisfiedShare.events());
    }

    /**
     * Returns the adjusted Wald interval of the net score.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval in points within [-100, 100]; undefined without answers
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        return interval(confidence, NetInterval.ADJUSTED_WALD);
    }

    /**
     * Returns an interval of the net score by a named method.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @param method the method
     * @return the interval in points within [-100, 100]; undefined without answers
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence, NetInterval method) {
        return method.of(satisfiedShare.events(), neutralShare().events(), dissatisfiedShare.events(), confidence);
    }
}
