package io.cxmetrics.stat.survival;

import io.cxmetrics.Stored;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Interval;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Objects;

/**
 * One time of a survival curve, with the evidence and the estimates that hold from then on. The evidence is a number of
 * observations, or the sum of their weights where they have weights.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class SurvivalStep implements Stored {

    private static final long serialVersionUID = 1;

    private final long time;
    private final double atRisk;
    private final double events;
    private final double censored;
    private final double survival;
    private final double standardError;
    private final double cumulativeHazard;
    private final double cumulativeHazardStandardError;

    SurvivalStep(
            long time,
            double atRisk,
            double events,
            double censored,
            double survival,
            double standardError,
            double cumulativeHazard,
            double cumulativeHazardStandardError) {
        this.time = time;
        this.atRisk = atRisk;
        this.events = events;
        this.censored = censored;
        this.survival = survival;
        this.standardError = standardError;
        this.cumulativeHazard = cumulativeHazard;
        this.cumulativeHazardStandardError = cumulativeHazardStandardError;
    }

    /**
     * Returns the time.
     *
     * @return the time
     */
    public long time() {
        return time;
    }

    /**
     * Returns how many had entered before and neither had the event nor been censored.
     *
     * @return the number or weight at risk
     */
    public double atRisk() {
        return atRisk;
    }

    /**
     * Returns how many had the event at this time.
     *
     * @return the number or weight
     */
    public double events() {
        return events;
    }

    /**
     * Returns how many were censored at this time; they were still at risk for the events of the same time.
     *
     * @return the number or weight
     */
    public double censored() {
        return censored;
    }

    /**
     * Returns the Kaplan-Meier estimate from this time on.
     *
     * @return the survival, in [0, 1]
     */
    public double survival() {
        return survival;
    }

    /**
     * Returns the standard error of the survival.
     *
     * @return the error; NaN where the survival is 0
     */
    public double standardError() {
        return standardError;
    }

    /**
     * Returns the Nelson-Aalen estimate from this time on.
     *
     * @return the cumulative hazard, 0 or more
     */
    public double cumulativeHazard() {
        return cumulativeHazard;
    }

    /**
     * Returns the standard error of the cumulative hazard.
     *
     * @return the error
     */
    public double cumulativeHazardStandardError() {
        return cumulativeHazardStandardError;
    }

    /**
     * Returns the log-log limits of the survival.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [0, 1]; undefined where the survival is 0 or 1
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        return interval(confidence, SurvivalInterval.LOG_LOG);
    }

    /**
     * Returns limits of the survival by a named method.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @param method the method
     * @return the interval within [0, 1]; undefined where the survival is 0
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence, SurvivalInterval method) {
        return method.of(survival, standardError, confidence);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("SurvivalStep", 1)
                .with("time", time)
                .with("atRisk", atRisk)
                .with("events", events)
                .with("censored", censored)
                .with("survival", survival)
                .with("standardError", survival == 0 ? 0 : standardError)
                .with("cumulativeHazard", cumulativeHazard)
                .with("cumulativeHazardStandardError", cumulativeHazardStandardError);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the step
     * @throws IllegalArgumentException if the form is not one of a step
     */
    public static SurvivalStep ofStored(StoredForm form) {
        StoredFields fields = form.expect(
                "SurvivalStep",
                1,
                "time",
                "atRisk",
                "events",
                "censored",
                "survival",
                "standardError",
                "cumulativeHazard",
                "cumulativeHazardStandardError");
        double survival = Checks.fraction("survival", fields.real("survival"));
        double standardError = Checks.notNegative("standardError", fields.real("standardError"));
        double events = Checks.notNegative("events", fields.real("events"));
        double censored = Checks.notNegative("censored", fields.real("censored"));
        return new SurvivalStep(
                Checks.notNegative("time", fields.whole("time")),
                Checks.notNegative("atRisk", fields.real("atRisk")),
                events,
                censored,
                survival,
                survival == 0 ? Double.NaN : standardError,
                Checks.notNegative("cumulativeHazard", fields.real("cumulativeHazard")),
                Checks.notNegative("cumulativeHazardStandardError", fields.real("cumulativeHazardStandardError")));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SurvivalStep that
                && time == that.time
                && Double.compare(atRisk, that.atRisk) == 0
                && Double.compare(events, that.events) == 0
                && Double.compare(censored, that.censored) == 0
                && Double.compare(survival, that.survival) == 0
                && Double.compare(standardError, that.standardError) == 0
                && Double.compare(cumulativeHazard, that.cumulativeHazard) == 0
                && Double.compare(cumulativeHazardStandardError, that.cumulativeHazardStandardError) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                time,
                atRisk,
                events,
                censored,
                survival,
                standardError,
                cumulativeHazard,
                cumulativeHazardStandardError);
    }

    /**
     * Returns the step in words.
     *
     * @return such as {@code SurvivalStep[time=2, atRisk=4.0, events=1.0, censored=0.0, survival=0.75, ...]}
     */
    @Override
    public String toString() {
        return "SurvivalStep[time=" + time
                + ", atRisk=" + atRisk
                + ", events=" + events
                + ", censored=" + censored
                + ", survival=" + survival
                + ", standardError=" + standardError
                + ", cumulativeHazard=" + cumulativeHazard
                + ", cumulativeHazardStandardError=" + cumulativeHazardStandardError + "]";
    }
}
