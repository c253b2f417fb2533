package io.cxmetrics.benchmarks.duel;

import java.io.Serializable;
import java.util.List;

/**
 * What came of one suite on one Java.
 *
 * @param title the row of the results
 * @param rows over how many rows
 * @param java the version of Java
 * @param figures the ratios, and what the kernel costs by itself
 * @param growth nanoseconds per row by number of rows; empty if not measured
 * @param failure why there are no figures; empty if there are
 */
public record Result(String title, int rows, String java, List<Figure> figures, List<Cost> growth, String failure)
        implements Serializable {

    /** What a row costs where there are so many. */
    public record Cost(int rows, Spread nanos) implements Serializable {}

    static Result failed(String title, int rows, String java, String failure) {
        return new Result(title, rows, java, List.of(), List.of(), failure);
    }

    /** Whether all ways agreed and none failed, however fast they were. */
    public boolean sound() {
        return failure.isEmpty() && figures.stream().allMatch(Figure::agrees);
    }
}
