package io.cxmetrics.web;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random events of a few visitors over a few days. */
public final class Events {

    private Events() {}

    public static Arbitrary<WebEvent<String>> any(EventKind... kinds) {
        return Combinators.combine(
                        Arbitraries.of("ann", "bob", "cid", "dee"),
                        Arbitraries.longs().between(0, 100),
                        Arbitraries.of(kinds),
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.of("", "s1", "s2"),
                        Arbitraries.longs().between(0, 1000))
                .as((visitor, hour, kind, name, session, value) -> WebEvent.of(
                                visitor, Instant.ofEpochSecond(3600 * hour), kind, name)
                        .withSession(session)
                        .withValue(value));
    }

    public static Arbitrary<List<WebEvent<String>>> lists(EventKind... kinds) {
        return any(kinds).list().ofMaxSize(40);
    }
}
