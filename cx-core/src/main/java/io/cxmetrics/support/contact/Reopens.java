package io.cxmetrics.support.contact;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Maturity;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketEvent.StatusChange;
import io.cxmetrics.support.resolution.Resolution;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * How often resolved tickets are reopened.
 *
 * <p><b>Definition.</b> Two rates go by the name: {@link #ticketRate()} = tickets reopened at least once / tickets
 * resolved at least once, and {@link #resolutionRate()} = reopens / resolutions. A reopen is a change of status from
 * solved or closed to any other, a resolution the other way round; see {@link Resolution}.
 *
 * <p><b>Until when.</b> What happened at {@code observedUntil} or later is not known: it is neither a resolution nor a
 * reopen.
 *
 * <p><b>Maturity.</b> A ticket that was resolved yesterday has not had the time to be reopened. With a window, a
 * resolution counts only once the window after it has passed, and a reopen only if it falls in [resolved, resolved +
 * window); other resolutions are {@link #tooEarly()} to tell. Rates by the same window are comparable from month to
 * month; rates without one fall towards the present.
 *
 * <p><b>Edges.</b> A ticket that was never resolved does not count. Without resolutions the rates are NaN.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * Ticket ticket = Ticket.of(
 *         "4711",
 *         noon,
 *         Author.REQUESTER,
 *         new TicketEvent.StatusChange(noon.plusSeconds(3600), Status.SOLVED),
 *         new TicketEvent.StatusChange(noon.plusSeconds(7200), Status.OPEN),
 *         new TicketEvent.StatusChange(noon.plusSeconds(9000), Status.SOLVED));
 * Reopens.of(ticket).ticketRate(); // 1 of 1 (1.0)
 * Reopens.of(ticket).resolutionRate(); // 1 of 2 (0.5)
 * Reopens.of(ticket, Duration.ofHours(2), noon.plusSeconds(
 *         14400)); // Reopens[tickets=1, reopenedTickets=1, resolutions=1, reopens=1, tooEarly=1]
 * }</pre>
 *
 * @since 0.1
 */
public final class Reopens implements Summary<Reopens> {

    private static final long serialVersionUID = 1;

    /** No tickets. */
    public static final Reopens EMPTY = new Reopens(0, 0, 0, 0, 0);

    private final long tickets;
    private final long reopenedTickets;
    private final long resolutions;
    private final long reopens;
    private final long tooEarly;

    private Reopens(long tickets, long reopenedTickets, long resolutions, long reopens, long tooEarly) {
        Checks.notNegative("reopenedTickets", reopenedTickets);
        atMost("reopenedTickets", reopenedTickets, "tickets", tickets);
        atMost("tickets", tickets, "resolutions", resolutions);
        atMost("reopenedTickets", reopenedTickets, "reopens", reopens);
        atMost("reopens", reopens, "resolutions", resolutions);
        this.tickets = tickets;
        this.reopenedTickets = reopenedTickets;
        this.resolutions = resolutions;
        this.reopens = reopens;
        this.tooEarly = Checks.notNegative("tooEarly", tooEarly);
    }

    private static void atMost(String name, long count, String limitName, long limit) {
        if (count > limit) {
            throw new IllegalArgumentException(
                    name + " must not exceed " + limitName + " (" + limit + "), got " + count);
        }
    }

    /**
     * Returns the reopens of counts.
     *
     * @param tickets how many tickets with a resolution that counts
     * @param reopenedTickets how many of them with a reopen that counts, in [0, tickets]
     * @param resolutions how many resolutions count, at least as many as tickets
     * @param reopens how many reopens count, in [reopenedTickets, resolutions]
     * @return the counts, with nothing too early to tell
     * @throws IllegalArgumentException if a count is negative, or they cannot belong together
     */
    public static Reopens ofCounts(long tickets, long reopenedTickets, long resolutions, long reopens) {
        return new Reopens(tickets, reopenedTickets, resolutions, reopens, 0);
    }

    /**
     * Returns these counts with resolutions that are too early to tell.
     *
     * @param count how many resolutions whose window has not passed, not negative
     * @return the counts
     * @throws IllegalArgumentException if the count is negative
     */
    public Reopens withTooEarly(long count) {
        return new Reopens(tickets, reopenedTickets, resolutions, reopens, count);
    }

    /**
     * Returns the reopens of one ticket in all that is known of it, whenever it was resolved.
     *
     * @param ticket the ticket
     * @return the counts
     */
    public static Reopens of(Ticket ticket) {
        return of(ticket, null);
    }

    /**
     * Returns the reopens of one ticket within a window.
     *
     * @param ticket the ticket
     * @param window how soon after a resolution a reopen counts, above zero
     * @param observedUntil until when events are known, excluded
     * @return the counts
     * @throws IllegalArgumentException if the window is not above zero
     */
    public static Reopens of(Ticket ticket, Duration window, Instant observedUntil) {
        return within(ticket, new Maturity(window, observedUntil));
    }

    private static Reopens within(Ticket ticket, Maturity maturity) {
        return ticket.until(maturity.observedUntil())
                .map(known -> of(known, maturity))
                .orElse(EMPTY);
    }

    private static Reopens of(Ticket ticket, @Nullable Maturity maturity) {
        long resolutions = 0;
        long reopens = 0;
        long tooEarly = 0;
        Instant resolved = null;
        for (StatusChange change : ticket.events(StatusChange.class)) {
            boolean resolves = change.status().category().resolved();
            if (resolves && resolved == null) {
                resolved = change.at();
                boolean counts = maturity == null || maturity.reached(resolved);
                resolutions += counts ? 1 : 0;
                tooEarly += counts ? 0 : 1;
            } else if (!resolves && resolved != null) {
                boolean counts =
                        maturity == null || (maturity.reached(resolved) && maturity.within(resolved, change.at()));
                reopens += counts ? 1 : 0;
                resolved = null;
            }
        }
        return new Reopens(Math.min(resolutions, 1), Math.min(reopens, 1), resolutions, reopens, tooEarly);
    }

    /**
     * Returns the reopens of many tickets as they were known at an instant, whenever they were resolved.
     *
     * @param tickets the tickets; those created later do not count
     * @param observedUntil until when events are known, excluded
     * @return the counts
     */
    public static Reopens of(Collection<Ticket> tickets, Instant observedUntil) {
        return tickets.stream().collect(toReopens(observedUntil));
    }

    /**
     * Returns the aggregation of tickets as they were known at an instant, whenever they were resolved.
     *
     * @param observedUntil until when events are known, excluded
     * @return the aggregation
     */
    public static Aggregation<Ticket, Reopens, Reopens> aggregation(Instant observedUntil) {
        requireNonNull(observedUntil, "observedUntil");
        return Aggregation.summing(EMPTY)
                .mapInput(ticket -> ticket.until(observedUntil).map(Reopens::of).orElse(EMPTY));
    }

    /**
     * Returns the aggregation of the reopens within a window.
     *
     * @param window how soon after a resolution a reopen counts, above zero
     * @param observedUntil until when events are known, excluded
     * @return the aggregation
     * @throws IllegalArgumentException if the window is not above zero
     */
    public static Aggregation<Ticket, Reopens, Reopens> aggregation(Duration window, Instant observedUntil) {
        Maturity maturity = new Maturity(window, observedUntil);
        return Aggregation.summing(EMPTY).mapInput(ticket -> within(ticket, maturity));
    }

    /**
     * Returns a collector of tickets as they were known at an instant, whenever they were resolved.
     *
     * @param observedUntil until when events are known, excluded
     * @return the collector
     */
    public static Collector<Ticket, ?, Reopens> toReopens(Instant observedUntil) {
        return aggregation(observedUntil).toCollector();
    }

    /**
     * Returns a collector of the reopens within a window.
     *
     * @param window how soon after a resolution a reopen counts, above zero
     * @param observedUntil until when events are known, excluded
     * @return the collector
     * @throws IllegalArgumentException if the window is not above zero
     */
    public static Collector<Ticket, ?, Reopens> toReopens(Duration window, Instant observedUntil) {
        return aggregation(window, observedUntil).toCollector();
    }

    /**
     * Returns how many tickets have a resolution that counts.
     *
     * @return the count
     */
    public long count() {
        return tickets;
    }

    /**
     * Returns how many tickets have a reopen that counts.
     *
     * @return the count, in [0, {@link #count()}]
     */
    public long reopenedTickets() {
        return reopenedTickets;
    }

    /**
     * Returns how many resolutions count.
     *
     * @return the count, at least as many as tickets
     */
    public long resolutions() {
        return resolutions;
    }

    /**
     * Returns how many reopens count.
     *
     * @return the count, at most as many as resolutions
     */
    public long reopens() {
        return reopens;
    }

    /**
     * Returns how many resolutions are left out because their window has not passed.
     *
     * @return the count, not negative
     */
    public long tooEarly() {
        return tooEarly;
    }

    /**
     * Returns how many resolutions are in no answer.
     *
     * @return those that are {@linkplain #tooEarly() too early} to tell
     */
    public long leftOut() {
        return tooEarly;
    }

    /**
     * Returns the tickets that were reopened.
     *
     * @return tickets reopened at least once, out of tickets resolved at least once
     */
    public Proportion ticketRate() {
        return Proportion.of(reopenedTickets, tickets);
    }

    /**
     * Returns the resolutions that did not last.
     *
     * @return reopens out of resolutions
     */
    public Proportion resolutionRate() {
        return Proportion.of(reopens, resolutions);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Reopens", 1)
                .with("tickets", tickets)
                .with("reopenedTickets", reopenedTickets)
                .with("resolutions", resolutions)
                .with("reopens", reopens)
                .with("tooEarly", tooEarly);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the reopens
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Reopens ofStored(StoredForm form) {
        StoredFields fields =
                form.expect("Reopens", 1, "tickets", "reopenedTickets", "resolutions", "reopens", "tooEarly");
        return ofCounts(
                        fields.whole("tickets"),
                        fields.whole("reopenedTickets"),
                        fields.whole("resolutions"),
                        fields.whole("reopens"))
                .withTooEarly(fields.whole("tooEarly"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public Reopens plus(Reopens other) {
        return new Reopens(
                Math.addExact(tickets, other.tickets),
                Math.addExact(reopenedTickets, other.reopenedTickets),
                Math.addExact(resolutions, other.resolutions),
                Math.addExact(reopens, other.reopens),
                Math.addExact(tooEarly, other.tooEarly));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reopens that
                && tickets == that.tickets
                && reopenedTickets == that.reopenedTickets
                && resolutions == that.resolutions
                && reopens == that.reopens
                && tooEarly == that.tooEarly;
    }

    @Override
    public int hashCode() {
        return Objects.hash(tickets, reopenedTickets, resolutions, reopens, tooEarly);
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code Reopens[tickets=1, reopenedTickets=1, resolutions=1, reopens=1, tooEarly=1]}
     */
    @Override
    public String toString() {
        return "Reopens[tickets=" + tickets + ", reopenedTickets=" + reopenedTickets + ", resolutions=" + resolutions
                + ", reopens=" + reopens + ", tooEarly=" + tooEarly + "]";
    }
}
