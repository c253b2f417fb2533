/** What every room of the reader shares: places, reasons, what was left out, and the one exception. */
@NullMarked
package io.cxmetrics.input;

import org.jspecify.annotations.NullMarked;
