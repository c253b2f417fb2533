package io.cxmetrics.report.web;

import io.cxmetrics.report.Figures;
import io.cxmetrics.web.cart.CartOutcomes;
import io.cxmetrics.web.cart.Carts;

/**
 * What became of carts, and of checkouts.
 *
 * @since 0.1
 */
public final class CartFigures {

    /** What the figures are, in words. */
    public static final String DEFINITION = "carts abandoned out of those ordered or abandoned; open ones are neither";

    private CartFigures() {}

    /**
     * Returns the figures.
     *
     * @param confidence the level of intervals
     * @return the figures
     */
    public static Figures<Carts> of(double confidence) {
        return outcomes("", "carts")
                .from(Carts::carts)
                .and(Shares.interval("low", "high", confidence, Carts::abandonment))
                .count("orders_without_cart", "no cart", Carts::ordersWithoutCart)
                .and(outcomes("checkout_", "checkouts").from(Carts::checkouts))
                .and(Shares.interval("checkout_low", "checkout_high", confidence, Carts::checkoutAbandonment))
                .withColumns(
                        "carts",
                        "ordered",
                        "open",
                        "abandonment",
                        "low",
                        "recovered",
                        "checkout_abandonment",
                        "orders_without_cart");
    }

    private static Figures<CartOutcomes> outcomes(String prefix, String all) {
        boolean carts = prefix.isEmpty();
        Figures<CartOutcomes> counts = Figures.of(CartOutcomes.class)
                .count(all, all, CartOutcomes::count)
                .count(prefix + "ordered", "ordered", CartOutcomes::ordered)
                .count(prefix + "abandoned", "abandoned", CartOutcomes::abandoned)
                .count(prefix + "recovered", "recovered", CartOutcomes::recovered)
                .count(prefix + "open", "open", CartOutcomes::open)
                .number(
                        prefix + "abandonment",
                        carts ? "abandoned %" : "checkout %",
                        1,
                        of -> of.abandonment().percent());
        return (carts ? counts.headline(0, 100) : counts)
                .number(prefix + "recovery", "", 1, of -> of.recovery().percent())
                .number(prefix + "lost", "", 1, of -> of.lost().percent());
    }
}
