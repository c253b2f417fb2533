/**
 * What a comparison says: a {@linkplain io.cxmetrics.compare.Change change} with its interval, p-value and
 * {@linkplain io.cxmetrics.compare.Verdict verdict}, and {@linkplain io.cxmetrics.compare.Correction corrections} where
 * many are looked at together. The rooms make them: {@code difference} compares two summaries, {@code segment} many
 * groups, {@code driver} asks what goes with an outcome, {@code retention} who stays longer.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.compare;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
