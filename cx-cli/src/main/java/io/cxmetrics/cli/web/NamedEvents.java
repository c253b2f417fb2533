package io.cxmetrics.cli.web;

import io.cxmetrics.SerializablePredicate;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;

/**
 * The events that are meant by a name of the command line: those of the name, of all names that begin so if it ends in
 * an asterisk, and of the kind that it means.
 *
 * @param name a page, the name of an event, or what it begins with
 * @param prefix whether it is what names begin with
 * @param kind the kind it means, {@link EventKind#CUSTOM} if none
 */
public record NamedEvents(String name, boolean prefix, EventKind kind) implements SerializablePredicate<WebEvent<?>> {

    /** Returns what is meant by a name. */
    public static NamedEvents of(String name, Kinds kinds) {
        boolean open = name.endsWith("*");
        return new NamedEvents(open ? name.substring(0, name.length() - 1) : name, open, kinds.of(name));
    }

    @Override
    public boolean test(WebEvent<?> event) {
        boolean named = prefix ? event.name().startsWith(name) : event.name().equals(name);
        return named || (kind != EventKind.CUSTOM && event.kind() == kind);
    }
}
