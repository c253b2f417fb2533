package io.cxmetrics.report;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of one group under the names that JSON and CSV give them, in the order of output.
 *
 * @since 0.1
 */
public final class Values {

    private final Map<String, Object> byName = new LinkedHashMap<>();

    /** The numbers of lists that CSV and tables have too, by the name of the list. */
    private final Map<String, Map<String, Object>> cells = new LinkedHashMap<>();

    @CanIgnoreReturnValue
    public Values put(String name, long count) {
        byName.put(name, count);
        return this;
    }

    @CanIgnoreReturnValue
    public Values put(String name, double number) {
        byName.put(name, number);
        return this;
    }

    @CanIgnoreReturnValue
    public Values put(String name, Map<String, Long> counts) {
        byName.put(name, counts);
        return this;
    }

    @CanIgnoreReturnValue
    public Values putNumbers(String name, Map<String, Double> numbers) {
        byName.put(name, numbers);
        return this;
    }

    @CanIgnoreReturnValue
    Values putText(String name, String text) {
        byName.put(name, text);
        return this;
    }

    @CanIgnoreReturnValue
    Values putAll(String name, List<Values> parts) {
        byName.put(name, parts);
        return this;
    }

    /** Puts a list whose numbers a table and CSV have by their names and their place, such as {@code active_2}. */
    @CanIgnoreReturnValue
    Values putCells(String name, List<Values> parts) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String place = "_" + i;
            parts.get(i).numbers().forEach((part, number) -> numbers.put(part + place, number));
        }
        cells.put(name, numbers);
        return putAll(name, parts);
    }

    /** The numbers, those of lists among them, in the order of output. */
    Map<String, Object> numbers() {
        Map<String, Object> numbers = new LinkedHashMap<>();
        byName.forEach((name, value) -> {
            if (value instanceof Number) {
                numbers.put(name, value);
            }
            numbers.putAll(cells.getOrDefault(name, Map.of()));
        });
        return numbers;
    }

    /** Each is a Long, a Double, a text, a map from label to either number, or a list of values of their own. */
    public Map<String, Object> byName() {
        return Collections.unmodifiableMap(byName);
    }

    /** Returns a number, NaN if there is none of that name. */
    public double number(String name) {
        Object found = byName.get(name);
        for (Map<String, Object> list : cells.values()) {
            found = found == null ? list.get(name) : found;
        }
        return found instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
