package io.cxmetrics.value;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * The unit of money in stored forms: the code of its currency, or nothing, and its decimals, or nothing without a unit.
 */
final class StoredUnit {

    private StoredUnit() {}

    static StoredForm write(StoredForm form, @Nullable MoneyUnit unit) {
        Currency currency = unit == null ? null : unit.currency();
        StoredForm named = form.with("currency", currency == null ? null : currency.getCurrencyCode());
        return unit == null ? named.with("decimals", (String) null) : named.with("decimals", unit.decimals());
    }

    static @Nullable MoneyUnit read(StoredFields fields) {
        Currency currency = fields.absent("currency") ? null : fields.parsed("currency", Currency::getInstance);
        return fields.absent("decimals") && currency == null
                ? null
                : new MoneyUnit(currency, fields.integer("decimals"));
    }

    /** Amounts without a unit are none that a summary could have. */
    static void need(@Nullable MoneyUnit unit, boolean hasAmounts) {
        if (unit == null && hasAmounts) {
            throw new IllegalArgumentException("unit of money must be given with amounts, got none");
        }
    }
}
