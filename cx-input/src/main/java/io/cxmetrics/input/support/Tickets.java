package io.cxmetrics.input.support;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.input.LeftOut;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.reading.Accounting;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Labels;
import io.cxmetrics.input.reading.LatestTime;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.support.TicketFlaw;
import io.cxmetrics.support.TicketScreening;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tickets of a file. They are folded into summaries as they were known at an instant, which is named or is the end
 * that the file itself tells: what happened at the instant or later counts nowhere, neither as a resolution nor as a
 * reopening, nor in a backlog.
 *
 * <p><b>Left out.</b> Tickets that were created at the end or later, before 1800, or resolved before they were created
 * are counted as {@code created_later}, {@code created_too_early} and {@code resolved_before_created}.
 *
 * <p>Belongs to one thread. Tickets of one row each take 8 bytes for each date that is asked for, and 4 for their
 * group; rows of histories take 20 bytes, and a ticket about 100.
 *
 * @since 0.1
 */
public final class Tickets {

    private static final int MOST_PERIODS = 100_000;

    private final TicketStore store;
    private final LatestTime latest;
    private final @Nullable CalendarPeriod creation;
    private final ZoneId zone;
    private final boolean single;

    Tickets(TicketStore store, LatestTime latest, @Nullable CalendarPeriod creation, ZoneId zone) {
        this.store = store;
        this.single = store instanceof SingleTickets;
        this.latest = latest;
        this.creation = creation;
        this.zone = zone;
    }

    /**
     * Returns the latest time of the file, without those years after all others. Due dates do not count.
     *
     * @return the time; nothing without dates
     */
    public Optional<Instant> latest() {
        return latest.instant();
    }

    /**
     * Returns until when the file itself tells what happened: one millisecond after its latest time.
     *
     * @return the end, excluded; the beginning of 1970 without dates
     */
    public Instant observedUntil() {
        return latest.observedUntil();
    }

    /**
     * Folds the tickets into a summary for each group and period.
     *
     * @param observedUntil until when tickets are known, excluded
     * @param aggregation how tickets become a summary
     * @param <S> the type of the states
     * @param <R> the type of the summaries
     * @return the groups, and the tickets left out. Where periods are those of the creation there is one for each up to
     *     the end of observation, with tickets or without, in each group
     * @throws IllegalArgumentException if the periods are more than 100,000
     */
    public <S, R> Groups<R> fold(Instant observedUntil, Aggregation<? super TicketRecord, S, R> aggregation) {
        Groups.Buffer<TicketRecord, S, R> buffer = Groups.buffer(aggregation);
        SortedSet<Instant> span = new TreeSet<>();
        visit(observedUntil, new TicketStore.Visitor() {
            @Override
            public void ticket(Labels labels, String period, TicketRecord ticket) {
                buffer.add(labels, period, ticket);
                if (creation != null) {
                    widen(span, ticket.created());
                }
            }

            @Override
            public void leftOut(Labels labels, String period, Reason reason, long count) {
                for (long i = 0; i < count; i++) {
                    buffer.leaveOut(labels, period, reason);
                }
            }
        });
        if (creation != null && !span.isEmpty()) {
            windows(creation, span.first(), observedUntil).forEach(buffer::window);
        }
        return buffer.groups();
    }

    /**
     * Folds the tickets of a reading, with the account of its rows. Where each row is a ticket, a ticket that is left
     * out here is a row that is; where tickets have several rows, the rows stay what they were read as.
     *
     * @param read the tickets and the account of their rows
     * @param observedUntil until when tickets are known, excluded
     * @param aggregation how tickets become a summary
     * @param <S> the type of the states
     * @param <R> the type of the summaries
     * @return the groups and the account
     * @throws IllegalArgumentException if the periods are more than 100,000
     */
    public static <S, R> Outcome<Groups<R>> fold(
            Outcome<Tickets> read, Instant observedUntil, Aggregation<? super TicketRecord, S, R> aggregation) {
        Groups<R> groups = read.result().fold(observedUntil, aggregation);
        Outcome<Groups<R>> outcome = read.withResult(groups);
        if (!read.result().single) {
            return outcome;
        }
        Accounting rows = read.accounting();
        LeftOut.Buffer flawed = new LeftOut.Buffer();
        groups.all().total().leftOut().counts().forEach((reason, count) -> {
            for (long i = rows.leftOut().count(reason); i < count; i++) {
                flawed.add(reason);
            }
        });
        LeftOut leftOut = rows.leftOut().plus(flawed.leftOut());
        Accounting account = new Accounting(rows.rows(), groups.all().total().used(), leftOut, rows.malformed());
        return new Outcome<>(groups, account, outcome.unread(), outcome.warnings());
    }

