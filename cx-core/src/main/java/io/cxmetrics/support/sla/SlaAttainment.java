package io.cxmetrics.support.sla;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * SLA attainment: the share of promises that were kept, out of those that are decided, as a fraction in [0, 1].
 *
 * <p><b>Definition.</b> attainment = met / (met + breached); the interval is in fractions too. Decided is what was
 * fulfilled, in time or late, and promises that are late already and still open. An open promise with time left is
 * active or at risk: counted, and neither in the numerator nor in the denominator, since it is not met yet. Neither are
 * promises that were withdrawn, because another took their place or none. {@link #overTarget()} adds up by how much the
 * breached are over their targets, in the time that each target counts: open time and elapsed time are not told apart
 * in the sum.
 *
 * <p><b>Grouping.</b> {@code SlaAttainment.aggregation().groupedBy(SlaInstance::metric)} gives one for each metric; the
 * same goes for priority or policy.
 *
 * <p><b>Due dates.</b> Where each ticket has a due date of its own, {@link #toSlaAttainment(SerializableFunction,
 * SerializableFunction, SerializableFunction, Instant)} needs no replay. Where data hold no more than how long each
 * ticket took, {@code TimeToResolution.within} has the share within one target.
 *
 * <p><b>Edges.</b> Nothing decided is NaN, and the interval undefined. Adding beyond 2<sup>63</sup> - 1 is an {@link
 * ArithmeticException}.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * SlaAttainment monday = SlaAttainment.ofCounts(8, 2, Duration.ofHours(5)).withLive(3, 1);
 * monday.rate(); // 0.8
 * monday.attained(); // 8 of 10 (0.8)
 * monday.live(); // 4
 * monday.plus(SlaAttainment.ofCounts(0, 2, Duration.ofHours(1)).withWithdrawn(1)).overTarget(); // PT6H
 * SlaAttainment.EMPTY.rate(); // NaN
 * }</pre>
 *
 * @since 0.1
 */
public final class SlaAttainment implements Summary<SlaAttainment> {

    private static final long serialVersionUID = 1;

    /** No promises. */
    public static final SlaAttainment EMPTY = new SlaAttainment(0, 0, 0, 0, 0, Duration.ZERO, 0);

    private final long met;
    private final long breached;
    private final long active;
    private final long atRisk;
    private final long withdrawn;
    private final Duration overTarget;
    private final long leftOut;

    private SlaAttainment(
            long met, long breached, long active, long atRisk, long withdrawn, Duration overTarget, long leftOut) {
        this.met = Checks.notNegative("met", met);
        this.breached = Checks.notNegative("breached", breached);
        this.active = Checks.notNegative("active", active);
        this.atRisk = Checks.notNegative("atRisk", atRisk);
        this.withdrawn = Checks.notNegative("withdrawn", withdrawn);
        if (overTarget.isNegative()) {
            throw new IllegalArgumentException("overTarget must not be negative, got " + overTarget);
        }
        if (breached == 0 && !overTarget.isZero()) {
            throw new IllegalArgumentException("overTarget must be zero with nothing breached, got " + overTarget);
        }
        this.overTarget = overTarget;
        this.leftOut = Checks.notNegative("leftOut", leftOut);
        Math.addExact(Math.addExact(Math.addExact(met, breached), Math.addExact(active, atRisk)), withdrawn);
    }

    /**
     * Returns the attainment of counts of promises that are decided.
     *
     * @param met how many were fulfilled in at most their target, not negative
     * @param breached how many used more than their target, not negative
     * @param overTarget by how much the breached are over their targets altogether, not negative
     * @return the attainment
     * @throws IllegalArgumentException if a part is negative, or there is time over target and nothing breached
     */
    public static SlaAttainment ofCounts(long met, long breached, Duration overTarget) {
        return new SlaAttainment(met, breached, 0, 0, 0, overTarget, 0);
    }

    /**
     * Returns this attainment with promises that are open with time left.
     *
     * @param nowActive how many without those at risk, not negative
     * @param nowAtRisk how many with most of the target used, not negative
     * @return the attainment
     * @throws IllegalArgumentException if a count is negative
     */
    public SlaAttainment withLive(long nowActive, long nowAtRisk) {
        return new SlaAttainment(met, breached, nowActive, nowAtRisk, withdrawn, overTarget, leftOut);
    }

