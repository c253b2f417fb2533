package io.cxmetrics.cli.web;

import io.cxmetrics.report.Column;
import io.cxmetrics.report.Values;
import java.util.List;

/** One thing that can be asked of the visits of a group. */
interface View {

    /** What the numbers are, in words. */
    String definition();

    /** The columns of a table. */
    List<Column> columns();

    /** The numbers of a group. */
    Values of(Visits visits);
}
