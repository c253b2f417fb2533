/** The text of one field read as a date, a number, a duration, a name or a rating, or a reason why it is none. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.input.field;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
