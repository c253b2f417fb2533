package io.cxmetrics.cli.report;

/** Where rows stand that belong to no period. They sort before all periods. */
public final class CalendarLabels {

    /** The date is blank. */
    public static final String NONE = "(no date)";

    /** The date is none. */
    public static final String INVALID = "(invalid date)";

    private CalendarLabels() {}
}
