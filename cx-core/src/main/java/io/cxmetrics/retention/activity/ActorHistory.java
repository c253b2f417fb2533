package io.cxmetrics.retention.activity;

import io.cxmetrics.Stored;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.internal.Checks;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;

/**
 * Everything one actor did, in the order of time: the part of an {@link ActivityLog} that belongs to one.
 *
 * <p>Of activities at the same millisecond the smaller amount comes first, so that the order of adding never matters.
 *
 * <p>Immutable and thread-safe. 16 bytes an activity, 8 where no amount was ever given.
 *
 * @since 0.1
 */
public final class ActorHistory implements Stored {

    private static final long serialVersionUID = 1;

    private static final long SECONDS_PER_DAY = 86_400;

    /** Up to so many, insertion is the quickest way to sort. */
    private static final int FEW = 64;

    /** The history of an actor who did nothing; no log holds it. */
    public static final ActorHistory EMPTY = of(new long[0], new long[0]);

    private final long[] times;

    /** As long as times, or empty where all amounts are 0. */
    private final long[] amounts;

    private ActorHistory(long[] times, long[] amounts) {
        this.times = times;
        this.amounts = amounts;
    }

    /** Takes the arrays and sorts them. The amounts are as many, or none where all are 0. */
    static ActorHistory of(long[] times, long[] amounts) {
        if (amounts.length == 0) {
            Arrays.sort(times);
        } else if (times.length <= FEW) {
            insert(times, amounts);
        } else if (!inOrder(times, amounts)) {
            sort(times, amounts);
        }
        return new ActorHistory(times, amounts);
    }

