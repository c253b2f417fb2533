package io.cxmetrics.web.session;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an analytics system means by a session and by a bounce.
 *
 * @param rules where sessions end
 * @param bounce which of them are bounces
 */
public record SessionDefinition(SessionRules rules, BounceRule bounce) implements Serializable {

    /** Google Analytics 4. */
    public static final SessionDefinition GA4 = new SessionDefinition(SessionRules.GA4, BounceRule.GA4);

    /** Plausible. */
    public static final SessionDefinition PLAUSIBLE =
            new SessionDefinition(SessionRules.PLAUSIBLE, BounceRule.PLAUSIBLE);

    /** PostHog. */
    public static final SessionDefinition POSTHOG = new SessionDefinition(SessionRules.POSTHOG, BounceRule.POSTHOG);

    /** Snowplow, which needs given ids. */
    public static final SessionDefinition SNOWPLOW = new SessionDefinition(SessionRules.SNOWPLOW, BounceRule.SNOWPLOW);

    /** Checks that nothing is missing. */
    public SessionDefinition {
        requireNonNull(rules, "rules");
        requireNonNull(bounce, "bounce");
    }

    /**
     * Returns the definition of Matomo.
     *
     * @param zone the zone of the site
     * @return the definition
     */
    public static SessionDefinition matomo(ZoneId zone) {
        return new SessionDefinition(SessionRules.matomo(zone), BounceRule.MATOMO);
    }

    /**
     * Returns the definitions that need no given ids, by the names of the systems.
     *
     * @param zone the zone of the site
     * @return an unmodifiable map of ga4, matomo, plausible and posthog, in this order
     */
    public static Map<String, SessionDefinition> standard(ZoneId zone) {
        Map<String, SessionDefinition> all = new LinkedHashMap<>();
        all.put("ga4", GA4);
        all.put("matomo", matomo(zone));
        all.put("plausible", PLAUSIBLE);
        all.put("posthog", POSTHOG);
        return Collections.unmodifiableMap(all);
    }
}
