package io.cxmetrics.cli.web;

import io.cxmetrics.web.session.BounceDuration;
import io.cxmetrics.web.session.BounceRule;
import io.cxmetrics.web.session.SessionBoundary;
import io.cxmetrics.web.session.SessionDefinition;
import io.cxmetrics.web.session.SessionRules;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What a system means by a session and a bounce, by the name of the system. */
public enum Definition {
    GA4("one that is not engaged: at most 10 s, no key event, at most 1 page view"),
    MATOMO("at most 1 action"),
    PLAUSIBLE("1 page view and no interaction, which counts as 0 s"),
    POSTHOG("1 page view, no interaction, shorter than 10 s"),
    SNOWPLOW("at most 1 page view, no key event, less than 20 s of pings"),
    SINGLE_PAGE("1 page view, whatever else happened"),
    ONE_EVENT("1 event of any kind");

    private final String bounceInWords;

    Definition(String bounceInWords) {
        this.bounceInWords = bounceInWords;
    }

    private SessionDefinition in(ZoneId zone) {
        return switch (this) {
            case GA4 -> SessionDefinition.GA4;
            case MATOMO -> SessionDefinition.matomo(zone);
            case PLAUSIBLE -> SessionDefinition.PLAUSIBLE;
            case POSTHOG -> SessionDefinition.POSTHOG;
            case SNOWPLOW -> SessionDefinition.SNOWPLOW;
            case SINGLE_PAGE -> cutLikeGa4(BounceRule.SINGLE_PAGE_VIEW);
            case ONE_EVENT -> cutLikeGa4(BounceRule.ONE_EVENT);
        };
    }

    private static SessionDefinition cutLikeGa4(BounceRule bounce) {
        return new SessionDefinition(SessionDefinition.GA4.rules(), bounce);
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
        return this == PLAUSIBLE ? BounceDuration.AS_ZERO : BounceDuration.AS_MEASURED;
    }

    /** Returns the definition in words. */
    public static String words(Definition definition, SessionRules rules) {
        StringBuilder words = new StringBuilder("sessions ");
        if (rules.givenIds()) {
            words.append("as given");
        } else {
            long minutes = rules.timeout().toMinutes();
            boolean longer = rules.boundary() == SessionBoundary.AFTER;
            words.append("end after ")
                    .append(longer ? "more than " : "")
                    .append(minutes)
                    .append(" min without an event");
            words.append(rules.midnight() == null ? "" : ", at midnight");
            words.append(rules.campaignChange() ? ", where the campaign changes" : "");
        }
        Duration most = rules.maxLength();
        words.append(most == null ? "" : ", at most " + most.toHours() + " h");
        return words.append("; a bounce is ").append(definition.bounceInWords).toString();
    }
}
