package io.cxmetrics.input.profile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file plays a role: the first of some names that is there, or the one that a pattern finds.
 *
 * @param names the names, in the order of preference
 * @param like a pattern of names that point to the column; null where names are given
 * @param take what the pattern makes of such a name, with {@code $1} for its first group
 * @param words what the column is, in words; empty for the names or the pattern
 */
record ColumnChoice(List<String> names, @Nullable Pattern like, String take, String words) {

    /** All columns that could be meant: one, none, or several, among which somebody must choose. */
    List<String> among(Header header) {
        Set<String> found = new LinkedHashSet<>();
        if (like != null) {
            for (String name : header.names()) {
                Matcher matcher = like.matcher(name);
                if (matcher.matches()) {
                    String taken = header.find(matcher.replaceFirst(take));
                    if (taken != null) {
                        found.add(taken);
                    }
                }
            }
            return List.copyOf(found);
        }
        for (String name : names) {
            String taken = header.find(name);
            if (taken != null) {
                return List.of(taken);
            }
        }
        return List.of();
    }

    /** The columns in words. */
    String inWords() {
        if (!words.isEmpty()) {
            return words;
        }
        return like == null ? String.join(" or ", names) : "a column like " + like;
    }

    /**
     * The names of the columns of a file.
     *
     * @param names the names in their order
     * @param isJson whether they are keys, of which not all are known
     */
    record Header(List<String> names, boolean isJson) {

        /** The name by which a column is asked for: exactly this one, or one that differs in case and blanks. */
        @Nullable
        String find(String wanted) {
            int place = names.indexOf(wanted);
            if (place < 0 && isJson) {
                return isBegun(wanted) ? wanted : null;
            }
            for (int i = 0; i < names.size() && place < 0; i++) {
                if (fold(names.get(i)).equals(fold(wanted))) {
                    place = i;
                }
            }
            if (place < 0) {
                return null;
            }
            String name = names.get(place);
            return names.lastIndexOf(name) == place ? name : "#" + (place + 1);
        }

        /** Whether an outer key is there, with null or something else than an object in the rows that were seen. */
        private boolean isBegun(String path) {
            for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
                if (names.contains(path.substring(0, dot))) {
                    return true;
                }
            }
            return false;
        }

        boolean has(String wanted) {
            return find(wanted) != null;
        }

        private static String fold(String name) {
            return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        }
    }
}
