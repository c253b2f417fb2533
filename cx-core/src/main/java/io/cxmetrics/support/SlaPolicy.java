package io.cxmetrics.support;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A service level: what is promised for each priority.
 *
 * <pre>{@code
 * SlaPolicy gold = new SlaPolicy(
 *         "Gold",
 *         List.of(
 *                 new SlaTarget(SlaMetric.FIRST_REPLY, "urgent", Duration.ofHours(1), false),
 *                 new SlaTarget(SlaMetric.FIRST_REPLY, "normal", Duration.ofHours(8), true)));
 * gold.target(SlaMetric.FIRST_REPLY, "urgent").orElseThrow().target(); // PT1H
 * gold.target(SlaMetric.RESOLUTION, "urgent"); // Optional.empty
 * }</pre>
 *
 * @param name the name of the policy
 * @param targets the promises, at most one for each metric and priority
 * @since 0.1
 */
public record SlaPolicy(String name, List<SlaTarget> targets) implements Serializable {

    /**
     * Checks the promises, and copies them.
     *
     * @throws IllegalArgumentException if two promises are for the same metric and priority
     */
    public SlaPolicy {
        requireNonNull(name, "name");
        targets = List.copyOf(targets);
        Set<List<Object>> seen = new HashSet<>();
        for (SlaTarget target : targets) {
            if (!seen.add(List.of(target.metric(), target.priority()))) {
                throw new IllegalArgumentException("targets must be one for each metric and priority, got two for "
                        + target.metric() + " and " + target.priority());
            }
        }
    }

    /**
     * Returns the promise for a metric at a priority.
     *
     * @param metric the metric
     * @param priority the priority
     * @return the promise, or nothing if none is made
     */
    public Optional<SlaTarget> target(SlaMetric metric, String priority) {
        return targets.stream()
                .filter(target -> target.metric() == metric && target.priority().equals(priority))
                .findFirst();
    }
}
