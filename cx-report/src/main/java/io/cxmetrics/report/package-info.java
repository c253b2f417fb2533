/** Results as a table for people, and as JSON and CSV for programs. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.report;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
