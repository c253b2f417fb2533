/**
 * Trends: {@linkplain io.cxmetrics.compare.trend.DailySeries summaries by day} and by period, compared with earlier
 * ones; {@linkplain io.cxmetrics.compare.trend.TrendLine slopes}, {@linkplain io.cxmetrics.compare.trend.ControlChart
 * control charts} and {@linkplain io.cxmetrics.compare.trend.ChangePoints change points}.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.compare.trend;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
