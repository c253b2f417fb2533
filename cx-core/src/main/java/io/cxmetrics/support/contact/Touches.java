package io.cxmetrics.support.contact;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.resolution.Replies;
import io.cxmetrics.support.resolution.Resolution;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collector;

/**
 * How many replies resolved tickets took: one touch, two, or more.
 *
 * <p><b>Definition.</b> Resolved tickets by their number of {@linkplain Replies replies}. One-touch tickets have one
 * reply at most (Zendesk), or exactly one ({@link #exactlyOne()}); two-touch tickets have two, multi-touch tickets
 * more. A ticket that is not resolved does not count. {@link Handoffs#touches()} is another count, which has private
 * notes too.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Touches touches = new Touches(2, 5, 2, 1);
 * touches.oneTouch(); // 7 of 10 (0.7)
 * touches.exactlyOne(); // 5 of 10 (0.5)
 * touches.multiTouch(); // 1 of 10 (0.1)
 * }</pre>
 *
 * @param none how many resolved tickets without a reply, not negative
 * @param one how many with one reply, not negative
 * @param two how many with two replies, not negative
 * @param more how many with more replies, not negative
 * @since 0.1
 */
public record Touches(long none, long one, long two, long more) implements Summary<Touches> {

    /** No tickets. */
    public static final Touches EMPTY = new Touches(0, 0, 0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative
     * @throws ArithmeticException if the counts add up to more than a {@code long} holds
     */
    public Touches {
        Checks.notNegative("none", none);
        Checks.notNegative("one", one);
        Checks.notNegative("two", two);
        Checks.notNegative("more", more);
        Math.addExact(Math.addExact(none, one), Math.addExact(two, more));
    }

    /**
     * Returns the touches of one ticket.
     *
     * @param ticket the ticket
     * @return its place among the four; {@link #EMPTY} if it is not resolved
     */
    public static Touches of(Ticket ticket) {
        if (!Resolution.of(ticket).resolved()) {
            return EMPTY;
        }
        int replies = Replies.of(ticket).count();
        return new Touches(replies == 0 ? 1 : 0, replies == 1 ? 1 : 0, replies == 2 ? 1 : 0, replies > 2 ? 1 : 0);
    }

    /**
     * Returns the touches of many tickets.
     *
     * @param tickets the tickets
     * @param observedUntil until when events are known, excluded; tickets created later do not count
     * @return the touches of those that are resolved
     */
    public static Touches of(Collection<Ticket> tickets, Instant observedUntil) {
        return tickets.stream().collect(toTouches(observedUntil));
    }

    /**
     * Returns the aggregation of tickets as they were known at an instant.
     *
     * @param observedUntil until when events are known, excluded; tickets created later do not count
     * @return the aggregation
     */
    public static Aggregation<Ticket, Touches, Touches> aggregation(Instant observedUntil) {
        requireNonNull(observedUntil, "observedUntil");
        return Aggregation.summing(EMPTY)
                .mapInput(ticket -> ticket.until(observedUntil).map(Touches::of).orElse(EMPTY));
    }

    /**
     * Returns a collector of tickets as they were known at an instant.
     *
     * @param observedUntil until when events are known, excluded; tickets created later do not count
     * @return the collector
     */
    public static Collector<Ticket, ?, Touches> toTouches(Instant observedUntil) {
        return aggregation(observedUntil).toCollector();
    }

    /**
     * Returns how many tickets are resolved.
     *
     * @return none + one + two + more
     */
    public long count() {
        return none + one + two + more;
    }

    /**
     * Returns the tickets with one reply at most.
     *
     * @return none + one, out of all
     */
    public Proportion oneTouch() {
        return Proportion.of(none + one, count());
    }

    /**
     * Returns the tickets with exactly one reply.
     *
     * @return one, out of all
     */
    public Proportion exactlyOne() {
        return Proportion.of(one, count());
    }

    /**
     * Returns the tickets with two replies.
     *
     * @return two, out of all
     */
    public Proportion twoTouch() {
        return Proportion.of(two, count());
    }

    /**
     * Returns the tickets with more than two replies.
     *
     * @return more, out of all
     */
    public Proportion multiTouch() {
        return Proportion.of(more, count());
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Touches", 1)
                .with("none", none)
                .with("one", one)
                .with("two", two)
                .with("more", more);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the touches
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Touches ofStored(StoredForm form) {
        StoredFields fields = form.expect("Touches", 1, "none", "one", "two", "more");
        return new Touches(fields.whole("none"), fields.whole("one"), fields.whole("two"), fields.whole("more"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    @Override
    public Touches plus(Touches other) {
        return new Touches(
                Math.addExact(none, other.none),
                Math.addExact(one, other.one),
                Math.addExact(two, other.two),
                Math.addExact(more, other.more));
    }
}
