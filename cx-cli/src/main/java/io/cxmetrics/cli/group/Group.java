package io.cxmetrics.cli.group;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** One group and its periods, while they grow. */
final class Group<T, R> {

    private final Collector<T, ?, R> collector;
    private final Tally<T, R> all;
    private final Map<String, Tally<T, R>> periods = new TreeMap<>();

    Group(Collector<T, ?, R> collector) {
        this.collector = collector;
        this.all = new Tally<>(collector);
    }

    void add(T input, @Nullable String period) {
        all.add(input);
        if (period != null) {
            period(period).add(input);
        }
    }

    void leaveOut(String reason, @Nullable String period, long rows) {
        all.leaveOut(reason, rows);
        if (period != null) {
            period(period).leaveOut(reason, rows);
        }
    }

    private Tally<T, R> period(String label) {
        return periods.computeIfAbsent(label, p -> new Tally<>(collector));
    }

    Tally<T, R> all() {
        return all;
    }

    Map<String, Tally<T, R>> periods() {
        return periods;
    }
}
