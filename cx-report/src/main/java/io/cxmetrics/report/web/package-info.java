/** Figures of sessions, visitors, pages, funnels and carts. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.report.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
