package io.cxmetrics.input.reading;

import io.cxmetrics.input.Reason;

/**
 * Takes the rows of a reading as they come, for what is not a plain fold: groups, or subjects that one bad row must
 * take out of an answer.
 *
 * <p>Rows that a filter leaves out are not given to a sink; nobody reads their fields.
 *
 * @param <T> what a row is read as
 * @since 0.1
 */
public interface Sink<T> {

    /**
     * Takes a row that counts.
     *
     * @param input what it was read as
     * @param row its fields, a view that moves
     */
    void used(T input, Fields row);

    /**
     * Takes a row that is left out. Fields that could be read can be asked for: the customer whose amount is blank.
     *
     * @param reason why
     * @param row its fields, a view that moves; {@link Fields#orNull} of one that could not be read is null
     */
    default void leftOut(Reason reason, Fields row) {}
}
