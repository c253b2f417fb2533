/** Answers of surveys. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.input.survey;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
