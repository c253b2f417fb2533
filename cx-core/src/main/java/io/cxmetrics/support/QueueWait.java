package io.cxmetrics.support;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.SerializablePredicate;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Units;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.survival.CountedTimes;
import io.cxmetrics.stat.survival.EventTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * How long customers wait in a queue, for a call or a chat, until they are answered or give up.
 *
 * <p><b>Definitions.</b> offered = answered + abandoned. Abandonment = abandoned / offered, where those who leave
 * within a threshold may be {@linkplain ShortAbandonRule treated apart}. The average speed of answer is {@code
 * answered().mean(SECONDS)}. Service level = answered within the target / offered.
 *
 * <p><b>What the answered hide.</b> A caller who gives up would have waited longer. {@code waits().curve()} is the
 * Kaplan-Meier estimate of the wait that was offered to all.
 *
 * <p><b>Left out and counted.</b> Negative waits, and whoever came when nothing was known any more or still waits then:
 * what becomes of them is not known.
 *
 * <p><b>Edges.</b> Without anybody offered a rate is NaN.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * QueueWait calls = QueueWait.of(
 *         new long[] {4_000, 20_000, 95_000, 2_000, 60_000}, new boolean[] {true, true, true, false, false});
 * calls.abandonment(); // 2 of 5 (0.4)
 * calls.abandonment(Duration.ofSeconds(5), ShortAbandonRule.LEFT_OUT); // 1 of 4 (0.25)
 * calls.serviceLevel(Duration.ofSeconds(20)); // 2 of 5 (0.4)
 * }</pre>
 *
 * @param waits the waits in milliseconds: those answered, and those who gave up as censored
 * @param leftOut how many waits were below zero or have no end yet
 * @since 0.1
 */
public record QueueWait(EventTimes waits, long leftOut) implements Summary<QueueWait> {

    /** Nobody in the queue. */
    public static final QueueWait EMPTY = new QueueWait(EventTimes.EMPTY, 0);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if {@code leftOut} is negative
     */
    public QueueWait {
        requireNonNull(waits, "waits");
        Checks.notNegative("leftOut", leftOut);
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
     * Returns the aggregation of records that say when somebody came into the queue, was answered or gave up.
     *
     * @param arrived gives when they came
     * @param answered gives when they were answered; null if they were not
     * @param abandoned gives when they gave up; null if they did not
     * @param observedUntil until when the queue is known, excluded. Who came later, who is still waiting, and who left
     *     before coming is left out and counted
     * @param <T> the type of the records
     * @return the aggregation; each record costs the same, however many there are
     */
    public static <T> Aggregation<T, QueueWaitBuffer, QueueWait> aggregation(
            SerializableFunction<? super T, Instant> arrived,
            SerializableFunction<? super T, @Nullable Instant> answered,
            SerializableFunction<? super T, @Nullable Instant> abandoned,
            Instant observedUntil) {
        requireNonNull(arrived, "arrived");
        requireNonNull(answered, "answered");
        requireNonNull(abandoned, "abandoned");
        requireNonNull(observedUntil, "observedUntil");
        return new QueueWaitAggregation<>((buffer, input) ->
                buffer.add(arrived.apply(input), answered.apply(input), abandoned.apply(input), observedUntil));
    }

    /**
     * Returns the aggregation of waits that were measured already.
     *
     * @param wait gives how long it lasted; negative ones are left out and counted
     * @param answered tells whether it was answered; gave up if not
     * @param <T> the type of the records
     * @return the aggregation; each record costs the same, however many there are
     */
    public static <T> Aggregation<T, QueueWaitBuffer, QueueWait> aggregation(
            SerializableFunction<? super T, Duration> wait, SerializablePredicate<? super T> answered) {
        requireNonNull(wait, "wait");
        requireNonNull(answered, "answered");
        return new QueueWaitAggregation<>(
                (buffer, input) -> buffer.add(wait.apply(input).toMillis(), answered.test(input)));
    }

    /**
     * Returns a collector of records that say when somebody came into the queue, was answered or gave up.
     *
     * @param arrived gives when they came
     * @param answered gives when they were answered; null if they were not
     * @param abandoned gives when they gave up; null if they did not
     * @param observedUntil until when the queue is known, excluded
     * @param <T> the type of the records
     * @return the collector
     */
    public static <T> Collector<T, ?, QueueWait> toQueueWait(
            SerializableFunction<? super T, Instant> arrived,
            SerializableFunction<? super T, @Nullable Instant> answered,
            SerializableFunction<? super T, @Nullable Instant> abandoned,
            Instant observedUntil) {
        return QueueWait.<T>aggregation(arrived, answered, abandoned, observedUntil)
                .toCollector();
    }

    /**
     * Returns a collector of waits that were measured already.
     *
     * @param wait gives how long it lasted; negative ones are left out and counted
     * @param answered tells whether it was answered; gave up if not
     * @param <T> the type of the records
     * @return the collector
     */
    public static <T> Collector<T, ?, QueueWait> toQueueWait(
            SerializableFunction<? super T, Duration> wait, SerializablePredicate<? super T> answered) {
        return QueueWait.<T>aggregation(wait, answered).toCollector();
    }

    /**
     * Returns how many came into the queue.
     *
     * @return answered + abandoned
     */
    public long count() {
        return waits.count();
    }

    /**
     * Returns the waits of those who were answered; their mean is the average speed of answer.
     *
     * @return the waits
     */
    public MeasuredTimes answered() {
        return () -> waits;
    }

    /**
     * Returns the waits of those who gave up.
     *
     * @return the waits
     */
    public MeasuredTimes abandoned() {
        return () ->
                EventTimes.ofCounts(waits.times(), /* events= */ waits.censoredAt(), /* censored= */ waits.eventsAt());
    }

    /**
     * Returns the abandonment rate with all who gave up.
     *
     * @return abandoned out of offered
     */
    public Proportion abandonment() {
        return Proportion.of(waits.censored(), count());
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
            case LEFT_OUT -> Proportion.of(waits.censored() - quick, count() - quick);
            case OFFERED_ONLY -> Proportion.of(waits.censored() - quick, count());
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
        return Proportion.of(CountedTimes.ofEvents(waits).upTo(Units.millis("target", target)), count());
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("QueueWait", 1).with("waits", waits).with("leftOut", leftOut);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the waits
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static QueueWait ofStored(StoredForm form) {
        StoredFields fields = form.expect("QueueWait", 1, "waits", "leftOut");
        return new QueueWait(EventTimes.ofStored(fields.part("waits")), fields.whole("leftOut"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    @Override
    public QueueWait plus(QueueWait other) {
        return new QueueWait(waits.plus(other.waits), Math.addExact(leftOut, other.leftOut));
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code QueueWait[answered=3, abandoned=2, left out=0]}
     */
    @Override
    public String toString() {
        return "QueueWait[answered=" + waits.events() + ", abandoned=" + waits.censored() + ", left out=" + leftOut
                + "]";
    }
}
