package io.cxmetrics.cli.web;

import io.cxmetrics.web.BounceDuration;
import io.cxmetrics.web.BounceRule;
import io.cxmetrics.web.SessionBoundary;
import io.cxmetrics.web.SessionRules;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a system means by a session and a bounce, by the name of the system. */
public enum Definition {
    GA4(BounceRule.GA4, "one that is not engaged: at most 10 s, no key event, at most 1 page view") {
        @Override
        SessionRules cut(ZoneId zone) {
            return SessionRules.GA4;
        }
    },
    MATOMO(BounceRule.MATOMO, "at most 1 action") {
        @Override
        SessionRules cut(ZoneId zone) {
            return SessionRules.matomo(zone);
        }
    },
    PLAUSIBLE(BounceRule.PLAUSIBLE, "1 page view and no interaction, which counts as 0 s") {
        @Override
        SessionRules cut(ZoneId zone) {
            return SessionRules.PLAUSIBLE;
        }
    },
    POSTHOG(BounceRule.POSTHOG, "1 page view, no interaction, shorter than 10 s") {
        @Override
        SessionRules cut(ZoneId zone) {
            return SessionRules.POSTHOG;
        }
    },
    SNOWPLOW(BounceRule.SNOWPLOW, "at most 1 page view, no key event, less than 20 s of pings") {
        @Override
        SessionRules cut(ZoneId zone) {
            return SessionRules.SNOWPLOW;
        }
    },
    SINGLE_PAGE(BounceRule.SINGLE_PAGE_VIEW, "1 page view, whatever else happened") {
        @Override
        SessionRules cut(ZoneId zone) {
            return SessionRules.GA4;
        }
    },
    ONE_EVENT(BounceRule.ONE_EVENT, "1 event of any kind") {
        @Override
        SessionRules cut(ZoneId zone) {
            return SessionRules.GA4;
        }
    };

    private final BounceRule bounce;
    private final String bounceInWords;

    Definition(BounceRule bounce, String bounceInWords) {
        this.bounce = bounce;
        this.bounceInWords = bounceInWords;
    }

    /** Where its sessions end by default. */
    abstract SessionRules cut(ZoneId zone);

    /**
     * Returns where sessions end.
     *
     * @param zone the zone of the site
     * @param timeout the inactivity that ends them, null for that of the system
     * @param given whether the events name their sessions, so that they end nowhere else
     */
    public SessionRules rules(ZoneId zone, @Nullable Duration timeout, boolean given) {
        SessionRules own = cut(zone);
        if (given) {
            return own.givenIds() ? own : SessionRules.given();
        }
        return timeout == null ? own : own.withTimeout(timeout);
    }

    BounceRule bounce() {
        return bounce;
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
