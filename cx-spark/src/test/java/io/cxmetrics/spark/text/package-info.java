@NullMarked
package io.cxmetrics.spark.text;

import org.jspecify.annotations.NullMarked;
