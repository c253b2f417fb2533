package io.cxmetrics.models.contract;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.models.internal.Checks;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collector;

/**
 * Contracts by how many renewals came up: how many were lost at each, and how many run on after each. Cohorts that
 * started at different times add up.
 *
 * <p><b>Edges.</b> A contract whose first renewal is still to come counts, and says nothing about renewals. At most
 * 100,000 renewals.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * RenewalCounts cohort = RenewalCounts.ofSurvivors(1000, 869, 743);
 * cohort.lost(2); // 126
 * cohort.active(2); // 743
 * cohort.atRisk(2); // 869
 * cohort.plus(RenewalCounts.of(new int[] {2, 1}, new boolean[] {true, false})).lost(2); // 127
 * }</pre>
 *
 * @since 0.1
 */
public final class RenewalCounts implements Summary<RenewalCounts> {

    private static final int MOST_RENEWALS = 100_000;

    /** No contracts. */
    public static final RenewalCounts EMPTY = new RenewalCounts(new long[1], new long[1]);

    private final long[] lost;
    private final long[] active;

    /** Both have an entry for each number of renewals from 0, and the last is not 0 in one of them. */
    private RenewalCounts(long[] lost, long[] active) {
        this.lost = lost;
        this.active = active;
        long total = 0;
        for (int i = 0; i < lost.length; i++) {
            total = Math.addExact(total, Math.addExact(lost[i], active[i]));
        }
    }

    private static RenewalCounts trimmed(long[] lost, long[] active) {
        int size = lost.length;
        while (size > 1 && lost[size - 1] == 0 && active[size - 1] == 0) {
            size--;
        }
        return new RenewalCounts(Arrays.copyOf(lost, size), Arrays.copyOf(active, size));
    }

    /**
     * Returns the counts of contracts.
     *
     * @param renewals how many renewals came up for each contract, in [0, 100,000]; at least 1 if it was lost
     * @param lost whether it was lost at the last of them
     * @return the counts
     * @throws IllegalArgumentException if a number is out of range, or the lengths differ
     */
    public static RenewalCounts of(int[] renewals, boolean[] lost) {
        Checks.sameLength("lost", renewals.length, lost.length);
        int most = 0;
        for (int i = 0; i < renewals.length; i++) {
            ContractHistory.check(renewals[i], lost[i], " at index " + i);
            most = Math.max(most, limited(renewals[i]));
        }
        long[] gone = new long[most + 1];
        long[] running = new long[most + 1];
        for (int i = 0; i < renewals.length; i++) {
            (lost[i] ? gone : running)[renewals[i]]++;
        }
        return trimmed(gone, running);
    }

    @CanIgnoreReturnValue
    private static int limited(int renewals) {
        if (renewals > MOST_RENEWALS) {
            throw new IllegalArgumentException("renewals must not be above " + MOST_RENEWALS + ", got " + renewals);
        }
        return renewals;
    }

    /**
     * Returns the counts of contracts.
     *
     * @param contracts the contracts
     * @return the counts
     */
    public static RenewalCounts of(Collection<ContractHistory> contracts) {
        return contracts.stream().collect(toRenewalCounts());
    }

    /**
     * Returns the counts of one cohort that was watched together.
     *
     * @param survivors how many contracts there were at the start, after the first renewal, the second, and so on;
     *     never rising, not negative
     * @return the counts; those that are left at the end run on
     * @throws IllegalArgumentException if there is no number, or one is negative or above the one before
     */
    public static RenewalCounts ofSurvivors(long... survivors) {
        if (survivors.length == 0) {
            throw new IllegalArgumentException("survivors must not be empty, got 0");
        }
        long[] lost = new long[limited(survivors.length - 1) + 1];
        for (int i = 0; i < survivors.length; i++) {
            Checks.notNegative("survivors", survivors[i], " at index " + i);
            if (i > 0 && survivors[i] > survivors[i - 1]) {
                throw new IllegalArgumentException("survivors must not rise, got " + survivors[i] + " after "
                        + survivors[i - 1] + " at index " + i);
            }
            lost[i] = i == 0 ? 0 : survivors[i - 1] - survivors[i];
        }
        long[] active = new long[lost.length];
        active[lost.length - 1] = survivors[survivors.length - 1];
        return trimmed(lost, active);
    }

