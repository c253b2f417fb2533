package io.cxmetrics.web;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.SerializablePredicate;

/**
 * The events that a name means: those of the name, those of all names that begin so if it ends in an asterisk, and
 * those of the kind that it stands for. It is what a step of a funnel or a goal is called by people.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * WebEvent<String> pricing = WebEvent.pageView("ann", noon, "/pricing/eu");
 * NamedEvents.of("/pricing*", EventNames.COMMON).test(pricing); // true
 * NamedEvents.of("page_view", EventNames.COMMON).test(pricing); // true
 * NamedEvents.of("/pricing", EventNames.COMMON); // /pricing
 * }</pre>
 *
 * @param name a page, the name of an event, or what it begins with
 * @param prefix whether it is what names begin with
 * @param kind the kind that the name stands for, {@link EventKind#CUSTOM} for none
 * @since 0.1
 */
public record NamedEvents(String name, boolean prefix, EventKind kind) implements SerializablePredicate<WebEvent<?>> {

    /** Checks that the parts are there. */
    public NamedEvents {
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
    }

    /**
     * Returns the events that a name means.
     *
     * @param name the name, with an asterisk at its end for anything
     * @param names what kinds names stand for
     * @return the events
     * @throws IllegalArgumentException if the name is blank
     */
    public static NamedEvents of(String name, EventNames names) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank, got " + name);
        }
        boolean open = name.endsWith("*");
        return new NamedEvents(open ? name.substring(0, name.length() - 1) : name, open, names.kind(name));
    }

    @Override
    public boolean test(WebEvent<?> event) {
        return test(event.kind(), event.name());
    }

    /**
     * Tells whether events of a kind and a name are meant.
     *
     * @param ofKind the kind
     * @param ofName the name
     * @return true if they are
     */
    public boolean test(EventKind ofKind, String ofName) {
        boolean named = prefix ? ofName.startsWith(name) : ofName.equals(name);
        return named || (kind != EventKind.CUSTOM && ofKind == kind);
    }

    /**
     * Returns the name.
     *
     * @return the name, with an asterisk if it is what names begin with
     */
    @Override
    public String toString() {
        return prefix ? name + "*" : name;
    }
}
