package io.cxmetrics.benchmarks.duel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what the kernel cannot beat, such as reading the data once, and should stay close to. It may have another
 * answer.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Reference {

    /** What it is. */
    String value();

    /** How many times as long as it the kernel should take, at most; no such goal if NaN. */
    double atMost() default Double.NaN;

    /** How many times as long would be better still. */
    double stretch() default Double.NaN;
}
