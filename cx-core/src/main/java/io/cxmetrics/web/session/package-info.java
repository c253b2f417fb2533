/**
 * Visits to a site or an app: {@linkplain io.cxmetrics.web.session.Sessionizer sessions} under the definitions of named
 * systems, bounces, durations, pages and time on page.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.web.session;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
