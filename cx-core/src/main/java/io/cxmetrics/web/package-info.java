/**
 * Behaviour on a site or in an app: sessions and how they end, pages, funnels and carts, visitors, features,
 * clicks.
 *
 * <p>A {@link io.cxmetrics.web.WebEvent} is what happened; every metric is a question asked of events. Where analytics
 * systems define a metric differently, the definitions are named constants, so that one pass can answer under several.
 */
@CheckReturnValue
@NullMarked
package io.cxmetrics.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
