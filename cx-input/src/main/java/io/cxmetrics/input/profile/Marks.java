package io.cxmetrics.input.profile;

import io.cxmetrics.input.profile.ColumnChoice.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What tells the files of a system from all others. All of it must hold.
 *
 * @param isJson whether the rows are JSON objects; CSV otherwise
 * @param columns columns or keys that are there, each under one of some names
 * @param absent columns or keys that are not there
 * @param text what stands in the beginning of the file, null for anything
 */
record Marks(
        boolean isJson,
        List<List<String>> columns,
        List<String> absent,
        @Nullable Pattern text) {

    /** Says what of the marks was found in a file of the format; null if one of them was not. */
    @Nullable
    List<String> found(Beginning beginning, Header header) {
        if (!columns.stream().allMatch(names -> names.stream().anyMatch(header::has))
                || absent.stream().anyMatch(header::has)) {
            return null;
        }
        if (text != null && !text.matcher(beginning.text()).find()) {
            return null;
        }
        List<String> found = new ArrayList<>();
        if (!columns.isEmpty()) {
            found.add(inWords());
        }
        if (!absent.isEmpty()) {
            found.add("no " + String.join(", no ", absent));
        }
        if (text != null) {
            found.add("text like " + text);
        }
        return found;
    }

    /** The columns in words. */
    String inWords() {
        return (isJson ? "keys " : "columns ")
                + columns.stream().map(names -> String.join(" or ", names)).collect(Collectors.joining(", "));
    }
}
