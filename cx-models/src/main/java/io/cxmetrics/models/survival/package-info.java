/** Parametric survival: how long until an event, in a formula that also speaks beyond the data. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.models.survival;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
