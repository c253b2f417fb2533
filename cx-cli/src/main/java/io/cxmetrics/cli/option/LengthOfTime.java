package io.cxmetrics.cli.option;

import io.cxmetrics.cli.console.CliException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lengths of time on the command line. */
public final class LengthOfTime {

    private LengthOfTime() {}

    /** The length that an option names; null if it was not given. */
    public static @Nullable Duration of(String option, @Nullable String given) {
        if (given == null) {
            return null;
        }
        String text = given.strip().toUpperCase(Locale.ROOT);
        if (!text.matches("\\d{1,9}[MHD]") || text.matches("0+[MHD]")) {
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
