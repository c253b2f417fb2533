/** Code that several rooms share and no other module sees: checks of arguments, and critical values. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
