/**
 * {@linkplain io.cxmetrics.web.funnel.Funnel Funnels} with their order, window and exclusions, and
 * {@linkplain io.cxmetrics.web.funnel.Conversion conversion}.
 */
@NullMarked
package io.cxmetrics.web.funnel;

import org.jspecify.annotations.NullMarked;
