package io.cxmetrics.web.funnel;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Stored;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A step of a {@link Funnel}: its name, and which events meet it. An event meets it by one of several names, or by its
 * kind.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * WebEvent<String> order = WebEvent.of("ann", noon, EventKind.ORDER, "");
 * FunnelStep.of("ORDER").isMetBy(order); // false
 * FunnelStep.of(EventKind.ORDER).isMetBy(order); // true
 * FunnelStep.anyOf("bought", "purchase", "checkout_completed"); // bought (purchase or checkout_completed)
 * }</pre>
 *
 * @param name what the step is called
 * @param names the names of events that meet it
 * @param kinds the kinds of events that meet it
 * @since 0.1
 */
public record FunnelStep(String name, List<String> names, List<EventKind> kinds) implements Stored {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if nothing could meet the step
     */
    public FunnelStep {
        requireNonNull(name, "name");
        names = List.copyOf(names);
        kinds = List.copyOf(kinds);
        if (names.isEmpty() && kinds.isEmpty()) {
            throw new IllegalArgumentException("names and kinds must not both be empty, got them for step " + name);
        }
    }

    /**
     * Returns the step that events of its name meet.
     *
     * @param name the name
     * @return the step
     */
    public static FunnelStep of(String name) {
        return new FunnelStep(name, List.of(name), List.of());
    }

    /**
     * Returns the step that events of a kind meet, called as the kind is.
     *
     * @param kind the kind
     * @return the step
     */
    public static FunnelStep of(EventKind kind) {
        return new FunnelStep(kind.name(), List.of(), List.of(kind));
    }

    /**
     * Returns the step that events of any of several names meet.
     *
     * @param name what the step is called
     * @param names the names of the events
     * @return the step
     * @throws IllegalArgumentException if there are no names
     */
    public static FunnelStep anyOf(String name, String... names) {
        return new FunnelStep(name, Arrays.asList(names), List.of());
    }

    /**
     * Returns this step, which events of a kind meet too.
     *
     * @param kind the kind
     * @return the step
     */
    public FunnelStep or(EventKind kind) {
        List<EventKind> more = new ArrayList<>(kinds);
        more.add(requireNonNull(kind, "kind"));
        return new FunnelStep(name, names, more);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("FunnelStep", 1)
                .with("name", name)
                .withTexts("names", names)
                .withTexts("kinds", kinds.stream().map(EventKind::name).toList());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the step
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static FunnelStep ofStored(StoredForm form) {
        StoredFields fields = form.expect("FunnelStep", 1, "name", "names", "kinds");
        return new FunnelStep(
                fields.text("name"),
                fields.texts("names"),
                fields.texts("kinds").stream().map(FunnelStep::kind).toList());
    }

    private static EventKind kind(String name) {
        for (EventKind kind : EventKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("kinds of stored FunnelStep must be kinds of events, got " + name);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    /**
     * Tells whether an event meets the step.
     *
     * @param event the event
     * @return true if its name or its kind is one of those of the step
     */
    public boolean isMetBy(WebEvent<?> event) {
        return names.contains(event.name()) || kinds.contains(event.kind());
    }

    /**
     * Returns the name, and what meets the step if that is something else.
     *
     * @return such as {@code cart}, {@code ORDER}, or {@code bought (purchase or checkout_completed)}
     */
    @Override
    public String toString() {
        List<String> all = new ArrayList<>(names);
        kinds.forEach(kind -> all.add(kind.name()));
        return all.equals(List.of(name)) ? name : name + " (" + String.join(" or ", all) + ")";
    }
}
