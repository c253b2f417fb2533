/** Future spend of customers: a model of the amount of a purchase, and purchases times amount as lifetime value. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.models.value;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
