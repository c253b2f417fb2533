/** Files of orders, order lines, refunds or any other activity, read into the logs of customers. */
@CheckReturnValue
@NullMarked
package io.cxmetrics.input.purchase;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
