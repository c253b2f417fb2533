package io.cxmetrics.stat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sums of two columns for each unit. */
final class UnitSums<K> {

    private final Map<K, double[]> byUnit = new LinkedHashMap<>();

    void add(@Nullable K unit, double first, double second) {
        if (unit == null) {
            throw new IllegalArgumentException("unit must not be null, got null");
        }
        double[] sums = byUnit.computeIfAbsent(unit, key -> new double[2]);
        sums[0] += first;
        sums[1] += second;
    }

    UnitSums<K> join(UnitSums<K> other) {
        other.byUnit.forEach((unit, sums) -> add(unit, sums[0], sums[1]));
        return this;
    }

    double[] sums(int column) {
        return byUnit.values().stream().mapToDouble(sums -> sums[column]).toArray();
    }
}
