/**
 * {@linkplain io.cxmetrics.web.cart.Carts Carts}: abandoned, ordered, and still open.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.web.cart;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
