package io.cxmetrics.benchmarks.duel;

import java.io.Serializable;

/**
 * One figure of a suite beside its goal.
 *
 * @param name what the kernel is compared with, or what is measured
 * @param unit such as {@code x}, {@code ns/row}, {@code bytes}
 * @param spread the measurements
 * @param goal what the median should be
 * @param agrees whether both ways came to the same answer; true where there is nothing to compare
 */
public record Figure(String name, String unit, Spread spread, Goal goal, boolean agrees) implements Serializable {

    /** In one word: whether the goal is met. */
    public String verdict() {
        if (!agrees) {
            return "disagrees";
        }
        if (!goal.exists()) {
            return "";
        }
        if (!goal.met(spread.median())) {
            return "not met";
        }
        return goal.stretched(spread.median()) ? "stretch" : "met";
    }
}
