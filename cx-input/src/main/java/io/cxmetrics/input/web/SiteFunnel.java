package io.cxmetrics.input.web;

import io.cxmetrics.Aggregation;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.cart.CartDefinition;
import io.cxmetrics.web.cart.Carts;
import io.cxmetrics.web.funnel.FunnelCounts;
import io.cxmetrics.web.funnel.FunnelMatcher;
import java.time.Instant;
import java.util.List;

/**
 * How events of whole visitors become funnels and carts, for {@link WebEvents#visitors} and {@link WebEvents#sessions}.
 *
 * @since 0.1
 */
public final class SiteFunnel {

    private SiteFunnel() {}

    /**
     * Folds the events of visitors into a funnel of visitors.
     *
     * @param matcher the steps, and which events meet them
     * @return the aggregation
     */
    public static Aggregation<List<WebEvent<String>>, ?, FunnelCounts> ofVisitors(FunnelMatcher matcher) {
        return Aggregation.summing(FunnelCounts.empty(matcher.funnel()))
                .mapInput(
                        events -> matcher.<String>aggregation(WebEvent::visitor).fold(events));
    }

    /**
     * Folds visits into a funnel of sessions.
     *
     * @param matcher the steps, and which events meet them
     * @return the aggregation
     */
    public static Aggregation<Visits, ?, FunnelCounts> ofSessions(FunnelMatcher matcher) {
        return Aggregation.summing(FunnelCounts.empty(matcher.funnel()))
                .mapInput(
                        visits -> matcher.<String>aggregation(WebEvent::session).fold(visits.events()));
    }

    /**
     * Folds the events of visitors into carts.
     *
     * @param definition what a cart is
     * @param observedUntil the end of observation, excluded
     * @return the aggregation
     */
    public static Aggregation<List<WebEvent<String>>, ?, Carts> ofCarts(
            CartDefinition definition, Instant observedUntil) {
        return Aggregation.summing(Carts.empty(definition))
                .mapInput(events -> Carts.<String>aggregation(definition, WebEvent::visitor, observedUntil)
                        .fold(events));
    }
}
