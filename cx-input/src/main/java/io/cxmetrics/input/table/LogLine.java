package io.cxmetrics.input.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log of a web server in the common or the combined format. Read as servers write it: the virtual host
 * may stand first, spaces may be doubled, the offset of the time may be missing, and quotes inside of quotes may lack
 * their backslash. What a server does not know, a hyphen, is blank.
 */
final class LogLine {

    static final List<String> FIELDS = List.of(
            "vhost",
            "ip",
            "identity",
            "user",
            "time",
            "method",
            "target",
            "protocol",
            "status",
            "bytes",
            "referrer",
            "agent");

    private static final int VHOST = 0;
    private static final int IP = 1;
    private static final int IDENTITY = 2;
    private static final int USER = 3;
    private static final int TIME = 4;
    private static final int METHOD = 5;
    private static final int TARGET = 6;
    private static final int PROTOCOL = 7;
    private static final int STATUS = 8;
    private static final int SIZE = 9;
    private static final int REFERRER = 10;
    private static final int AGENT = 11;

    private final String line;
    private final String[] fields = new String[FIELDS.size()];
    private int at;

    private LogLine(String line) {
        this.line = line;
        Arrays.fill(fields, "");
    }

    static LogLine read(String line) {
        return new LogLine(line);
    }

    String field(int place) {
        return fields[place];
    }

    /** Reads the line; returns what is wrong with it, null if nothing is. */
    @Nullable
    String wrong() {
        int bracket = line.indexOf(" [");
        int end = line.indexOf(']', bracket + 1);
        if (bracket < 0 || end < 0) {
            return "no [time]";
        }
        String[] who = line.substring(0, bracket).strip().split(" +");
        if (who.length < 3) {
            return "expected 3 fields before the [time], found " + who.length;
        }
        who(who);
        fields[TIME] = line.substring(bracket + 2, end).strip();
        at = end + 1;
        String request = quoted(true);
        if (request == null) {
            return "no quoted request with a status of three digits behind it";
        }
        request(request);
        fields[STATUS] = word();
        fields[SIZE] = given(word());
        if (!fields[SIZE].isEmpty() && !fields[SIZE].chars().allMatch(c -> c >= '0' && c <= '9')) {
            return "bytes must be a number or -, got " + fields[SIZE];
        }
        String referrer = quoted(false);
        String agent = referrer == null ? null : quoted(false);
        fields[REFERRER] = referrer == null ? "" : given(referrer);
        fields[AGENT] = agent == null ? "" : given(agent);
        return null;
    }

    /** Address, identity, user; before them the virtual host, if what follows it looks like an address. */
    private void who(String[] who) {
        boolean hosted = who.length > 3 && (who[1].indexOf('.') >= 0 || who[1].indexOf(':') >= 0);
        int first = hosted ? 1 : 0;
        fields[VHOST] = hosted ? who[0] : "";
        fields[IP] = given(who[first]);
        fields[IDENTITY] = given(who[first + 1]);
        fields[USER] = given(String.join(" ", Arrays.asList(who).subList(first + 2, who.length)));
    }

    /** A method, a target, which may hold blanks, and the protocol, which the oldest one does not name. */
    private void request(String text) {
        int first = text.indexOf(' ');
        String method = first < 0 ? "" : text.substring(0, first);
        if (method.isEmpty() || method.length() > 32 || !method.chars().allMatch(LogLine::isOfMethod)) {
            return;
        }
        int last = text.lastIndexOf(' ');
        boolean named = last > first && text.startsWith("HTTP/", last + 1);
        String target = text.substring(first + 1, named ? last : text.length()).strip();
        if (!target.isEmpty()) {
            fields[METHOD] = method.toUpperCase(Locale.ROOT);
            fields[TARGET] = target;
            fields[PROTOCOL] = named ? text.substring(last + 1) : "";
        }
    }

    private static boolean isOfMethod(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    }

    private static String given(String field) {
        return field.equals("-") ? "" : field;
    }

    private void spaces() {
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
    }

    private String word() {
        spaces();
        int end = line.indexOf(' ', at);
        String word = line.substring(at, end < 0 ? line.length() : end);
        at += word.length();
        return word;
    }

    /**
     * A field in quotes, null if there is none. It ends at a quote that something follows which can stand behind the
     * field.
     */
    private @Nullable String quoted(boolean request) {
        spaces();
        if (at >= line.length() || line.charAt(at) != '"') {
            return null;
        }
        StringBuilder field = new StringBuilder();
        for (int i = at + 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && (request ? isStatus(i + 1) : isBorder(i + 1))) {
                at = i + 1;
                return field.toString();
            }
            boolean escape = c == '\\' && i + 1 < line.length() && "\"\\".indexOf(line.charAt(i + 1)) >= 0;
            field.append(line.charAt(escape ? ++i : i));
        }
        return null;
    }

    private boolean isStatus(int from) {
        int i = from;
        while (i < line.length() && line.charAt(i) == ' ') {
            i++;
        }
        int digits = i;
        while (i < line.length() && line.charAt(i) >= '0' && line.charAt(i) <= '9') {
            i++;
        }
        return digits > from && i - digits == 3 && (i == line.length() || line.charAt(i) == ' ');
    }

    private boolean isBorder(int from) {
        if (from == line.length()) {
            return true;
        }
        int i = from;
        while (i < line.length() && line.charAt(i) == ' ') {
            i++;
        }
        return i > from
                && (i == line.length() || "\"-[".indexOf(line.charAt(i)) >= 0 || Character.isDigit(line.charAt(i)));
    }
}
