package io.cxmetrics.cli.option;

import io.cxmetrics.cli.input.CliException;
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

    /** How amounts are read. */
    public MoneyDefinition money() {
        if (in != null && currency == null) {
            throw CliException.usage("--in: needs --currency");
        }
        if (decimals < 0 || decimals > 6) {
            throw CliException.usage("--decimals: must be in [0, 6], got " + decimals);
        }
        MoneyDefinition money = MoneyDefinition.ofDecimals(decimals);
        if (sign != null) {
            if (!sign.equals(".") && !sign.equals(",")) {
                throw CliException.usage("--decimal: must be . or , but got " + sign);
            }
            money = money.with(Numbers.PLAIN.withDecimal(sign.charAt(0)));
        }
        if (currency == null) {
            return money;
        }
        return in == null ? money.withCurrency() : money.countingIn(counting(in));
    }

    private static Currency counting(String code) {
        try {
            return Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw CliException.usage("--in: must be a currency like EUR, got " + code);
        }
    }
}
