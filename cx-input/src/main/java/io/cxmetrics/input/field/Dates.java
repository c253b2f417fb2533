package io.cxmetrics.input.field;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.InputException;
import io.cxmetrics.survey.Screening;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times. Days and months in an order that differs by country are never guessed: {@code 01/02/2026}
 * needs a pattern.
 *
 * <p><b>Always read:</b> year, month, day with hyphens or slashes, alone or with a time (hours of one or two digits,
 * seconds and a fraction if given, AM or PM also after a narrow space, {@code Z}, {@code UTC} or an offset if given),
 * and the times in logs of web servers.
 *
 * <p><b>No date.</b> 0000-00-00, 0001-01-01, 1970-01-01 and 9999-12-31 are what databases write for none, at any time
 * of the day, and so is a serial or an epoch of 0. They read as blank, unless {@link #withoutSentinels()}.
 *
 * <p><b>Refused:</b> 31 February, hour 24, years outside [1, 9999], and anything else.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Dates.ISO.read("2026-03-01 7:05"); // 2026-03-01T07:05
 * Dates.ISO.read("0000-00-00 00:00:00").isBlank(); // true
 * Dates german = Dates.of("EEE, d MMM yyyy HH:mm").withLocale(Locale.GERMAN);
 * german.read("Do, 13 Sep 2012 13:52"); // 2012-09-13T13:52
 * Dates.of("excel").read("46082.5"); // 2026-03-01T12:00
 * Dates.ISO.read("01/02/2026"); // must be a date or a time
 * }</pre>
 *
 * @since 0.1
 */
public final class Dates implements FieldReader<Moment> {

    /** The pattern by this name: seconds since 1970 in UTC, with a fraction if given. */
    public static final String EPOCH_SECONDS = "epoch-seconds";

    /** The pattern by this name: milliseconds since 1970 in UTC. */
    public static final String EPOCH_MILLIS = "epoch-millis";

    /** The pattern by this name: microseconds since 1970 in UTC. */
    public static final String EPOCH_MICROS = "epoch-micros";

    /** The pattern by this name: days since 1900 as Excel counts them, with the time as a fraction. */
    public static final String EXCEL = "excel";

    /** Without patterns. */
    public static final Dates ISO = new Dates(List.of(), Locale.ENGLISH, true);

    private static final Set<LocalDate> SENTINELS =
            Set.of(LocalDate.of(1, 1, 1), LocalDate.EPOCH, LocalDate.of(9999, 12, 31));

