package io.cxmetrics.input.support;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.field.Durations;
import io.cxmetrics.input.field.Value;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.SlaPolicy;
import io.cxmetrics.support.SlaTarget;
import java.io.Serializable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is promised for each priority, in words such as {@code resolution:urgent=8h}. The priority {@code *}, or none,
 * stands for every priority that is not named for the same metric.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * SlaTargets targets = SlaTargets.parse("first-reply:urgent=1h", "first-reply=8h", "resolution:1 - Critical=2d");
 * targets.metrics(); // [FIRST_REPLY, RESOLUTION]
 * targets.priorities(); // [1 - Critical, urgent]
 * SlaPolicy policy = targets.policy(List.of("urgent", "low"), false);
 * policy.target(SlaMetric.FIRST_REPLY, "low").orElseThrow().target(); // PT8H
 * policy.target(SlaMetric.RESOLUTION, "low"); // Optional.empty
 * }</pre>
 *
 * @since 0.1
 */
public final class SlaTargets implements Serializable {

    private static final long serialVersionUID = 1;
    private static final String EVERY = "*";
    private static final String FORM = "target must be like resolution:urgent=8h or first-reply=1d, got ";

    private final List<Target> targets;

    private SlaTargets(List<Target> targets) {
        this.targets = targets;
    }

    /** One promise, for a priority or for all others. */
    private record Target(SlaMetric metric, String priority, Duration time) implements Serializable {}

    /**
     * Reads targets.
     *
     * @param options texts such as {@code resolution:urgent=8h}: a metric in lower case with hyphens, a priority as it
     *     stands in the file, and a length of time; the first colon and the last equals sign count
     * @return the targets
     * @throws InputException if a text is of another form, a time is not above zero, or something is promised twice
     */
    public static SlaTargets parse(String... options) {
        List<Target> targets = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (String option : options) {
            int equals = option.lastIndexOf('=');
            String what = option.substring(0, Math.max(0, equals));
            int colon = what.indexOf(':');
            SlaMetric metric = metric(colon < 0 ? what : what.substring(0, colon), option);
            String priority = colon < 0 ? EVERY : what.substring(colon + 1).strip();
            Value<Duration> time = Durations.in(ChronoUnit.HOURS).read(option.substring(equals + 1));
            if (priority.isEmpty() || !time.isPresent() || time.get().isZero()) {
                throw InputException.request(FORM + option);
            }
            if (!seen.add(metric + ":" + priority)) {
                throw InputException.request("target must be one for each metric and priority, got two for " + what);
            }
            targets.add(new Target(metric, priority, time.get()));
        }
        return new SlaTargets(List.copyOf(targets));
    }

    private static SlaMetric metric(String word, String option) {
        String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (SlaMetric metric : SlaMetric.values()) {
            if (metric.name().equals(name)) {
                return metric;
            }
        }
        throw InputException.request(FORM + option);
    }

    /**
     * Returns what is promised.
     *
     * @return the metrics, each once
     */
    public Set<SlaMetric> metrics() {
        EnumSet<SlaMetric> metrics = EnumSet.noneOf(SlaMetric.class);
        targets.forEach(target -> metrics.add(target.metric));
        return metrics;
    }

    /**
     * Returns the priorities that targets name.
     *
     * @return the names, {@code *} not among them
     */
    public Set<String> priorities() {
        Set<String> priorities = new TreeSet<>();
        targets.forEach(target -> priorities.add(target.priority));
        priorities.remove(EVERY);
        return priorities;
    }

    /**
     * Returns the policy for the priorities of a file.
     *
     * @param priorities the priorities that tickets have
     * @param businessHours whether only the hours of the schedule count
     * @return the policy
     */
    public SlaPolicy policy(Collection<String> priorities, boolean businessHours) {
        List<SlaTarget> promised = new ArrayList<>();
        for (SlaMetric metric : metrics()) {
            for (String priority : new TreeSet<>(requireNonNull(priorities, "priorities"))) {
                target(metric, priority)
                        .or(() -> target(metric, EVERY))
                        .ifPresent(target -> promised.add(new SlaTarget(metric, priority, target.time, businessHours)));
            }
        }
        return new SlaPolicy("sla", promised);
    }

    private Optional<Target> target(SlaMetric metric, String priority) {
        return targets.stream()
                .filter(target -> target.metric == metric && target.priority.equals(priority))
                .findFirst();
    }

    @Override
    public String toString() {
        return targets.toString();
    }
}
