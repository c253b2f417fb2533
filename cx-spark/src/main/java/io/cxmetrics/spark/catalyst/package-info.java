/** The catalogue as native functions of Spark: the only package that touches its internals. */
@NullMarked
package io.cxmetrics.spark.catalyst;

import org.jspecify.annotations.NullMarked;
