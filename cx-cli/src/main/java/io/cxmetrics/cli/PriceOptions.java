package io.cxmetrics.cli;

import io.cxmetrics.cli.customers.SubscriptionColumns;
import io.cxmetrics.cli.input.CliException;
import io.cxmetrics.cli.input.CsvSource;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of what subscriptions cost. */
@SuppressWarnings("NullAway.Init") // picocli sets what has a default before anything reads it
final class PriceOptions {

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

    /** Returns the currency that counts, null for that of the first row. */
    @Nullable
    Currency currency() {
        if (in == null) {
            return null;
        }
        try {
            return Currency.getInstance(in.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw CliException.usage("--in: must be a currency like EUR, got " + in);
        }
    }

    /** Finds the columns in a file. */
    SubscriptionColumns columns(CsvSource source, SubscriptionColumns columns) {
        return columns.withPrice(
                FileCommand.column(source, price),
                SubscriptionColumns.Months.of(source, billingMonths),
                FileCommand.column(source, currency));
    }
}
