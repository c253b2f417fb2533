package io.cxmetrics.web.session;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cxmetrics.web.EventKind;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where the session of a visitor ends and the next begins.
 *
 * <p><b>Definition.</b> The events of a visitor in order of time; equal times keep the order in which they came. An
 * event begins a new session if any of these holds:
 *
 * <ul>
 *   <li>the gap to the event before is longer than the timeout ({@link SessionBoundary#AFTER}), or as long
 *       ({@link SessionBoundary#AT});
 *   <li>sessions are split at midnight, and its date in the zone is not that of the event before;
 *   <li>sessions are split where the campaign changes, and it names another campaign than the last that was named in
 *       the session; an event that names none splits nothing, nor does the first that names one;
 *   <li>the session has the most actions it may have, and the event is one more (views, clicks, orders and the like;
 *       not {@link EventKind#PING}, {@link EventKind#SCROLL} and {@link EventKind#IMPRESSION});
 *   <li>it is later than the start of the session plus the greatest length.
 * </ul>
 *
 * <p>Every event keeps a session open, a ping too. With given ids a session is what carries one id, whoever the visitor
 * is; timeouts do not matter then, events without an id are left out and counted, and so are those beyond the greatest
 * length.
 *
 * <p><b>What systems do</b> is in {@link SessionDefinition}: their defaults as documented. Each can be configured there
 * as it can here.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * SessionRules.of(Duration.ofMinutes(30)).equals(SessionDefinition.GA4.rules()); // true
 * SessionRules.of(Duration.ofMinutes(30)).withTimeout(Duration.ofHours(1)).timeout(); // PT1H
 * SessionDefinition.matomo(ZoneOffset.UTC).rules().boundary(); // AT
 * }</pre>
 *
 * @param timeout the inactivity that ends a session, at least a millisecond; rounded down to the millisecond
 * @param boundary whether a gap of exactly the timeout ends it
 * @param midnight the zone at whose midnight sessions are split, or null if they are not
 * @param campaignChange whether sessions are split where the campaign changes
 * @param maxActions how many actions a session may have, at least 1; {@link Long#MAX_VALUE} if any number
 * @param maxLength how long a session may be, at least a millisecond; null if any length
 * @param givenIds whether sessions are those that events name
 * @since 0.1
 */
public record SessionRules(
        Duration timeout,
        SessionBoundary boundary,
        @Nullable ZoneId midnight,
        boolean campaignChange,
        long maxActions,
        @Nullable Duration maxLength,
        boolean givenIds)
        implements Serializable {

    /**
     * Checks the rules.
     *
     * @throws IllegalArgumentException if a limit is too low, or given ids are to be split further
     */
    public SessionRules {
        millis("timeout", timeout);
        requireNonNull(boundary, "boundary");
        if (maxActions < 1) {
            throw new IllegalArgumentException("maxActions must be at least 1, got " + maxActions);
        }
        if (maxLength != null) {
            millis("maxLength", maxLength);
        }
        if (givenIds && (midnight != null || campaignChange || maxActions != Long.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "givenIds must not be combined with a split at midnight, at campaigns or by actions");
        }
    }

    /** The length in milliseconds, where what is beyond the range of a long is never reached. */
    @CanIgnoreReturnValue
    private static long millis(String name, Duration length) {
        if (length.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException(name + " must be at least PT0.001S, got " + length);
        }
        return length.compareTo(Duration.ofMillis(Long.MAX_VALUE)) < 0 ? length.toMillis() : Long.MAX_VALUE;
    }

    /**
     * Returns the rules of inactivity alone.
     *
     * @param timeout the longest gap within a session
     * @return the rules
     * @throws IllegalArgumentException if the timeout is shorter than a millisecond
     */
    public static SessionRules of(Duration timeout) {
        return new SessionRules(timeout, SessionBoundary.AFTER, null, false, Long.MAX_VALUE, null, false);
    }

    /**
     * Returns the rules of sessions that events name.
     *
     * @return the rules
     */
    public static SessionRules given() {
        return new SessionRules(Duration.ofMinutes(30), SessionBoundary.AFTER, null, false, Long.MAX_VALUE, null, true);
    }

    /**
     * Returns these rules with another timeout.
     *
     * @param newTimeout the inactivity that ends a session
     * @return the rules
     * @throws IllegalArgumentException if the timeout is shorter than a millisecond
     */
    public SessionRules withTimeout(Duration newTimeout) {
        return new SessionRules(newTimeout, boundary, midnight, campaignChange, maxActions, maxLength, givenIds);
    }

    /**
     * Returns these rules with another boundary.
     *
     * @param newBoundary whether a gap of exactly the timeout ends a session
     * @return the rules
     */
    public SessionRules withBoundary(SessionBoundary newBoundary) {
        return new SessionRules(timeout, newBoundary, midnight, campaignChange, maxActions, maxLength, givenIds);
    }

    /**
     * Returns these rules with a split at midnight or without.
     *
     * @param zone whose midnight, or null for no split
     * @return the rules
     * @throws IllegalArgumentException if the ids of sessions are given
     */
    public SessionRules withMidnight(@Nullable ZoneId zone) {
        return new SessionRules(timeout, boundary, zone, campaignChange, maxActions, maxLength, givenIds);
    }

    /**
     * Returns these rules with a split where the campaign changes or without.
     *
     * @param split whether there is one
     * @return the rules
     * @throws IllegalArgumentException if the ids of sessions are given
     */
    public SessionRules withCampaignChange(boolean split) {
        return new SessionRules(timeout, boundary, midnight, split, maxActions, maxLength, givenIds);
    }

    /**
     * Returns these rules with a cap on the actions of a session.
     *
     * @param cap how many it may have, at least 1; {@link Long#MAX_VALUE} for any number
     * @return the rules
     * @throws IllegalArgumentException if the cap is below 1, or the ids of sessions are given
     */
    public SessionRules withMaxActions(long cap) {
        return new SessionRules(timeout, boundary, midnight, campaignChange, cap, maxLength, givenIds);
    }

    /**
     * Returns these rules with a cap on the length of a session.
     *
     * @param cap how long it may be, or null for any length
     * @return the rules
     * @throws IllegalArgumentException if the cap is shorter than a millisecond
     */
    public SessionRules withMaxLength(@Nullable Duration cap) {
        return new SessionRules(timeout, boundary, midnight, campaignChange, maxActions, cap, givenIds);
    }

    /** The timeout in milliseconds. */
    long timeoutMillis() {
        return millis("timeout", timeout);
    }

    /** The greatest length in milliseconds. */
    long maxLengthMillis() {
        return maxLength == null ? Long.MAX_VALUE : millis("maxLength", maxLength);
    }

    /** Whether midnight lies between two times, which it never does where sessions are not split there. */
    boolean midnightBetween(long earlier, long later) {
        return midnight != null && day(midnight, earlier) != day(midnight, later);
    }

    private static long day(ZoneId zone, long millis) {
        Instant at = Instant.ofEpochMilli(millis);
        return Math.floorDiv(at.getEpochSecond() + zone.getRules().getOffset(at).getTotalSeconds(), 86_400);
    }
}
