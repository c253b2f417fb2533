package io.cxmetrics.compare.experiment;

import java.io.Serializable;
import java.util.Arrays;

/** Gathers units one at a time and adds them a block at a time. */
final class CupedBuffer implements Serializable {

    private static final long serialVersionUID = 1;

    private final double[] outcome = new double[256];
    private final double[] before = new double[256];
    private int size;
    private CupedMoments moments = CupedMoments.EMPTY;

    void add(CupedUnit unit) {
        add(unit.outcome(), unit.before());
    }

    void add(double unitOutcome, double unitBefore) {
        CupedUnit unit = new CupedUnit(unitOutcome, unitBefore);
        if (size == outcome.length) {
            moments = moments();
            size = 0;
        }
        outcome[size] = unit.outcome();
        before[size++] = unit.before();
    }

    CupedBuffer join(CupedBuffer other) {
        moments = moments().plus(other.moments());
        size = 0;
        return this;
    }

    CupedMoments moments() {
        return size == 0
                ? moments
                : moments.plus(CupedMoments.of(Arrays.copyOf(outcome, size), Arrays.copyOf(before, size)));
    }
}
