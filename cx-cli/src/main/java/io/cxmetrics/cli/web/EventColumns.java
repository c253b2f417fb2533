package io.cxmetrics.cli.web;

import io.cxmetrics.cli.input.RowReader;
import java.util.List;

/**
 * Where the columns of events are in a file; -1 for one that is not there.
 *
 * @param visitor what tells visitors apart
 * @param at when it was
 * @param event the name of what happened
 * @param page the page it happened on
 * @param item what was clicked, shown, used or put into the cart
 * @param user who was logged in
 * @param session the session it was given
 * @param id what tells it from every other
 * @param order what tells it from every other, if it is an order
 * @param campaign what brought the visitor
 * @param value milliseconds, percent or an amount, as the kind says
 * @param by the columns that groups are made by
 */
public record EventColumns(
        int visitor,
        int at,
        int event,
        int page,
        int item,
        int user,
        int session,
        int id,
        int order,
        int campaign,
        int value,
        List<Integer> by) {

    /** The text of a column of this row, empty if there is none. */
    static String text(RowReader row, int column) {
        return column < 0 ? "" : row.text(column);
    }
}