    private static void widen(SortedSet<Instant> span, Instant created) {
        if (span.isEmpty() || created.isBefore(span.first())) {
            span.clear();
            span.add(created);
        }
    }

    /** The periods from the first creation of the file to its end, whatever groups it has. */
    private SortedSet<String> windows(CalendarPeriod period, Instant first, Instant observedUntil) {
        TreeSet<String> windows = new TreeSet<>();
        LocalDate last = LocalDate.ofInstant(observedUntil.minusMillis(1), zone);
        for (LocalDate day = period.start(LocalDate.ofInstant(first, zone));
                !day.isAfter(last);
                day = period.next(day)) {
            if (windows.size() == MOST_PERIODS) {
                throw new IllegalArgumentException("period must give at most " + MOST_PERIODS + " periods, got "
                        + period + " from " + first + " to " + last);
            }
            windows.add(period.label(day));
        }
        return windows;
    }

    /**
     * Gives every ticket that can be measured to an action.
     *
     * @param observedUntil until when tickets are known, excluded
     * @param action what to do with each
     */
    public void forEach(Instant observedUntil, Consumer<? super TicketRecord> action) {
        visit(observedUntil, new TicketStore.Visitor() {
            @Override
            public void ticket(Labels labels, String period, TicketRecord ticket) {
                action.accept(ticket);
            }

            @Override
            public void leftOut(Labels labels, String period, Reason reason, long count) {}
        });
    }

    /**
     * Returns how many tickets have a column that says resolved where their history, which knows more, says open.
     *
     * @param observedUntil until when tickets are known, excluded
     * @return the count, which deserves a warning
     */
    public long staleResolutions(Instant observedUntil) {
        AtomicLong stale = new AtomicLong();
        forEach(observedUntil, ticket -> stale.addAndGet(ticket.hasStaleResolution() ? 1 : 0));
        return stale.get();
    }

    /**
     * Returns the priorities that tickets have, or had.
     *
     * @param observedUntil until when tickets are known, excluded
     * @return the priorities, the empty one of tickets without any among them
     */
    public NavigableSet<String> priorities(Instant observedUntil) {
        NavigableSet<String> priorities = new TreeSet<>();
        forEach(observedUntil, ticket -> ticket.priorities().forEach(priorities::add));
        return priorities;
    }

    private void visit(Instant observedUntil, TicketStore.Visitor visitor) {
        TicketScreening screening = TicketScreening.until(requireNonNull(observedUntil, "observedUntil"))
                .withEarliest(WorkingCalendar.EARLIEST);
        store.visit(observedUntil, new TicketStore.Visitor() {
            @Override
            public void ticket(Labels labels, String period, TicketRecord ticket) {
                TicketFlaw flaw = screening.judge(ticket.created(), ticket.resolved());
                if (flaw == null) {
                    visitor.ticket(labels, period, ticket);
                } else {
                    visitor.leftOut(labels, period, reason(flaw), 1);
                }
            }

            @Override
            public void leftOut(Labels labels, String period, Reason reason, long count) {
                visitor.leftOut(labels, period, reason, count);
            }
        });
    }

    private static Reason reason(TicketFlaw flaw) {
        return switch (flaw) {
            case NO_CREATION -> Reason.blank(TicketRole.CREATED.role());
            case CREATED_LATER -> new Reason("created_later", Reason.Kind.CHOSEN);
            case CREATED_TOO_EARLY -> new Reason("created_too_early", Reason.Kind.INVALID);
            case RESOLVED_BEFORE_CREATION -> new Reason("resolved_before_created", Reason.Kind.INVALID);
        };
    }
}