    /**
     * Returns how a stream of contracts is folded into counts.
     *
     * @return the aggregation
     */
    public static Aggregation<ContractHistory, ?, RenewalCounts> aggregation() {
        return RenewalCountsAggregation.INSTANCE;
    }

    /**
     * Returns a collector of contracts.
     *
     * @return the collector
     */
    public static Collector<ContractHistory, ?, RenewalCounts> toRenewalCounts() {
        return aggregation().toCollector();
    }

    /**
     * Returns how many contracts there are.
     *
     * @return the number
     */
    public long count() {
        return atRisk(0);
    }

    /**
     * Returns up to which renewal there are counts.
     *
     * @return the highest number of renewals of a contract
     */
    public int lastRenewal() {
        return lost.length - 1;
    }

    /**
     * Returns how many contracts were lost at a renewal.
     *
     * @param renewal the renewal, not negative; 1 is the first
     * @return the number
     * @throws IllegalArgumentException if the renewal is negative
     */
    public long lost(int renewal) {
        Checks.notNegative("renewal", renewal, "");
        return renewal < lost.length ? lost[renewal] : 0;
    }

    /**
     * Returns how many contracts run on after exactly so many renewals.
     *
     * @param renewal the number of renewals, not negative
     * @return the number
     * @throws IllegalArgumentException if the renewal is negative
     */
    public long active(int renewal) {
        Checks.notNegative("renewal", renewal, "");
        return renewal < active.length ? active[renewal] : 0;
    }

    /**
     * Returns for how many contracts a renewal came up.
     *
     * @param renewal the renewal, not negative; 0 means the start
     * @return the number
     * @throws IllegalArgumentException if the renewal is negative
     */
    public long atRisk(int renewal) {
        Checks.notNegative("renewal", renewal, "");
        long sum = 0;
        for (int i = renewal; i < lost.length; i++) {
            sum += lost[i] + active[i];
        }
        return sum;
    }

    @Override
    public RenewalCounts plus(RenewalCounts other) {
        int size = Math.max(lost.length, other.lost.length);
        long[] gone = Arrays.copyOf(lost, size);
        long[] running = Arrays.copyOf(active, size);
        for (int i = 0; i < other.lost.length; i++) {
            gone[i] = Math.addExact(gone[i], other.lost[i]);
            running[i] = Math.addExact(running[i], other.active[i]);
        }
        return new RenewalCounts(gone, running);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("RenewalCounts", 1).with("lost", lost).with("active", active);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the counts
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static RenewalCounts ofStored(StoredForm form) {
        StoredFields fields = form.expect("RenewalCounts", 1, "lost", "active");
        long[] lost = fields.sameLength("lost", "active").wholes("lost");
        long[] active = fields.wholes("active");
        limited(lost.length - 1);
        for (int i = 0; i < lost.length; i++) {
            Checks.notNegative("lost", lost[i], " at index " + i);
            Checks.notNegative("active", active[i], " at index " + i);
        }
        int last = lost.length - 1;
        if (last < 0 || (last > 0 && lost[last] == 0 && active[last] == 0)) {
            throw new IllegalArgumentException("lost and active must end with a contract, got none at index " + last);
        }
        return new RenewalCounts(lost, active);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RenewalCounts that
                && Arrays.equals(lost, that.lost)
                && Arrays.equals(active, that.active);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(lost) + Arrays.hashCode(active);
    }

    /**
     * Returns the counts by renewals from 0.
     *
     * @return such as {@code RenewalCounts[lost=[0, 131], active=[0, 869]]}
     */
    @Override
    public String toString() {
        return "RenewalCounts[lost=" + Arrays.toString(lost) + ", active=" + Arrays.toString(active) + "]";
    }
}
