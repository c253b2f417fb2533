package io.cxmetrics.report;

import java.math.BigDecimal;

/** Numbers for programs. */
final class Digits {

    private Digits() {}

    /** All digits of a finite number, without an exponent, which people and spreadsheets misread. */
    static String plain(double number) {
        String text = Double.toString(number);
        return text.indexOf('E') < 0 ? text : new BigDecimal(text).toPlainString();
    }
}
