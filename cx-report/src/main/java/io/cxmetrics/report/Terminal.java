package io.cxmetrics.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a person is looking. The launcher knows whether the streams are terminals and says so in system properties;
 * run without it, nothing is taken for a terminal.
 *
 * @param output whether standard output is a terminal
 * @param error whether standard error is a terminal
 * @param unicode whether the terminal shows more than ASCII
 * @since 0.1
 */
public record Terminal(boolean output, boolean error, boolean unicode) {

    /** Plain text for files and programs. */
    public static final Terminal NONE = new Terminal(false, false, true);

    public static Terminal detect() {
        return new Terminal(
                Boolean.getBoolean("cx.terminal.output"),
                Boolean.getBoolean("cx.terminal.error"),
                utf8(System.getenv()));
    }

    /** The first of these that is set names the character set of a POSIX terminal. */
    static boolean utf8(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8");
            }
        }
        return StandardCharsets.UTF_8.equals(java.nio.charset.Charset.defaultCharset());
    }
}
