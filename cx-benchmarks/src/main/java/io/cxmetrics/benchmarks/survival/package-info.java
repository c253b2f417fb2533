/** Suites of survival curves. */
@NullMarked
package io.cxmetrics.benchmarks.survival;

import org.jspecify.annotations.NullMarked;
