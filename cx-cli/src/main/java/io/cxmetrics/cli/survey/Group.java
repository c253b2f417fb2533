package io.cxmetrics.cli.survey;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** One group and its periods, while they grow. */
final class Group<R> {

    private final Collector<Response, ?, R> collector;
    private final Tally<R> all;
    private final Map<String, Tally<R>> periods = new TreeMap<>();

    Group(Collector<Response, ?, R> collector) {
        this.collector = collector;
        this.all = new Tally<>(collector);
    }

    void add(Response response, @Nullable String period) {
        all.add(response);
        if (period != null) {
            period(period).add(response);
        }
    }

    void leaveOut(String reason, @Nullable String period) {
        all.leaveOut(reason);
        if (period != null) {
            period(period).leaveOut(reason);
        }
    }

    private Tally<R> period(String label) {
        return periods.computeIfAbsent(label, p -> new Tally<>(collector));
    }

    Tally<R> all() {
        return all;
    }

    Map<String, Tally<R>> periods() {
        return periods;
    }
}
