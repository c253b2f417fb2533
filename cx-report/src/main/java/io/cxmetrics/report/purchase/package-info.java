/** Figures of purchases and activities: what customers brought, when they came back, and what they are like. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.report.purchase;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
