package io.cxmetrics.input.subscription;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.Reason;
import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.field.Numbers;
import io.cxmetrics.input.field.Value;
import io.cxmetrics.input.reading.Field;
import io.cxmetrics.input.reading.Fields;
import io.cxmetrics.input.reading.Reading;
import io.cxmetrics.stat.survival.EventTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How rows become tenures: one row for each customer, with how long they have been one and whether they left then.
 *
 * <p><b>Roles.</b> {@value #TENURE} and {@value #LEFT}; on demand {@value #ENTRY}, the tenure at which observation
 * began. A customer who is not observed for any time is left out as {@code entry_not_before_tenure}.
 *
 * <p><b>Decimals.</b> Tenures are whole numbers, or of the decimals that were announced: of 1 decimal 12.5 is 125. More
 * decimals are left out, never rounded.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * String csv = "months,churned\n5,yes\n9,no\n9,?\n";
 * byte[] bytes = csv.getBytes(java.nio.charset.StandardCharsets.UTF_8);
 * Table table = Table.of(Source.of("customers.csv", new java.io.ByteArrayInputStream(bytes)));
 * Reading<EventTime> reading = TenureReading.of(io.cxmetrics.input.field.Names.flag())
 *         .reading()
 *         .with(Roles.parse("tenure=months", "left=churned"));
 * reading.fold(table, EventTimes.aggregation()).result().curve().at(5); // 0.5
 * }</pre>
 *
 * @since 0.1
 */
public final class TenureReading {

    /** The role of the column of tenures. */
    public static final String TENURE = "tenure";

    /** The role of the column that says who left. */
    public static final String LEFT = "left";

    /** The role of the column of the tenures at which observation began. */
    public static final String ENTRY = "entry";

    private static final Reason NOT_OBSERVED = new Reason("entry_not_before_tenure", Reason.Kind.INVALID);

    private final FieldReader<Boolean> flags;
    private final int decimals;
    private final boolean late;
    private final FieldReader<Long> times;

    private TenureReading(FieldReader<Boolean> flags, int decimals, boolean late) {
        this.flags = requireNonNull(flags, "flags");
        this.decimals = decimals;
        this.late = late;
        this.times = decimals == 0 ? Numbers.PLAIN.wholes() : notNegative(Numbers.PLAIN.amounts(decimals));
    }

    /**
     * Returns the reading of whole tenures that are observed from the beginning.
     *
     * @param flags which texts mean that a customer left
     * @return the reading
     */
    public static TenureReading of(FieldReader<Boolean> flags) {
        return new TenureReading(flags, 0, false);
    }

    /**
     * Returns this reading with decimals.
     *
     * @param number how many decimals tenures have, from 0 to 6
     * @return the reading, whose times are in units of the last decimal
     * @throws IllegalArgumentException if the number is out of range
     */
    public TenureReading withDecimals(int number) {
        return new TenureReading(flags, number, late);
    }

    /**
     * Returns this reading with customers whose observation began later.
     *
     * @return the reading
     */
    public TenureReading withEntry() {
        return new TenureReading(flags, decimals, true);
    }

    /**
     * Returns the reading of rows.
     *
     * @return the reading
     */
    public Reading<EventTime> reading() {
        Field<Long> tenure = Field.required(TENURE, times);
        Field<Boolean> left = Field.required(LEFT, flags);
        Field<Long> entry = late ? Field.required(ENTRY, times) : null;
        List<Field<?>> fields = new ArrayList<>(List.of(tenure, left));
        if (entry != null) {
            fields.add(entry);
        }
        return Reading.of(
                row -> time(row, entry == null ? 0 : row.get(entry), row.get(tenure), row.get(left)),
                fields.toArray(new Field<?>[0]));
    }

    private static FieldReader<Long> notNegative(FieldReader<Long> amounts) {
        return text -> {
            Value<Long> time = amounts.read(text);
            return time.isPresent() && time.get() < 0 ? Value.invalid("not be negative") : time;
        };
    }

    private static @Nullable EventTime time(Fields row, long since, long until, boolean left) {
        if (since > 0 && since >= until) {
            row.leaveOut(NOT_OBSERVED, "entry must be before tenure (" + until + "), got " + since);
            return null;
        }
        return EventTime.of(since, until, left);
    }
}
