/** Files, streams and archives opened as decoded text: plain, gzip with all members, zip with all entries. */
@NullMarked
package io.cxmetrics.input.source;

import org.jspecify.annotations.NullMarked;
