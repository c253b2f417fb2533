package io.cxmetrics.cli.option;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.input.field.Numbers;
import io.cxmetrics.input.subscription.MoneyDefinition;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How amounts are written, and in which currency they count. */
public final class AmountOptions {

    @Option(
            names = "--decimals",
            defaultValue = "2",
            paramLabel = "N",
            description = "decimals of amounts, in which sums are exact (default: ${DEFAULT-VALUE})")
    public int decimals;

    @Option(names = "--decimal", paramLabel = "SIGN", description = "decimal sign of amounts: . or , (default: .)")
    @Nullable
    String sign;

    @Option(names = "--currency", paramLabel = "COLUMN", description = "the currency of the amounts, such as EUR")
    @Nullable
    public String currency;

    @Option(
            names = "--in",
            paramLabel = "CURRENCY",
            description = "the currency that counts, where there are several; rows in another are left out")
    @Nullable
    String in;

    @Option(
            names = "--thousands",
            paramLabel = "SIGN",
            description = "sign between thousands: a comma, a point, an apostrophe or a space (default: none)")
    @Nullable
    String thousands;

    /** How many decimals amounts have, checked. */
    public int decimals() {
        if (decimals < 0 || decimals > 6) {
            throw CliException.usage("--decimals: must be in [0, 6], got " + decimals);
        }
        return decimals;
    }

    /** The unit of amounts of a currency that the rows name, if they do. */
    public MoneyUnit unit() {
        return MoneyUnit.ofDecimals(decimals());
    }

    /** How amounts are written. */
    public Numbers numbers() {
        Numbers numbers = Numbers.PLAIN;
        if (sign != null) {
            if (!sign.equals(".") && !sign.equals(",")) {
                throw CliException.usage("--decimal: must be . or , but got " + sign);
            }
            numbers = numbers.withDecimal(sign.charAt(0));
        }
        if (thousands != null) {
            if (thousands.length() != 1
                    || ",.' ".indexOf(thousands) < 0
                    || thousands.equals(sign == null ? "." : sign)) {
                throw CliException.usage(
                        "--thousands: must be a comma, a point, an apostrophe or a space, and not --decimal, got "
                                + thousands);
            }
            numbers = numbers.withThousands(thousands.charAt(0));
        }
        return numbers;
    }

    /** The currency that counts, null where nobody chose one. */
    public @Nullable Currency counting() {
        if (in != null && currency == null) {
            throw CliException.usage("--in: needs --currency");
        }
        return in == null ? null : counting(in);
    }

    /** How amounts are read. */
    public MoneyDefinition money() {
        Currency counting = counting();
        MoneyDefinition money = MoneyDefinition.ofDecimals(decimals()).with(numbers());
        if (currency == null) {
            return money;
        }
        return counting == null ? money.withCurrency() : money.countingIn(counting);
    }

    private static Currency counting(String code) {
        try {
            return Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw CliException.usage("--in: must be a currency like EUR, got " + code);
        }
    }
}
