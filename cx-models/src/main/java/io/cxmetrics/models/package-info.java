/** Common parts of fitted models: parameters, their uncertainty, and a report on the search for them. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.models;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
