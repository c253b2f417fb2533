package io.cxmetrics.input.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The fields of one request, by their place in {@link #NAMES}. What a server does not know, a hyphen, is blank. */
final class LogFields {

    static final List<String> NAMES = List.of(
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

    static final int VHOST = 0;
    static final int IP = 1;
    static final int IDENTITY = 2;
    static final int USER = 3;
    static final int TIME = 4;
    static final int METHOD = 5;
    static final int TARGET = 6;
    static final int PROTOCOL = 7;
    static final int STATUS = 8;
    static final int SIZE = 9;
    static final int REFERRER = 10;
    static final int AGENT = 11;

    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{1,15}://([^/?#]*)(.*)");

    private final String[] values = new String[NAMES.size()];

    void clear() {
        Arrays.fill(values, "");
    }

    void set(int place, String text) {
        values[place] = text.equals("-") ? "" : text;
    }

    String get(int place) {
        return values[place];
    }

    /** A method, a target, which may hold blanks, and the protocol, which the oldest one does not name. */
    void request(String text) {
        int first = text.indexOf(' ');
        String method = first < 0 ? "" : text.substring(0, first);
        if (method.length() > 32 || !startsWithLetter(method) || !method.chars().allMatch(LogFields::isOfMethod)) {
            return;
        }
        int last = text.lastIndexOf(' ');
        boolean named = last > first && text.startsWith("HTTP/", last + 1);
        String target = text.substring(first + 1, named ? last : text.length()).strip();
        if (!target.isEmpty() && !target.equals("-")) {
            set(METHOD, method.toUpperCase(Locale.ROOT));
            target(target);
            set(PROTOCOL, named ? text.substring(last + 1) : "");
        }
    }

    private static boolean startsWithLetter(String method) {
        return !method.isEmpty() && method.charAt(0) != '-' && method.charAt(0) != '_';
    }

    private static boolean isOfMethod(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
    }

    /** A target may name its host, which then is the virtual host if nothing else is. */
    void target(String text) {
        var absolute = ABSOLUTE.matcher(text);
        if (!absolute.matches()) {
            set(TARGET, text);
            return;
        }
        String path = absolute.group(2);
        set(TARGET, path.startsWith("/") ? path : "/" + path);
        if (values[VHOST].isEmpty()) {
            set(VHOST, absolute.group(1));
        }
    }

    /** An address with the port behind it, of which only the address says who it was. */
    void client(String text) {
        int colon = text.lastIndexOf(':');
        boolean six = text.indexOf(':') != colon;
        boolean port = colon > 0 && (!six || text.charAt(colon - 1) == ']');
        String address = port ? text.substring(0, colon) : text;
        set(
                IP,
                address.startsWith("[") && address.endsWith("]")
                        ? address.substring(1, address.length() - 1)
                        : address);
    }
}
