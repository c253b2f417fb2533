package io.cxmetrics.support;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Columns;
import io.cxmetrics.internal.Units;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.Sample;
import io.cxmetrics.stat.survival.CountedTimes;
import io.cxmetrics.stat.survival.EventTimes;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;

/**
 * How long customers wait in a queue, for a call or a chat, until they are answered or give up.
 *
 * <p><b>Definitions.</b> offered = answered + abandoned. Abandonment = abandoned / offered, where those who leave within a
 * threshold may be {@linkplain ShortAbandonRule treated apart}. The average speed of answer is {@code
 * answered(unit).moments().mean()}. Service level = answered within the target / offered.
 *
 * <p><b>What the answered hide.</b> Who gives up would have waited longer. {@code waits().curve()} is the Kaplan-Meier estimate of
 * the wait that was offered to all.
 *
 * <p><b>Edges.</b> Negative waits are left out and counted. Without anybody offered a rate is NaN.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * QueueWait calls = QueueWait.of(new long[] {4_000, 20_000, 95_000, 2_000, 60_000}, new boolean[] {true, true, true, false, false});
 * calls.abandonment(); // 2 of 5 (0.4)
 * calls.abandonment(Duration.ofSeconds(5), ShortAbandonRule.LEFT_OUT); // 1 of 4 (0.25)
 * calls.serviceLevel(Duration.ofSeconds(20)); // 2 of 5 (0.4)
 * }</pre>
 *
 * @param waits the waits in milliseconds: those answered, and those who gave up as censored
 * @param negative how many waits were below zero
 */
public record QueueWait(EventTimes waits, long negative) implements Summary<QueueWait> {

    /** Nobody in the queue. */
    public static final QueueWait EMPTY = new QueueWait(EventTimes.EMPTY, 0);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if {@code negative} is negative
     */
    public QueueWait {
        requireNonNull(waits, "waits");
        Checks.notNegative("negative", negative);
    }

    /**
     * Returns the summary of waits.
     *
     * @param millis how long each waited, in milliseconds; negative ones are left out and counted
     * @param answered whether each was answered; gave up if not
     * @return the summary
     * @throws IllegalArgumentException if the lengths differ
     */
    public static QueueWait of(long[] millis, boolean[] answered) {
        if (answered.length != millis.length) {
            throw new IllegalArgumentException(
                    "answered must have as many as millis (" + millis.length + "), got " + answered.length);
        }
        long[] kept = new long[millis.length];
        boolean[] event = new boolean[millis.length];
        int n = 0;
        for (int i = 0; i < millis.length; i++) {
            kept[n] = millis[i];
            event[n] = answered[i];
            n += millis[i] < 0 ? 0 : 1;
        }
        return new QueueWait(EventTimes.of(Arrays.copyOf(kept, n), Arrays.copyOf(event, n)), millis.length - n);
    }

    /**
     * Returns a collector of one wait of each element.
     *
     * @param millis gives how long it lasted, in milliseconds; negative ones are left out and counted
     * @param answered tells whether it was answered; gave up if not
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, QueueWait> toQueueWait(
            ToLongFunction<? super T> millis, Predicate<? super T> answered) {
        requireNonNull(answered, "answered");
        return Columns.collector(millis, element -> answered.test(element) ? 1 : 0, QueueWait::ofFlags);
    }

    private static QueueWait ofFlags(long[] millis, long[] flags) {
        boolean[] answered = new boolean[flags.length];
        for (int i = 0; i < flags.length; i++) {
            answered[i] = flags[i] != 0;
        }
        return of(millis, answered);
    }

    /**
     * Returns how many came into the queue.
     *
     * @return answered + abandoned
     */
    public long offered() {
        return waits.count();
    }

    /**
     * Returns the waits of those who were answered.
     *
     * @param unit the unit, such as {@code SECONDS}; at most weeks
     * @return the waits
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    public Sample answered(ChronoUnit unit) {
        return CountedTimes.ofEvents(waits).sample(Units.millis(unit));
    }

    /**
     * Returns the waits of those who gave up.
     *
     * @param unit the unit, such as {@code SECONDS}; at most weeks
     * @return the waits
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    public Sample abandoned(ChronoUnit unit) {
        return CountedTimes.ofCensored(waits).sample(Units.millis(unit));
    }

    /**
     * Returns the abandonment rate with all who gave up.
     *
     * @return abandoned out of offered
     */
    public Proportion abandonment() {
        return Proportion.of(waits.censored(), offered());
    }

    /**
     * Returns the abandonment rate with those apart who gave up at once.
     *
     * @param threshold up to which wait giving up is short, included, not negative; 5 and 10 seconds are usual
     * @param shortAbandons what becomes of them
     * @return abandoned out of offered
     * @throws IllegalArgumentException if the threshold is negative
     */
    public Proportion abandonment(Duration threshold, ShortAbandonRule shortAbandons) {
        long quick = CountedTimes.ofCensored(waits).upTo(Units.millis("threshold", threshold));
        return switch (shortAbandons) {
            case COUNTED -> abandonment();
            case LEFT_OUT -> Proportion.of(waits.censored() - quick, offered() - quick);
            case OFFERED_ONLY -> Proportion.of(waits.censored() - quick, offered());
        };
    }

    /**
     * Returns the service level: 80 / 20 means that 80 percent are answered within 20 seconds.
     *
     * @param target how long the wait may be, included, not negative
     * @return answered within the target out of offered
     * @throws IllegalArgumentException if the target is negative
     */
    public Proportion serviceLevel(Duration target) {
        return Proportion.of(CountedTimes.ofEvents(waits).upTo(Units.millis("target", target)), offered());
    }

    @Override
    public QueueWait plus(QueueWait other) {
        return new QueueWait(waits.plus(other.waits), Math.addExact(negative, other.negative));
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code QueueWait[answered=3, abandoned=2, left out=0]}
     */
    @Override
    public String toString() {
        return "QueueWait[answered=" + waits.events() + ", abandoned=" + waits.censored() + ", left out=" + negative
                + "]";
    }
}
