/** Ticket files into support metrics: one row for each ticket, or one for each change of a ticket. */
@NullMarked
package io.cxmetrics.cli.support;

import org.jspecify.annotations.NullMarked;
