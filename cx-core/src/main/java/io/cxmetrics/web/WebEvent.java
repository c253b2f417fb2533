package io.cxmetrics.web;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.StoredForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One event of a visitor: who, when, of which kind, and with what.
 *
 * <p>An event is made by {@link #of} and gets whatever else is known by the {@code with} methods. Texts that are not
 * given are empty.
 *
 * <p>Immutable and thread-safe; serializable if the key of the visitor is.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * WebEvent<String> view = WebEvent.pageView("v1", noon, "/pricing").withCampaign("spring");
 * view.name(); // /pricing
 * view; // WebEvent[PAGE_VIEW of v1 at 2026-03-02T12:00:00Z, name=/pricing, campaign=spring]
 * WebEvent.of("v1", noon, EventKind.ORDER, "").withId("order-7").withAmount(4999, MoneyUnit.of("EUR")).value(); // 4999
 * }</pre>
 *
 * @param <V> the type of the keys of visitors
 * @since 0.1
 */
public final class WebEvent<V> implements Serializable {

    private static final long serialVersionUID = 1;

    private final V visitor;
    private final Instant at;
    private final EventKind kind;
    private final String name;
    private final String user;
    private final String session;
    private final String id;
    private final String campaign;
    private final long value;
    private final @Nullable MoneyUnit unit;

    private WebEvent(
            V visitor,
            Instant at,
            EventKind kind,
            String name,
            String user,
            String session,
            String id,
            String campaign,
            long value,
            @Nullable MoneyUnit unit) {
        this.visitor = requireNonNull(visitor, "visitor");
        this.at = requireNonNull(at, "at");
        this.kind = requireNonNull(kind, "kind");
        this.name = requireNonNull(name, "name");
        this.user = requireNonNull(user, "user");
        this.session = requireNonNull(session, "session");
        this.id = requireNonNull(id, "id");
        this.campaign = requireNonNull(campaign, "campaign");
        this.value = value;
        this.unit = unit;
    }

