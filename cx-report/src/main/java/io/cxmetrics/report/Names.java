package io.cxmetrics.report;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * How constants and levels are spelled in options and output.
 *
 * @since 0.1
 */
public final class Names {

    private Names() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static String percent(double fraction) {
        return BigDecimal.valueOf(fraction)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }
}
