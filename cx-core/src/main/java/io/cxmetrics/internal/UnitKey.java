package io.cxmetrics.internal;

import io.cxmetrics.SerializableFunction;
import io.cxmetrics.web.WebEvent;

/** What tells the units of a count apart. */
final class UnitKey {

    private UnitKey() {}

    /** The key of an event. Texts that are not given are empty: without a check all such events would be one giant unit. */
    static <V> Object of(String name, WebEvent<V> event, SerializableFunction<? super WebEvent<V>, ?> key) {
        Object of = key.apply(event);
        if (of == null || "".equals(of)) {
            throw new IllegalArgumentException(name + " must not be " + (of == null ? "null" : "empty")
                    + ", got it for a " + event.kind() + " of " + event.visitor() + " at " + event.at());
        }
        return of;
    }
}
