/** What each customer will buy, from purchases to values. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.models.forecast;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
