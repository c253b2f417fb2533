package io.cxmetrics.web.session;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.DenseCodes;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Objects;

/**
 * Sessions of page views that lie in columns: visitors, times and pages as numbers, in any order. It is the fast twin
 * of {@link Sessionizer}.
 *
 * <p><b>Definition.</b> Every row is a page view; equal times of a visitor keep the order of the rows. A bounce is a
 * session of one page view. The rules may be of inactivity, midnight, actions (each page view is one) and length;
 * campaigns and given ids need {@link Sessionizer}, whose sessions are the same otherwise.
 *
 * <p><b>Adding up.</b> Those of different visitors add up. The rows of one visitor have to be together before they are
 * cut into sessions, and a visitor that is in two parts would count twice.
 *
 * <p><b>Cost.</b> A few passes over the columns and a sort of the few events of each visitor; no object for an event or
 * a session. 12 bytes an event while it works, as many again for the events of a visitor who has most of them. Rows in
 * order of time need no sorting: {@link #ofOrdered(int[], long[], int[], SessionRules) ofOrdered} takes half of the
 * time, and 4 bytes a visitor and 64 for each event within a timeout of one moment, beside the pages of sessions of
 * more than 64 views. 4 bytes an event more if visitors are {@code long}s or far apart. Visitors may be any numbers,
 * but those that are near each other are quicker and smaller: those far apart take a table of up to 72 bytes each. What
 * is left is 40 bytes for each page code up to the highest.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * int[] visitors = {7, 3, 7, 7};
 * long[] millis = {4_000_000, 0, 60_000, 0};
 * int[] pages = {1, 0, 1, 0};
 * SessionColumns day = SessionColumns.of(visitors, millis, pages, SessionDefinition.GA4.rules());
 * day.visitors(); // 2
 * day.sessions().bounceRate(); // 2 of 3 (0.6666666666666666)
 * day.page(1); // PageCounts[views=2, visits=2, entrances=1, exits=2, bounces=1]
 * }</pre>
 *
 * @since 0.1
 */
public final class SessionColumns implements Summary<SessionColumns> {

    private static final long serialVersionUID = 1;

    /** No page views. */
    public static final SessionColumns EMPTY = new SessionColumns(0, SessionSummary.EMPTY, new PageTable(0));

    private final long visitors;
    private final SessionSummary sessions;
    private final PageTable pages;

    private SessionColumns(long visitors, SessionSummary sessions, PageTable pages) {
        this.visitors = visitors;
        this.sessions = sessions;
        this.pages = pages;
    }

    /**
     * Returns the sessions of page views.
     *
     * @param visitors who, any numbers
     * @param millis when, in milliseconds since 1970, within 278 years
     * @param pages what page, in [0, 16777216)
     * @param rules where sessions end
     * @return the summary
     * @throws IllegalArgumentException if the columns are not of one length, a page or the span of times is out of its
     *     range, or the rules need more than the columns
     */
    public static SessionColumns of(int[] visitors, long[] millis, int[] pages, SessionRules rules) {
        int highest = checked(visitors.length, millis, pages, rules);
        return of(DenseCodes.of(visitors), millis, pages, highest, rules);
    }

    /**
     * Returns the sessions of page views.
     *
     * @param visitors who, any numbers
     * @param millis when, in milliseconds since 1970, within 278 years
     * @param pages what page, in [0, 16777216)
     * @param rules where sessions end
     * @return the summary
     * @throws IllegalArgumentException if the columns are not of one length, a page or the span of times is out of its
     *     range, or the rules need more than the columns
     */
    public static SessionColumns of(long[] visitors, long[] millis, int[] pages, SessionRules rules) {
        int highest = checked(visitors.length, millis, pages, rules);
        return of(DenseCodes.of(visitors), millis, pages, highest, rules);
    }

    /**
     * Returns the sessions of page views that lie in order of time, as in a log: the same in fewer passes, without
     * sorting.
     *
     * @param visitors who, any numbers
     * @param millis when, in milliseconds since 1970, none before the one before it, within 278 years
     * @param pages what page, in [0, 16777216)
     * @param rules where sessions end
     * @return the summary, as {@link #of(int[], long[], int[], SessionRules)} has it
     * @throws IllegalArgumentException if a time is before the one before it, the columns are not of one length, a page
     *     or the span of times is out of its range, or the rules need more than the columns
     */
    public static SessionColumns ofOrdered(int[] visitors, long[] millis, int[] pages, SessionRules rules) {
        int highest = checked(visitors.length, millis, pages, rules);
        return ofOrdered(DenseCodes.of(visitors), millis, pages, highest, rules);
    }

