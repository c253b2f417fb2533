/**
 * Statistics that every family of metrics shares: {@linkplain io.cxmetrics.stat.Proportion proportions} and
 * {@linkplain io.cxmetrics.stat.ProportionInterval their intervals}, {@linkplain io.cxmetrics.stat.Moments moments},
 * {@linkplain io.cxmetrics.stat.Sample exact quantiles}, and the size of a sample.
 */
@NullMarked
package io.cxmetrics.stat;

import org.jspecify.annotations.NullMarked;
