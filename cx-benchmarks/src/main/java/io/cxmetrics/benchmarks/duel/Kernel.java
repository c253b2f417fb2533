package io.cxmetrics.benchmarks.duel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the one method of a suite that asks the library. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Kernel {

    /** The most bytes that a call should allocate, its result included; no such goal if negative. */
    long bytes() default -1;

    /** The most nanoseconds that a row should take; no such goal if NaN. */
    double nanos() default Double.NaN;

    /** The nanoseconds that would be better still. */
    double stretchNanos() default Double.NaN;
}
