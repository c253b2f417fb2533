/**
 * Surveys whose answers carry {@linkplain io.cxmetrics.survey.weighted.Weights weights}, with intervals on Kish's
 * effective base.
 */
@NullMarked
package io.cxmetrics.survey.weighted;

import org.jspecify.annotations.NullMarked;
