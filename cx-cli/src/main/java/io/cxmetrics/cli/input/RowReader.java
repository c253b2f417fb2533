package io.cxmetrics.cli.input;

import io.cxmetrics.survey.Screening;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one row after another. What is missing or wrong gives null or zero, and the first such field of a
 * row is the {@link #reason()} why the row cannot count: {@code no_amount} where it is blank, {@code invalid_amount}
 * where it is no amount.
 */
public final class RowReader {

    private static final Set<String> YES = Set.of("yes", "y", "true", "t", "1");
    private static final Set<String> NO = Set.of("no", "n", "false", "f", "0");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");

    private static final Pattern MONTH = Pattern.compile("(?!0000)\\d{4}-(0[1-9]|1[0-2])");
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final CsvSource source;
    private final Problems problems;
    private final DateParser dates;
    private @Nullable String reason;

    public RowReader(CsvSource source, Problems problems, DateParser dates) {
        this.source = source;
        this.problems = problems;
        this.dates = dates;
    }

    /** Goes to the next row that fits the header. */
    public boolean next() {
        reason = null;
        return source.next();
    }

    /** Returns why this row cannot count, null as long as nothing speaks against it. */
    public @Nullable String reason() {
        return reason;
    }

    /** Says that this row cannot count, unless something else has been found before. */
    public void leaveOut(String why) {
        reason = reason == null ? why : reason;
    }

    /** Returns the values that groups are made by. */
    public List<String> labels(List<Integer> columns) {
        return columns.stream().map(column -> source.field(column).strip()).toList();
    }

    /** Returns a name or number that tells one thing from another. */
    public String key(int column, String name) {
        String text = source.field(column).strip();
        if (Screening.blank(text)) {
            leaveOut("no_" + name);
        }
        return text;
    }

    /** Returns a text that need not be there, empty if it is blank. */
    public String text(int column) {
        String text = source.field(column).strip();
        return Screening.blank(text) ? "" : text;
    }

    /** Returns a date, null if it is blank or wrong. */
    public DateParser.@Nullable Found date(int column, String name) {
        DateParser.Found found = dateOrBlank(column, name);
        if (found == null) {
            leaveOut("no_" + name);
        }
        return found;
    }

    /** Returns a date that need not be there, null if it is blank or wrong. */
    public DateParser.@Nullable Found dateOrBlank(int column, String name) {
        String text = source.field(column);
        if (Screening.blank(text)) {
            return null;
        }
        DateParser.Found found = dates.parse(text);
        if (found == null) {
            invalid(name, "a date or a time", text);
        }
        return found;
    }

    /** Returns a month, written like 2026-03 or as any date in it; null if it is blank or wrong. */
    public @Nullable YearMonth month(int column, String name) {
        String text = source.field(column).strip();
        if (MONTH.matcher(text).matches()) {
            return YearMonth.parse(text);
        }
        DateParser.Found found = date(column, name);
        return found == null ? null : YearMonth.from(found.date());
    }

    /** Returns an amount in minor units, of which a major unit has 10 to the power of the decimals; 0 if it is none. */
    public long amount(int column, String name, int decimals) {
        String text = source.field(column).strip();
        if (Screening.blank(text)) {
            leaveOut("no_" + name);
            return 0;
        }
        if (NUMBER.matcher(text).matches()) {
            BigDecimal minor = new BigDecimal(text).movePointRight(decimals);
            if (minor.stripTrailingZeros().scale() <= 0 && minor.abs().compareTo(MOST) < 0) {
                return minor.longValueExact();
            }
        }
        invalid(name, "an amount of at most 15 digits and " + decimals + " decimals", text);
        return 0;
    }

    /** Returns a whole number that is not negative; 0 if it is none. */
    public long whole(int column, String name) {
        String text = source.field(column).strip();
        if (Screening.blank(text)) {
            leaveOut("no_" + name);
            return 0;
        }
        if (NUMBER.matcher(text).matches()) {
            BigDecimal number = new BigDecimal(text);
            if (number.signum() >= 0 && number.stripTrailingZeros().scale() <= 0) {
                return number.longValueExact();
            }
        }
        invalid(name, "a whole number, not negative", text);
        return 0;
    }

    /**
     * Returns yes or no.
     *
     * @param yes the values that mean yes, and all others no; empty for the usual words of both
     */
    public boolean flag(int column, String name, List<String> yes) {
        String text = source.field(column).strip();
        if (yes.contains(text)) {
            return true;
        }
        if (Screening.blank(text)) {
            leaveOut("no_" + name);
            return false;
        }
        if (!yes.isEmpty()) {
            return false;
        }
        String word = text.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            invalid(name, "yes or no", text);
        }
        return YES.contains(word);
    }

    /** Returns a currency, null if it is none. */
    public @Nullable Currency currency(int column, String name) {
        String text = source.field(column).strip();
        if (Screening.blank(text)) {
            leaveOut("no_" + name);
            return null;
        }
        try {
            return Currency.getInstance(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            invalid(name, "a currency of ISO 4217", text);
            return null;
        }
    }

    private void invalid(String name, String rule, String text) {
        leaveOut("invalid_" + name);
        problems.invalidValue(source.line(), name + " must be " + rule + ", got " + text);
    }
}
