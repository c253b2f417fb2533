/**
 * {@linkplain io.cxmetrics.web.cart.Carts Carts}: abandoned, ordered, and still open.
 */
@NullMarked
package io.cxmetrics.web.cart;

import org.jspecify.annotations.NullMarked;