    private static final Pattern SECONDS = Pattern.compile("-?\\d{1,12}(\\.\\d{1,9})?");
    private static final Pattern MILLIS = Pattern.compile("-?\\d{1,15}");
    private static final Pattern MICROS = Pattern.compile("-?\\d{1,18}");
    private static final Pattern SERIAL = Pattern.compile("\\d{1,7}([.,]\\d{1,15})?");

    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/]?(\\d{2})|(\\d{1,2})/(\\d{4})");

    /** 31 December 9999. */
    private static final int LAST_SERIAL = 2_958_465;

    /** Excel takes 1900 for a leap year: its day 60 is 29 February 1900. */
    private static final int NO_DAY = 60;

    private static final long DAY_MILLIS = 86_400_000L;

    private final List<String> patterns;
    private final Locale locale;
    private final boolean sentinels;
    private final List<DatePattern> formats;

    private Dates(List<String> patterns, Locale locale, boolean sentinels) {
        this.patterns = patterns;
        this.locale = locale;
        this.sentinels = sentinels;
        List<DatePattern> made = new ArrayList<>();
        for (String pattern : patterns) {
            if (!isNamed(pattern)) {
                made.add(new DatePattern(pattern, locale));
            }
        }
        this.formats = made;
    }

    private static boolean isNamed(String pattern) {
        return pattern.equals(EPOCH_SECONDS)
                || pattern.equals(EPOCH_MILLIS)
                || pattern.equals(EPOCH_MICROS)
                || pattern.equals(EXCEL);
    }

    /**
     * Returns the reader of dates in patterns, beside those that are always read.
     *
     * @param patterns patterns of {@link java.time.format.DateTimeFormatter}, such as {@code dd.MM.yyyy}, or the names
     *     {@value #EPOCH_SECONDS}, {@value #EPOCH_MILLIS}, {@value #EPOCH_MICROS} and {@value #EXCEL}; the first that
     *     fits counts
     * @return the reader
     * @throws InputException if a pattern is none, or gives no day
     */
    public static Dates of(String... patterns) {
        return new Dates(List.copyOf(Arrays.asList(patterns)), Locale.ENGLISH, true);
    }

    /**
     * Returns this reader with the names of months and weekdays of a language, beside the English ones.
     *
     * @param newLocale the language
     * @return the reader
     */
    public Dates withLocale(Locale newLocale) {
        return new Dates(patterns, requireNonNull(newLocale, "locale"), sentinels);
    }

    /**
     * Returns this reader with 0001-01-01, 1970-01-01 and 9999-12-31 as days like others.
     *
     * @return the reader
     */
    public Dates withoutSentinels() {
        return new Dates(patterns, locale, false);
    }

    @Override
    public Value<Moment> read(String text) {
        String date = text.strip();
        Moment moment = moment(date);
        if (moment == null) {
            return Screening.blank(date) ? Value.blank() : Value.invalid("be a date or a time");
        }
        boolean never = IsoScanner.isNever(moment);
        if (sentinels && (never || SENTINELS.contains(moment.writtenDate()))) {
            return Value.blank();
        }
        return never ? Value.invalid("be a date or a time") : Value.of(moment);
    }

    /** Patterns that start with a year could be taken for ISO, so they come first; others cannot. */
    private @Nullable Moment moment(String date) {
        boolean yearFirst = !patterns.isEmpty() && "yu".indexOf(patterns.get(0).charAt(0)) >= 0;
        Moment iso = yearFirst ? null : IsoScanner.read(date);
        if (iso != null) {
            return iso;
        }
        int format = 0;
        for (String pattern : patterns) {
            Moment moment = isNamed(pattern)
                    ? named(pattern, date)
                    : formats.get(format++).read(date);
            if (moment != null) {
                return moment;
            }
        }
        return yearFirst ? IsoScanner.read(date) : null;
    }

    private static @Nullable Moment named(String pattern, String date) {
        return switch (pattern) {
            case EPOCH_SECONDS ->
                SECONDS.matcher(date).matches() ? epoch(new BigDecimal(date).movePointRight(9)) : null;
            case EPOCH_MILLIS -> MILLIS.matcher(date).matches() ? epoch(new BigDecimal(date).movePointRight(6)) : null;
            case EPOCH_MICROS -> MICROS.matcher(date).matches() ? epoch(new BigDecimal(date).movePointRight(3)) : null;
            default -> SERIAL.matcher(date).matches() ? serial(new BigDecimal(date.replace(',', '.'))) : null;
        };
    }

    private static @Nullable Moment epoch(BigDecimal nanos) {
        BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.valueOf(1_000_000_000L));
        long second = parts[0].longValueExact();
        long nano = parts[1].longValueExact();
        if (nano < 0) {
            second--;
            nano += 1_000_000_000L;
        }
        long day = Math.floorDiv(second, 86_400L);
        boolean named = day >= LocalDate.of(1, 1, 1).toEpochDay()
                && day <= LocalDate.of(9999, 12, 31).toEpochDay();
        return named ? Moment.ofOffset(day, Math.floorMod(second, 86_400L), (int) nano, 0) : null;
    }

    private static @Nullable Moment serial(BigDecimal days) {
        long millis = days.multiply(BigDecimal.valueOf(DAY_MILLIS))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        long serial = millis / DAY_MILLIS;
        long ofDay = millis % DAY_MILLIS;
        if (serial == 0 && ofDay == 0) {
            return IsoScanner.NEVER;
        }
        if (serial < 1 || serial > LAST_SERIAL || serial == NO_DAY) {
            return null;
        }
        long epochDay = LocalDate.of(1899, 12, serial > NO_DAY ? 30 : 31).toEpochDay() + serial;
        return ofDay == 0
                ? Moment.ofDay(epochDay)
                : Moment.ofLocal(epochDay, ofDay / 1000, (int) (ofDay % 1000 * 1_000_000));
    }

    /**
     * Returns the reader of months: {@code 2026-03}, {@code 2026/03}, {@code 202603}, {@code 03/2026}, {@code 3/2026},
     * or any date in the month, as written.
     *
     * @return the reader
     */
    public FieldReader<YearMonth> months() {
        return text -> {
            String month = text.strip();
            YearMonth written = month(month);
            if (written != null) {
                return Value.of(written);
            }
            Value<YearMonth> ofDate = read(month).map(moment -> YearMonth.from(moment.writtenDate()));
            return ofDate.isPresent() || ofDate.isBlank() ? ofDate : Value.invalid("be a month or a date");
        };
    }

    private static @Nullable YearMonth month(String text) {
        Matcher parts = MONTH.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        boolean yearFirst = parts.group(1) != null;
        int year = Integer.parseInt(parts.group(yearFirst ? 1 : 4));
        int month = Integer.parseInt(parts.group(yearFirst ? 2 : 3));
        return year >= 1 && month >= 1 && month <= 12 ? YearMonth.of(year, month) : null;
    }
}
