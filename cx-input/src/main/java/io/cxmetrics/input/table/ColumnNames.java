package io.cxmetrics.input.table;

import io.cxmetrics.input.Excerpt;
import io.cxmetrics.input.InputException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names in the header of one file, and the places they stand at. */
final class ColumnNames {

    private static final int SHOWN = 30;

    /** Names that differ more are not worth comparing. */
    private static final int LONGEST_COMPARED = 100;

    private final String file;
    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> occurrences = new HashMap<>();

    ColumnNames(String file, List<String> names) {
        this.file = file;
        this.names = names;
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(names.get(i), i);
            occurrences.merge(names.get(i), 1, Integer::sum);
        }
    }

    List<String> all() {
        return names;
    }

    boolean contains(String wanted) {
        return places.containsKey(wanted) || numbered(wanted) >= 0;
    }

    /** Finds a column by its name, or by its number as in {@code #3}. */
    int find(String wanted) {
        Integer place = wanted.isEmpty() ? null : places.get(wanted);
        if (place == null) {
            int numbered = numbered(wanted);
            if (numbered >= 0) {
                return numbered;
            }
            throw missing(file, wanted, names);
        }
        int same = occurrences.getOrDefault(wanted, 1);
        if (same > 1) {
            throw InputException.request(file + ": " + same + " columns are named " + Excerpt.of(wanted)
                    + "; name one by its place, such as #" + (place + 1));
        }
        return place;
    }

    private int numbered(String wanted) {
        if (!wanted.matches("#[1-9]\\d{0,6}")) {
            return -1;
        }
        int place = Integer.parseInt(wanted.substring(1)) - 1;
        return place < names.size() ? place : -1;
    }

    static InputException missing(String file, String wanted, Collection<String> names) {
        String some = names.stream()
                .limit(SHOWN)
                .map(name -> name.isEmpty() ? "(blank)" : Excerpt.of(name))
                .collect(Collectors.joining(", "));
        int more = names.size() - SHOWN;
        String near = nearest(wanted, names);
        return InputException.request(file + ": no column " + Excerpt.of(wanted) + " among " + some
                + (more > 0 ? " and " + more + " more" : "")
                + (near != null ? "; did you mean " + Excerpt.of(near) + "?" : "")
                + (near == null && names.size() == 1 ? "; is the separator another than the detected one?" : ""));
    }

    /** The name with the fewest letters to change, if they are a third of it at most. */
    private static @Nullable String nearest(String wanted, Collection<String> names) {
        String best = null;
        int least = Math.max(2, wanted.length() / 3) + 1;
        for (String name : names) {
            if (!name.isEmpty() && name.length() <= LONGEST_COMPARED && wanted.length() <= LONGEST_COMPARED) {
                int distance = distance(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
                if (distance < least && distance < Math.max(wanted.length(), name.length())) {
                    least = distance;
                    best = name;
                }
            }
        }
        return best;
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
