/**
 * Everything a team measures with a survey: {@linkplain io.cxmetrics.survey.Nps Net Promoter Score},
 * {@linkplain io.cxmetrics.survey.Csat customer satisfaction}, {@linkplain io.cxmetrics.survey.Ces customer effort},
 * {@linkplain io.cxmetrics.survey.response.Invitations response rates}, weighting, one answer per respondent, and the
 * {@linkplain io.cxmetrics.survey.Screening screening} of raw values.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.survey;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
