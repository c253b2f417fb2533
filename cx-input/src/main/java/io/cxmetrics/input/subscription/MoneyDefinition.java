package io.cxmetrics.input.subscription;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.field.Numbers;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * How amounts of money are written in a table, and which currency counts. Where a column names currencies, the rows
 * must be of one currency, or the question must name the one that counts; rows in others are left out then.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * MoneyDefinition money = MoneyDefinition.ofDecimals(2).withCurrency().countingIn(Currency.getInstance("EUR"));
 * money; // 2 decimals in EUR
 * }</pre>
 *
 * @since 0.1
 */
public final class MoneyDefinition {

    /** The role of the column of currencies. */
    public static final String CURRENCY = "currency";

    private final Numbers numbers;
    private final int decimals;
    private final FieldReader<Long> amounts;
    private final boolean named;
    private final @Nullable Currency counting;

    private MoneyDefinition(Numbers numbers, int decimals, boolean named, @Nullable Currency counting) {
        this.numbers = numbers;
        this.decimals = decimals;
        this.named = named;
        this.counting = counting;
        this.amounts = numbers.amounts(decimals);
    }

    /**
     * Returns money without a column of currencies.
     *
     * @param decimals how many decimals amounts have, in which sums are exact, from 0 to 6
     * @return the definition, with a decimal point
     * @throws IllegalArgumentException if the number of decimals is out of range
     */
    public static MoneyDefinition ofDecimals(int decimals) {
        return new MoneyDefinition(Numbers.PLAIN, decimals, false, null);
    }

    /**
     * Returns this money written in another way.
     *
     * @param written how numbers are written
     * @return the definition
     */
    public MoneyDefinition with(Numbers written) {
        return new MoneyDefinition(requireNonNull(written, "written"), decimals, named, counting);
    }

    /**
     * Returns this money with a column of the role {@value #CURRENCY}.
     *
     * @return the definition
     */
    public MoneyDefinition withCurrency() {
        return new MoneyDefinition(numbers, decimals, true, counting);
    }

    /**
     * Returns this money of one currency; rows in others are left out as {@code other_currency}.
     *
     * @param currency the currency that counts
     * @return the definition, with a column of currencies
     */
    public MoneyDefinition countingIn(Currency currency) {
        return new MoneyDefinition(numbers, decimals, true, requireNonNull(currency, "currency"));
    }

    FieldReader<Long> amounts() {
        return amounts;
    }

    boolean isNamed() {
        return named;
    }

    @Nullable
    Currency counting() {
        return counting;
    }

    MoneyUnit unit(@Nullable Currency currency) {
        return new MoneyUnit(currency, decimals);
    }

    /**
     * Returns the definition in words.
     *
     * @return such as {@code 2 decimals in EUR}
     */
    @Override
    public String toString() {
        return decimals + " decimals" + (counting == null ? named ? " in one currency" : "" : " in " + counting);
    }
}
