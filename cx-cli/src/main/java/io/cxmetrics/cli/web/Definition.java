package io.cxmetrics.cli.web;

import io.cxmetrics.web.session.BounceDuration;
import io.cxmetrics.web.session.BounceRule;
import io.cxmetrics.web.session.SessionDefinition;
import io.cxmetrics.web.session.SessionRules;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names of the systems whose {@link SessionDefinition} can be asked for. */
public enum Definition {
    GA4,
    MATOMO,
    PLAUSIBLE,
    POSTHOG,
    SNOWPLOW,
    SINGLE_PAGE,
    ONE_EVENT;

    private SessionDefinition in(ZoneId zone) {
        return SessionDefinition.of(name().toLowerCase(Locale.ROOT), zone);
    }

    /**
     * Returns where sessions end.
     *
     * @param zone the zone of the site
     * @param timeout the inactivity that ends them, null for that of the system
     * @param given whether the events name their sessions, so that they end nowhere else
     */
    public SessionRules rules(ZoneId zone, @Nullable Duration timeout, boolean given) {
        SessionRules own = in(zone).rules();
        if (given) {
            return own.givenIds() ? own : SessionRules.given();
        }
        return timeout == null ? own : own.withTimeout(timeout);
    }

    /** Which sessions bounce, which is the same in every zone. */
    BounceRule bounce() {
        return in(ZoneOffset.UTC).bounce();
    }

    /** What a bounce counts for in the mean duration. */
    BounceDuration bounceDuration() {
        return in(ZoneOffset.UTC).duration();
    }

    /** Returns the definition in words. */
    public static String words(Definition definition, SessionRules rules) {
        return definition.in(ZoneOffset.UTC).withRules(rules).inWords();
    }
}
