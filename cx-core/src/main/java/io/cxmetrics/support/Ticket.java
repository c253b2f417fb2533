package io.cxmetrics.support;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.StoredForm;
import io.cxmetrics.internal.Checks;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ticket as an immutable history: when it was created, by whom, and everything that happened to it since.
 *
 * <p>Events may come in any order: they are kept in the order of time, and events at the same time in the order they
 * came in. An event that repeats the last one of its kind in every part is dropped and
 * {@linkplain #duplicates() counted}; where clocks are coarse, a status that was left and entered again within one tick
 * is no repetition. Events before the creation are kept and {@linkplain #beforeCreation() counted}: clocks differ
 * between systems, and no clock is bent here.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Instant monday = Instant.parse("2026-03-02T09:00:00Z");
 * Ticket ticket = Ticket.of(
 *         "4711",
 *         monday,
 *         Author.REQUESTER,
 *         new TicketEvent.StatusChange(monday.plusSeconds(7200), Status.SOLVED),
 *         new TicketEvent.Comment(monday.plusSeconds(3600), Author.AGENT, "ada", true));
 * ticket.events().get(0).at(); // 2026-03-02T10:00:00Z
 * ticket.statusAt(monday.plusSeconds(60)).name(); // new
 * ticket.statusAt(monday.plusSeconds(7200)).name(); // solved
 * ticket.until(monday.plusSeconds(7200)).map(known -> Resolution.of(known).resolved()); // Optional[false]
 * ticket.until(monday); // Optional.empty
 * }</pre>
 *
 * @since 0.1
 */
public final class Ticket implements Serializable {

    private static final long serialVersionUID = 1;

    private final String id;
    private final Instant created;
    private final Author creator;
    private final List<TicketEvent> events;
    private final int duplicates;

    private Ticket(String id, Instant created, Author creator, List<TicketEvent> events, int duplicates) {
        this.id = id;
        this.created = created;
        this.creator = creator;
        this.events = events;
        this.duplicates = duplicates;
    }

    /**
     * Returns a ticket.
     *
     * @param id its name in the help desk
     * @param created when it was created
     * @param creator who created it
     * @param events what happened to it, in any order
     * @return the ticket
     */
    public static Ticket of(String id, Instant created, Author creator, TicketEvent... events) {
        return of(id, created, creator, Arrays.asList(events));
    }

    /**
     * Returns a ticket.
     *
     * @param id its name in the help desk
     * @param created when it was created
     * @param creator who created it
     * @param events what happened to it, in any order
     * @return the ticket
     */
    public static Ticket of(String id, Instant created, Author creator, Collection<? extends TicketEvent> events) {
        List<TicketEvent> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparing(TicketEvent::at)); // stable
        List<TicketEvent> distinct = withoutRepetitions(sorted);
        return new Ticket(
                requireNonNull(id, "id"),
                requireNonNull(created, "created"),
                requireNonNull(creator, "creator"),
                distinct,
                sorted.size() - distinct.size());
    }

    private static List<TicketEvent> withoutRepetitions(List<TicketEvent> sorted) {
        List<TicketEvent> distinct = new ArrayList<>(sorted.size());
        Map<Class<?>, TicketEvent> last = new HashMap<>();
        for (TicketEvent event : sorted) {
            if (!event.equals(last.put(event.getClass(), event))) {
                distinct.add(event);
            }
        }
        return List.copyOf(distinct);
    }

    /**
     * Returns its name in the help desk.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * Returns when it was created.
     *
     * @return the instant
     */
    public Instant created() {
        return created;
    }

    /**
     * Returns who created it.
     *
     * @return the author
     */
    public Author creator() {
        return creator;
    }

    /**
     * Returns what happened, in the order of time.
     *
     * @return an unmodifiable list
     */
    public List<TicketEvent> events() {
        return events;
    }

    /**
     * Returns the events of one kind, in the order of time.
     *
     * @param kind the kind
     * @param <E> the kind
     * @return an unmodifiable list
     */
    public <E extends TicketEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * Returns how many events were dropped because they repeated the last one of their kind in every part.
     *
     * @return the count
     */
    public int duplicates() {
        return duplicates;
    }

    /**
     * Returns how many events happened before the creation, by the clock of whoever recorded them.
     *
     * @return the count
     */
    public int beforeCreation() {
        return (int)
                events.stream().filter(event -> event.at().isBefore(created)).count();
    }

    /**
     * Returns the ticket as it was known at an instant: without what happened then or later. Any metric of the past is
     * one of this.
     *
     * @param observedUntil until when events are known, excluded
     * @return the ticket with the events before; empty if it was not created before either, so that it counts nowhere.
     *     {@link #duplicates()} stays as it is
     */
    public Optional<Ticket> until(Instant observedUntil) {
        if (!created.isBefore(observedUntil)) {
            return Optional.empty();
        }
        int known = events.size();
        while (known > 0 && !events.get(known - 1).at().isBefore(observedUntil)) {
            known--;
        }
        return Optional.of(
                known == events.size()
                        ? this
                        : new Ticket(id, created, creator, List.copyOf(events.subList(0, known)), duplicates));
    }

    /**
     * Returns the status at an instant.
     *
     * @param instant the instant
     * @return the status that was last set by then, itself included; {@link Status#NEW} before the first
     */
    public Status statusAt(Instant instant) {
        Status status = Status.NEW;
        for (TicketEvent.StatusChange change : events(TicketEvent.StatusChange.class)) {
            if (change.at().isAfter(instant)) {
                break;
            }
            status = change.status();
        }
        return status;
    }

    /**
     * Returns how long before the creation something is dated, as where clocks differ.
     *
     * @param at when it happened, if it did
     * @return the time; zero if it did not happen, or not before the creation
     */
    public Duration skew(Optional<Instant> at) {
        return at.filter(instant -> instant.isBefore(created))
                .map(instant -> Duration.between(instant, created))
                .orElse(Duration.ZERO);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ticket that
                && id.equals(that.id)
                && created.equals(that.created)
                && creator == that.creator
                && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + events.hashCode();
    }

    /**
     * Returns the id, the creation and the number of events.
     *
     * @return such as {@code Ticket[4711, created 2026-03-02T09:00:00Z, 2 events]}
     */
    @Override
    public String toString() {
        return "Ticket[" + id + ", created " + created + ", " + events.size() + " events]";
    }

    private Object writeReplace() {
        return new Written(id, created, creator, events, duplicates);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /** What travels: it is read back through the checks. */
    private record Written(String id, Instant created, Author creator, List<TicketEvent> events, int duplicates)
            implements Serializable {

        private Object readResolve() {
            Ticket ticket = of(id, created, creator, events);
            return new Ticket(
                    id,
                    created,
                    creator,
                    ticket.events,
                    Checks.inRange("duplicates", duplicates, 0, Integer.MAX_VALUE));
        }
    }
}
