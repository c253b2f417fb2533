package io.cxmetrics.cli.option;

import io.cxmetrics.input.purchase.PurchaseAmounts;
import io.cxmetrics.input.reading.Roles;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What purchases were worth, and what of it was given back. */
@SuppressWarnings("NullAway.Init") // picocli sets mixins before anything reads them
public final class SpendOptions {

    @Option(names = "--amount", paramLabel = "COLUMN", description = "what it was worth; negative for a refund")
    public @Nullable String amount;

    @Option(
            names = "--refunded",
            paramLabel = "COLUMN",
            description = "how much of an order was given back, where refunds are no rows of their own")
    @Nullable
    String refunded;

    @Mixin
    public AmountOptions money;

    /** The options that say nothing without amounts. */
    public static String[] needAmount() {
        return new String[] {
            "--purchases", "--refunded", "--lines", "--currency", "--in", "--decimals", "--decimal", "--thousands"
        };
    }

    /** How amounts are read. */
    PurchaseAmounts amounts() {
        Currency counting = money.counting();
        PurchaseAmounts amounts = PurchaseAmounts.of(money.numbers(), money.unit());
        amounts = refunded == null ? amounts : amounts.withRefunded();
        if (money.currency == null) {
            return amounts;
        }
        return counting == null ? amounts.withCurrency() : amounts.withCurrency(counting);
    }

    /** Roles, and those of the columns of amounts. */
    Roles with(Roles others) {
        Roles roles = others;
        roles = amount == null ? roles : roles.with(PurchaseAmounts.AMOUNT, amount);
        roles = refunded == null ? roles : roles.with(PurchaseAmounts.REFUNDED, refunded);
        return money.currency == null ? roles : roles.with(PurchaseAmounts.CURRENCY, money.currency);
    }
}
