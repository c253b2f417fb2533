package io.cxmetrics.cli.support;

import java.util.List;

/**
 * Which columns of a file play which part. A part that is not asked for is -1, or empty.
 *
 * @param ticket what tells tickets apart, where a ticket has several rows
 * @param created when the ticket was created
 * @param resolved when the ticket was resolved
 * @param status the status that a row sets
 * @param at when the row happened
 * @param by what groups are made by
 * @param over the dates that periods are made by
 */
public record TicketColumns(int ticket, int created, int resolved, int status, int at, List<Integer> by, int over) {}
