package io.cxmetrics.retention.activity;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cxmetrics.internal.Checks;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;

/** One count for each day of a span and each row, 0 outside. The span is the same however it was added up. */
final class DailyCounts implements Serializable {

    private static final long serialVersionUID = 1;

    /** More days than that come from a wild time, such as a year 9999, and nobody reads them. */
    static final int MAX_DAYS = 100_000;

    private final long first;
    private final long[][] rows;

    DailyCounts(long first, long[][] rows) {
        this.first = first;
        this.rows = rows;
    }

    static DailyCounts empty(int rows) {
        return new DailyCounts(0, new long[rows][0]);
    }

    /** All rows, one after another. */
    long[] flat() {
        return Arrays.stream(rows).flatMapToLong(Arrays::stream).toArray();
    }

    static DailyCounts ofFlat(long first, int rows, long[] flat) {
        int days = flat.length / rows;
        if (flat.length != days * rows || (days == 0 && first != 0)) {
            throw new IllegalArgumentException("counts must be as many for each of " + rows + " windows, got "
                    + flat.length + " from day " + first);
        }
        length(first, Math.addExact(first, days));
        long[][] counts = new long[rows][];
        for (int row = 0; row < rows; row++) {
            counts[row] = Arrays.copyOfRange(flat, row * days, (row + 1) * days);
            for (long count : counts[row]) {
                Checks.notNegative("counts", count);
            }
        }
        return new DailyCounts(first, counts);
    }

    @CanIgnoreReturnValue
    static int length(long first, long end) {
        long length = Math.subtractExact(end, first);
        if (length > MAX_DAYS) {
            throw new IllegalArgumentException("log must span at most " + MAX_DAYS + " days with its windows, got "
                    + length + " from " + LocalDate.ofEpochDay(first));
        }
        return (int) length;
    }

    private int days() {
        return rows[0].length;
    }

    boolean isEmpty() {
        return days() == 0;
    }

    /** The first day with activity; of no meaning without any. */
    long first() {
        return first;
    }

    long at(int row, long day) {
        return day < first || day >= first + days() ? 0 : rows[row][(int) (day - first)];
    }

    DailyCounts plus(DailyCounts other) {
        if (days() == 0 || other.days() == 0) {
            return days() == 0 ? other : this;
        }
        long start = Math.min(first, other.first);
        int length = length(start, Math.max(first + days(), other.first + other.days()));
        long[][] sum = new long[rows.length][length];
        for (int row = 0; row < sum.length; row++) {
            for (int i = 0; i < length; i++) {
                sum[row][i] = Math.addExact(at(row, start + i), other.at(row, start + i));
            }
        }
        return new DailyCounts(start, sum);
    }

    /** In words, to go on a sentence. */
    String span() {
        return days() == 0
                ? ": nobody"
                : " from " + LocalDate.ofEpochDay(first) + " to " + LocalDate.ofEpochDay(first + days() - 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DailyCounts that && first == that.first && Arrays.deepEquals(rows, that.rows);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(first) + Arrays.deepHashCode(rows);
    }
}
