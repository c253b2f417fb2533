/** Suites of moments and quantiles. */
@NullMarked
package io.cxmetrics.benchmarks.stat;

import org.jspecify.annotations.NullMarked;
