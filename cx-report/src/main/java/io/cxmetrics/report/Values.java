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

    /** Each is a Long, a Double, a text, a map from label to either number, or a list of values of their own. */
    public Map<String, Object> byName() {
        return Collections.unmodifiableMap(byName);
    }

    /** Returns a number, NaN if there is none of that name. */
    public double number(String name) {
        return byName.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
