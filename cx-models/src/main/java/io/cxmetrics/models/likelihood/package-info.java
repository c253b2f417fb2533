/** The search for the parameters that make data most likely, and what it leaves uncertain. Not exported. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.models.likelihood;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
