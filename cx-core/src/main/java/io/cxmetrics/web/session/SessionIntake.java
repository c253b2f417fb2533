package io.cxmetrics.web.session;

import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;

/**
 * How many events came in, and what became of them on their way into sessions.
 *
 * <p>What is not left out, {@link #kept()}, is in a session.
 *
 * @param read how many came
 * @param bots how many were left out because the caller calls them bots
 * @param withoutSession how many were left out because ids are given and they have none
 * @param duplicates how many were left out because an event of the same visitor, kind and id is there already
 * @param overlong how many were left out because they are beyond the greatest length of a session with a given id
 * @param tooLate how many a {@link SessionStream} left out because its time had gone on
 * @param outOfOrder how many came after a later one of the same visitor (or given session), and were put in their place; not left out, unless for
 *     another reason
 */
public record SessionIntake(
        long read, long bots, long withoutSession, long duplicates, long overlong, long tooLate, long outOfOrder)
        implements Summary<SessionIntake> {

    /** No events. */
    public static final SessionIntake EMPTY = new SessionIntake(0, 0, 0, 0, 0, 0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative, or more are left out or out of order than came
     */
    public SessionIntake {
        Checks.notNegative("bots", bots);
        Checks.notNegative("withoutSession", withoutSession);
        Checks.notNegative("duplicates", duplicates);
        Checks.notNegative("overlong", overlong);
        Checks.notNegative("tooLate", tooLate);
        long out = Math.addExact(Math.addExact(bots, withoutSession), Math.addExact(duplicates, overlong));
        if (read < Math.addExact(out, tooLate)) {
            throw new IllegalArgumentException(
                    "read must be at least what is left out (" + Math.addExact(out, tooLate) + "), got " + read);
        }
        if (Checks.notNegative("outOfOrder", outOfOrder) > read) {
            throw new IllegalArgumentException("outOfOrder must not exceed read (" + read + "), got " + outOfOrder);
        }
    }

    /**
     * Returns how many events are in sessions.
     *
     * @return those that came and were not left out
     */
    public long kept() {
        return read - bots - withoutSession - duplicates - overlong - tooLate;
    }

    SessionIntake withOverlong(long count) {
        return new SessionIntake(read, bots, withoutSession, duplicates, count, tooLate, outOfOrder);
    }

    @Override
    public SessionIntake plus(SessionIntake other) {
        return new SessionIntake(
                Math.addExact(read, other.read),
                Math.addExact(bots, other.bots),
                Math.addExact(withoutSession, other.withoutSession),
                Math.addExact(duplicates, other.duplicates),
                Math.addExact(overlong, other.overlong),
                Math.addExact(tooLate, other.tooLate),
                Math.addExact(outOfOrder, other.outOfOrder));
    }
}
