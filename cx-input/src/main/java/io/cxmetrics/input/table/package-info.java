/** Rows of named fields out of text: CSV, JSON, JSON lines and access logs, behind one interface. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.input.table;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
