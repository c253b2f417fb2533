package io.cxmetrics.stat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cxmetrics.internal.Checks;
import java.io.Serializable;

/**
 * Gathers numbers one at a time and adds them a block at a time, which is both faster and more exact than one by one.
 */
final class MomentsBuffer implements Serializable {

    private static final long serialVersionUID = 1;

    private final double[] pending = new double[256];
    private int size;
    private Moments moments = Moments.EMPTY;

    void add(double value) {
        Checks.finite("value", value);
        if (size == pending.length) {
            moments = moments();
            size = 0;
        }
        pending[size++] = value;
    }

    @CanIgnoreReturnValue
    MomentsBuffer join(MomentsBuffer other) {
        moments = moments().plus(other.moments());
        size = 0;
        return this;
    }

    Moments moments() {
        return moments.plus(Moments.ofRange(pending, 0, size));
    }
}
