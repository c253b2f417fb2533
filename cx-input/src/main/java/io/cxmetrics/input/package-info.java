/** What every room of the reader shares: places, reasons, what was left out, and the one exception. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.input;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
