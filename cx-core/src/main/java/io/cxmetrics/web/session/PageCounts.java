package io.cxmetrics.web.session;

import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;

/**
 * How often a page was seen, entered by and left from.
 *
 * <p><b>Two exit rates.</b> {@link #exitRatePerVisit()} is the share of the visits which saw the page that ended there (Matomo);
 * {@link #exitRatePerView()} is that of its page views (Plausible). They differ where visits see a page more than once.
 *
 * <pre>{@code
 * PageCounts home = new PageCounts(10, 5, 4, 3, 2);
 * home.exitRatePerVisit(); // 3 of 5 (0.6)
 * home.exitRatePerView(); // 3 of 10 (0.3)
 * home.bounceRate(); // 2 of 4 (0.5)
 * }</pre>
 *
 * @param views its page views
 * @param visits how many sessions saw it, at most the views
 * @param entrances how many sessions began with it, as to page views; at most the visits
 * @param exits how many sessions ended with it, as to page views; at most the visits
 * @param bounces how many of the sessions that began with it are bounces
 */
public record PageCounts(long views, long visits, long entrances, long exits, long bounces)
        implements Summary<PageCounts> {

    /** A page that nobody saw. */
    public static final PageCounts EMPTY = new PageCounts(0, 0, 0, 0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if one is negative, or larger than what it is a part of
     */
    public PageCounts {
        Checks.notNegative("views", views);
        part("visits", visits, "views", views);
        part("entrances", entrances, "visits", visits);
        part("exits", exits, "visits", visits);
        part("bounces", bounces, "entrances", entrances);
    }

    private static void part(String name, long part, String wholeName, long whole) {
        if (Checks.notNegative(name, part) > whole) {
            throw new IllegalArgumentException(
                    name + " must not exceed " + wholeName + " (" + whole + "), got " + part);
        }
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
    public PageCounts plus(PageCounts other) {
        return new PageCounts(
                Math.addExact(views, other.views),
                Math.addExact(visits, other.visits),
                Math.addExact(entrances, other.entrances),
                Math.addExact(exits, other.exits),
                Math.addExact(bounces, other.bounces));
    }
}
