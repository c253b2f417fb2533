package io.cxmetrics.cli.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the times of a log, of which many follow each other unchanged. */
final class LogTime {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    private String text = "";
    private @Nullable Instant time;

    /** Returns the time, null if the text is none. */
    @Nullable
    Instant parse(String next) {
        if (!next.equals(text)) {
            text = next;
            try {
                time = FORMAT.parse(next, Instant::from);
            } catch (DateTimeException e) {
                time = null;
            }
        }
        return time;
    }
}
