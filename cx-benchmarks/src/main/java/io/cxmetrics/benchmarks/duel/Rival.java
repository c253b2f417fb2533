package io.cxmetrics.benchmarks.duel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks another way to the answer of the kernel, which the kernel should beat. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Rival {

    /** What it is. */
    String value();

    /** How many times as fast as it the kernel should be, at least; no such goal if NaN. */
    double atLeast() default Double.NaN;

    /** How many times as fast would be better still. */
    double stretch() default Double.NaN;

    /** How far its numbers may be from those of the kernel, relative to them. */
    double tolerance() default 1e-9;
}
