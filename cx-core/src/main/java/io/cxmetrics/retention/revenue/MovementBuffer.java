package io.cxmetrics.retention.revenue;

import io.cxmetrics.MoneyUnit;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The movements of customers while they are summed, in parts of a minor unit. */
final class MovementBuffer implements Serializable {

    private static final long serialVersionUID = 1;

    static final int OPENING = 0;
    static final int NEW = 1;
    static final int REACTIVATION = 2;
    static final int EXPANSION = 3;
    static final int CONTRACTION = 4;
    static final int CHURN = 5;

    /** What the left-out customers pay at both ends: in the levels, and in no movement. */
    static final int LEFT_OUT_BEFORE = 6;

    static final int LEFT_OUT_AFTER = 7;
    static final int FLOWS = 8;

    private final @Nullable MoneyUnit unit;
    private final long parts;
    private final long[] amounts = new long[FLOWS];
    private final long[] customers = new long[FLOWS];
    private long leftOut;

    MovementBuffer(@Nullable MoneyUnit unit, long parts) {
        this.unit = unit;
        this.parts = parts;
    }

    /** Takes one customer: whether they are one at both ends, what they pay there, and whether they were one before. */
    void add(boolean atStart, long before, boolean atEnd, long after, boolean seenBefore) {
        if (atStart) {
            flow(OPENING, before);
            if (!atEnd) {
                flow(CHURN, before);
            } else if (after > before) {
                flow(EXPANSION, after - before);
            } else if (after < before) {
                flow(CONTRACTION, before - after);
            }
        } else if (atEnd) {
            flow(seenBefore ? REACTIVATION : NEW, after);
        }
    }

    /** Takes one customer whose movement is not known: whether they are one at both ends, and what they pay there. */
    void leaveOut(boolean atStart, long before, boolean atEnd, long after) {
        if (atStart) {
            flow(LEFT_OUT_BEFORE, before);
        }
        if (atEnd) {
            flow(LEFT_OUT_AFTER, after);
        }
    }

    private void flow(int flow, long amount) {
        amounts[flow] = Math.addExact(amounts[flow], amount);
        customers[flow]++;
    }

    /** Takes customers whose movement is not known. */
    void leaveOut(long count) {
        leftOut = Math.addExact(leftOut, count);
    }

    MovementBuffer merge(MovementBuffer other) {
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = Math.addExact(amounts[i], other.amounts[i]);
            customers[i] = Math.addExact(customers[i], other.customers[i]);
        }
        leaveOut(other.leftOut);
        return this;
    }

    RecurringRevenue finish() {
        boolean none = true;
        for (long amount : amounts) {
            none &= amount == 0;
        }
        return RecurringRevenue.ofParts(none ? null : unit, parts, amounts, customers, leftOut);
    }
}
