package io.cxmetrics.cli.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers of one group under the names that JSON and CSV give them, in the order of output. */
public final class Values {

    private final Map<String, Object> byName = new LinkedHashMap<>();

    public Values put(String name, long count) {
        byName.put(name, count);
        return this;
    }

    public Values put(String name, double number) {
        byName.put(name, number);
        return this;
    }

    public Values put(String name, Map<String, Long> counts) {
        byName.put(name, counts);
        return this;
    }

    public Values putNumbers(String name, Map<String, Double> numbers) {
        byName.put(name, numbers);
        return this;
    }

    /** Each is a Long, a Double, or a map from label to either. */
    public Map<String, Object> byName() {
        return Collections.unmodifiableMap(byName);
    }

    /** Returns a number, NaN if there is none of that name. */
    public double number(String name) {
        return byName.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
