/** Numerical ground of the models: elementary functions, series, quadrature, checks. Not exported. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.models.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
