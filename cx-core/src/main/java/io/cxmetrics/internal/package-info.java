/** What several rooms share and nobody outside sees: checks of arguments, and critical values. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
