/** Suites of sessions and visitors. */
@NullMarked
package io.cxmetrics.benchmarks.web;

import org.jspecify.annotations.NullMarked;
