package io.cxmetrics.internal;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * The unit of money in a stored form: the field {@code unit}, such as {@code EUR 2}, or {@code - 2} without a currency.
 */
public final class StoredMoney {

    private static final String FIELD = "unit";

    private StoredMoney() {}

    /**
     * Adds a unit to a form.
     *
     * @param form the form
     * @param unit the unit, or null where there is none
     * @return the form with the field
     */
    public static StoredForm with(StoredForm form, @Nullable MoneyUnit unit) {
        if (unit == null) {
            return form.with(FIELD, (String) null);
        }
        Currency currency = unit.currency();
        return form.with(FIELD, (currency == null ? "-" : currency.getCurrencyCode()) + " " + unit.decimals());
    }

    /**
     * Reads the unit of a form.
     *
     * @param fields the fields of the form
     * @return the unit, or null where there is none
     * @throws IllegalArgumentException if the field is no unit
     */
    public static @Nullable MoneyUnit of(StoredFields fields) {
        return fields.absent(FIELD) ? null : fields.parsed(FIELD, StoredMoney::parse);
    }

    private static MoneyUnit parse(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("unit must be a currency and its decimals, got " + text);
        }
        String code = text.substring(0, space);
        return new MoneyUnit(
                code.equals("-") ? null : Currency.getInstance(code), Integer.parseInt(text.substring(space + 1)));
    }

    /**
     * Refuses amounts without a unit.
     *
     * @param unit the unit, or null where there is none
     * @param amounts the amounts
     * @throws IllegalArgumentException if there is an amount other than 0 and no unit
     */
    public static void require(@Nullable MoneyUnit unit, long[] amounts) {
        for (long amount : amounts) {
            if (unit == null && amount != 0) {
                throw new IllegalArgumentException("unit must be given with an amount, got none with " + amount);
            }
        }
    }
}
