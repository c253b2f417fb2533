package io.cxmetrics.cli;

import io.cxmetrics.cli.customers.SubscriptionColumns;
import io.cxmetrics.cli.customers.Subscriptions;
import io.cxmetrics.cli.input.CliException;
import io.cxmetrics.cli.input.CsvSource;
import io.cxmetrics.retention.Overlap;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of tables of subscriptions. */
@SuppressWarnings("NullAway.Init") // picocli sets what has a default before anything reads it
final class SubscriptionOptions {

    @Option(names = "--customer", paramLabel = "COLUMN", description = "what tells customers apart")
    @Nullable
    String customer;

    @Option(names = "--start", paramLabel = "COLUMN", description = "the first day of a subscription")
    @Nullable
    String start;

    @Option(
            names = "--end",
            paramLabel = "COLUMN",
            description = "the first day without it; blank while the subscription runs")
    @Nullable
    String end;

    @Option(
            names = "--term-months",
            defaultValue = "0",
            paramLabel = "N or COLUMN",
            description = "terms a subscription is bound to, in months; 0 to be left on any day (default:"
                    + " ${DEFAULT-VALUE})")
    String termMonths;

    @Option(names = "--price", paramLabel = "COLUMN", description = "what is billed each time")
    @Nullable
    String price;

    @Option(
            names = "--billing-months",
            defaultValue = "1",
            paramLabel = "N or COLUMN",
            description = "every how many months it is billed; a yearly price is spread over 12 (default:"
                    + " ${DEFAULT-VALUE})")
    String billingMonths;

    @Option(names = "--currency", paramLabel = "COLUMN", description = "the currency of the price, such as EUR")
    @Nullable
    String currency;

    @Option(
            names = "--in",
            paramLabel = "CURRENCY",
            description = "the currency that counts; rows in another are left out (default: that of the first row)")
    @Nullable
    String in;

    @Option(
            names = "--overlap",
            defaultValue = "refuse",
            paramLabel = "RULE",
            description =
                    "subscriptions of one customer at the same time: refuse, which leaves the later one out, or allow"
                            + " (default: ${DEFAULT-VALUE})")
    Overlap overlap;

    /** Nothing read yet. */
    Subscriptions none(int decimals) {
        return new Subscriptions(decimals, overlap, in == null ? null : currency(in));
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw CliException.usage("--in: must be a currency like EUR, got " + code);
        }
    }

    /** Finds the columns in a file. */
    SubscriptionColumns columns(CsvSource source, List<Integer> by) {
        if (customer == null || start == null) {
            throw CliException.usage((customer == null ? "--customer" : "--start") + ": is needed");
        }
        return new SubscriptionColumns(
                source.column(customer),
                source.column(start),
                FileCommand.column(source, end),
                months(source, termMonths),
                FileCommand.column(source, price),
                months(source, billingMonths),
                FileCommand.column(source, currency),
                by);
    }

    private static SubscriptionColumns.Months months(CsvSource source, String text) {
        return text.matches("\\d{1,4}")
                ? new SubscriptionColumns.Months(-1, Long.parseLong(text))
                : new SubscriptionColumns.Months(source.column(text), 0);
    }
}
