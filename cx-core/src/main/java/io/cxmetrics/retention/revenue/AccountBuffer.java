package io.cxmetrics.retention.revenue;

import java.io.Serializable;
import java.util.Arrays;

/** A {@link RevenueAccount} while it grows, in columns, for a customer of many months is the usual one. */
final class AccountBuffer implements Serializable {

    private static final long serialVersionUID = 1;

    private static final int FEW = 4;

    private long[] months = new long[FEW];
    private long[] amounts = new long[FEW];
    private boolean[] billed = new boolean[FEW];
    private int size;

    /** Adds a line to its month. Lines that come in the order of time cost least. */
    void add(long month, long amount, boolean isBilled) {
        int at = size == 0 || months[size - 1] < month ? -size - 1 : Arrays.binarySearch(months, 0, size, month);
        if (at < 0) {
            at = -at - 1;
            insert(at, month);
        }
        amounts[at] = Math.addExact(amounts[at], amount);
        billed[at] |= isBilled;
    }

    private void insert(int at, long month) {
        if (size == months.length) {
            int longer = size + (size >> 1);
            months = Arrays.copyOf(months, longer);
            amounts = Arrays.copyOf(amounts, longer);
            billed = Arrays.copyOf(billed, longer);
        }
        System.arraycopy(months, at, months, at + 1, size - at);
        System.arraycopy(amounts, at, amounts, at + 1, size - at);
        System.arraycopy(billed, at, billed, at + 1, size - at);
        months[at] = month;
        amounts[at] = 0;
        billed[at] = false;
        size++;
    }

    /** Adds all months of another one, each of whose amounts counts so many times. */
    void add(AccountBuffer other, long factor) {
        for (int i = 0; i < other.size; i++) {
            add(other.months[i], Math.multiplyExact(other.amounts[i], factor), other.billed[i]);
        }
    }

    void scale(long factor) {
        for (int i = 0; i < size; i++) {
            amounts[i] = Math.multiplyExact(amounts[i], factor);
        }
    }

    RevenueAccount finish() {
        return RevenueAccount.of(
                Arrays.copyOf(months, size), Arrays.copyOf(amounts, size), Arrays.copyOf(billed, size));
    }
}
