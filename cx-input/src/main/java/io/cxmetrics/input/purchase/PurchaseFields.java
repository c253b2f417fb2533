package io.cxmetrics.input.purchase;

import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.field.Moment;
import io.cxmetrics.input.field.Names;
import io.cxmetrics.input.reading.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of one reading of purchases. */
final class PurchaseFields {

    private final Field<String> customer;
    private final Field<Moment> date;
    private final @Nullable Field<String> order;
    private final PurchaseAmounts.@Nullable Columns amounts;

    PurchaseFields(
            FieldReader<Moment> dates, @Nullable PurchaseAmounts amounts, boolean hasOrders, List<String> nobody) {
        customer = Field.required(PurchaseReading.CUSTOMER, Names.required().withBlank(nobody.toArray(String[]::new)));
        date = Field.required(PurchaseReading.DATE, dates);
        order = hasOrders ? Field.optional(PurchaseReading.ORDER, Names.required()) : null;
        this.amounts = amounts == null ? null : amounts.columns(hasOrders);
    }

    Field<?>[] all() {
        List<Field<?>> fields = new ArrayList<>(List.of(customer, date));
        if (amounts != null) {
            fields.addAll(amounts.fields());
        }
        if (order != null) {
            fields.add(order);
        }
        return fields.toArray(new Field<?>[0]);
    }

    Field<String> customer() {
        return customer;
    }

    Field<Moment> date() {
        return date;
    }

    @Nullable
    Field<String> order() {
        return order;
    }

    PurchaseAmounts.@Nullable Columns amounts() {
        return amounts;
    }
}
