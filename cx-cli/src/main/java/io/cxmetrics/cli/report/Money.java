package io.cxmetrics.cli.report;

import java.math.BigDecimal;

/** Amounts as they are printed. */
public final class Money {

    private Money() {}

    /** Returns an amount in major units: the double that is printed with the digits of the amount. */
    public static double major(long minor, int decimals) {
        return BigDecimal.valueOf(minor, decimals).doubleValue();
    }
}
