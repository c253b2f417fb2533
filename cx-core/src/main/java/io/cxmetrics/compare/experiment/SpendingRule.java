package io.cxmetrics.compare.experiment;

import io.cxmetrics.internal.Normal;

/**
 * How a group-sequential test spends its level over the looks.
 *
 * @since 0.1
 */
public enum SpendingRule {
    /**
     * Lan and DeMets' spending of the kind of O'Brien and Fleming, 2 - 2 Phi(z / sqrt t) a side: hardly anything early,
     * so that the last look costs hardly more than a test without looks. The default.
     */
    OBRIEN_FLEMING,
    /** Lan and DeMets' spending of the kind of Pocock, level ln(1 + (e - 1) t): stops sooner, and costs more. */
    POCOCK,
    /** The boundary of O'Brien and Fleming (1979), c / sqrt t, for looks that are all known in advance. */
    CLASSIC_OBRIEN_FLEMING,
    /** The boundary of Pocock (1977), the same z at each look, for looks that are all known in advance. */
    CLASSIC_POCOCK;

    boolean classic() {
        return this == CLASSIC_OBRIEN_FLEMING || this == CLASSIC_POCOCK;
    }

    /** What a side with this level has spent at a share of the information. */
    double spent(double side, double information) {
        if (information >= 1) {
            return side;
        }
        return this == POCOCK
                ? side * Math.log1p((Math.E - 1) * information)
                : 2 * Normal.survival(Normal.exceeded(side / 2) / Math.sqrt(information));
    }

    /** The critical z of a classic boundary with the constant c. */
    double boundary(double c, double information) {
        return this == CLASSIC_POCOCK ? c : c / Math.sqrt(information);
    }
}
