/** What the library is compared with, where several suites share it. */
@NullMarked
package io.cxmetrics.benchmarks.rival;

import org.jspecify.annotations.NullMarked;
