package io.cxmetrics.stat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.Serializable;

/** Gathers numbers one at a time and adds them a block at a time, which costs a large number per block only. */
final class LongMomentsBuffer implements Serializable {

    private static final long serialVersionUID = 1;

    private final long[] pending = new long[256];
    private int size;
    private LongMoments moments = LongMoments.EMPTY;

    void add(long value) {
        if (size == pending.length) {
            moments = moments();
            size = 0;
        }
        pending[size++] = value;
    }

    @CanIgnoreReturnValue
    LongMomentsBuffer join(LongMomentsBuffer other) {
        moments = moments().plus(other.moments());
        size = 0;
        return this;
    }

    LongMoments moments() {
        return moments.plus(LongMoments.ofRange(pending, 0, size));
    }
}
