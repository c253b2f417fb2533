/** Each metric once: the counters a row moves, and what a group's counters come to. Knows no engine. */
@NullMarked
package io.cxmetrics.spark.catalogue;

import org.jspecify.annotations.NullMarked;
