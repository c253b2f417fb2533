package io.cxmetrics.stat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cxmetrics.internal.Checks;
import java.io.Serializable;
import java.util.Arrays;

/** Gathers pairs one at a time and adds them a block at a time, as {@link MomentsBuffer} does with single numbers. */
final class PairedMomentsBuffer implements Serializable {

    private static final long serialVersionUID = 1;

    private final double[] pendingX = new double[256];
    private final double[] pendingY = new double[256];
    private int size;
    private PairedMoments moments = PairedMoments.EMPTY;

    void add(double x, double y) {
        Checks.finite("x", x);
        Checks.finite("y", y);
        if (size == pendingX.length) {
            moments = moments();
            size = 0;
        }
        pendingX[size] = x;
        pendingY[size++] = y;
    }

    @CanIgnoreReturnValue
    PairedMomentsBuffer join(PairedMomentsBuffer other) {
        moments = moments().plus(other.moments());
        size = 0;
        return this;
    }

    PairedMoments moments() {
        return moments.plus(PairedMoments.of(Arrays.copyOf(pendingX, size), Arrays.copyOf(pendingY, size)));
    }
}
