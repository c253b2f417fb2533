package io.cxmetrics.input.subscription;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.input.InputException;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.field.Names;
import io.cxmetrics.input.reading.Field;
import io.cxmetrics.input.reading.Fields;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of an amount and its currency, and the one currency that was found. */
final class MoneyFields {

    static final Reason OTHER_CURRENCY = new Reason("other_currency", Reason.Kind.CHOSEN);

    private final MoneyDefinition money;
    private final Field<Long> amount;
    private final @Nullable Field<Currency> currency;
    private final Pool<MoneyUnit> units = new Pool<>();
    private @Nullable Currency found;

    MoneyFields(MoneyDefinition money, String role) {
        this.money = money;
        this.amount = Field.required(role, money.amounts());
        this.currency = money.isNamed() ? Field.required(MoneyDefinition.CURRENCY, Names.currency()) : null;
        this.found = money.counting();
    }

    List<Field<?>> fields() {
        List<Field<?>> fields = new ArrayList<>(List.of(amount));
        if (currency != null) {
            fields.add(currency);
        }
        return fields;
    }

    long amount(Fields row) {
        return row.get(amount);
    }

    /** The unit of a row; null if the row is left out since it is in another currency than the one that counts. */
    @Nullable
    MoneyUnit unit(Fields row) {
        if (currency == null) {
            return units.one(money.unit(null));
        }
        Currency own = row.get(currency);
        if (found == null) {
            found = own;
        }
        if (own.equals(found)) {
            return units.one(money.unit(own));
        }
        if (money.counting() == null) {
            throw InputException.request("currency must be one, got " + found + " and " + own + " (" + row.place()
                    + "); choose the one that counts, as with --in " + found);
        }
        row.leaveOut(OTHER_CURRENCY, "currency must be " + found + ", got " + own);
        return null;
    }

    @Nullable
    Currency found() {
        return found;
    }
}
