package io.cxmetrics.internal;

import java.util.function.DoubleUnaryOperator;

/** Roots of functions of one variable that rise. */
public final class Roots {

    private Roots() {}

    /**
     * Returns where a function that rises becomes 0, to the last digit, by the method of Ridders with bisection to fall
     * back on.
     *
     * @param function the function
     * @param from a place where it is not above 0
     * @param to a place where it is not below 0
     * @return the root; NaN if the function does not change its sign between the ends
     */
    public static double rising(DoubleUnaryOperator function, double from, double to) {
        double low = from;
        double high = to;
        double atLow = function.applyAsDouble(low);
        double atHigh = function.applyAsDouble(high);
        if (!(atLow <= 0 && atHigh >= 0)) {
            return Double.NaN;
        }
        while (true) {
            if (atLow == 0) {
                return low;
            }
            if (atHigh == 0) {
                return high;
            }
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                return low;
            }
            double atMiddle = function.applyAsDouble(middle);
            double bend = Math.sqrt(atMiddle * atMiddle - atLow * atHigh);
            double guess = middle - (middle - low) * atMiddle / bend;
            if (atMiddle > 0) {
                high = middle;
                atHigh = atMiddle;
            } else {
                low = middle;
                atLow = atMiddle;
            }
            if (guess > low && guess < high) {
                double atGuess = function.applyAsDouble(guess);
                if (atGuess > 0) {
                    high = guess;
                    atHigh = atGuess;
                } else {
                    low = guess;
                    atLow = atGuess;
                }
            }
        }
    }
}
