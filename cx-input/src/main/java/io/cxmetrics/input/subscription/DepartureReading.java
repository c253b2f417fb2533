package io.cxmetrics.input.subscription;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.Reason;
import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.reading.Field;
import io.cxmetrics.input.reading.Fields;
import io.cxmetrics.input.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How rows become customers who left or stayed: one row for each customer.
 *
 * <p><b>Roles.</b> {@value #LEFT}, such as {@code yes} and {@code no}; on demand {@value #MRR}, what a customer paid a
 * month, with {@value MoneyDefinition#CURRENCY}. A row that cannot be read is left out, and an amount below 0 as
 * {@code negative_mrr}.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * String csv = "churned,charges\nyes,10.50\nno,20\n,5\n";
 * byte[] bytes = csv.getBytes(java.nio.charset.StandardCharsets.UTF_8);
 * Table table = Table.of(Source.of("customers.csv", new java.io.ByteArrayInputStream(bytes)));
 * Reading<Departure> reading = DepartureReading.of(io.cxmetrics.input.field.Names.flag())
 *         .withMrr(MoneyDefinition.ofDecimals(2))
 *         .reading()
 *         .with(Roles.parse("left=churned", "mrr=charges"));
 * Departures departures = reading.fold(table, Departures.aggregation(MoneyUnit.CENTS)).result();
 * departures.churn().churn(); // 1 of 2 (0.5)
 * departures.revenue().churn(); // 10.5 of 1
 * }</pre>
 *
 * @since 0.1
 */
public final class DepartureReading {

    /** The role of the column that says who left. */
    public static final String LEFT = "left";

    /** The role of the column of what a customer paid a month. */
    public static final String MRR = "mrr";

    private static final Reason NEGATIVE = new Reason("negative_mrr", Reason.Kind.INVALID);

    private final FieldReader<Boolean> flags;
    private final @Nullable MoneyDefinition money;

    private DepartureReading(FieldReader<Boolean> flags, @Nullable MoneyDefinition money) {
        this.flags = requireNonNull(flags, "flags");
        this.money = money;
    }

    /**
     * Returns the reading of customers without what they paid.
     *
     * @param flags which texts mean that a customer left
     * @return the reading
     */
    public static DepartureReading of(FieldReader<Boolean> flags) {
        return new DepartureReading(flags, null);
    }

    /**
     * Returns this reading with what customers paid a month.
     *
     * @param definition how amounts are written
     * @return the reading
     */
    public DepartureReading withMrr(MoneyDefinition definition) {
        return new DepartureReading(flags, requireNonNull(definition, "definition"));
    }

    /**
     * Returns the reading of rows. It knows the currency that it found, so each reading of a table needs one of its
     * own.
     *
     * @return the reading
     */
    public Reading<Departure> reading() {
        Field<Boolean> left = Field.required(LEFT, flags);
        List<Field<?>> fields = new ArrayList<>(List.of(left));
        MoneyFields amounts = money == null ? null : new MoneyFields(money, MRR);
        if (amounts != null) {
            fields.addAll(amounts.fields());
        }
        return Reading.of(row -> departure(row, row.get(left), amounts), fields.toArray(new Field<?>[0]));
    }

    private static @Nullable Departure departure(Fields row, boolean left, @Nullable MoneyFields amounts) {
        if (amounts == null) {
            return new Departure(left, 0);
        }
        long monthly = amounts.amount(row);
        if (monthly < 0) {
            row.leaveOut(NEGATIVE, "mrr must not be negative, got " + monthly + " in minor units");
            return null;
        }
        return amounts.unit(row) == null ? null : new Departure(left, monthly);
    }
}
