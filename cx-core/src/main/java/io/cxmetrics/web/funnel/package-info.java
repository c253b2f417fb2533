/**
 * {@linkplain io.cxmetrics.web.funnel.Funnel Funnels} with their order, window and exclusions, and
 * {@linkplain io.cxmetrics.web.funnel.Conversion conversion}.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.web.funnel;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
