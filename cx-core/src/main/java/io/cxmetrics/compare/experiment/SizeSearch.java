package io.cxmetrics.compare.experiment;

import io.cxmetrics.internal.Roots;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Finds sizes and effects from a power, which rises with either. */
final class SizeSearch {

    private static final double MOST_UNITS = 1e15;

    private SizeSearch() {}

    /** The size of the control that has the power, not rounded; at least the fewest units. */
    static double control(PlanDefinition plan, double fewest, DoubleUnaryOperator power) {
        if (power.applyAsDouble(fewest) >= plan.power()) {
            return fewest;
        }
        // On the logarithm, so that small and large sizes are found alike.
        double root = Roots.rising(
                size -> power.applyAsDouble(Math.exp(size)) - plan.power(), Math.log(fewest), Math.log(MOST_UNITS));
        if (Double.isNaN(root)) {
            throw new ArithmeticException("size must be below " + MOST_UNITS + " for power " + plan.power());
        }
        return Math.exp(root);
    }

    /** Rounds up and tells the power that the whole numbers have. */
    static PlannedSize planned(PlanDefinition plan, double control, DoubleBinaryOperator power) {
        long first = Math.max(whole(control), 1);
        long second = Math.max(whole(control * plan.allocation()), 1);
        return new PlannedSize(first, second, Math.min(power.applyAsDouble(first, second), 1));
    }

    /** Rounds up, but for a hair above a whole number, which is rounding of the search. */
    static long whole(double size) {
        double nearest = Math.rint(size);
        return (long) (size > nearest && size - nearest < 1e-9 * nearest ? nearest : Math.ceil(size));
    }

    /** The smallest effect that has the power, by doubling a first guess until it is enough. */
    static double effect(PlanDefinition plan, double guess, DoubleUnaryOperator power) {
        double high = guess;
        while (power.applyAsDouble(high) < plan.power()) {
            high *= 2;
        }
        return Roots.rising(effect -> power.applyAsDouble(effect) - plan.power(), 0, high);
    }
}
