package io.cxmetrics.spark.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question that the counters of a group answer.
 *
 * @param name the field of the summary that holds it
 * @param method the static method of {@link Answers} that gives it
 * @param slots the counters the method takes, in order
 * @param confident whether the method takes a confidence after them
 * @param builtIn the same of built-in operators; null where they do not suffice
 */
public record Answer(
        String name,
        String method,
        List<String> slots,
        boolean confident,
        @Nullable Term builtIn) {}
