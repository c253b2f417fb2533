/** Suites of ratings: NPS, CSAT and CES from arrays, streams and groups. */
@NullMarked
package io.cxmetrics.benchmarks.survey;

import org.jspecify.annotations.NullMarked;
