package io.cxmetrics.cli.option;

import io.cxmetrics.cli.console.CliException;
import java.util.ArrayList;
import java.util.List;

/**
 * Values of an option that takes several, with commas between them or by the option again. A comma with a blank after
 * it belongs to the value, and so does everything between double quotes, as in CSV: texts of answers and names of
 * statuses hold commas.
 */
public final class CommaList {

    private CommaList() {}

    /** The values of all occurrences of an option, white space around them left aside. */
    public static List<String> of(String option, List<String> given) {
        List<String> values = new ArrayList<>();
        for (String text : given) {
            split(option, text, values);
        }
        return values;
    }

    private static void split(String option, String text, List<String> values) {
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean last = i + 1 == text.length();
            if (c == '"' && (quoted || value.toString().isBlank())) {
                if (quoted && !last && text.charAt(i + 1) == '"') {
                    value.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted && !last && text.charAt(i + 1) != ' ') {
                values.add(value.toString().strip());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        if (quoted) {
            throw CliException.usage(option + ": a quote is not closed in " + text);
        }
        values.add(value.toString().strip());
    }
}
