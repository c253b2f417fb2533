package io.cxmetrics.input.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The common and the combined format. Read as servers write it: the virtual host may stand first, spaces may be
 * doubled, the offset of the time may be missing, and quotes inside of quotes may lack their backslash.
 */
final class CommonLog implements LogFormat {

    private String line = "";
    private int at;

    @Override
    public @Nullable String read(String text, LogFields fields) {
        line = text;
        int bracket = line.indexOf(" [");
        int end = line.indexOf(']', bracket + 1);
        if (bracket < 0 || end < 0) {
            return "no [time]";
        }
        String[] who = line.substring(0, bracket).strip().split(" +");
        if (who.length < 3) {
            return "expected 3 fields before the [time], found " + who.length;
        }
        who(who, fields);
        fields.set(LogFields.TIME, line.substring(bracket + 2, end).strip());
        at = end + 1;
        String request = quoted(true);
        if (request == null) {
            return "no quoted request with a status of three digits behind it";
        }
        fields.request(request);
        fields.set(LogFields.STATUS, word());
        spaces();
        if (at >= line.length()) {
            return "cut short: no bytes";
        }
        fields.set(LogFields.SIZE, word());
        String size = fields.get(LogFields.SIZE);
        if (!size.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return "bytes must be a number or -, got " + size;
        }
        return combined(fields);
    }

    /** Referrer and agent, if there are any; what is cut is none, since the agent tells visitors apart. */
    private @Nullable String combined(LogFields fields) {
        if (!isQuote()) {
            return null;
        }
        String referrer = quoted(false);
        if (referrer == null) {
            return "cut short: the quoted referrer is never closed";
        }
        if (!isQuote()) {
            return "cut short: no agent";
        }
        String agent = quoted(false);
        if (agent == null) {
            return "cut short: the quoted agent is never closed";
        }
        fields.set(LogFields.REFERRER, referrer);
        fields.set(LogFields.AGENT, agent);
        return null;
    }

    private boolean isQuote() {
        spaces();
        return at < line.length() && line.charAt(at) == '"';
    }

    /** Address, identity, user; before them the virtual host, if what follows it looks like an address. */
    private static void who(String[] who, LogFields fields) {
        boolean hosted = who.length > 3 && (who[1].indexOf('.') >= 0 || who[1].indexOf(':') >= 0);
        int first = hosted ? 1 : 0;
        fields.set(LogFields.VHOST, hosted ? who[0] : "");
        fields.set(LogFields.IP, who[first]);
        fields.set(LogFields.IDENTITY, who[first + 1]);
        fields.set(LogFields.USER, String.join(" ", Arrays.asList(who).subList(first + 2, who.length)));
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
        int lastQuote = -1;
        int lengthThere = 0;
        for (int i = at + 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && (request ? isStatus(i + 1) : isBorder(i + 1))) {
                at = i + 1;
                return field.toString();
            }
            if (c == '"') {
                lastQuote = i;
                lengthThere = field.length();
            }
            boolean escape = c == '\\' && i + 1 < line.length() && "\"\\".indexOf(line.charAt(i + 1)) >= 0;
            field.append(line.charAt(escape ? ++i : i));
        }
        if (request || lastQuote < 0) {
            return null;
        }
        at = lastQuote + 1;
        return field.substring(0, lengthThere);
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
