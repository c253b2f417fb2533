/** Two ways to the same number, timed in turn in one process, and the report of many such duels. */
@NullMarked
package io.cxmetrics.benchmarks.duel;

import org.jspecify.annotations.NullMarked;
