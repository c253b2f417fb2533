package io.cxmetrics.retention.cohort;

import io.cxmetrics.Stored;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Objects;

/**
 * Counts of one cohort in one interval, taken only of actors for whom the interval is wholly observed.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class CohortCell implements Stored {

    private static final long serialVersionUID = 1;

    /** Nobody whose interval is observed. */
    public static final CohortCell EMPTY = new CohortCell(0, 0, 0, 0, 0, 0, 0);

    private final long eligible;
    private final long active;
    private final long previouslyActive;
    private final long activeDays;
    private final long amount;
    private final long startAmount;
    private final long cumulativeAmount;

    CohortCell(
            long eligible,
            long active,
            long previouslyActive,
            long activeDays,
            long amount,
            long startAmount,
            long cumulativeAmount) {
        Checks.notNegative("eligible", eligible);
        notAbove("active", active, eligible);
        notAbove("previouslyActive", previouslyActive, eligible);
        Checks.notNegative("activeDays", activeDays);
        this.eligible = eligible;
        this.active = active;
        this.previouslyActive = previouslyActive;
        this.activeDays = activeDays;
        this.amount = amount;
        this.startAmount = startAmount;
        this.cumulativeAmount = cumulativeAmount;
    }

    private static void notAbove(String name, long count, long eligible) {
        Checks.notNegative(name, count);
        if (count > eligible) {
            throw new IllegalArgumentException(name + " must not exceed eligible (" + eligible + "), got " + count);
        }
    }

    /**
     * Returns the starts for whom the interval is observed.
     *
     * @return for how many starts the interval is wholly observed
     */
    public long eligible() {
        return eligible;
    }

    /**
     * Returns the retained starts.
     *
     * @return how many of them are retained by the rule
     */
    public long active() {
        return active;
    }

    /**
     * Returns the starts retained in the interval before.
     *
     * @return how many of them are in the interval before
     */
    public long previouslyActive() {
        return previouslyActive;
    }

    /**
     * Returns the active days.
     *
     * @return on how many days they were active in the interval, added up; no rule applies
     */
    public long activeDays() {
        return activeDays;
    }

    /**
     * Returns the revenue of the interval.
     *
     * @return what the eligible were worth in the interval, in minor units
     */
    public long amount() {
        return amount;
    }

    /**
     * Returns the revenue of interval 0.
     *
     * @return what the eligible were worth in interval 0
     */
    public long startAmount() {
        return startAmount;
    }

    /**
     * Returns the revenue of all intervals so far.
     *
     * @return what the eligible were worth in the intervals 0 to this
     */
    public long cumulativeAmount() {
        return cumulativeAmount;
    }

    /**
     * Returns active / eligible.
     *
     * @return the share; undefined if nobody is eligible
     */
    public Proportion retention() {
        return Proportion.of(active, eligible);
    }

    /**
     * Returns the rate by what it refers to.
     *
     * @param reference those that started, or those that were active in the interval before
     * @return active / eligible or active / previously active; NaN if there are none, also in interval 0, which nothing
     *     is before
     */
    public double rate(RetentionReference reference) {
        return switch (reference) {
            case START -> retention().rate();
            case PREVIOUS -> ratio(active, previouslyActive);
        };
    }

    /**
     * Returns how the revenue of the interval compares to that of interval 0, both of those eligible here.
     *
     * @return amount / start amount, above 1 if they spend more than at the start; NaN if the start amount is 0 or less
     */
    public double revenueRetention() {
        return startAmount > 0 ? ratio(amount, startAmount) : Double.NaN;
    }

    /**
     * Returns what a starter was worth on average up to and with the interval.
     *
     * @return cumulative amount / eligible in minor units; NaN if nobody is eligible
     */
    public double cumulativeAmountPerStarter() {
        return ratio(cumulativeAmount, eligible);
    }

    private static double ratio(long part, long base) {
        return base == 0 ? Double.NaN : (double) part / base;
    }

    CohortCell plus(CohortCell other) {
        return new CohortCell(
                Math.addExact(eligible, other.eligible),
                Math.addExact(active, other.active),
                Math.addExact(previouslyActive, other.previouslyActive),
                Math.addExact(activeDays, other.activeDays),
                Math.addExact(amount, other.amount),
                Math.addExact(startAmount, other.startAmount),
                Math.addExact(cumulativeAmount, other.cumulativeAmount));
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("CohortCell", 1)
                .with("eligible", eligible)
                .with("active", active)
                .with("previouslyActive", previouslyActive)
                .with("activeDays", activeDays)
                .with("amount", amount)
                .with("startAmount", startAmount)
                .with("cumulativeAmount", cumulativeAmount);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the cell
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static CohortCell ofStored(StoredForm form) {
        StoredFields fields = form.expect(
                "CohortCell",
                1,
                "eligible",
                "active",
                "previouslyActive",
                "activeDays",
                "amount",
                "startAmount",
                "cumulativeAmount");
        return new CohortCell(
                fields.whole("eligible"),
                fields.whole("active"),
                fields.whole("previouslyActive"),
                fields.whole("activeDays"),
                fields.whole("amount"),
                fields.whole("startAmount"),
                fields.whole("cumulativeAmount"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CohortCell that
                && eligible == that.eligible
                && active == that.active
                && previouslyActive == that.previouslyActive
                && activeDays == that.activeDays
                && amount == that.amount
                && startAmount == that.startAmount
                && cumulativeAmount == that.cumulativeAmount;
    }

    @Override
    public int hashCode() {
        return Objects.hash(eligible, active, previouslyActive, activeDays, amount, startAmount, cumulativeAmount);
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code CohortCell[eligible=3, active=2, ...]}, each by its name
     */
    @Override
    public String toString() {
        return "CohortCell[eligible=" + eligible
                + ", active=" + active
                + ", previouslyActive=" + previouslyActive
                + ", activeDays=" + activeDays
                + ", amount=" + amount
                + ", startAmount=" + startAmount
                + ", cumulativeAmount=" + cumulativeAmount + "]";
    }
}
