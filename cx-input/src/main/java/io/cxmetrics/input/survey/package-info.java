/** Answers of surveys. */
@NullMarked
package io.cxmetrics.input.survey;

import org.jspecify.annotations.NullMarked;
