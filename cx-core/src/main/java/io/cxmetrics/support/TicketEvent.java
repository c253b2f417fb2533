package io.cxmetrics.support;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.time.WorkingCalendar;
import java.io.Serializable;
import java.time.Instant;

/**
 * Something that happened to a ticket.
 *
 * @since 0.1
 */
public sealed interface TicketEvent extends Serializable {

    /**
     * Returns when it happened.
     *
     * @return the instant
     */
    Instant at();

    /**
     * The ticket got a status.
     *
     * @param at when
     * @param status the status from then on
     */
    record StatusChange(Instant at, Status status) implements TicketEvent {
        /** Checks that both parts are there. */
        public StatusChange {
            requireNonNull(at, "at");
            requireNonNull(status, "status");
        }
    }

    /**
     * Somebody wrote.
     *
     * @param at when
     * @param author what they are
     * @param name who, such as an agent's id
     * @param visible whether the requester sees it: a public comment; a private note if not
     */
    record Comment(Instant at, Author author, String name, boolean visible) implements TicketEvent {
        /** Checks that all parts are there. */
        public Comment {
            requireNonNull(at, "at");
            requireNonNull(author, "author");
            requireNonNull(name, "name");
        }
    }

    /**
     * The ticket went to somebody.
     *
     * @param at when
     * @param assignee to whom; empty for nobody
     * @param group to which group; empty for none
     */
    record Assignment(Instant at, String assignee, String group) implements TicketEvent {
        /** Checks that all parts are there. */
        public Assignment {
            requireNonNull(at, "at");
            requireNonNull(assignee, "assignee");
            requireNonNull(group, "group");
        }
    }

    /**
     * The ticket got a priority.
     *
     * @param at when
     * @param priority the priority from then on; empty for none
     */
    record PriorityChange(Instant at, String priority) implements TicketEvent {
        /** Checks that both parts are there. */
        public PriorityChange {
            requireNonNull(at, "at");
            requireNonNull(priority, "priority");
        }
    }

    /**
     * The ticket got a schedule.
     *
     * @param at when
     * @param schedule the hours that count from then on
     */
    record ScheduleChange(Instant at, WorkingCalendar schedule) implements TicketEvent {
        /** Checks that both parts are there. */
        public ScheduleChange {
            requireNonNull(at, "at");
            requireNonNull(schedule, "schedule");
        }
    }

    /**
     * A service level was applied, in place of the one before.
     *
     * @param at when
     * @param policy the policy from then on
     */
    record PolicyChange(Instant at, SlaPolicy policy) implements TicketEvent {
        /** Checks that both parts are there. */
        public PolicyChange {
            requireNonNull(at, "at");
            requireNonNull(policy, "policy");
        }
    }

    /**
     * The requester rated the ticket.
     *
     * @param at when
     * @param good whether the rating is good
     */
    record SatisfactionRating(Instant at, boolean good) implements TicketEvent {
        /** Checks that there is a time. */
        public SatisfactionRating {
            requireNonNull(at, "at");
        }
    }
}
