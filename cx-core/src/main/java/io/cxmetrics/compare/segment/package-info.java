/**
 * Many groups at once: {@linkplain io.cxmetrics.compare.segment.SegmentChanges which of them differ}, with p-values
 * corrected for their number, and {@linkplain io.cxmetrics.compare.segment.MixAndRate which of them moved the total}.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.compare.segment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
