package io.cxmetrics.web.funnel;

import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many units were seen at each step, where each step was counted for itself: what GA4 calls an open funnel.
 *
 * <p>Nothing says that those at a step were at the step before, so that a step may have more than the one before it: a
 * cart event that was not tracked for a month, or a way around the cart. So the rates are ratios that may exceed 1, and
 * {@link #growing()} says where. Where each unit was followed through the steps there are {@link FunnelCounts}.
 *
 * <p><b>Definition.</b> rate = count of the step / count of the first step, or of the step before.
 *
 * <p><b>Adding up.</b> Counts of the same steps add up; the rate of the sum is no mean of rates.
 *
 * <p><b>Edges.</b> A rate without a base is NaN. Beyond 2<sup>63</sup> - 1 adding is an {@link ArithmeticException}.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * StepCounts november = new StepCounts(List.of("visit", "cart", "purchase"), List.of(1000L, 20L, 30L));
 * november.rate(2); // 0.03
 * november.rateOfPrevious(2); // 1.5
 * november.growing(); // [purchase]
 * november.plus(new StepCounts(List.of("visit", "cart", "purchase"), List.of(1000L, 80L, 20L))).rateOfPrevious(
 *         2); // 0.5
 * }</pre>
 *
 * @param steps the names of the steps, at least one
 * @param counts how many units were seen at each, none negative
 * @since 0.1
 */
public record StepCounts(List<String> steps, List<Long> counts) implements Summary<StepCounts> {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if there are no steps, there is not one count for each, or one is negative
     */
    public StepCounts {
        steps = List.copyOf(steps);
        counts = List.copyOf(counts);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("steps must be at least 1, got 0");
        }
        if (counts.size() != steps.size()) {
            throw new IllegalArgumentException(
                    "counts must have as many as steps (" + steps.size() + "), got " + counts.size());
        }
        for (int step = 0; step < counts.size(); step++) {
            if (counts.get(step) < 0) {
                throw new IllegalArgumentException(
                        "counts must not be negative, got " + counts.get(step) + " at index " + step);
            }
        }
    }

    /**
     * Returns counts of 0.
     *
     * @param steps the names of the steps, at least one
     * @return the counts
     * @throws IllegalArgumentException if there are no steps
     */
    public static StepCounts empty(List<String> steps) {
        return new StepCounts(steps, steps.stream().map(step -> 0L).toList());
    }

    /**
     * Returns how many units were seen at the first step.
     *
     * @return the count, on which rates rest
     */
    public long count() {
        return counts.get(0);
    }

    /**
     * Returns the count of a step by that of the first.
     *
     * @param step the step, from 0
     * @return the ratio, which may exceed 1; NaN where nobody was at the first
     * @throws IllegalArgumentException if there is no such step
     */
    public double rate(int step) {
        return ratio(step, 0);
    }

    /**
     * Returns the count of a step by that of the step before.
     *
     * @param step the step, from 0
     * @return the ratio, which may exceed 1; NaN for the first step, and where nobody was at the step before
     * @throws IllegalArgumentException if there is no such step
     */
    public double rateOfPrevious(int step) {
        return step == 0 ? Double.NaN : ratio(step, step - 1);
    }

    private double ratio(int step, int base) {
        Checks.inRange("step", step, 0, steps.size() - 1);
        return counts.get(base) == 0 ? Double.NaN : (double) counts.get(step) / counts.get(base);
    }

    /**
     * Returns the steps with more units than the step before: what no funnel of followed units has.
     *
     * @return their names, in order
     */
    public List<String> growing() {
        List<String> growing = new ArrayList<>();
        for (int step = 1; step < steps.size(); step++) {
            if (counts.get(step) > counts.get(step - 1)) {
                growing.add(steps.get(step));
            }
        }
        return List.copyOf(growing);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("StepCounts", 1)
                .withTexts("steps", steps)
                .with("counts", counts.stream().mapToLong(Long::longValue).toArray());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static StepCounts ofStored(StoredForm form) {
        StoredFields fields = form.expect("StepCounts", 1, "steps", "counts");
        return new StepCounts(
                fields.texts("steps"),
                Arrays.stream(fields.wholes("counts")).boxed().toList());
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    /**
     * Returns the counts of both together.
     *
     * @param other counts of the same steps
     * @return the sum
     * @throws IllegalArgumentException if the other has other steps
     */
    @Override
    public StepCounts plus(StepCounts other) {
        if (!steps.equals(other.steps)) {
            throw new IllegalArgumentException("steps must be " + steps + ", got " + other.steps);
        }
        List<Long> sum = new ArrayList<>();
        for (int step = 0; step < steps.size(); step++) {
            sum.add(Math.addExact(counts.get(step), other.counts.get(step)));
        }
        return new StepCounts(steps, sum);
    }
}