    /**
     * Returns an event of which no more is known.
     *
     * @param visitor who did it: the key that tells browsers or devices apart
     * @param at when it happened; metrics round it down to the millisecond
     * @param kind what kind of event it is
     * @param name what it was done with, as the kind says: a page, a feature, an item
     * @param <V> the type of the keys
     * @return the event
     */
    public static <V> WebEvent<V> of(V visitor, Instant at, EventKind kind, String name) {
        return new WebEvent<>(visitor, at, kind, name, "", "", "", "", 0, null);
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
     * Returns this event of another visitor, such as of the {@link Person} behind it.
     *
     * @param newVisitor the key of the visitor
     * @param <W> the type of the new key
     * @return the event
     */
    public <W> WebEvent<W> withVisitor(W newVisitor) {
        return new WebEvent<>(newVisitor, at, kind, name, user, session, id, campaign, value, unit);
    }

    /**
     * Returns this event of a logged-in user.
     *
     * @param newUser the user
     * @return the event
     */
    public WebEvent<V> withUser(String newUser) {
        return new WebEvent<>(visitor, at, kind, name, newUser, session, id, campaign, value, unit);
    }

    /**
     * Returns this event in a session that is known already.
     *
     * @param newSession the session
     * @return the event
     */
    public WebEvent<V> withSession(String newSession) {
        return new WebEvent<>(visitor, at, kind, name, user, newSession, id, campaign, value, unit);
    }

    /**
     * Returns this event with an id, by which an event that is sent twice counts once.
     *
     * @param newId the id of the event, or of the order
     * @return the event
     */
    public WebEvent<V> withId(String newId) {
        return new WebEvent<>(visitor, at, kind, name, user, session, newId, campaign, value, unit);
    }

    /**
     * Returns this event with the campaign that brought the visitor.
     *
     * @param newCampaign the campaign
     * @return the event
     */
    public WebEvent<V> withCampaign(String newCampaign) {
        return new WebEvent<>(visitor, at, kind, name, user, session, id, newCampaign, value, unit);
    }

    /**
     * Returns this event with a value. For an amount of money in another unit than cents there is {@link #withAmount}.
     *
     * @param newValue milliseconds of engagement, thousandths scrolled, or minor units of an amount, as the kind says
     * @return the event
     */
    public WebEvent<V> withValue(long newValue) {
        return new WebEvent<>(visitor, at, kind, name, user, session, id, campaign, newValue, unit);
    }

    /**
     * Returns this event with an amount of money.
     *
     * @param minor the amount in minor units
     * @param newUnit what they are minor units of
     * @return the event
     */
    public WebEvent<V> withAmount(long minor, MoneyUnit newUnit) {
        return new WebEvent<>(
                visitor, at, kind, name, user, session, id, campaign, minor, requireNonNull(newUnit, "newUnit"));
    }

    /**
     * Returns who did it.
     *
     * @return the key that tells browsers or devices apart
     */
    public V visitor() {
        return visitor;
    }

    /**
     * Returns when it happened.
     *
     * @return the instant
     */
    public Instant at() {
        return at;
    }

    /**
     * Returns what kind of event it is.
     *
     * @return the kind
     */
    public EventKind kind() {
        return kind;
    }

    /**
     * Returns what it was done with.
     *
     * @return a page, a feature, an item, as the kind says
     */
    public String name() {
        return name;
    }

    /**
     * Returns the logged-in user.
     *
     * @return the user; empty if nobody was logged in
     */
    public String user() {
        return user;
    }

    /**
     * Returns the session that somebody else already gave it.
     *
     * @return the session; empty if none
     */
    public String session() {
        return session;
    }

    /**
     * Returns the id that tells it from every other event of its kind.
     *
     * @return the id; empty if unknown
     */
    public String id() {
        return id;
    }

    /**
     * Returns the campaign that brought the visitor.
     *
     * @return the campaign; empty if none
     */
    public String campaign() {
        return campaign;
    }

    /**
     * Returns the value.
     *
     * @return milliseconds of engagement, thousandths scrolled, or minor units of an amount, as the kind says; 0 if
     *     none is given
     */
    public long value() {
        return value;
    }

    /**
     * Returns what the value counts, if it is money.
     *
     * @return the unit of money; null if none is named
     */
    public @Nullable MoneyUnit unit() {
        return unit;
    }

    /**
     * Returns a text by which people recognise the event.
     *
     * @return kind, visitor and time, such as {@code PAGE_VIEW of ann at 2026-03-02T09:00:00Z}
     */
    public String label() {
        return kind + " of " + visitor + " at " + at;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WebEvent<?> that
                && visitor.equals(that.visitor)
                && at.equals(that.at)
                && kind == that.kind
                && name.equals(that.name)
                && user.equals(that.user)
                && session.equals(that.session)
                && id.equals(that.id)
                && campaign.equals(that.campaign)
                && value == that.value
                && Objects.equals(unit, that.unit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(visitor, at, kind, name, user, session, id, campaign, value);
    }

    /**
     * Returns all that is given.
     *
     * @return such as {@code WebEvent[ORDER of ann at 2026-03-02T09:00:00Z, id=order-7, value=4999, unit=EUR]}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("WebEvent[").append(label());
        part(text, "name", name);
        part(text, "user", user);
        part(text, "session", session);
        part(text, "id", id);
        part(text, "campaign", campaign);
        part(text, "value", value == 0 ? "" : String.valueOf(value));
        part(text, "unit", unit == null ? "" : unit.toString());
        return text.append(']').toString();
    }

    private static void part(StringBuilder text, String part, String given) {
        if (!given.isEmpty()) {
            text.append(", ").append(part).append('=').append(given);
        }
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    private Object writeReplace() {
        return new Written(visitor, at, kind, name, user, session, id, campaign, value, unit);
    }

    /** What travels: it is read back through the checks. */
    private record Written(
            Object visitor,
            Instant at,
            EventKind kind,
            String name,
            String user,
            String session,
            String id,
            String campaign,
            long value,
            @Nullable MoneyUnit unit)
            implements Serializable {

        private Object readResolve() {
            return new WebEvent<>(visitor, at, kind, name, user, session, id, campaign, value, unit);
        }
    }
}
