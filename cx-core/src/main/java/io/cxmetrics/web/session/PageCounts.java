package io.cxmetrics.web.session;

import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Objects;

/**
 * How many views a page had, and how many sessions saw it, began with it and ended with it.
 *
 * <p><b>Two exit rates.</b> {@link #exitRatePerVisit()} is the share of the visits which saw the page that ended there
 * (Matomo); {@link #exitRatePerView()} is that of its page views (Plausible). They differ where visits see a page more
 * than once.
 *
 * <pre>{@code
 * PageCounts home = PageCounts.ofViews(10, 5).withSessions(4, 3, 2);
 * home.exitRatePerVisit(); // 3 of 5 (0.6)
 * home.exitRatePerView(); // 3 of 10 (0.3)
 * home.bounceRate(); // 2 of 4 (0.5)
 * }</pre>
 *
 * @since 0.1
 */
public final class PageCounts implements Summary<PageCounts> {

    private static final long serialVersionUID = 1;

    /** A page that nobody saw. */
    public static final PageCounts EMPTY = new PageCounts(0, 0, 0, 0, 0);

    private final long views;
    private final long visits;
    private final long entrances;
    private final long exits;
    private final long bounces;

    PageCounts(long views, long visits, long entrances, long exits, long bounces) {
        this.views = Checks.notNegative("views", views);
        this.visits = part("visits", visits, "views", views);
        this.entrances = part("entrances", entrances, "visits", visits);
        this.exits = part("exits", exits, "visits", visits);
        this.bounces = part("bounces", bounces, "entrances", entrances);
    }

    private static long part(String name, long part, String wholeName, long whole) {
        if (Checks.notNegative(name, part) > whole) {
            throw new IllegalArgumentException(
                    name + " must not exceed " + wholeName + " (" + whole + "), got " + part);
        }
        return part;
    }

    /**
     * Returns the counts of a page with which no session began or ended.
     *
     * @param views its page views
     * @param visits how many sessions saw it, at most the views
     * @return the counts
     * @throws IllegalArgumentException if one is negative, or there are more visits than views
     */
    public static PageCounts ofViews(long views, long visits) {
        return new PageCounts(views, visits, 0, 0, 0);
    }

    /**
     * Returns these counts with the sessions that began and ended with the page.
     *
     * @param newEntrances how many sessions have it as their first page view, at most the visits
     * @param newExits how many sessions have it as their last page view, at most the visits
     * @param newBounces how many of the sessions that began with it are bounces
     * @return the counts
     * @throws IllegalArgumentException if one is negative, or larger than what it is a part of
     */
    public PageCounts withSessions(long newEntrances, long newExits, long newBounces) {
        return new PageCounts(views, visits, newEntrances, newExits, newBounces);
    }

    /**
     * Returns how many page views it had.
     *
     * @return the views
     */
    public long count() {
        return views;
    }

    /**
     * Returns how many page views it had.
     *
     * @return the count
     */
    public long views() {
        return views;
    }

    /**
     * Returns how many sessions saw it.
     *
     * @return the count, at most the views
     */
    public long visits() {
        return visits;
    }

    /**
     * Returns how many sessions have it as their first page view.
     *
     * @return the count, at most the visits
     */
    public long entrances() {
        return entrances;
    }

    /**
     * Returns how many sessions have it as their last page view.
     *
     * @return the count, at most the visits
     */
    public long exits() {
        return exits;
    }

    /**
     * Returns how many of the sessions that began with it are bounces.
     *
     * @return the count, at most the entrances
     */
    public long bounces() {
        return bounces;
    }

    /**
     * Returns the share of the visits that ended here, as Matomo counts.
     *
     * @return exits out of visits that saw the page
     */
    public Proportion exitRatePerVisit() {
        return Proportion.of(exits, visits);
    }

    /**
     * Returns the share of the page views that were the last of a session, as Plausible counts.
     *
     * @return exits out of page views
     */
    public Proportion exitRatePerView() {
        return Proportion.of(exits, views);
    }

    /**
     * Returns the bounce rate of the page as an entry.
     *
     * @return bounces out of entrances
     */
    public Proportion bounceRate() {
        return Proportion.of(bounces, entrances);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("PageCounts", 1)
                .with("views", views)
                .with("visits", visits)
                .with("entrances", entrances)
                .with("exits", exits)
                .with("bounces", bounces);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static PageCounts ofStored(StoredForm form) {
        StoredFields fields = form.expect("PageCounts", 1, "views", "visits", "entrances", "exits", "bounces");
        return new PageCounts(
                fields.whole("views"),
                fields.whole("visits"),
                fields.whole("entrances"),
                fields.whole("exits"),
                fields.whole("bounces"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public PageCounts plus(PageCounts other) {
        return new PageCounts(
                Math.addExact(views, other.views),
                Math.addExact(visits, other.visits),
                Math.addExact(entrances, other.entrances),
                Math.addExact(exits, other.exits),
                Math.addExact(bounces, other.bounces));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PageCounts that
                && views == that.views
                && visits == that.visits
                && entrances == that.entrances
                && exits == that.exits
                && bounces == that.bounces;
    }

    @Override
    public int hashCode() {
        return Objects.hash(views, visits, entrances, exits, bounces);
    }

    /**
     * Returns all counts.
     *
     * @return such as {@code PageCounts[views=2, visits=2, entrances=2, exits=1, bounces=1]}
     */
    @Override
    public String toString() {
        return "PageCounts[views=" + views + ", visits=" + visits + ", entrances=" + entrances + ", exits=" + exits
                + ", bounces=" + bounces + "]";
    }
}
