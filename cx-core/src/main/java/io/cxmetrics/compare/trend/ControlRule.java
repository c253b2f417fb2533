package io.cxmetrics.compare.trend;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A pattern on a control chart that chance rarely makes; z is the distance from the center in standard deviations.
 *
 * <p>Each further rule adds false alarms: where nothing happens, rule 1 alone raises one in 370 points, and together
 * with eight on a side one in 153 (C. Champ, W. Woodall, Technometrics 29, 1987). {@link #STANDARD} has two rules, one
 * for a jump and one for a shift that lasts; the others are there by name.
 *
 * @since 0.1
 */
public enum ControlRule {
    /** |z| &gt; 3. Rule 1 of Nelson and of Western Electric. */
    BEYOND_LIMITS,
    /** Nine points in a row on one side of the center. Rule 2 of Nelson. */
    NINE_ON_A_SIDE,
    /** Eight points in a row on one side of the center. Rule 4 of Western Electric. */
    EIGHT_ON_A_SIDE,
    /** Six points in a row, each above the one before, or each below. Rule 3 of Nelson. */
    SIX_RISING_OR_FALLING,
    /** Fourteen points in a row that go up and down in turn. Rule 4 of Nelson. */
    FOURTEEN_ALTERNATING,
    /** Two of three points beyond 2 on one side, the last among them. Rule 5 of Nelson, 2 of Western Electric. */
    TWO_OF_THREE_BEYOND_TWO,
    /** Four of five points beyond 1 on one side, the last among them. Rule 6 of Nelson, 3 of Western Electric. */
    FOUR_OF_FIVE_BEYOND_ONE,
    /** Fifteen points in a row within 1. Rule 7 of Nelson. */
    FIFTEEN_WITHIN_ONE,
    /** Eight points in a row beyond 1 on either side. Rule 8 of Nelson. */
    EIGHT_BEYOND_ONE;

    /** {@link #BEYOND_LIMITS} and {@link #NINE_ON_A_SIDE}. */
    public static final Set<ControlRule> STANDARD = set(BEYOND_LIMITS, NINE_ON_A_SIDE);

    /** The eight rules of L. Nelson, Journal of Quality Technology 16 (1984). */
    public static final Set<ControlRule> NELSON = set(
            BEYOND_LIMITS,
            NINE_ON_A_SIDE,
            SIX_RISING_OR_FALLING,
            FOURTEEN_ALTERNATING,
            TWO_OF_THREE_BEYOND_TWO,
            FOUR_OF_FIVE_BEYOND_ONE,
            FIFTEEN_WITHIN_ONE,
            EIGHT_BEYOND_ONE);

    /** The four rules of Western Electric's Statistical Quality Control Handbook (1956). */
    public static final Set<ControlRule> WESTERN_ELECTRIC =
            set(BEYOND_LIMITS, TWO_OF_THREE_BEYOND_TWO, FOUR_OF_FIVE_BEYOND_ONE, EIGHT_ON_A_SIDE);

    private static Set<ControlRule> set(ControlRule first, ControlRule... others) {
        return Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    /** Tells whether the pattern ends at a point; an undefined point breaks every pattern. */
    boolean holds(double[] values, double[] z, int at) {
        return switch (this) {
            case BEYOND_LIMITS -> Math.abs(z[at]) > 3;
            case NINE_ON_A_SIDE -> sameSide(z, at, 9);
            case EIGHT_ON_A_SIDE -> sameSide(z, at, 8);
            case SIX_RISING_OR_FALLING -> steps(values, at, 5, 1, 1) || steps(values, at, 5, -1, 1);
            case FOURTEEN_ALTERNATING -> steps(values, at, 13, 1, -1) || steps(values, at, 13, -1, -1);
            case TWO_OF_THREE_BEYOND_TWO -> mostBeyond(z, at, 3, 2);
            case FOUR_OF_FIVE_BEYOND_ONE -> mostBeyond(z, at, 5, 1);
            case FIFTEEN_WITHIN_ONE -> run(z, at, 15, true);
            case EIGHT_BEYOND_ONE -> run(z, at, 8, false);
        };
    }

    private static boolean sameSide(double[] z, int at, int length) {
        if (at + 1 < length) {
            return false;
        }
        for (int i = at; i > at - length; i--) {
            if (!(z[i] * Math.signum(z[at]) > 0)) {
                return false;
            }
        }
        return true;
    }

    /** Steps back from a point whose direction is given for the last, and turns by a factor from one to the next. */
    private static boolean steps(double[] values, int at, int length, int last, int turn) {
        if (at < length) {
            return false;
        }
        int direction = last;
        for (int i = at; i > at - length; i--) {
            if (!((values[i] - values[i - 1]) * direction > 0)) {
                return false;
            }
            direction *= turn;
        }
        return true;
    }

    /** All but one of the last points; at the start of a chart fewer may be there. */
    private static boolean mostBeyond(double[] z, int at, int window, double limit) {
        double side = Math.signum(z[at]);
        int beyond = 0;
        for (int i = at; i >= 0 && i > at - window; i--) {
            beyond += z[i] * side > limit ? 1 : 0;
        }
        return z[at] * side > limit && beyond >= window - 1;
    }

    private static boolean run(double[] z, int at, int length, boolean within) {
        if (at + 1 < length) {
            return false;
        }
        for (int i = at; i > at - length; i--) {
            double size = Math.abs(z[i]);
            if (!(within ? size < 1 : size > 1)) {
                return false;
            }
        }
        return true;
    }
}
