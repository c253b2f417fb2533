package io.cxmetrics.web.visitor;

/**
 * How often one who comes on several days counts in the unique visitors of the whole time. Systems differ, and the two
 * are far apart where people come daily.
 *
 * @since 0.1
 */
public enum Uniqueness {

    /**
     * Once on each day: the sum of the unique visitors of the days. Plausible, whose keys of visitors live for a day,
     * so that a person on two days is two in the month.
     */
    PER_DAY,

    /** Once in the whole time: Matomo, which tells visitors apart by an id that stays. */
    PER_PERIOD
}
