/**
 * Surveys whose answers carry {@linkplain io.cxmetrics.survey.weighted.Weights weights}, with intervals on Kish's
 * effective base.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.survey.weighted;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
