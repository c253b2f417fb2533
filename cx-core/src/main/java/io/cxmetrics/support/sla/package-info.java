/**
 * Service levels: {@linkplain io.cxmetrics.support.sla.SlaReplay a replay} of a ticket's history under a policy, and
 * {@linkplain io.cxmetrics.support.sla.SlaAttainment attainment} over many tickets.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.support.sla;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
