@NullMarked
package io.cxmetrics.spark;

import org.jspecify.annotations.NullMarked;
