/**
 * How many contacts it took: {@linkplain io.cxmetrics.support.contact.FirstContact first contact resolution}, reopens,
 * touches, repeat contacts, handle time, and satisfaction with tickets.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.support.contact;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
