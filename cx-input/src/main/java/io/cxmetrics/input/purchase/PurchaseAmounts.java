package io.cxmetrics.input.purchase;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.field.Names;
import io.cxmetrics.input.field.Numbers;
import io.cxmetrics.input.field.Value;
import io.cxmetrics.input.reading.Field;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How rows say what a purchase was worth: the role {@code amount}, negative for a refund. On demand, {@code refunded}
 * holds how much of the order was given back, and {@code currency} the currency of both.
 *
 * <p><b>Refunded parts.</b> They are of the time of their order, since such a file does not say when they were, and
 * they are not negative.
 *
 * <p><b>Currencies.</b> Amounts in two currencies are never added up. One currency is chosen, and rows in others are
 * left out as {@code other_currency}; or none is, and a second one in the file is an error.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * PurchaseAmounts amounts = PurchaseAmounts.of(Numbers.PLAIN, MoneyUnit.CENTS).withRefunded().withCurrency();
 * amounts.unit(); // no currency, 2 decimals
 * }</pre>
 *
 * @since 0.1
 */
public final class PurchaseAmounts {

    /** The role of the column of amounts. */
    public static final String AMOUNT = "amount";

    /** The role of the column of refunded parts. */
    public static final String REFUNDED = "refunded";

    /** The role of the column of currencies. */
    public static final String CURRENCY = "currency";

    private final FieldReader<Long> numbers;
    private final MoneyUnit unit;
    private final boolean refunded;
    private final boolean named;
    private final @Nullable Currency chosen;

    private PurchaseAmounts(
            FieldReader<Long> numbers, MoneyUnit unit, boolean refunded, boolean named, @Nullable Currency chosen) {
        this.numbers = numbers;
        this.unit = unit;
        this.refunded = refunded;
        this.named = named;
        this.chosen = chosen;
    }

    /**
     * Returns amounts in a column.
     *
     * @param numbers how they are written
     * @param unit what they are; its decimals are those that an amount may have
     * @return the amounts
     * @throws IllegalArgumentException if the unit has more than 6 decimals
     */
    public static PurchaseAmounts of(Numbers numbers, MoneyUnit unit) {
        return new PurchaseAmounts(numbers.amounts(unit.decimals()), unit, false, false, null);
    }

    /**
     * Returns these amounts with a column of how much of an order was given back.
     *
     * @return the amounts
     */
    public PurchaseAmounts withRefunded() {
        return new PurchaseAmounts(numbers, unit, true, named, chosen);
    }

    /**
     * Returns these amounts with a column of currencies, of which a file may hold one.
     *
     * @return the amounts
     */
    public PurchaseAmounts withCurrency() {
        return new PurchaseAmounts(numbers, unit, refunded, true, null);
    }

    /**
     * Returns these amounts with a column of currencies, of which one counts.
     *
     * @param currency the one that counts
     * @return the amounts
     */
    public PurchaseAmounts withCurrency(Currency currency) {
        return new PurchaseAmounts(numbers, unit, refunded, true, requireNonNull(currency, "currency"));
    }

    /**
     * Returns what the amounts are.
     *
     * @return the unit
     */
    public MoneyUnit unit() {
        return unit;
    }

    /** The currency that counts, null for the one of the file. */
    @Nullable
    Currency chosen() {
        return chosen;
    }

    /** The fields of the amounts. */
    Columns columns(boolean blankAllowed) {
        return new Columns(
                blankAllowed ? Field.optional(AMOUNT, numbers) : Field.required(AMOUNT, numbers),
                refunded ? Field.optional(REFUNDED, notNegative(numbers)) : null,
                named ? Field.required(CURRENCY, Names.currency()) : null);
    }

    private static FieldReader<Long> notNegative(FieldReader<Long> numbers) {
        return text -> {
            Value<Long> value = numbers.read(text);
            return value.isPresent() && value.get() < 0 ? Value.invalid("not be negative") : value;
        };
    }

    /** The columns that amounts are in. */
    record Columns(
            Field<Long> amount,
            @Nullable Field<Long> refunded,
            @Nullable Field<Currency> currency) {

        List<Field<?>> fields() {
            List<Field<?>> fields = new ArrayList<>(List.of(amount));
            if (refunded != null) {
                fields.add(refunded);
            }
            if (currency != null) {
                fields.add(currency);
            }
            return fields;
        }
    }
}
