package io.cxmetrics.cli.input;

import io.cxmetrics.cli.input.AccessLog.Request;
import java.util.Locale;
import java.util.regex.Pattern;

/** One line of the log of a web server, read from its start to its end. */
final class LogLine {

    private static final Pattern METHOD = Pattern.compile("[A-Za-z][A-Za-z_-]{0,31}");

    private final String line;
    private int at;

    private LogLine(String line) {
        this.line = line;
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException with the reason, if it is none of the common or the combined format
     */
    static Request read(String line, LogTime times) {
        return new LogLine(line).request(times);
    }

    private Request request(LogTime times) {
        int bracket = line.indexOf(" [");
        if (bracket < 0) {
            throw new IllegalArgumentException("no [time]");
        }
        String[] who = line.substring(0, bracket).split(" ", -1);
        if (who.length != 3) {
            throw new IllegalArgumentException("expected 3 fields before the [time], found " + who.length);
        }
        int end = line.indexOf(']', bracket);
        if (end < 0) {
            throw new IllegalArgumentException("the [time] is never closed");
        }
        String time = line.substring(bracket + 2, end);
        at = end + 1;
        String request = quoted("request");
        String status = word("status");
        if (!status.matches("\\d{3}")) {
            throw new IllegalArgumentException("status must have three digits, got " + status);
        }
        String bytes = word("bytes");
        if (!bytes.matches("\\d+|-")) {
            throw new IllegalArgumentException("bytes must be a number or -, got " + bytes);
        }
        String referrer = "";
        String agent = "";
        if (at < line.length()) {
            // Whatever comes after the agent is of no known format, and nothing that is asked for.
            referrer = given(quoted("referrer"));
            agent = given(quoted("agent"));
        }
        return request(
                new Request(
                        given(who[0]),
                        given(who[2]),
                        time,
                        times.parse(time),
                        "",
                        "",
                        Integer.parseInt(status),
                        referrer,
                        agent),
                request);
    }

    /** What is asked of the server: a method, a target and the protocol, which the oldest one does not name. */
    private static Request request(Request line, String text) {
        int first = text.indexOf(' ');
        String method = first < 0 ? "" : text.substring(0, first);
        if (!METHOD.matcher(method).matches()) {
            return line;
        }
        int last = text.lastIndexOf(' ');
        boolean named = last > first && text.startsWith("HTTP/", last + 1);
        String target = text.substring(first + 1, named ? last : text.length()).strip();
        return target.isEmpty() ? line : line.withTarget(method.toUpperCase(Locale.ROOT), target);
    }

    /** What is not known stands as a hyphen. */
    private static String given(String field) {
        return field.equals("-") ? "" : field;
    }

    private void space(String name) {
        if (at >= line.length()) {
            throw new IllegalArgumentException("cut short: no " + name);
        }
        if (line.charAt(at) != ' ') {
            throw new IllegalArgumentException("expected a space before the " + name);
        }
        at++;
    }

    private String word(String name) {
        space(name);
        int end = line.indexOf(' ', at);
        String word = line.substring(at, end < 0 ? line.length() : end);
        at += word.length();
        return word;
    }

    /** A field in quotes, where a backslash stands before a quote that belongs to it. */
    private String quoted(String name) {
        space(name);
        if (at >= line.length() || line.charAt(at) != '"') {
            throw new IllegalArgumentException("expected a quoted " + name);
        }
        StringBuilder field = new StringBuilder();
        for (int i = at + 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                at = i + 1;
                return field.toString();
            }
            boolean escape = c == '\\' && i + 1 < line.length() && "\"\\".indexOf(line.charAt(i + 1)) >= 0;
            if (escape) {
                i++;
            }
            field.append(line.charAt(i));
        }
        throw new IllegalArgumentException("cut short: the quoted " + name + " is never closed");
    }
}
