package io.cxmetrics.input.purchase;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.field.Numbers;
import io.cxmetrics.input.field.Value;
import io.cxmetrics.input.reading.Field;
import io.cxmetrics.input.reading.Reading;

/**
 * How rows of subscribers are read, one for each: the role {@code mrr} says what one pays a month, {@code tenure} for
 * how many months one has been a subscriber, and {@code left} whether one left then.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * String csv = "mrr,tenure,left\n30,20,yes\n10,30,no\n10,many,no\n";
 * byte[] bytes = csv.getBytes(java.nio.charset.StandardCharsets.UTF_8);
 * Table table = Table.of(Source.of("subscribers.csv", new java.io.ByteArrayInputStream(bytes)));
 * Reading<SubscriberRow> reading = SubscriberReading.of(Numbers.PLAIN, MoneyUnit.CENTS, Names.flag());
 * Outcome<SubscriberBase> base = reading.fold(table, SubscriberRow.toBase(MoneyUnit.CENTS));
 * base.result().revenuePerSubscriber(); // 20.0
 * base.result().churn(); // 1 in 50 (0.02)
 * base.accounting().leftOut(); // invalid_tenure 1
 * }</pre>
 *
 * @since 0.1
 */
public final class SubscriberReading {

    /** The role of the column of what subscribers pay a month. */
    public static final String MRR = "mrr";

    /** The role of the column of tenures in months. */
    public static final String TENURE = "tenure";

    /** The role of the column that says who left. */
    public static final String LEFT = "left";

    private static final Reason NEGATIVE = new Reason("negative_mrr", Reason.Kind.INVALID);

    private SubscriberReading() {}

    /**
     * Returns the reading.
     *
     * @param numbers how amounts are written
     * @param unit what they are
     * @param left how it is written that somebody left
     * @return the reading
     */
    public static Reading<SubscriberRow> of(Numbers numbers, MoneyUnit unit, FieldReader<Boolean> left) {
        Field<Long> mrr = Field.required(MRR, notNegative(numbers.amounts(unit.decimals())));
        Field<Long> tenure = Field.required(TENURE, numbers.wholes());
        Field<Boolean> gone = Field.required(LEFT, requireNonNull(left, "left"));
        return Reading.of(row -> new SubscriberRow(row.get(mrr), row.get(tenure), row.get(gone)), mrr, tenure, gone);
    }

    private static FieldReader<Long> notNegative(FieldReader<Long> amounts) {
        return text -> {
            Value<Long> value = amounts.read(text);
            return value.isPresent() && value.get() < 0 ? Value.leftOut(NEGATIVE, "not be negative") : value;
        };
    }
}
