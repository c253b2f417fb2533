package io.cxmetrics.web.usage;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * Social interaction: shares, likes and mentions, and how often what they are about was shown.
 *
 * <p><b>Definition.</b> engagements = shares + likes + mentions. Networks divide by one of three, and the rates differ
 * by orders of magnitude: {@link #perImpression()} by how often it was shown, {@link #perReach(double)} by how many
 * people saw it, {@link #perFollower(long)} by how many follow the account. All are ratios, 0 or more, and no shares:
 * one person may like and share.
 *
 * <p><b>Adding up.</b> Engagements and impressions add up. People reached and followers do not, for one person sees
 * many posts and is a follower every day; so they are no part of the summary, but named when it is asked: reach of a
 * longer time is that of a {@link io.cxmetrics.web.visitor.UniqueVisitors UniqueVisitors} or a
 * {@link io.cxmetrics.web.visitor.VisitorSketch VisitorSketch} of it.
 *
 * <p><b>Edges.</b> Divided by nobody or nothing the rate is NaN.
 *
 * <pre>{@code
 * SocialEngagement post = SocialEngagement.ofImpressions(1200).withEngagements(5, 40, 3);
 * post.engagements(); // 48
 * post.perImpression(); // 0.04
 * post.perReach(960); // 0.05
 * post.perFollower(4800); // 0.01
 * }</pre>
 *
 * @since 0.1
 */
public final class SocialEngagement implements Summary<SocialEngagement> {

    private static final long serialVersionUID = 1;

    /** Nothing. */
    public static final SocialEngagement EMPTY = new SocialEngagement(0, 0, 0, 0);

    private final long shares;
    private final long likes;
    private final long mentions;
    private final long impressions;

    SocialEngagement(long shares, long likes, long mentions, long impressions) {
        this.shares = Checks.notNegative("shares", shares);
        this.likes = Checks.notNegative("likes", likes);
        this.mentions = Checks.notNegative("mentions", mentions);
        this.impressions = Checks.notNegative("impressions", impressions);
    }

    /**
     * Returns what was shown and met no engagement.
     *
     * @param impressions how often it was shown
     * @return the summary
     * @throws IllegalArgumentException if the count is negative
     */
    public static SocialEngagement ofImpressions(long impressions) {
        return new SocialEngagement(0, 0, 0, impressions);
    }

    /**
     * Returns this summary with its engagements.
     *
     * @param newShares how often it was shared
     * @param newLikes how often it was liked
     * @param newMentions how often somebody was mentioned or commented
     * @return the summary
     * @throws IllegalArgumentException if a count is negative
     */
    public SocialEngagement withEngagements(long newShares, long newLikes, long newMentions) {
        return new SocialEngagement(newShares, newLikes, newMentions, impressions);
    }

    /**
     * Returns how often it was shared.
     *
     * @return the count
     */
    public long shares() {
        return shares;
    }

    /**
     * Returns how often it was liked.
     *
     * @return the count
     */
    public long likes() {
        return likes;
    }

    /**
     * Returns how often somebody was mentioned or commented.
     *
     * @return the count
     */
    public long mentions() {
        return mentions;
    }

    /**
     * Returns how often it was shown.
     *
     * @return the count
     */
    public long impressions() {
        return impressions;
    }

    /**
     * Folds events into engagement: each {@link EventKind#SHARE}, {@link EventKind#LIKE}, {@link EventKind#MENTION} and
     * {@link EventKind#IMPRESSION} counts; events of other kinds change nothing.
     *
     * @param <V> the type of the keys of visitors
     * @return the aggregation
     */
    public static <V> Aggregation<WebEvent<V>, long[], SocialEngagement> aggregation() {
        return new Count<>();
    }

    /**
     * Returns a collector of events; see {@link #aggregation()}.
     *
     * @param <V> the type of the keys of visitors
     * @return the collector
     */
    public static <V> Collector<WebEvent<V>, ?, SocialEngagement> toSocialEngagement() {
        return SocialEngagement.<V>aggregation().toCollector();
    }

    /**
     * Returns the engagement of events.
     *
     * @param events the events, in any order
     * @param <V> the type of the keys of visitors
     * @return the engagement
     */
    public static <V> SocialEngagement of(Collection<WebEvent<V>> events) {
        return events.stream().collect(toSocialEngagement());
    }

    /**
     * Returns how many impressions there were: the number on which {@link #perImpression()} rests.
     *
     * @return the impressions
     */
    public long count() {
        return impressions;
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
    public StoredForm storedForm() {
        return StoredForm.of("SocialEngagement", 1)
                .with("shares", shares)
                .with("likes", likes)
                .with("mentions", mentions)
                .with("impressions", impressions);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static SocialEngagement ofStored(StoredForm form) {
        StoredFields fields = form.expect("SocialEngagement", 1, "shares", "likes", "mentions", "impressions");
        return new SocialEngagement(
                fields.whole("shares"), fields.whole("likes"), fields.whole("mentions"), fields.whole("impressions"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public SocialEngagement plus(SocialEngagement other) {
        return new SocialEngagement(
                Math.addExact(shares, other.shares),
                Math.addExact(likes, other.likes),
                Math.addExact(mentions, other.mentions),
                Math.addExact(impressions, other.impressions));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SocialEngagement that
                && shares == that.shares
                && likes == that.likes
                && mentions == that.mentions
                && impressions == that.impressions;
    }

    @Override
    public int hashCode() {
        return Objects.hash(shares, likes, mentions, impressions);
    }

    /**
     * Returns all counts.
     *
     * @return such as {@code SocialEngagement[shares=5, likes=40, mentions=3, impressions=1200]}
     */
    @Override
    public String toString() {
        return "SocialEngagement[shares=" + shares + ", likes=" + likes + ", mentions=" + mentions + ", impressions="
                + impressions + "]";
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
