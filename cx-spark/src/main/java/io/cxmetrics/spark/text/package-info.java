/** The catalogue as SQL text. */
@NullMarked
package io.cxmetrics.spark.text;

import org.jspecify.annotations.NullMarked;
