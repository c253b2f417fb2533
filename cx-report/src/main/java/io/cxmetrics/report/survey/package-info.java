/** Figures of survey metrics. */
@NullMarked
package io.cxmetrics.report.survey;

import org.jspecify.annotations.NullMarked;
