package io.cxmetrics.benchmarks.duel;

import java.io.Serializable;

/**
 * What a figure should be: at least or at most so much, and what would be better still; NaN where there is no such
 * goal.
 */
public record Goal(boolean atLeast, double must, double stretch) implements Serializable {

    static final Goal NONE = new Goal(true, Double.NaN, Double.NaN);

    static Goal atLeast(double must, double stretch) {
        return new Goal(true, must, stretch);
    }

    static Goal atMost(double must, double stretch) {
        return new Goal(false, must, stretch);
    }

    boolean exists() {
        return !Double.isNaN(must);
    }

    boolean met(double figure) {
        return atLeast ? figure >= must : figure <= must;
    }

    boolean stretched(double figure) {
        return !Double.isNaN(stretch) && (atLeast ? figure >= stretch : figure <= stretch);
    }
}
