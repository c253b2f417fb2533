/**
 * Time as an organisation works it: {@linkplain io.cxmetrics.time.WorkingCalendar working calendars} that measure open
 * time and find deadlines, exact across daylight saving, holidays and zones.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.time;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
