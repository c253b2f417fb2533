package io.cxmetrics.web;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.Serializable;

/**
 * Finds the {@link RowOrder} of a file while its rows are read, in constant memory. The caller knows the time of the
 * visitor's row before, if the visitor had one in this file.
 *
 * <p>Not thread-safe.
 *
 * <pre>{@code
 * RowOrderBuffer rows = new RowOrderBuffer();
 * rows.add(60_000, RowOrderBuffer.NONE).add(0, 60_000).add(90_000, RowOrderBuffer.NONE);
 * rows.order(); // NEWEST_FIRST
 * }</pre>
 *
 * @since 0.1
 */
public final class RowOrderBuffer implements Serializable {

    private static final long serialVersionUID = 1;

    /** Stands for the time before the first row of a visitor. */
    public static final long NONE = Long.MIN_VALUE;

    private long last = NONE;
    private boolean rises;
    private boolean falls;
    private boolean visitorRises;
    private boolean visitorFalls;

    /** Starts without rows. */
    public RowOrderBuffer() {}

    /**
     * Takes a row.
     *
     * @param at when it was, in milliseconds since 1970
     * @param before when the row before of the same visitor was; {@link #NONE} for its first row
     * @return this buffer
     */
    @CanIgnoreReturnValue
    public RowOrderBuffer add(long at, long before) {
        rises |= last != NONE && at > last;
        falls |= last != NONE && at < last;
        visitorRises |= before != NONE && at > before;
        visitorFalls |= before != NONE && at < before;
        last = at;
        return this;
    }

    /**
     * Returns the order, as far as the rows say so.
     *
     * @return {@link RowOrder#NEWEST_FIRST} if the times of no visitor rise, and those of a visitor fall or those of
     *     the file fall and never rise; {@link RowOrder#OLDEST_FIRST} otherwise
     */
    public RowOrder order() {
        return !visitorRises && (visitorFalls || (falls && !rises)) ? RowOrder.NEWEST_FIRST : RowOrder.OLDEST_FIRST;
    }
}