    /**
     * Returns this attainment with promises that were replaced or cancelled undecided.
     *
     * @param count how many, not negative
     * @return the attainment
     * @throws IllegalArgumentException if the count is negative
     */
    public SlaAttainment withWithdrawn(long count) {
        return new SlaAttainment(met, breached, active, atRisk, count, overTarget, leftOut);
    }

    /**
     * Returns the attainment of promises.
     *
     * @param instances the promises
     * @return the attainment
     */
    public static SlaAttainment of(SlaInstance... instances) {
        return of(Arrays.asList(instances));
    }

    /**
     * Returns the attainment of promises, such as those of a replay.
     *
     * @param instances the promises
     * @return the attainment
     */
    public static SlaAttainment of(Collection<SlaInstance> instances) {
        return instances.stream().collect(toSlaAttainment());
    }

    /** The attainment of one promise. */
    private static SlaAttainment ofOne(SlaInstance instance) {
        return switch (instance.state()) {
            case MET -> ofCounts(1, 0, Duration.ZERO);
            case BREACHED -> ofCounts(0, 1, instance.overTarget());
            case ACTIVE -> EMPTY.withLive(1, 0);
            case AT_RISK -> EMPTY.withLive(0, 1);
            case REPLACED, CANCELLED -> EMPTY.withWithdrawn(1);
        };
    }

    /** The attainment of one ticket with a due date of its own; the time over target is elapsed. */
    private static SlaAttainment ofDue(
            Instant created, @Nullable Instant due, @Nullable Instant resolved, Instant observedUntil) {
        Instant end = resolved != null && resolved.isBefore(observedUntil) ? resolved : observedUntil;
        if (due == null || !created.isBefore(observedUntil) || end.isBefore(created)) {
            return new SlaAttainment(0, 0, 0, 0, 0, Duration.ZERO, 1);
        }
        if (end.isAfter(due)) {
            return ofCounts(0, 1, Duration.between(due, end));
        }
        return end.isBefore(observedUntil) ? ofCounts(1, 0, Duration.ZERO) : EMPTY.withLive(1, 0);
    }

    /**
     * Returns the aggregation of promises.
     *
     * @return the aggregation
     */
    public static Aggregation<SlaInstance, SlaAttainment, SlaAttainment> aggregation() {
        return Aggregation.summing(EMPTY).mapInput(SlaAttainment::ofOne);
    }

    /**
     * Returns the aggregation of tickets that each have a due date of their own. A ticket is met if it was resolved at
     * its due date or before, breached if it was resolved later or is open past it, and active if it is open with time
     * left.
     *
     * @param created gives when it was created
     * @param due gives when it is due; a ticket with null has no promise and is left out
     * @param resolved gives when it was resolved; null if it is open
     * @param observedUntil until when tickets are known, excluded. A ticket that was created later is left out, and so
     *     is one that was resolved before it was created
     * @param <T> the type of the tickets
     * @return the aggregation
     */
    public static <T> Aggregation<T, SlaAttainment, SlaAttainment> aggregation(
            SerializableFunction<? super T, Instant> created,
            SerializableFunction<? super T, @Nullable Instant> due,
            SerializableFunction<? super T, @Nullable Instant> resolved,
            Instant observedUntil) {
        requireNonNull(created, "created");
        requireNonNull(due, "due");
        requireNonNull(resolved, "resolved");
        requireNonNull(observedUntil, "observedUntil");
        return Aggregation.summing(EMPTY)
                .mapInput(input -> ofDue(created.apply(input), due.apply(input), resolved.apply(input), observedUntil));
    }

    /**
     * Returns a collector of tickets that each have a due date of their own; open ones past it are breached.
     *
     * @param created gives when it was created
     * @param due gives when it is due; null if nothing is promised
     * @param resolved gives when it was resolved; null if it is open
     * @param observedUntil until when tickets are known, excluded
     * @param <T> the type of the tickets
     * @return the collector
     */
    public static <T> Collector<T, ?, SlaAttainment> toSlaAttainment(
            SerializableFunction<? super T, Instant> created,
            SerializableFunction<? super T, @Nullable Instant> due,
            SerializableFunction<? super T, @Nullable Instant> resolved,
            Instant observedUntil) {
        return SlaAttainment.<T>aggregation(created, due, resolved, observedUntil)
                .toCollector();
    }

