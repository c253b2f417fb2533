package io.cxmetrics.input.field;

import io.cxmetrics.survey.Screening;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How numbers are written, and the readers of them. Percent and currency signs are refused by name, because nobody
 * knows whether 5 % is 5 or 0.05; so are thousands that were not announced, because 1,234 may be either.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Numbers.PLAIN.amounts(2).read("12.50"); // 1250
 * Numbers.PLAIN.withDecimal(',').withThousands('.').reals().read("1.234,5"); // 1234.5
 * Numbers.PLAIN.reals().read("1,5"); // must be a number with a decimal point
 * }</pre>
 *
 * @since 0.1
 */
public final class Numbers {

    /** A decimal point, no sign between thousands. */
    public static final Numbers PLAIN = new Numbers('.', (char) 0);

    private static final int DIGITS = 15;
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,15}(\\.\\d{0,15})?|\\.\\d{1,15})([eE][+-]?\\d{1,2})?");

    private final char decimal;
    private final char thousands;
    private final Pattern grouped;

    private Numbers(char decimal, char thousands) {
        this.decimal = decimal;
        this.thousands = thousands;
        String sign = Pattern.quote(String.valueOf(thousands));
        this.grouped = Pattern.compile(
                "[+-]?\\d{1,3}(" + sign + "\\d{3})+(" + Pattern.quote(String.valueOf(decimal)) + "\\d*)?");
    }

    /**
     * Returns numbers with another decimal sign.
     *
     * @param sign a point or a comma
     * @return the way to write numbers
     * @throws IllegalArgumentException if it is neither, or the sign between thousands
     */
    public Numbers withDecimal(char sign) {
        if (sign != '.' && sign != ',') {
            throw new IllegalArgumentException("decimal must be a point or a comma, got " + sign);
        }
        if (sign == thousands) {
            throw new IllegalArgumentException("decimal must differ from the sign between thousands, got " + sign);
        }
        return new Numbers(sign, thousands);
    }

    /**
     * Returns numbers that may have a sign between thousands. It must stand at each third digit, or nowhere.
     *
     * @param sign the sign: a comma, a point, an apostrophe, or a space, which stands for all narrow and fixed spaces
     *     too
     * @return the way to write numbers
     * @throws IllegalArgumentException if it is none of these, or the decimal sign
     */
    public Numbers withThousands(char sign) {
        if (".,' ".indexOf(sign) < 0) {
            throw new IllegalArgumentException(
                    "thousands must be a comma, a point, an apostrophe or a space, got " + sign);
        }
        if (sign == decimal) {
            throw new IllegalArgumentException("thousands must differ from the decimal sign, got " + sign);
        }
        return new Numbers(decimal, sign);
    }

    /**
     * Returns the reader of any numbers.
     *
     * @return the reader of numbers of at most 15 digits before and after the decimal sign
     */
    public FieldReader<Double> reals() {
        return text -> read(text, number -> Value.of(number.doubleValue()));
    }

    /**
     * Returns the reader of exact numbers.
     *
     * @return the reader of numbers of at most 15 digits before and after the decimal sign
     */
    public FieldReader<BigDecimal> decimals() {
        return text -> read(text, Value::of);
    }

    /**
     * Returns the reader of counts.
     *
     * @return the reader of whole numbers that are not negative; 3.0 is whole
     */
    public FieldReader<Long> wholes() {
        return text -> read(
                text,
                number -> number.signum() >= 0 && isWhole(number) && number.compareTo(MOST) <= 0
                        ? Value.of(number.longValueExact())
                        : Value.invalid("be a whole number, not negative"));
    }

    /**
     * Returns the reader of amounts of money, in minor units.
     *
     * @param decimals how many decimals the currency has, from 0 to 6
     * @return the reader: 12.50 is 1250 with two decimals; more decimals than these are refused, never rounded
     * @throws IllegalArgumentException if the number of decimals is out of range
     */
    public FieldReader<Long> amounts(int decimals) {
        if (decimals < 0 || decimals > 6) {
            throw new IllegalArgumentException("decimals must be in [0, 6], got " + decimals);
        }
        return text -> read(text, number -> {
            BigDecimal minor = number.movePointRight(decimals);
            return isWhole(minor) && minor.abs().compareTo(MOST) < 0
                    ? Value.of(minor.longValueExact())
                    : Value.invalid("be an amount of at most " + DIGITS + " digits and " + decimals + " decimals");
        });
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private <T> Value<T> read(String text, Function<BigDecimal, Value<T>> then) {
        String number = text.strip().replace('\u2212', '-');
        String canonical = canonical(number);
        if (canonical.length() <= 40 && NUMBER.matcher(canonical).matches()) {
            return then.apply(new BigDecimal(canonical));
        }
        return Screening.blank(number) ? Value.blank() : Value.invalid(rule(number));
    }

    /** With a decimal point and without thousands; another text where it is none of ours. */
    private String canonical(String number) {
        String plain = number;
        if (thousands == ' ') {
            plain = plain.replace('\u00A0', ' ').replace('\u202F', ' ').replace('\u2009', ' ');
        } else if (thousands == '\'') {
            plain = plain.replace('\u2019', '\'');
        }
        if (thousands != 0 && grouped.matcher(plain).matches()) {
            plain = plain.replace(String.valueOf(thousands), "");
        }
        if (decimal == ',') {
            return plain.indexOf('.') >= 0 ? "" : plain.replace(',', '.');
        }
        return plain;
    }

    private String rule(String number) {
        if (number.indexOf('%') >= 0 || number.indexOf('\u2030') >= 0) {
            return "be a number without a percent sign";
        }
        if (number.chars().anyMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL)) {
            return "be a number without a currency sign";
        }
        char other = decimal == '.' ? ',' : '.';
        if (number.indexOf(other) >= 0 && Pattern.matches("[+-]?[\\d.,]+", number)) {
            return "be a number with a decimal " + (decimal == '.' ? "point" : "comma");
        }
        return "be a number of at most " + DIGITS + " digits";
    }
}
