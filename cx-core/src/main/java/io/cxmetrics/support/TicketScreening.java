package io.cxmetrics.support;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.StoredForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells tickets that can be measured from those that cannot, and counts these by reason.
 *
 * <p><b>Dates that stand for none.</b> Databases write 1970-01-01, 0001-01-01 or 9999-12-31 for no date. A resolution
 * that is one of the declared {@linkplain #withNone dates for none} is no resolution: the ticket is open. A creation
 * that is one is {@link TicketFlaw#NO_CREATION}.
 *
 * <p><b>Left out is neutral.</b> A ticket that is left out is so from every answer; nothing is said of it, neither that
 * it is open nor that it was resolved. A resolution at {@code observedUntil} or later is no flaw: the ticket is open by
 * then.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * record Row(Instant created, Instant solved) {}
 * Instant monday = Instant.parse("2026-03-02T09:00:00Z");
 * List<Row> rows = List.of(
 *         new Row(monday, monday.plusSeconds(7200)),
 *         new Row(monday, Instant.EPOCH),
 *         new Row(monday, monday.minusSeconds(60)),
 *         new Row(Instant.parse("2042-03-02T09:00:00Z"), null));
 * Instant until = Instant.parse("2026-04-01T00:00:00Z");
 * TicketScreening screening = TicketScreening.until(until).withNone(Instant.EPOCH);
 * ScreenedTickets<Row> screened = screening.screen(rows, Row::created, Row::solved);
 * screened.leftOut(); // {CREATED_LATER=1, RESOLVED_BEFORE_CREATION=1}
 * TimeToResolution times = screened.tickets().stream()
 *         .collect(TimeToResolution.toTimeToResolution(
 *                 Row::created, row -> screening.resolution(row.solved()), until));
 * times; // TimeToResolution[resolved=1, open=1, left out=0]
 * }</pre>
 *
 * @since 0.1
 */
public final class TicketScreening implements Serializable {

    private static final long serialVersionUID = 1;

    private final Instant observedUntil;
    private final Instant earliest;
    private final TreeSet<Instant> none;

    private TicketScreening(Instant observedUntil, Instant earliest, Set<Instant> none) {
        this.observedUntil = requireNonNull(observedUntil, "observedUntil");
        this.earliest = requireNonNull(earliest, "earliest");
        this.none = new TreeSet<>(none);
    }

    /**
     * Returns the screening of what is known until an instant.
     *
     * @param observedUntil until when tickets are known, excluded
     * @return the screening, with no date that stands for none
     */
    public static TicketScreening until(Instant observedUntil) {
        return new TicketScreening(observedUntil, Instant.MIN, Set.of());
    }

    /**
     * Returns this screening with dates that stand for none.
     *
     * @param dates the dates, such as {@link Instant#EPOCH}
     * @return the screening
     */
    public TicketScreening withNone(Instant... dates) {
        Set<Instant> all = new TreeSet<>(none);
        all.addAll(List.of(dates));
        return new TicketScreening(observedUntil, earliest, all);
    }

    /**
     * Returns this screening with a first instant that a ticket may have been created at.
     *
     * @param first the instant, such as {@code WorkingCalendar.EARLIEST}
     * @return the screening
     */
    public TicketScreening withEarliest(Instant first) {
        return new TicketScreening(observedUntil, first, none);
    }

    /**
     * Returns the resolution that a value stands for.
     *
     * @param resolved the value; null while the ticket is open
     * @return the value; null if it stands for none
     */
    public @Nullable Instant resolution(@Nullable Instant resolved) {
        return resolved == null || none.contains(resolved) ? null : resolved;
    }

    /**
     * Returns why a ticket cannot be measured.
     *
     * @param created when it was created; null if nobody knows
     * @param resolved when it was resolved; null while it is open
     * @return the flaw; null if it can be measured
     */
    public @Nullable TicketFlaw judge(@Nullable Instant created, @Nullable Instant resolved) {
        if (created == null || none.contains(created)) {
            return TicketFlaw.NO_CREATION;
        }
        if (!created.isBefore(observedUntil)) {
            return TicketFlaw.CREATED_LATER;
        }
        if (created.isBefore(earliest)) {
            return TicketFlaw.CREATED_TOO_EARLY;
        }
        Instant end = resolution(resolved);
        return end != null && end.isBefore(created) ? TicketFlaw.RESOLVED_BEFORE_CREATION : null;
    }

    /**
     * Screens tickets.
     *
     * @param tickets the tickets
     * @param created gives when a ticket was created; null if nobody knows
     * @param resolved gives when it was resolved; null while it is open
     * @param <T> the type of the tickets
     * @return the tickets that can be measured, and how many cannot
     */
    public <T> ScreenedTickets<T> screen(
            Collection<T> tickets,
            Function<? super T, @Nullable Instant> created,
            Function<? super T, @Nullable Instant> resolved) {
        List<T> kept = new ArrayList<>();
        Map<TicketFlaw, Long> leftOut = new EnumMap<>(TicketFlaw.class);
        for (T ticket : tickets) {
            TicketFlaw flaw = judge(created.apply(ticket), resolved.apply(ticket));
            if (flaw == null) {
                kept.add(ticket);
            } else {
                leftOut.merge(flaw, 1L, Long::sum);
            }
        }
        return new ScreenedTickets<>(kept, leftOut);
    }

    private Object writeReplace() {
        return new Written(observedUntil, earliest, List.copyOf(none));
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /** What travels: it is read back through the checks. */
    private record Written(Instant observedUntil, Instant earliest, List<Instant> none) implements Serializable {

        private Object readResolve() {
            return new TicketScreening(observedUntil, earliest, new TreeSet<>(none));
        }
    }
}
