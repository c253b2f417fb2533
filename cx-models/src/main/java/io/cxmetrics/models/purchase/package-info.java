/** Customers who buy when they like and leave without a word: who is still there, and how often they will buy again. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.models.purchase;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
