package io.cxmetrics.web.usage;

import io.cxmetrics.Aggregation;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;

/**
 * Social interaction: shares, likes and mentions, and how often what they are about was shown.
 *
 * <p><b>Definition.</b> engagements = shares + likes + mentions. Networks divide by one of three, and the rates differ by orders of
 * magnitude: {@link #perImpression()} by how often it was shown, {@link #perReach(double)} by how many people saw it, {@link
 * #perFollower(long)} by how many follow the account. All are ratios, 0 or more, and no shares: one person may like and share.
 *
 * <p><b>Adding up.</b> Engagements and impressions add up. People reached and followers do not, for one person sees many posts and
 * is a follower every day; so they are no part of the summary, but named when it is asked: reach of a longer time is that
 * of a {@link io.cxmetrics.web.visitor.UniqueVisitors UniqueVisitors} or a {@link io.cxmetrics.web.visitor.VisitorSketch VisitorSketch} of it.
 *
 * <p><b>Edges.</b> Divided by nobody or nothing the rate is NaN.
 *
 * <pre>{@code
 * SocialEngagement post = new SocialEngagement(5, 40, 3, 1200);
 * post.engagements(); // 48
 * post.perImpression(); // 0.04
 * post.perReach(960); // 0.05
 * post.perFollower(4800); // 0.01
 * }</pre>
 *
 * @param shares how often it was shared, not negative
 * @param likes how often it was liked, not negative
 * @param mentions how often somebody was mentioned or commented, not negative
 * @param impressions how often it was shown, not negative
 */
public record SocialEngagement(long shares, long likes, long mentions, long impressions)
        implements Summary<SocialEngagement> {

    /** Nothing. */
    public static final SocialEngagement EMPTY = new SocialEngagement(0, 0, 0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public SocialEngagement {
        Checks.notNegative("shares", shares);
        Checks.notNegative("likes", likes);
        Checks.notNegative("mentions", mentions);
        Checks.notNegative("impressions", impressions);
    }

    /**
     * Returns how events become engagement: each {@link EventKind#SHARE}, {@link EventKind#LIKE}, {@link EventKind#MENTION} and
     * {@link EventKind#IMPRESSION} counts; events of other kinds change nothing.
     *
     * @param <V> the type of the keys of visitors
     * @return the aggregation
     */
    public static <V> Aggregation<WebEvent<V>, ?, SocialEngagement> aggregation() {
        return new Count<>();
    }

    /**
     * Returns the engagements of all kinds.
     *
     * @return shares + likes + mentions
     * @throws ArithmeticException if the sum overflows
     */
    public long engagements() {
        return Math.addExact(Math.addExact(shares, likes), mentions);
    }

    /**
     * Returns the engagement by impressions.
     *
     * @return engagements / impressions, 0 or more; NaN without impressions
     */
    public double perImpression() {
        return per(impressions);
    }

    /**
     * Returns the engagement by reach.
     *
     * @param people how many different people saw it, counted or estimated
     * @return engagements / people, 0 or more; NaN if there are none
     * @throws IllegalArgumentException if the number is negative or not finite
     */
    public double perReach(double people) {
        return per(Checks.notNegative("people", people));
    }

    /**
     * Returns the engagement by followers.
     *
     * @param followers how many follow the account
     * @return engagements / followers, 0 or more; NaN if there are none
     * @throws IllegalArgumentException if the number is negative
     */
    public double perFollower(long followers) {
        return per(Checks.notNegative("followers", followers));
    }

    private double per(double base) {
        return base == 0 ? Double.NaN : engagements() / base;
    }

    @Override
    public SocialEngagement plus(SocialEngagement other) {
        return new SocialEngagement(
                Math.addExact(shares, other.shares),
                Math.addExact(likes, other.likes),
                Math.addExact(mentions, other.mentions),
                Math.addExact(impressions, other.impressions));
    }

    private record Count<V>() implements Aggregation<WebEvent<V>, long[], SocialEngagement> {

        @Override
        public long[] zero() {
            return new long[4];
        }

        @Override
        public long[] add(long[] state, WebEvent<V> event) {
            switch (event.kind()) {
                case SHARE -> state[0]++;
                case LIKE -> state[1]++;
                case MENTION -> state[2]++;
                case IMPRESSION -> state[3]++;
                default -> {
                    // Of no account here.
                }
            }
            return state;
        }

        @Override
        public long[] merge(long[] left, long[] right) {
            for (int i = 0; i < left.length; i++) {
                left[i] += right[i];
            }
            return left;
        }

        @Override
        public SocialEngagement finish(long[] state) {
            return new SocialEngagement(state[0], state[1], state[2], state[3]);
        }
    }
}
