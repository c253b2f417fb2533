/**
 * Everything a support team is measured by, from ticket histories: replies, resolution, waiting, first contact
 * resolution, reopens, service levels and backlog, elapsed or in the hours of a
 * {@linkplain io.cxmetrics.time.WorkingCalendar working calendar}.
 *
 * <p>A {@link io.cxmetrics.support.Ticket} is what happened; every metric is a question asked of it. Where help desks
 * define a metric differently, the definitions are named constants.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.support;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
