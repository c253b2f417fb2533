/**
 * Who answers: {@linkplain io.cxmetrics.survey.response.Invitations invitations} and response rates, questions where
 * respondents give up, completion times, and
 * {@linkplain io.cxmetrics.survey.response.Respondents one answer per respondent}.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.survey.response;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
