/** Measures what the functions cost beside the same question written by hand. Nothing here runs as a test. */
@org.jspecify.annotations.NullMarked
package io.cxmetrics.spark.cpu;
