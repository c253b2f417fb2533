package io.cxmetrics.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One way to define a metric where systems disagree.
 *
 * @param name the name in the library, such as {@code GA4} or {@code BounceRule.MATOMO}
 * @param definition what it counts, in a few words
 * @param systems which systems use it; empty where it is common practice
 * @since 0.1
 */
public record MetricVariant(String name, String definition, List<String> systems) {

    /** Copies the systems. */
    public MetricVariant {
        requireNonNull(name, "name");
        requireNonNull(definition, "definition");
        systems = List.copyOf(systems);
    }
}
