package io.cxmetrics.web.session;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * Session and bounce as an analytics system defines them. This is the only list of systems.
 *
 * <p>Begin with a constant and change what is configured otherwise. {@link #inWords()} says the whole definition in one
 * line.
 *
 * <pre>{@code
 * SessionDefinition.GA4.inWords();
 * SessionDefinition.of("matomo", ZoneOffset.UTC).bounce(); // MATOMO
 * SessionDefinition.all(ZoneOffset.UTC).size(); // 7
 * }</pre>
 *
 * @param name the name of the system, in lower case
 * @param rules where sessions end
 * @param bounce which of them are bounces
 * @param duration what a bounce counts for in the mean duration
 * @param words what a bounce is, in words that go on from "a bounce is"
 * @since 0.1
 */
public record SessionDefinition(
        String name, SessionRules rules, BounceRule bounce, BounceDuration duration, String words)
        implements Serializable {

    private static final SessionRules HALF_AN_HOUR = SessionRules.of(Duration.ofMinutes(30));

    /** Google Analytics 4: 30 minutes of inactivity and nothing else. */
    public static final SessionDefinition GA4 = new SessionDefinition(
            "ga4",
            HALF_AN_HOUR,
            BounceRule.GA4,
            BounceDuration.AS_MEASURED,
            "one that is not engaged: at most 10 s, no key event, at most 1 page view");

    /** Plausible: 30 minutes of inactivity and nothing else; its visitors are of one day anyway. */
    public static final SessionDefinition PLAUSIBLE = new SessionDefinition(
            "plausible",
            HALF_AN_HOUR,
            BounceRule.PLAUSIBLE,
            BounceDuration.AS_ZERO,
            "1 page view and no interaction, which counts as 0 s");

    /** PostHog: 30 minutes of inactivity, and at most 24 hours. */
    public static final SessionDefinition POSTHOG = new SessionDefinition(
            "posthog",
            HALF_AN_HOUR.withMaxLength(Duration.ofHours(24)),
            BounceRule.POSTHOG,
            BounceDuration.AS_MEASURED,
            "1 page view, no interaction, shorter than 10 s");

    /** The data models of Snowplow: the ids that the tracker gave, and at most 3 days. */
    public static final SessionDefinition SNOWPLOW = new SessionDefinition(
            "snowplow",
            SessionRules.given().withMaxLength(Duration.ofDays(3)),
            BounceRule.SNOWPLOW,
            BounceDuration.AS_MEASURED,
            "at most 1 page view, no key event, less than 20 s of pings");

    /** 30 minutes of inactivity, and a bounce is one page view: the oldest definition. */
    public static final SessionDefinition SINGLE_PAGE = new SessionDefinition(
            "single_page",
            HALF_AN_HOUR,
            BounceRule.SINGLE_PAGE_VIEW,
            BounceDuration.AS_MEASURED,
            "1 page view, whatever else happened");

    /** 30 minutes of inactivity, and a bounce is one event: the R package reconstructr. */
    public static final SessionDefinition ONE_EVENT = new SessionDefinition(
            "one_event", HALF_AN_HOUR, BounceRule.ONE_EVENT, BounceDuration.AS_MEASURED, "1 event of any kind");

    /** Checks that nothing is missing. */
    public SessionDefinition {
        requireNonNull(name, "name");
        requireNonNull(rules, "rules");
        requireNonNull(bounce, "bounce");
        requireNonNull(duration, "duration");
        requireNonNull(words, "words");
    }

    /**
     * Returns the defaults of Matomo: a gap of 30 minutes or more, midnight, a change of campaign, and 10,000 actions.
     *
     * @param zone the zone of the site
     * @return the definition
     */
    public static SessionDefinition matomo(ZoneId zone) {
        return new SessionDefinition(
                "matomo",
                HALF_AN_HOUR
                        .withBoundary(SessionBoundary.AT)
                        .withMidnight(requireNonNull(zone, "zone"))
                        .withCampaignChange(true)
                        .withMaxActions(10_000),
                BounceRule.MATOMO,
                BounceDuration.AS_MEASURED,
                "at most 1 action");
    }

    /**
     * Returns all definitions.
     *
     * @param zone the zone of the site
     * @return ga4, matomo, plausible, posthog, snowplow, single_page and one_event, in this order
     */
    public static List<SessionDefinition> all(ZoneId zone) {
        return List.of(GA4, matomo(zone), PLAUSIBLE, POSTHOG, SNOWPLOW, SINGLE_PAGE, ONE_EVENT);
    }

    /**
     * Returns the definition of a name.
     *
     * @param name the name, such as {@code ga4}
     * @param zone the zone of the site
     * @return the definition
     * @throws IllegalArgumentException if there is none of the name
     */
    public static SessionDefinition of(String name, ZoneId zone) {
        List<SessionDefinition> all = all(zone);
        return all.stream()
                .filter(definition -> definition.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("name must be one of "
                        + all.stream().map(SessionDefinition::name).toList() + ", got " + name));
    }

    /**
     * Returns this definition with another name.
     *
     * @param newName the name
     * @return the definition
     */
    public SessionDefinition withName(String newName) {
        return new SessionDefinition(newName, rules, bounce, duration, words);
    }

    /**
     * Returns this definition with other ends of sessions.
     *
     * @param newRules where sessions end
     * @return the definition
     */
    public SessionDefinition withRules(SessionRules newRules) {
        return new SessionDefinition(name, newRules, bounce, duration, words);
    }

    /**
     * Returns this definition with another inactivity that ends a session.
     *
     * @param timeout the longest gap within a session
     * @return the definition
     * @throws IllegalArgumentException if the timeout is shorter than a millisecond
     */
    public SessionDefinition withTimeout(Duration timeout) {
        return withRules(rules.withTimeout(timeout));
    }

    /**
     * Returns this definition with another bounce.
     *
     * @param newBounce which sessions are bounces
     * @param newWords what a bounce is, in words
     * @return the definition
     */
    public SessionDefinition withBounce(BounceRule newBounce, String newWords) {
        return new SessionDefinition(name, rules, newBounce, duration, newWords);
    }

    /**
     * Returns this definition with another duration of bounces.
     *
     * @param newDuration what a bounce counts for in the mean duration
     * @return the definition
     */
    public SessionDefinition withDuration(BounceDuration newDuration) {
        return new SessionDefinition(name, rules, bounce, newDuration, words);
    }

    /**
     * Returns the definition in words.
     *
     * @return such as {@code sessions end after more than 30 min without an event; a bounce is 1 event of any kind}
     */
    public String inWords() {
        StringBuilder text = new StringBuilder("sessions ");
        if (rules.givenIds()) {
            text.append("as given");
        } else {
            text.append("end after ")
                    .append(rules.boundary() == SessionBoundary.AFTER ? "more than " : "")
                    .append(rules.timeout().toMinutes())
                    .append(" min without an event")
                    .append(rules.midnight() == null ? "" : ", at midnight")
                    .append(rules.campaignChange() ? ", where the campaign changes" : "");
        }
        Duration most = rules.maxLength();
        return text.append(most == null ? "" : ", at most " + most.toHours() + " h")
                .append("; a bounce is ")
                .append(words)
                .toString();
    }
}
