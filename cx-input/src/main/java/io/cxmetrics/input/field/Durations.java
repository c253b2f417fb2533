package io.cxmetrics.input.field;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.survey.Screening;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads durations, rounded to the millisecond, half up. A plain number is in the unit of the column. Read as well:
 * {@code 1:30} and {@code 26:15:00} (hours, minutes, seconds), {@code PT1H30M} and {@code P1DT2H} of ISO 8601, and
 * numbers with units, {@code 1d 2h 30m}, {@code 90 min}, {@code 2.5 hours}. A day has 24 hours, a week 7 days.
 *
 * <p>Negative durations and those of more than 36,525 days, a hundred years, are refused.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Durations.in(ChronoUnit.HOURS).read("2.5"); // PT2H30M
 * Durations.in(ChronoUnit.HOURS).read("26:15"); // PT26H15M
 * Durations.in(ChronoUnit.HOURS).read("-1"); // must be a duration of 0 to 36525 days
 * }</pre>
 *
 * @since 0.1
 */
public final class Durations implements FieldReader<Duration> {

    private static final String RULE = "be a duration, such as 2.5, 1:30, PT1H30M or 1h 30m";
    private static final String RANGE = "be a duration of 0 to 36525 days";
    private static final BigDecimal MOST_MILLIS =
            BigDecimal.valueOf(Duration.ofDays(36_525).toMillis());

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,15}([.,]\\d{0,15})?|[.,]\\d{1,15})([eE][+-]?\\d{1,2})?");
    private static final Pattern CLOCK = Pattern.compile("(-?)(\\d{1,9}):([0-5]\\d)(?::([0-5]\\d)(\\.\\d{1,9})?)?");
    private static final Pattern ISO = Pattern.compile(
            "([+-]?)P(?:(\\d{1,9})W)?(?:(\\d{1,9})D)?"
                    + "(?:T(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9}(?:\\.\\d{1,9})?)S)?)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PART = Pattern.compile("\\s*(\\d{1,15}(?:[.,]\\d{1,15})?)\\s*([a-z]+)\\.?\\s*,?");

    private final ChronoUnit unit;

    private Durations(ChronoUnit unit) {
        this.unit = unit;
    }

    /**
     * Returns the reader of a column.
     *
     * @param unit the unit of plain numbers: days or one below, down to milliseconds; weeks
     * @return the reader
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    public static Durations in(ChronoUnit unit) {
        if (requireNonNull(unit, "unit").compareTo(ChronoUnit.WEEKS) > 0 || unit.compareTo(ChronoUnit.MILLIS) < 0) {
            throw new IllegalArgumentException("unit must be in milliseconds to weeks, got " + unit);
        }
        return new Durations(unit);
    }

    @Override
    public Value<Duration> read(String text) {
        String duration = text.strip().replace('\u2212', '-');
        if (Screening.blank(duration)) {
            return Value.blank();
        }
        BigDecimal millis = duration.length() > 60 ? null : millis(duration);
        if (millis == null) {
            return Value.invalid(RULE);
        }
        BigDecimal rounded = millis.setScale(0, RoundingMode.HALF_UP);
        return rounded.signum() < 0 || rounded.compareTo(MOST_MILLIS) > 0
                ? Value.invalid(RANGE)
                : Value.of(Duration.ofMillis(rounded.longValueExact()));
    }

    private @Nullable BigDecimal millis(String text) {
        if (NUMBER.matcher(text).matches()) {
            return number(text).multiply(millis(unit));
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            BigDecimal sum = of(clock.group(2), ChronoUnit.HOURS)
                    .add(of(clock.group(3), ChronoUnit.MINUTES))
                    .add(of(clock.group(4), ChronoUnit.SECONDS))
                    .add(of(clock.group(5), ChronoUnit.SECONDS));
            return clock.group(1).isEmpty() ? sum : sum.negate();
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches() && text.matches(".*\\d.*[^tT]")) {
            BigDecimal sum = of(iso.group(2), ChronoUnit.WEEKS)
                    .add(of(iso.group(3), ChronoUnit.DAYS))
                    .add(of(iso.group(4), ChronoUnit.HOURS))
                    .add(of(iso.group(5), ChronoUnit.MINUTES))
                    .add(of(iso.group(6), ChronoUnit.SECONDS));
            return iso.group(1).equals("-") ? sum.negate() : sum;
        }
        return parts(text.toLowerCase(Locale.ROOT));
    }

    private static @Nullable BigDecimal parts(String text) {
        Matcher part = PART.matcher(text);
        BigDecimal sum = BigDecimal.ZERO;
        int at = 0;
        while (at < text.length() && part.region(at, text.length()).lookingAt()) {
            ChronoUnit named = unit(part.group(2));
            if (named == null) {
                return null;
            }
            sum = sum.add(of(part.group(1), named));
            at = part.end();
        }
        return at == text.length() ? sum : null;
    }

    private static @Nullable ChronoUnit unit(String word) {
        return switch (word) {
            case "w", "wk", "wks", "week", "weeks" -> ChronoUnit.WEEKS;
            case "d", "day", "days" -> ChronoUnit.DAYS;
            case "h", "hr", "hrs", "hour", "hours" -> ChronoUnit.HOURS;
            case "m", "min", "mins", "minute", "minutes" -> ChronoUnit.MINUTES;
            case "s", "sec", "secs", "second", "seconds" -> ChronoUnit.SECONDS;
            case "ms", "milli", "millis", "millisecond", "milliseconds" -> ChronoUnit.MILLIS;
            default -> null;
        };
    }

    private static BigDecimal of(@Nullable String digits, ChronoUnit named) {
        return digits == null ? BigDecimal.ZERO : number(digits).multiply(millis(named));
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits.replace(',', '.'));
    }

    private static BigDecimal millis(ChronoUnit named) {
        return BigDecimal.valueOf(named.getDuration().toMillis());
    }
}