    /**
     * Returns the sessions of page views that lie in order of time, as in a log: the same in fewer passes, without
     * sorting.
     *
     * @param visitors who, any numbers
     * @param millis when, in milliseconds since 1970, none before the one before it, within 278 years
     * @param pages what page, in [0, 16777216)
     * @param rules where sessions end
     * @return the summary, as {@link #of(long[], long[], int[], SessionRules)} has it
     * @throws IllegalArgumentException if a time is before the one before it, the columns are not of one length, a page
     *     or the span of times is out of its range, or the rules need more than the columns
     */
    public static SessionColumns ofOrdered(long[] visitors, long[] millis, int[] pages, SessionRules rules) {
        int highest = checked(visitors.length, millis, pages, rules);
        return ofOrdered(DenseCodes.of(visitors), millis, pages, highest, rules);
    }

    private static SessionColumns ofOrdered(
            DenseCodes visitors, long[] millis, int[] pages, int highest, SessionRules rules) {
        PageCountsBuffer buffer = new PageCountsBuffer(highest + 1);
        OrderedSessionsKernel kernel = new OrderedSessionsKernel(rules, visitors, millis, pages, buffer);
        kernel.run();
        return new SessionColumns(kernel.visitors(), kernel.summary(), buffer.table());
    }

    private static SessionColumns of(DenseCodes visitors, long[] millis, int[] pages, int highest, SessionRules rules) {
        SortedSessionsKernel kernel = new SortedSessionsKernel(rules, new PageTable(highest + 1));
        VisitorSort.each(visitors, millis, pages, kernel);
        return new SessionColumns(kernel.visitors(), kernel.summary(), kernel.pages());
    }

    /** Returns the highest page, -1 if there is none. */
    private static int checked(int visitors, long[] millis, int[] pages, SessionRules rules) {
        if (millis.length != visitors) {
            throw new IllegalArgumentException(
                    "millis must be as many as visitors (" + visitors + "), got " + millis.length);
        }
        if (pages.length != visitors) {
            throw new IllegalArgumentException(
                    "pages must be as many as visitors (" + visitors + "), got " + pages.length);
        }
        if (requireNonNull(rules, "rules").givenIds() || rules.campaignChange()) {
            throw new IllegalArgumentException("rules must be without given ids and campaigns, got " + rules);
        }
        int highest = -1;
        for (int i = 0; i < pages.length; i++) {
            if (pages[i] < 0 || pages[i] >= PageTable.LIMIT) {
                throw new IllegalArgumentException(
                        "page must be in [0, " + PageTable.LIMIT + "), got " + pages[i] + " at index " + i);
            }
            highest = Math.max(highest, pages[i]);
        }
        return highest;
    }

    /**
     * Returns how many visitors there were.
     *
     * @return the count
     */
    public long visitors() {
        return visitors;
    }

    /**
     * Returns how many sessions there were.
     *
     * @return the count
     */
    public long count() {
        return sessions.count();
    }

    /**
     * Returns bounces, pages per session and durations.
     *
     * @return the summary, in which a page view is the only action
     */
    public SessionSummary sessions() {
        return sessions;
    }

    /**
     * Returns the counts of a page.
     *
     * @param page its code
     * @return the counts; {@link PageCounts#EMPTY} if nobody saw it
     * @throws IllegalArgumentException if the code is negative
     */
    public PageCounts page(int page) {
        return pages.at((int) Checks.notNegative("page", (long) page));
    }

    /**
     * Returns the number above the highest page that was seen.
     *
     * @return the bound; 0 without page views
     */
    public int pageBound() {
        return pages.bound();
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("SessionColumns", 1)
                .with("visitors", visitors)
                .with("sessions", sessions)
                .with("pages", pages.storedForm());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static SessionColumns ofStored(StoredForm form) {
        StoredFields fields = form.expect("SessionColumns", 1, "visitors", "sessions", "pages");
        SessionSummary sessions = SessionSummary.ofStored(fields.part("sessions"));
        PageTable pages = PageTable.ofStored(fields.part("pages"), sessions);
        long visitors = Checks.notNegative("visitors", fields.whole("visitors"));
        if (visitors > sessions.sessions() || (visitors == 0) != (sessions.sessions() == 0)) {
            throw new IllegalArgumentException("visitors of stored SessionColumns must be in [1, sessions] ("
                    + sessions.sessions() + "), got " + visitors);
        }
        return new SessionColumns(visitors, sessions, pages);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public SessionColumns plus(SessionColumns other) {
        return new SessionColumns(
                Math.addExact(visitors, other.visitors), sessions.plus(other.sessions), pages.plus(other.pages));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionColumns that
                && visitors == that.visitors
                && sessions.equals(that.sessions)
                && pages.equals(that.pages);
    }

    @Override
    public int hashCode() {
        return Objects.hash(visitors, sessions, pages);
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code SessionColumns[3 sessions of 2 visitors, 4 page views]}
     */
    @Override
    public String toString() {
        return "SessionColumns[" + sessions.sessions() + " sessions of " + visitors + " visitors, "
                + sessions.pageViews() + " page views]";
    }
}
