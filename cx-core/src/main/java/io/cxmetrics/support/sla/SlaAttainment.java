package io.cxmetrics.support.sla;

import io.cxmetrics.Aggregation;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collector;

/**
 * SLA attainment: how many promises were kept out of those that are decided.
 *
 * <p><b>Definition.</b> attainment = met / (met + breached), a fraction in [0, 1]. Decided is what was fulfilled, in time
 * or late, and what is late already and still open. What is open with time left is active or at risk: counted, and neither
 * in the numerator nor in the denominator, since it is not met yet. Neither are promises that were withdrawn, because
 * another took their place or none. {@link #overTarget()} adds up by how much the breached are over their targets, in the
 * time that each target counts: open time and elapsed time are not told apart in the sum.
 *
 * <p><b>Grouping.</b> {@code SlaAttainment.aggregation().groupedBy(SlaInstance::metric)} gives one for each metric; the
 * same goes for priority or policy.
 *
 * <p><b>Durations alone.</b> Where data hold no more than how long each ticket took, {@link io.cxmetrics.support.resolution.TimeToResolution#within TimeToResolution.within} has the
 * share within one target.
 *
 * <p><b>Edges.</b> Nothing decided is NaN, and the interval undefined. Adding beyond 2<sup>63</sup> - 1 is an {@link
 * ArithmeticException}.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * SlaAttainment monday = new SlaAttainment(8, 2, 3, 1, 0, Duration.ofHours(5));
 * monday.rate(); // 0.8
 * monday.attained(); // 8 of 10 (0.8)
 * monday.live(); // 4
 * monday.plus(new SlaAttainment(0, 2, 0, 0, 1, Duration.ofHours(1))).overTarget(); // PT6H
 * SlaAttainment.EMPTY.rate(); // NaN
 * }</pre>
 *
 * @param met how many were fulfilled in at most their target, not negative
 * @param breached how many used more than their target, not negative
 * @param active how many are open with time left, without those at risk, not negative
 * @param atRisk how many are open with most of the target used, not negative
 * @param withdrawn how many were replaced or cancelled undecided, not negative
 * @param overTarget by how much the breached are over their targets altogether, not negative
 */
public record SlaAttainment(long met, long breached, long active, long atRisk, long withdrawn, Duration overTarget)
        implements Summary<SlaAttainment> {

    /** No promises. */
    public static final SlaAttainment EMPTY = new SlaAttainment(0, 0, 0, 0, 0, Duration.ZERO);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a part is negative, or there is time over target and nothing breached
     * @throws ArithmeticException if the counts add up to more than a {@code long} holds
     */
    public SlaAttainment {
        Checks.notNegative("met", met);
        Checks.notNegative("breached", breached);
        Checks.notNegative("active", active);
        Checks.notNegative("atRisk", atRisk);
        Checks.notNegative("withdrawn", withdrawn);
        if (overTarget.isNegative()) {
            throw new IllegalArgumentException("overTarget must not be negative, got " + overTarget);
        }
        if (breached == 0 && !overTarget.isZero()) {
            throw new IllegalArgumentException("overTarget must be zero with nothing breached, got " + overTarget);
        }
        Math.addExact(Math.addExact(Math.addExact(met, breached), Math.addExact(active, atRisk)), withdrawn);
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
            case MET -> new SlaAttainment(1, 0, 0, 0, 0, Duration.ZERO);
            case BREACHED -> new SlaAttainment(0, 1, 0, 0, 0, instance.overTarget());
            case ACTIVE -> new SlaAttainment(0, 0, 1, 0, 0, Duration.ZERO);
            case AT_RISK -> new SlaAttainment(0, 0, 0, 1, 0, Duration.ZERO);
            case REPLACED, CANCELLED -> new SlaAttainment(0, 0, 0, 0, 1, Duration.ZERO);
        };
    }

    /**
     * Returns how promises become an attainment, for streams and engines.
     *
     * @return the aggregation
     */
    public static Aggregation<SlaInstance, SlaAttainment, SlaAttainment> aggregation() {
        return Aggregation.summing(EMPTY).mapInput(SlaAttainment::ofOne);
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
    public SlaAttainment plus(SlaAttainment other) {
        return new SlaAttainment(
                Math.addExact(met, other.met),
                Math.addExact(breached, other.breached),
                Math.addExact(active, other.active),
                Math.addExact(atRisk, other.atRisk),
                Math.addExact(withdrawn, other.withdrawn),
                overTarget.plus(other.overTarget));
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code SlaAttainment[met=8, breached=2 by PT5H, active=3, at risk=1, withdrawn=0]}, or {@code
     *     SlaAttainment[no promises]}
     */
    @Override
    public String toString() {
        return count() == 0
                ? "SlaAttainment[no promises]"
                : "SlaAttainment[met=" + met + ", breached=" + breached + " by " + overTarget + ", active=" + active
                        + ", at risk=" + atRisk + ", withdrawn=" + withdrawn + "]";
    }
}
