package io.cxmetrics.benchmarks.duel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a {@link Suite} whose methods duel: what the library is asked for, in words. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface HotPath {

    /** The title of the row in the results. */
    String value();

    /** How many rows the duels run over; beyond the caches, and too many for a branch predictor to learn by heart. */
    int rows() default 10_000_000;

    /** Up to how many rows the growth of the cost is measured; 0 for not at all. */
    int growsTo() default 0;
}
