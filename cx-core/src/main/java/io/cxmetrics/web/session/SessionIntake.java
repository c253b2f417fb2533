package io.cxmetrics.web.session;

import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Objects;

/**
 * How many events came in, and what became of them on their way into sessions.
 *
 * <p>{@link #count()} events are in sessions; {@link #leftOut()} are not, for one of five reasons. Both add up to
 * {@link #read()}.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class SessionIntake implements Summary<SessionIntake> {

    private static final long serialVersionUID = 1;

    /** No events. */
    public static final SessionIntake EMPTY = new SessionIntake(0, 0, 0, 0, 0, 0, 0);

    private final long read;
    private final long bots;
    private final long withoutSession;
    private final long duplicates;
    private final long overlong;
    private final long tooLate;
    private final long outOfOrder;

    SessionIntake(
            long read, long bots, long withoutSession, long duplicates, long overlong, long tooLate, long outOfOrder) {
        this.read = read;
        this.bots = Checks.notNegative("bots", bots);
        this.withoutSession = Checks.notNegative("withoutSession", withoutSession);
        this.duplicates = Checks.notNegative("duplicates", duplicates);
        this.overlong = Checks.notNegative("overlong", overlong);
        this.tooLate = Checks.notNegative("tooLate", tooLate);
        this.outOfOrder = Checks.notNegative("outOfOrder", outOfOrder);
        long out = leftOut();
        if (read < out) {
            throw new IllegalArgumentException("read must be at least what is left out (" + out + "), got " + read);
        }
        if (outOfOrder > read) {
            throw new IllegalArgumentException("outOfOrder must not exceed read (" + read + "), got " + outOfOrder);
        }
    }

    /** The intake of events all of which are in sessions. */
    static SessionIntake kept(long events) {
        return new SessionIntake(events, 0, 0, 0, 0, 0, 0);
    }

    /**
     * Returns how many events came.
     *
     * @return those in sessions and those left out
     */
    public long read() {
        return read;
    }

    /**
     * Returns how many events are in sessions.
     *
     * @return those that came and were not left out
     */
    public long count() {
        return read - leftOut();
    }

    /**
     * Returns how many events were left out.
     *
     * @return bots, those without a session, duplicates, those beyond the greatest length, and those that came too late
     */
    public long leftOut() {
        return Math.addExact(
                Math.addExact(Math.addExact(bots, withoutSession), Math.addExact(duplicates, overlong)), tooLate);
    }

    /**
     * Returns how many events were left out because the caller calls them bots.
     *
     * @return the count
     */
    public long bots() {
        return bots;
    }

    /**
     * Returns how many events were left out because ids of sessions are given and they have none.
     *
     * @return the count
     */
    public long withoutSession() {
        return withoutSession;
    }

    /**
     * Returns how many events were left out because one of the same visitor, kind and id is there already.
     *
     * @return the count
     */
    public long duplicates() {
        return duplicates;
    }

    /**
     * Returns how many events were left out because they are beyond the greatest length of a session with a given id.
     *
     * @return the count
     */
    public long overlong() {
        return overlong;
    }

    /**
     * Returns how many events a {@link SessionStream} left out because its time had gone on.
     *
     * @return the count
     */
    public long tooLate() {
        return tooLate;
    }

    /**
     * Returns how many events came after a later one of the same visitor, or of the same given session, and were put in
     * their place. They are not left out, unless for another reason.
     *
     * @return the count
     */
    public long outOfOrder() {
        return outOfOrder;
    }

    SessionIntake withOverlong(long count) {
        return new SessionIntake(read, bots, withoutSession, duplicates, count, tooLate, outOfOrder);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("SessionIntake", 1)
                .with("read", read)
                .with("bots", bots)
                .with("withoutSession", withoutSession)
                .with("duplicates", duplicates)
                .with("overlong", overlong)
                .with("tooLate", tooLate)
                .with("outOfOrder", outOfOrder);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static SessionIntake ofStored(StoredForm form) {
        StoredFields fields = form.expect(
                "SessionIntake",
                1,
                "read",
                "bots",
                "withoutSession",
                "duplicates",
                "overlong",
                "tooLate",
                "outOfOrder");
        return new SessionIntake(
                fields.whole("read"),
                fields.whole("bots"),
                fields.whole("withoutSession"),
                fields.whole("duplicates"),
                fields.whole("overlong"),
                fields.whole("tooLate"),
                fields.whole("outOfOrder"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
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

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionIntake that
                && read == that.read
                && bots == that.bots
                && withoutSession == that.withoutSession
                && duplicates == that.duplicates
                && overlong == that.overlong
                && tooLate == that.tooLate
                && outOfOrder == that.outOfOrder;
    }

    @Override
    public int hashCode() {
        return Objects.hash(read, bots, withoutSession, duplicates, overlong, tooLate, outOfOrder);
    }

    /**
     * Returns all counts.
     *
     * @return such as
     *     {@code SessionIntake[read=9, bots=1, withoutSession=0, duplicates=2, overlong=0, tooLate=0, outOfOrder=3]}
     */
    @Override
    public String toString() {
        return "SessionIntake[read=" + read + ", bots=" + bots + ", withoutSession=" + withoutSession + ", duplicates="
                + duplicates + ", overlong=" + overlong + ", tooLate=" + tooLate + ", outOfOrder=" + outOfOrder + "]";
    }
}
