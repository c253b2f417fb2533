package io.cxmetrics.cli.option;

import io.cxmetrics.cli.console.CliException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lengths of time on the command line. */
public final class TimeLimit {

    private static final Pattern FORM = Pattern.compile("0*[1-9]\\d{0,8}[MHD]");

    private TimeLimit() {}

    /** A length of time such as 90m, 72h or 3d; null if the option was not given. */
    public static @Nullable Duration of(String option, @Nullable String given) {
        if (given == null) {
            return null;
        }
        String text = given.strip().toUpperCase(Locale.ROOT);
        if (!FORM.matcher(text).matches()) {
            throw CliException.usage(option + ": must be like 90m, 72h or 3d, got " + given);
        }
        long amount = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'M' -> Duration.ofMinutes(amount);
            case 'H' -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
