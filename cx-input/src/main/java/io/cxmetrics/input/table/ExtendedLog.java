package io.cxmetrics.input.table;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The extended format of the W3C, whose {@code #Fields} directive says what stands where: IIS and CloudFront. Times are
 * in UTC. Blanks of an agent stand as plus signs at IIS, and CloudFront encodes agents and referrers.
 *
 * <p>Source: <a href="https://www.w3.org/TR/WD-logfile.html">Extended Log File Format</a>.
 */
final class ExtendedLog implements LogFormat {

    private static final Map<String, Integer> PLACES = Map.ofEntries(
            Map.entry("c-ip", LogFields.IP),
            Map.entry("cs-username", LogFields.USER),
            Map.entry("cs-method", LogFields.METHOD),
            Map.entry("cs-uri-stem", LogFields.TARGET),
            Map.entry("cs-uri", LogFields.TARGET),
            Map.entry("cs-version", LogFields.PROTOCOL),
            Map.entry("cs-protocol-version", LogFields.PROTOCOL),
            Map.entry("sc-status", LogFields.STATUS),
            Map.entry("sc-bytes", LogFields.SIZE),
            Map.entry("cs(referer)", LogFields.REFERRER),
            Map.entry("cs(user-agent)", LogFields.AGENT),
            Map.entry("cs(host)", LogFields.VHOST),
            Map.entry("cs-host", LogFields.VHOST),
            Map.entry("x-host-header", LogFields.VHOST));

    /** CloudFront encodes what browsers have encoded already. */
    private static final int ENCODED = 2;

    private final List<String> names = new ArrayList<>();
    private String date = "";

    /** Takes the names of fields, and the date of a directive before them. */
    ExtendedLog(String directive, @Nullable ExtendedLog before) {
        for (String name : words(directive.replace('\t', ' '))) {
            names.add(name.toLowerCase(Locale.ROOT));
        }
        date = before == null ? "" : before.date;
    }

    /** Lines without a date are of this day. */
    ExtendedLog on(String dateAndTime) {
        date = dateAndTime.split("\\s", 2)[0];
        return this;
    }

    boolean isKnown() {
        return !names.isEmpty();
    }

    @Override
    public @Nullable String read(String line, LogFields fields) {
        boolean tabs = line.indexOf('\t') >= 0;
        List<String> values = tabs ? List.of(line.split("\t", -1)) : words(line);
        if (values.size() != names.size()) {
            return "expected " + names.size() + " fields, found " + values.size();
        }
        String day = date;
        String time = "";
        String query = "";
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            switch (names.get(i)) {
                case "date" -> day = value;
                case "time" -> time = value;
                case "cs-uri-query" -> query = value.equals("-") ? "" : value;
                default -> set(names.get(i), value, tabs, fields);
            }
        }
        if (!query.isEmpty()) {
            fields.set(LogFields.TARGET, fields.get(LogFields.TARGET) + "?" + query);
        }
        if (!names.contains("cs-method")) {
            fields.set(LogFields.METHOD, "GET");
        }
        fields.set(LogFields.TIME, time.isEmpty() ? day : day + "T" + time + "Z");
        return null;
    }

    private static void set(String name, String value, boolean encoded, LogFields fields) {
        Integer place = PLACES.get(name);
        if (place == null
                || (place == LogFields.VHOST && !fields.get(LogFields.VHOST).isEmpty() && value.equals("-"))) {
            return;
        }
        if (place == LogFields.TARGET) {
            fields.target(value);
        } else if (place == LogFields.AGENT || place == LogFields.REFERRER) {
            fields.set(place, encoded ? decoded(decoded(value)) : value.replace('+', ' '));
        } else {
            fields.set(place, value);
        }
    }

    /** Percent signs with two digits as the bytes they stand for. */
    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            int digits = text.charAt(i) == '%' && i + ENCODED < text.length()
                    ? Character.digit(text.charAt(i + 1), 16) * 16 + Character.digit(text.charAt(i + 2), 16)
                    : -1;
            boolean hex = digits >= 0 && Character.digit(text.charAt(i + 2), 16) >= 0;
            if (hex) {
                bytes.write(digits);
                i += ENCODED;
            } else {
                bytes.writeBytes(String.valueOf(text.charAt(i)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Fields with blanks between them, those with blanks inside in quotes. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            if (line.charAt(at) == ' ') {
                at++;
                continue;
            }
            int close = line.charAt(at) == '"' ? line.indexOf('"', at + 1) : -1;
            boolean quoted = close > 0 && (close + 1 == line.length() || line.charAt(close + 1) == ' ');
            int end = quoted ? close : line.indexOf(' ', at);
            end = end < 0 ? line.length() : end;
            words.add(line.substring(quoted ? at + 1 : at, end));
            at = quoted ? end + 1 : end;
        }
        return words;
    }
}
