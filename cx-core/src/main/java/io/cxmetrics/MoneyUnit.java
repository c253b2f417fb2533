package io.cxmetrics;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Unit of the amounts of a summary: whole minor units of a currency, such as cents, and how many decimals lead to its
 * major unit.
 *
 * <p>Summaries of money keep amounts as whole minor units, which add up exactly, and hold one unit for all of them.
 * Answers are in major units. Amounts in two units do not add up: {@link #joined} refuses them.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * MoneyUnit.of("EUR").major(12345); // 123.45
 * MoneyUnit.of("JPY").major(12345); // 12345.0
 * MoneyUnit.of("EUR").minor("9.99"); // 999
 * MoneyUnit.CENTS.major(250); // 2.5
 * }</pre>
 *
 * @param currency the currency, or null where none is named
 * @param decimals how many decimals the major unit has, in [0, 9]
 * @since 0.1
 */
public record MoneyUnit(@Nullable Currency currency, int decimals) implements Stored {

    /** No currency is named, and a hundred make one: what plain amounts are taken for. */
    public static final MoneyUnit CENTS = new MoneyUnit(null, 2);

    private static final int MOST_DECIMALS = 9;

    /**
     * Checks the decimals.
     *
     * @throws IllegalArgumentException if there are fewer than 0 or more than 9
     */
    public MoneyUnit {
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException("decimals must be in [0, " + MOST_DECIMALS + "], got " + decimals);
        }
    }

    /**
     * Returns the unit of a currency, with the decimals of ISO 4217.
     *
     * @param currency the currency
     * @return the unit
     * @throws IllegalArgumentException if the currency has no decimals, such as gold (XAU)
     */
    public static MoneyUnit of(Currency currency) {
        int decimals = requireNonNull(currency, "currency").getDefaultFractionDigits();
        if (decimals < 0) {
            throw new IllegalArgumentException("currency must have decimals, got " + currency);
        }
        return new MoneyUnit(currency, decimals);
    }

    /**
     * Returns the unit of a currency, with the decimals of ISO 4217.
     *
     * @param code the code of ISO 4217, such as {@code EUR}
     * @return the unit
     * @throws IllegalArgumentException if there is no such currency
     */
    public static MoneyUnit of(String code) {
        Currency currency;
        try {
            currency = Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("code must be a currency of ISO 4217 such as EUR, got " + code, e);
        }
        return of(currency);
    }

    /**
     * Returns a unit without a currency.
     *
     * @param decimals how many decimals the major unit has, in [0, 9]
     * @return the unit
     * @throws IllegalArgumentException if the decimals are out of range
     */
    public static MoneyUnit ofDecimals(int decimals) {
        return new MoneyUnit(null, decimals);
    }

    /**
     * Returns the unit of two summaries together.
     *
     * @param left the unit of one, or null where it has no amounts
     * @param right the unit of the other, or null where it has no amounts
     * @return the one that is given; null if neither is
     * @throws IllegalArgumentException if both are given and differ
     */
    public static @Nullable MoneyUnit joined(@Nullable MoneyUnit left, @Nullable MoneyUnit right) {
        if (left != null && right != null && !left.equals(right)) {
            throw new IllegalArgumentException("unit of money must be " + left + ", got " + right);
        }
        return left == null ? right : left;
    }

    /**
     * Returns minor units as major ones.
     *
     * @param minor the amount in minor units
     * @return minor / 10<sup>decimals</sup>
     */
    public double major(double minor) {
        return minor / Math.pow(10, decimals);
    }

    /**
     * Reads an amount in major units.
     *
     * @param major the amount, such as {@code 9.99}
     * @return whole minor units
     * @throws IllegalArgumentException if the text is not a number, has more decimals than the unit, or is too large
     */
    public long minor(String major) {
        try {
            return new BigDecimal(major).movePointRight(decimals).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "amount must be a number of at most " + decimals + " decimals, got " + major, e);
        }
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("MoneyUnit", 1)
                .with("currency", currency == null ? null : currency.getCurrencyCode())
                .with("decimals", decimals);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the unit
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static MoneyUnit ofStored(StoredForm form) {
        StoredFields fields = form.expect("MoneyUnit", 1, "currency", "decimals");
        Currency currency = fields.absent("currency") ? null : fields.parsed("currency", Currency::getInstance);
        return new MoneyUnit(currency, fields.integer("decimals"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    /**
     * Returns the currency, or the decimals where none is named.
     *
     * @return such as {@code EUR}, or {@code no currency, 2 decimals}
     */
    @Override
    public String toString() {
        return currency == null ? "no currency, " + decimals + " decimals" : currency.getCurrencyCode();
    }
}
