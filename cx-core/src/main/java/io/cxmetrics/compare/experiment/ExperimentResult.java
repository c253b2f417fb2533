package io.cxmetrics.compare.experiment;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.compare.Change;
import java.io.Serializable;

/**
 * What an experiment says of one metric and one treatment, as a change from the control to the treatment.
 *
 * <p>The interval of {@link #change()} is at the simultaneous level of the correction, so that its verdict and the
 * corrected p-value do not contradict each other: Bonferroni's level for Holm, the plain level for corrections that
 * have no simultaneous intervals, and for guardrails.
 *
 * @since 0.1
 */
public final class ExperimentResult implements Serializable {

    private static final long serialVersionUID = 1;

    private final String metric;
    private final String treatment;
    private final Change change;
    private final Change raw;
    private final double adjustedPValue;
    private final GuardrailVerdict guardrail;

    ExperimentResult(
            String metric,
            String treatment,
            Change change,
            Change raw,
            double adjustedPValue,
            GuardrailVerdict guardrail) {
        this.metric = requireNonNull(metric, "metric");
        this.treatment = requireNonNull(treatment, "treatment");
        this.change = change;
        this.raw = raw;
        this.adjustedPValue = adjustedPValue;
        this.guardrail = guardrail;
    }

    /**
     * Returns the name of the metric.
     *
     * @return the name
     */
    public String metric() {
        return metric;
    }

    /**
     * Returns the treatment.
     *
     * @return the variant
     */
    public String treatment() {
        return treatment;
    }

    /**
     * Returns the change, adjusted for a covariate where the metric has one.
     *
     * @return the change from control to treatment
     */
    public Change change() {
        return change;
    }

    /**
     * Returns the change without adjustment for a covariate.
     *
     * @return the change; the same as {@link #change()} where the metric has no covariate
     */
    public Change raw() {
        return raw;
    }

    /**
     * Returns the p-value corrected for all goals and treatments.
     *
     * @return the p-value; NaN for a guardrail, and where there is no evidence
     */
    public double adjustedPValue() {
        return adjustedPValue;
    }

    /**
     * Returns what a guardrail says.
     *
     * @return {@link GuardrailVerdict#NONE} for a goal
     */
    public GuardrailVerdict guardrail() {
        return guardrail;
    }

    /**
     * Returns the result in words.
     *
     * @return such as {@code ExperimentResult[conversion, green: Change[...], adjustedPValue=0.03]}
     */
    @Override
    public String toString() {
        return "ExperimentResult[" + metric + ", " + treatment + ": " + change
                + (guardrail == GuardrailVerdict.NONE
                        ? ", adjustedPValue=" + adjustedPValue
                        : ", guardrail=" + guardrail)
                + "]";
    }
}
