/**
 * Why customers are satisfied or not: {@linkplain io.cxmetrics.survey.reason.Reasons reasons} that they choose from a
 * list, one or several a person, {@linkplain io.cxmetrics.survey.reason.ReasonsByBand by score band}. Free text is not
 * mined: a reason is a code that somebody, or a tool, gave to an answer before.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.survey.reason;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
