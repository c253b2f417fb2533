/** Files, streams and archives opened as decoded text: plain, gzip with all members, zip with all entries. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.input.source;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
