/**
 * The worth and the cost of customers: lifetime value in closed form and to date, recency, frequency and
 * monetary value, and the cost of acquisition.
 *
 * <p>Ratios and models take amounts in major units of one currency as {@code double}; amounts that are summed for
 * people are whole minor units, such as cents, as {@code long}.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.value;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
