/** Suites of working calendars. */
@NullMarked
package io.cxmetrics.benchmarks.time;

import org.jspecify.annotations.NullMarked;
