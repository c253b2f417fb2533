package io.cxmetrics.cli.option;

import io.cxmetrics.input.field.Dates;
import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.field.Moment;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How dates are written, and whose days count. */
public final class DateOptions {

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "time zone whose calendar counts, such as Europe/Berlin")
    @Nullable
    public ZoneId zone;

    @Option(
            names = "--date-format",
            paramLabel = "PATTERN",
            description = "pattern of dates beside ISO, such as dd.MM.yyyy, any number of times; or epoch-seconds,"
                    + " epoch-millis, excel")
    List<String> patterns = new ArrayList<>();

    @Option(
            names = "--locale",
            paramLabel = "LANGUAGE",
            description = "language of the names of months and weekdays, such as de or pt-BR (default: en)")
    @Nullable
    Locale locale;

    @Option(
            names = "--none",
            paramLabel = "TEXT",
            description = "what means no date beside blank, 0000-00-00, 0001-01-01, 1970-01-01 and 9999-12-31")
    List<String> none = new ArrayList<>();

    /** How dates are read. */
    public FieldReader<Moment> dates() {
        Dates dates = Dates.of(patterns.toArray(String[]::new));
        FieldReader<Moment> reader = locale == null ? dates : dates.withLocale(locale);
        return none.isEmpty() ? reader : reader.withBlank(none.toArray(String[]::new));
    }

    /** How months are read: written as such, or a date in it. */
    public FieldReader<YearMonth> months() {
        Dates dates = Dates.of(patterns.toArray(String[]::new));
        FieldReader<YearMonth> reader = (locale == null ? dates : dates.withLocale(locale)).months();
        return none.isEmpty() ? reader : reader.withBlank(none.toArray(String[]::new));
    }

    /** Whose days count; UTC where nobody said. */
    public ZoneId zone() {
        return zone == null ? ZoneOffset.UTC : zone;
    }

    /** Whose days count, as a report says it. */
    public String zoneInWords() {
        return zone == null ? "as written" : zone.toString();
    }

    /** Which of these options was given, null for none. */
    public @Nullable String given() {
        if (zone != null) {
            return "--zone";
        }
        if (!patterns.isEmpty()) {
            return "--date-format";
        }
        if (locale != null) {
            return "--locale";
        }
        return none.isEmpty() ? null : "--none";
    }
}
