package io.cxmetrics.web.session;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * Which sessions are bounces: visitors who came and did no more. Systems mean different things by it.
 *
 * <p>What actions, interactions and key events are is in {@link Session}. A session without page views is no bounce
 * where the definition wants one page view.
 *
 * @since 0.1
 */
public enum BounceRule implements Predicate<Session<?>> {

    /**
     * Exactly one page view, whatever else happened: the oldest definition, and that of the session reports of PostHog.
     */
    SINGLE_PAGE_VIEW {
        @Override
        public boolean test(Session<?> session) {
            return session.pageViews() == 1;
        }
    },

    /** At most one action, so that a click on the only page is no bounce: Matomo. */
    MATOMO {
        @Override
        public boolean test(Session<?> session) {
            return session.actions() <= 1;
        }
    },

    /** One page view and no interaction: Plausible. */
    PLAUSIBLE {
        @Override
        public boolean test(Session<?> session) {
            return session.pageViews() == 1 && session.interactions() == 0;
        }
    },

    /** One page view, no interaction, and shorter than 10 seconds: the web reports of PostHog. */
    POSTHOG {
        @Override
        public boolean test(Session<?> session) {
            return PLAUSIBLE.test(session) && session.duration().compareTo(TEN_SECONDS) < 0;
        }
    },

    /**
     * Not engaged, where engaged is longer than 10 seconds, or with a key event, or with two page views or more: Google
     * Analytics 4.
     */
    GA4 {
        @Override
        public boolean test(Session<?> session) {
            return session.duration().compareTo(TEN_SECONDS) <= 0
                    && session.keyEvents() == 0
                    && session.pageViews() < 2;
        }
    },

    /**
     * Not engaged, where engaged is two page views or more, a key event, or an engaged time of 20 seconds, which is two
     * heartbeats: Snowplow. The engaged time is what pings say, or where they say nothing, 10 seconds for each
     * heartbeat but the first and 5 for that.
     */
    SNOWPLOW {
        @Override
        public boolean test(Session<?> session) {
            return session.pageViews() < 2
                    && session.keyEvents() == 0
                    && (session.engagedMillis() > 0 ? session.engagedMillis() < 20_000 : session.heartbeats() < 3);
        }
    },

    /** One event of any kind, pings included: the R package reconstructr. */
    ONE_EVENT {
        @Override
        public boolean test(Session<?> session) {
            return session.events() == 1;
        }
    };

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
}
