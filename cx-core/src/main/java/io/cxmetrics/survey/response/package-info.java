/**
 * Who answers: {@linkplain io.cxmetrics.survey.response.Invitations invitations} and response rates, questions where
 * respondents give up, completion times, and
 * {@linkplain io.cxmetrics.survey.response.Respondents one answer per respondent}.
 */
@NullMarked
package io.cxmetrics.survey.response;

import org.jspecify.annotations.NullMarked;
