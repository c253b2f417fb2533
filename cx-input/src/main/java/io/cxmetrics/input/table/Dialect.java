package io.cxmetrics.input.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the fields of a CSV file are written.
 *
 * @param separator what stands between two fields
 * @param quote what fields may be enclosed in
 * @param skipped how many characters at the start are a hint for a spreadsheet and no row
 */
record Dialect(char separator, char quote, int skipped) {

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    /** Rows that are looked at. */
    private static final int ROWS = 20;

    private static final Pattern HINT = Pattern.compile("\\A\"?sep=(.)\"?(\\r\\n|\\n|\\r)", Pattern.CASE_INSENSITIVE);

    static Dialect detect(String beginning, TableLayout layout) {
        Matcher hint = HINT.matcher(beginning);
        boolean hinted = hint.find();
        int skipped = hinted ? hint.end() : 0;
        String sample = beginning.substring(skipped);
        Character asked = layout.separator();
        char said = asked != null ? asked : hinted ? hint.group(1).charAt(0) : 0;
        char quote = layout.quote() != null ? layout.quote() : quote(sample, said);
        char separator = said != 0 ? said : separator(sample, quote);
        if (separator == quote) {
            quote = quote == '"' ? '\'' : '"';
        }
        return new Dialect(separator, quote, skipped);
    }

    /** Single quotes, if the first row has a field inside of them and no double quote stands in what is looked at. */
    private static char quote(String sample, char separator) {
        if (sample.indexOf('"') >= 0) {
            return '"';
        }
        String separators = separator != 0 ? Pattern.quote(String.valueOf(separator)) : "[,;\t|]";
        String first = sample.split("\\R", 2)[0];
        boolean single = Pattern.compile("(^|" + separators + ")'[^']*'($|" + separators + ")")
                .matcher(first)
                .find();
        return single ? '\'' : '"';
    }

    /** The separator that gives most rows as many fields as the first, and more than one; the comma if none does. */
    private static char separator(String sample, char quote) {
        char best = ',';
        long most = 0;
        for (char candidate : SEPARATORS) {
            List<Integer> counts = counts(sample, candidate, quote);
            int fields = counts.isEmpty() ? 1 : counts.get(0);
            if (fields > 1) {
                long like = counts.stream().filter(count -> count == fields).count();
                long score = like * 1_000_000 / counts.size() * 1000 + Math.min(fields, 999);
                if (score > most) {
                    most = score;
                    best = candidate;
                }
            }
        }
        return best;
    }

    /** The numbers of fields of the first rows that are not blank; a last row that may be cut off does not count. */
    private static List<Integer> counts(String sample, char separator, char quote) {
        List<Integer> counts = new ArrayList<>();
        int fields = 1;
        boolean quoted = false;
        boolean any = false;
        boolean fresh = true;
        for (int i = 0; i < sample.length() && counts.size() < ROWS; i++) {
            char c = sample.charAt(i);
            if (c == quote && (fresh || quoted)) {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (any) {
                    counts.add(fields);
                }
                fields = 1;
                any = false;
                fresh = true;
                continue;
            } else if (!quoted && c == separator) {
                fields++;
                any = true;
                fresh = true;
                continue;
            }
            any = true;
            fresh = c == quote; // a doubled quote goes on with the field
        }
        if (any && counts.isEmpty()) {
            counts.add(fields);
        }
        return counts;
    }
}
