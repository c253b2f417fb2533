/** What the hot paths cost, side by side with what one would write instead. */
@NullMarked
package io.cxmetrics.benchmarks;

import org.jspecify.annotations.NullMarked;
