package io.cxmetrics.web;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;

/**
 * One thing that a visitor did.
 *
 * <p>Texts that are not given are empty. Immutable and thread-safe; serializable if the key of the visitor is.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * WebEvent<String> view = WebEvent.pageView("v1", noon, "/pricing").withCampaign("spring");
 * view.name(); // /pricing
 * WebEvent.of("v1", noon, EventKind.ORDER, "").withId("order-7").withValue(4999).value(); // 4999
 * }</pre>
 *
 * @param visitor who did it: what tells browsers or devices apart
 * @param at when; finer than a millisecond is taken down
 * @param kind what kind of thing it is
 * @param name what it was done with, as the kind says: a page, a feature, an item
 * @param user the logged-in user, empty if nobody was
 * @param session the session that somebody else already gave it, empty if none
 * @param id what tells the event from every other, so that one that is sent twice counts once; empty if unknown
 * @param campaign the campaign that brought the visitor here, empty if none
 * @param value what the kind says: milliseconds of engagement, thousandths scrolled, minor units of an amount; 0 otherwise
 * @param <V> the type of the keys of visitors
 */
public record WebEvent<V>(
        V visitor,
        Instant at,
        EventKind kind,
        String name,
        String user,
        String session,
        String id,
        String campaign,
        long value)
        implements Serializable {

    /** Checks that nothing is missing. */
    public WebEvent {
        requireNonNull(visitor, "visitor");
        requireNonNull(at, "at");
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(user, "user");
        requireNonNull(session, "session");
        requireNonNull(id, "id");
        requireNonNull(campaign, "campaign");
    }

    /**
     * Returns an event of which no more is known.
     *
     * @param visitor who did it
     * @param at when
     * @param kind what kind of thing it is
     * @param name what it was done with
     * @param <V> the type of the keys
     * @return the event
     */
    public static <V> WebEvent<V> of(V visitor, Instant at, EventKind kind, String name) {
        return new WebEvent<>(visitor, at, kind, name, "", "", "", "", 0);
    }

    /**
     * Returns a page view.
     *
     * @param visitor who saw it
     * @param at when
     * @param page the page
     * @param <V> the type of the keys
     * @return the event
     */
    public static <V> WebEvent<V> pageView(V visitor, Instant at, String page) {
        return of(visitor, at, EventKind.PAGE_VIEW, page);
    }

    /**
     * Returns this event of a logged-in user.
     *
     * @param newUser the user
     * @return the event
     */
    public WebEvent<V> withUser(String newUser) {
        return new WebEvent<>(visitor, at, kind, name, newUser, session, id, campaign, value);
    }

    /**
     * Returns this event in a session that is known already.
     *
     * @param newSession the session
     * @return the event
     */
    public WebEvent<V> withSession(String newSession) {
        return new WebEvent<>(visitor, at, kind, name, user, newSession, id, campaign, value);
    }

    /**
     * Returns this event with what tells it from every other.
     *
     * @param newId the id of the event, or of the order
     * @return the event
     */
    public WebEvent<V> withId(String newId) {
        return new WebEvent<>(visitor, at, kind, name, user, session, newId, campaign, value);
    }

    /**
     * Returns this event with the campaign that brought the visitor.
     *
     * @param newCampaign the campaign
     * @return the event
     */
    public WebEvent<V> withCampaign(String newCampaign) {
        return new WebEvent<>(visitor, at, kind, name, user, session, id, newCampaign, value);
    }

    /**
     * Returns this event with a value.
     *
     * @param newValue milliseconds of engagement, thousandths scrolled, or minor units, as the kind says
     * @return the event
     */
    public WebEvent<V> withValue(long newValue) {
        return new WebEvent<>(visitor, at, kind, name, user, session, id, campaign, newValue);
    }

    /**
     * Returns what tells people which event it is.
     *
     * @return kind, visitor and time, such as {@code PAGE_VIEW of ann at 2026-03-02T09:00:00Z}
     */
    public String label() {
        return kind + " of " + visitor + " at " + at;
    }
}