    /**
     * Returns a collector of promises.
     *
     * @return the collector
     */
    public static Collector<SlaInstance, ?, SlaAttainment> toSlaAttainment() {
        return aggregation().toCollector();
    }

    /**
     * Returns how many promises were made.
     *
     * @return all of them, decided, open or withdrawn
     */
    public long count() {
        return met + breached + live() + withdrawn;
    }

    /**
     * Returns how many tickets are left out: those without a due date, those that were created when nothing was known
     * any more, and those that were resolved before they were created. Promises of a replay are never left out.
     *
     * @return the count
     */
    public long leftOut() {
        return leftOut;
    }

    /**
     * Returns how many were fulfilled in at most their target.
     *
     * @return the count
     */
    public long met() {
        return met;
    }

    /**
     * Returns how many used more than their target.
     *
     * @return the count
     */
    public long breached() {
        return breached;
    }

    /**
     * Returns how many are open with time left, without those at risk.
     *
     * @return the count
     */
    public long active() {
        return active;
    }

    /**
     * Returns how many are open with most of the target used.
     *
     * @return the count
     */
    public long atRisk() {
        return atRisk;
    }

    /**
     * Returns how many were replaced or cancelled undecided.
     *
     * @return the count
     */
    public long withdrawn() {
        return withdrawn;
    }

    /**
     * Returns by how much the breached are over their targets altogether.
     *
     * @return the time, not negative
     */
    public Duration overTarget() {
        return overTarget;
    }

    /**
     * Returns how many are decided.
     *
     * @return met + breached
     */
    public long decided() {
        return met + breached;
    }

    /**
     * Returns how many are open with time left.
     *
     * @return active + at risk
     */
    public long live() {
        return active + atRisk;
    }

    /**
     * Returns the met out of the decided.
     *
     * @return the share
     */
    public Proportion attained() {
        return Proportion.of(met, decided());
    }

    /**
     * Returns met / (met + breached).
     *
     * @return the attainment in [0, 1]; NaN if nothing is decided
     */
    public double rate() {
        return Proportion.rate(met, decided());
    }

    /**
     * Returns Wilson's interval of the attainment.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [0, 1]; undefined if nothing is decided
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        return attained().interval(confidence);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("SlaAttainment", 1)
                .with("met", met)
                .with("breached", breached)
                .with("active", active)
                .with("atRisk", atRisk)
                .with("withdrawn", withdrawn)
                .with("overTarget", overTarget.toString())
                .with("leftOut", leftOut);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the attainment
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static SlaAttainment ofStored(StoredForm form) {
        StoredFields fields = form.expect(
                "SlaAttainment", 1, "met", "breached", "active", "atRisk", "withdrawn", "overTarget", "leftOut");
        return new SlaAttainment(
                fields.whole("met"),
                fields.whole("breached"),
                fields.whole("active"),
                fields.whole("atRisk"),
                fields.whole("withdrawn"),
                fields.parsed("overTarget", Duration::parse),
                fields.whole("leftOut"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public SlaAttainment plus(SlaAttainment other) {
        return new SlaAttainment(
                Math.addExact(met, other.met),
                Math.addExact(breached, other.breached),
                Math.addExact(active, other.active),
                Math.addExact(atRisk, other.atRisk),
                Math.addExact(withdrawn, other.withdrawn),
                overTarget.plus(other.overTarget),
                Math.addExact(leftOut, other.leftOut));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SlaAttainment that
                && met == that.met
                && breached == that.breached
                && active == that.active
                && atRisk == that.atRisk
                && withdrawn == that.withdrawn
                && overTarget.equals(that.overTarget)
                && leftOut == that.leftOut;
    }

    @Override
    public int hashCode() {
        return Objects.hash(met, breached, active, atRisk, withdrawn, overTarget, leftOut);
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code SlaAttainment[met=8, breached=2 by PT5H, active=3, at risk=1, withdrawn=0]}, or {@code
     *     SlaAttainment[no promises]}
     */
    @Override
    public String toString() {
        return count() == 0 && leftOut == 0
                ? "SlaAttainment[no promises]"
                : "SlaAttainment[met=" + met + ", breached=" + breached + " by " + overTarget + ", active=" + active
                        + ", at risk=" + atRisk + ", withdrawn=" + withdrawn
                        + (leftOut == 0 ? "]" : ", left out=" + leftOut + "]");
    }
}
