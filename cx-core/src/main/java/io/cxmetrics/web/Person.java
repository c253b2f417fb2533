package io.cxmetrics.web;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.StoredForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The person behind events: a logged-in user on any number of devices, or a visitor who never logged in.
 *
 * <p><b>Definition.</b> An event that names a user is that user's. One that names none is that of the user whom its
 * visitor logged in as last before it; before the first login, of the user whom the visitor logs in as first. A visitor
 * who never logs in is a person of its own. So two devices of one user are one person, and a device that two users
 * share is two.
 *
 * <p>Persons are found in all events that are handed over together; the login of a later file does not change an
 * earlier one.
 *
 * <p>Immutable and thread-safe; serializable if the key of the visitor is.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-05-01T12:00:00Z");
 * List<WebEvent<Person<String>>> people = Person.of(List.of(
 *         WebEvent.pageView("phone", noon, "/"),
 *         WebEvent.of("phone", noon.plusSeconds(5), EventKind.LOGIN, "").withUser("ann"),
 *         WebEvent.pageView("laptop", noon.plusSeconds(60), "/").withUser("ann"),
 *         WebEvent.pageView("tablet", noon, "/")));
 * people.stream().map(WebEvent::visitor).distinct().toList(); // [ann, visitor tablet]
 * }</pre>
 *
 * @param <V> the type of the keys of visitors
 * @since 0.1
 */
public final class Person<V> implements Serializable {

    private static final long serialVersionUID = 1;

    private final String user;
    private final @Nullable V visitor;

    private Person(String user, @Nullable V visitor) {
        if (user.isEmpty() == (visitor == null)) {
            throw new IllegalArgumentException(
                    "person must be a user or a visitor, got user \"" + user + "\" and visitor " + visitor);
        }
        this.user = user;
        this.visitor = visitor;
    }

    /**
     * Returns the events with the person in place of the visitor.
     *
     * @param events the events in any order
     * @param <V> the type of the keys of visitors
     * @return the events in the order in which they came
     */
    public static <V> List<WebEvent<Person<V>>> of(Collection<WebEvent<V>> events) {
        Map<V, List<Integer>> byVisitor = new LinkedHashMap<>();
        List<WebEvent<V>> all = new ArrayList<>(events);
        for (int i = 0; i < all.size(); i++) {
            byVisitor
                    .computeIfAbsent(all.get(i).visitor(), visitor -> new ArrayList<>())
                    .add(i);
        }
        Map<Integer, Person<V>> people = new HashMap<>();
        byVisitor.forEach((visitor, own) -> {
            own.sort(Comparator.comparing(i -> all.get(i).at()));
            String user = own.stream()
                    .map(i -> all.get(i).user())
                    .filter(named -> !named.isEmpty())
                    .findFirst()
                    .orElse("");
            for (int i : own) {
                user = all.get(i).user().isEmpty() ? user : all.get(i).user();
                people.put(i, user.isEmpty() ? new Person<>("", visitor) : new Person<>(user, null));
            }
        });
        List<WebEvent<Person<V>>> found = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            found.add(all.get(i).withVisitor(requireNonNull(people.get(i))));
        }
        return found;
    }

    /**
     * Returns the user.
     *
     * @return the user; empty for a visitor who never logged in
     */
    public String user() {
        return user;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Person<?> that
                && user.equals(that.user)
                && (visitor == null ? that.visitor == null : visitor.equals(that.visitor));
    }

    @Override
    public int hashCode() {
        return 31 * user.hashCode() + (visitor == null ? 0 : visitor.hashCode());
    }

    /**
     * Returns the user, or the visitor who never logged in.
     *
     * @return such as {@code ann}, or {@code visitor v7}
     */
    @Override
    public String toString() {
        return visitor == null ? user : "visitor " + visitor;
    }

    private Object writeReplace() {
        return new Written(user, visitor);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /** What travels: it is read back through the checks. */
    private record Written(String user, @Nullable Object visitor) implements Serializable {

        private Object readResolve() {
            return new Person<>(user, visitor);
        }
    }
}