    private static boolean inOrder(long[] times, long[] amounts) {
        for (int i = 1; i < times.length; i++) {
            if (isBefore(times[i], amounts[i], times[i - 1], amounts[i - 1])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBefore(long time, long amount, long otherTime, long otherAmount) {
        return time != otherTime ? time < otherTime : amount < otherAmount;
    }

    /** Sorts by insertion: without an object for each pair, and in one step where they are in order. */
    private static void insert(long[] times, long[] amounts) {
        for (int i = 1; i < times.length; i++) {
            long time = times[i];
            long amount = amounts[i];
            int at = i;
            while (at > 0 && isBefore(time, amount, times[at - 1], amounts[at - 1])) {
                times[at] = times[at - 1];
                amounts[at] = amounts[at - 1];
                at--;
            }
            times[at] = time;
            amounts[at] = amount;
        }
    }

    private static void sort(long[] times, long[] amounts) {
        record At(long time, long amount) {}
        At[] pairs = new At[times.length];
        Arrays.setAll(pairs, i -> new At(times[i], amounts[i]));
        Arrays.sort(pairs, Comparator.comparingLong(At::time).thenComparingLong(At::amount));
        for (int i = 0; i < pairs.length; i++) {
            times[i] = pairs[i].time;
            amounts[i] = pairs[i].amount;
        }
    }

    /**
     * Returns how many activities there are.
     *
     * @return the count, at least 1
     */
    public int count() {
        return times.length;
    }

    /**
     * Returns when an activity was.
     *
     * @param index which, in the order of time
     * @return its epoch milliseconds
     * @throws IndexOutOfBoundsException if there is no such activity
     */
    public long millis(int index) {
        return times[index];
    }

    /**
     * Returns what an activity was worth.
     *
     * @param index which, in the order of time
     * @return its amount in minor units
     * @throws IndexOutOfBoundsException if there is no such activity
     */
    public long amount(int index) {
        Objects.checkIndex(index, times.length);
        return hasAmounts() ? amounts[index] : 0;
    }

    /**
     * Returns whether any activity has an amount.
     *
     * @return false if all are 0
     */
    public boolean hasAmounts() {
        return amounts.length > 0;
    }

    /**
     * Returns the sum of the amounts.
     *
     * @return the sum in minor units
     * @throws ArithmeticException if it overflows
     */
    public long amount() {
        long sum = 0;
        for (long amount : amounts) {
            sum = Math.addExact(sum, amount);
        }
        return sum;
    }

    /**
     * Returns the first activity.
     *
     * @return when it was
     */
    public Instant first() {
        return Instant.ofEpochMilli(times[0]);
    }

    /**
     * Returns the latest activity.
     *
     * @return when it was
     */
    public Instant last() {
        return Instant.ofEpochMilli(times[times.length - 1]);
    }

    /**
     * Returns the day of each activity: the latest that has begun by then.
     *
     * @param zone whose calendar counts
     * @return the epoch days ({@link LocalDate#toEpochDay()}), as many as activities, ascending: where clocks are put
     *     back across midnight the day that has begun goes on
     */
    public long[] days(ZoneId zone) {
        long[] days = new long[times.length];
        Arrays.setAll(days, i -> day(i, zone));
        return days;
    }

    /**
     * Returns the day of one activity: the latest that has begun by then.
     *
     * @param index which, in the order of time
     * @param zone whose calendar counts
     * @return the epoch day
     * @throws IndexOutOfBoundsException if there is no such activity
     */
    public long day(int index, ZoneId zone) {
        Instant at = Instant.ofEpochMilli(times[index]);
        ZoneRules rules = zone.getRules();
        int offset = rules.getOffset(at).getTotalSeconds();
        long day = Math.floorDiv(at.getEpochSecond() + offset, SECONDS_PER_DAY);
        // Who looks at clocks alone would see the evening before twice, and the day would depend on which of the two it
        // was.
        boolean putBack = rules.getOffset(at.minusSeconds(SECONDS_PER_DAY)).getTotalSeconds() > offset;
        return putBack
                        && !LocalDate.ofEpochDay(day + 1)
                                .atStartOfDay(zone)
                                .toInstant()
                                .isAfter(at)
                ? day + 1
                : day;
    }

    /**
     * Returns the days on which the actor was active.
     *
     * @param zone whose calendar counts
     * @return each epoch day once, ascending
     */
    public long[] distinctDays(ZoneId zone) {
        long[] days = days(zone);
        int n = 0;
        for (int i = 0; i < days.length; i++) {
            if (i == 0 || days[i] != days[i - 1]) {
                days[n++] = days[i];
            }
        }
        return Arrays.copyOf(days, n);
    }

    /**
     * Returns the history of the purchases alone.
     *
     * @param rule which activities are purchases
     * @return the history, empty if none is
     */
    public ActorHistory purchases(PurchaseRule rule) {
        int kept = 0;
        for (int i = 0; i < times.length; i++) {
            kept += rule.counts(amount(i)) ? 1 : 0;
        }
        if (kept == times.length) {
            return this;
        }
        long[] keptTimes = new long[kept];
        long[] keptAmounts = new long[kept];
        int n = 0;
        boolean worth = false;
        for (int i = 0; i < times.length; i++) {
            long amount = amount(i);
            if (rule.counts(amount)) {
                keptTimes[n] = times[i];
                keptAmounts[n++] = amount;
                worth |= amount != 0;
            }
        }
        return new ActorHistory(keptTimes, worth ? keptAmounts : new long[0]);
    }

    /**
     * Returns how many activities are before an instant.
     *
     * @param millis the instant in epoch milliseconds
     * @return the count
     */
    public int countBefore(long millis) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    ActorHistory plus(ActorHistory other) {
        long[] joined = Arrays.copyOf(times, Math.addExact(times.length, other.times.length));
        System.arraycopy(other.times, 0, joined, times.length, other.times.length);
        long[] worth = {};
        if (hasAmounts() || other.hasAmounts()) {
            worth = Arrays.copyOf(amounts, joined.length);
            System.arraycopy(other.amounts, 0, worth, times.length, other.amounts.length);
        }
        return of(joined, worth);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("ActorHistory", 1).with("times", times).with("amounts", amounts);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the history
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static ActorHistory ofStored(StoredForm form) {
        StoredFields fields = form.expect("ActorHistory", 1, "times", "amounts");
        long[] times = fields.wholes("times");
        long[] amounts = fields.wholes("amounts");
        if (amounts.length > 0) {
            Checks.sameLength("amounts", amounts.length, "times", times.length);
        }
        return of(times, amounts);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActorHistory that
                && Arrays.equals(times, that.times)
                && Arrays.equals(amounts, that.amounts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(times) + Arrays.hashCode(amounts);
    }

    /**
     * Returns the count and the span.
     *
     * @return such as {@code ActorHistory[3 from 2026-03-02T09:00:00Z to 2026-04-01T09:00:00Z]}
     */
    @Override
    public String toString() {
        return count() == 0
                ? "ActorHistory[0]"
                : "ActorHistory[" + count() + " from " + first() + " to " + last() + "]";
    }
}
