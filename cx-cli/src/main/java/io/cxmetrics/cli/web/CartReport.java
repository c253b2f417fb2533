package io.cxmetrics.cli.web;

import io.cxmetrics.cli.group.Groups;
import io.cxmetrics.report.Column;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Values;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.cart.CartDefinition;
import io.cxmetrics.web.cart.CartOutcomes;
import io.cxmetrics.web.cart.Carts;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What became of the carts of each group, and of its checkouts.
 *
 * @param confidence the level of intervals
 */
public record CartReport(double confidence) {

    /**
     * Counts.
     *
     * @param sessions the events, whose sessions are known
     * @param question what a cart is, and when it is abandoned
     * @param until the end of observation
     */
    public static Groups<WebEvent<String>, Carts> count(EventTable sessions, CartDefinition question, Instant until) {
        return sessions.groups(WebEvent::visitor, Carts.toCarts(question, until));
    }

    /** The columns of a table. */
    public List<Column> columns() {
        return List.of(
                Column.count("carts", "carts"),
                Column.count("ordered", "ordered"),
                Column.count("open", "open"),
                Column.headline("abandonment", "abandoned %", 0, 100),
                Column.interval("low", "high", Names.percent(confidence) + " interval"),
                Column.count("recovered", "recovered"),
                Column.number("checkout_abandonment", "checkout %", 1),
                Column.count("orders_without_cart", "no cart"));
    }

    /** The numbers of a group; an order that was sent twice is left out once. */
    public Values of(Carts carts, Map<String, Long> leftOut) {
        if (carts.leftOut() > 0) {
            leftOut.merge("duplicate", carts.leftOut(), Math::addExact);
        }
        Interval abandonment = carts.abandonment().interval(confidence);
        Interval checkout = carts.checkoutAbandonment().interval(confidence);
        Values values = new Values();
        outcomes(values, "", "carts", carts.carts())
                .put("low", 100 * abandonment.low())
                .put("high", 100 * abandonment.high())
                .put("orders_without_cart", carts.ordersWithoutCart());
        return outcomes(values, "checkout_", "checkouts", carts.checkouts())
                .put("checkout_low", 100 * checkout.low())
                .put("checkout_high", 100 * checkout.high());
    }

    private static Values outcomes(Values values, String prefix, String all, CartOutcomes of) {
        return values.put(all, of.count())
                .put(prefix + "ordered", of.ordered())
                .put(prefix + "abandoned", of.abandoned())
                .put(prefix + "recovered", of.recovered())
                .put(prefix + "open", of.open())
                .put(prefix + "abandonment", of.abandonment().percent())
                .put(prefix + "recovery", of.recovery().percent())
                .put(prefix + "lost", of.lost().percent());
    }
}
