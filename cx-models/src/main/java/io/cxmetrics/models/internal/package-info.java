/** Numerical ground of the models: elementary functions, series, quadrature, checks. Not exported. */
@NullMarked
package io.cxmetrics.models.internal;

import org.jspecify.annotations.NullMarked;
