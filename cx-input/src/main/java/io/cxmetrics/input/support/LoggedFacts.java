package io.cxmetrics.input.support;

/**
 * What a row of a log says beside its dates, in the codes of the values.
 *
 * @param cell its group and period
 * @param status the status that it sets
 * @param author who wrote
 * @param visible whether the requester sees the comment
 * @param priority the priority
 * @param leftOut the reason that a value takes the ticket out for
 */
record LoggedFacts(int cell, int status, int author, boolean visible, int priority, int leftOut) {

    /** The code of nothing. */
    static final int NONE = -1;
}
