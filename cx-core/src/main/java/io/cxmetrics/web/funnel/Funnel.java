package io.cxmetrics.web.funnel;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Stored;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.internal.Window;
import io.cxmetrics.web.EventKind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A funnel: its steps, their order, the time they may take, and what must not lie between.
 *
 * <p>Begin with {@link #of}, {@link #ofKinds} or {@link #ofSteps} and change what differs. {@link #of} takes the names
 * of events: a funnel of kinds of events is {@code Funnel.ofKinds(EventKind.PAGE_VIEW, EventKind.ORDER)}.
 * {@link FunnelMatcher} gives a step a test of its own. A step that is named twice takes two events.
 *
 * <p><b>Ties.</b> Events of a unit at the same time count as in order, unless {@link TieRule#AS_GIVEN} is asked for.
 *
 * <p>Whose steps they are is the key that the events are counted by: within sessions, or over all that a visitor did.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Funnel shop = Funnel.of("product", "cart", "purchase").withWindow(Duration.ofDays(7)).withExclusions("refund");
 * shop; // Funnel[product > cart > purchase, SEQUENTIAL, within PT168H, start EACH, refund DROPS_UNIT]
 * Funnel.ofSteps(FunnelStep.of(EventKind.PAGE_VIEW), FunnelStep.anyOf("bought", "purchase", "order_placed"))
 *         .names(); // [PAGE_VIEW, bought]
 * }</pre>
 *
 * @param steps the steps, 1 to 31
 * @param order how they have to follow one another
 * @param window the longest time from the first event of an attempt to its last, included; null for any time
 * @param start which events can be the start
 * @param exclusions the names of events that must not lie between the steps, none of them a step
 * @param exclusion what becomes of a unit with such an event
 * @param ties in which order events at the same time are taken
 * @since 0.1
 */
public record Funnel(
        List<FunnelStep> steps,
        FunnelOrder order,
        @Nullable Duration window,
        FunnelStart start,
        List<String> exclusions,
        FunnelExclusion exclusion,
        TieRule ties)
        implements Stored {

    static final int MOST_STEPS = 31;

    /**
     * Checks the funnel.
     *
     * @throws IllegalArgumentException if there are no steps or more than 31, the window is negative or has more
     *     milliseconds than a {@code long} holds, or an exclusion is a step
     */
    public Funnel {
        steps = List.copyOf(steps);
        requireNonNull(order, "order");
        requireNonNull(start, "start");
        exclusions = List.copyOf(exclusions);
        requireNonNull(exclusion, "exclusion");
        requireNonNull(ties, "ties");
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw new IllegalArgumentException("steps must be 1 to " + MOST_STEPS + ", got " + steps.size());
        }
        if (window != null) {
            Window.check("window", window);
        }
        Set<String> both = new HashSet<>(exclusions);
        both.retainAll(steps.stream().map(FunnelStep::name).toList());
        if (!both.isEmpty()) {
            throw new IllegalArgumentException(
                    "exclusions must not be steps, got " + both.iterator().next());
        }
    }

    /**
     * Returns the usual funnel of events by their names: in sequence, with anything between, however long it takes,
     * from whichever start comes furthest.
     *
     * @param steps the names of the events, 1 to 31
     * @return the funnel
     * @throws IllegalArgumentException if there are no steps or more than 31
     */
    public static Funnel of(String... steps) {
        return ofSteps(Stream.of(steps).map(FunnelStep::of).toArray(FunnelStep[]::new));
    }

    /**
     * Returns the usual funnel of events by their kinds.
     *
     * @param steps the kinds of the events, 1 to 31
     * @return the funnel, whose steps are called as the kinds are
     * @throws IllegalArgumentException if there are no steps or more than 31
     */
    public static Funnel ofKinds(EventKind... steps) {
        return ofSteps(Stream.of(steps).map(FunnelStep::of).toArray(FunnelStep[]::new));
    }

    /**
     * Returns the usual funnel of steps, each with the events that meet it.
     *
     * @param steps the steps, 1 to 31
     * @return the funnel
     * @throws IllegalArgumentException if there are no steps or more than 31
     */
    public static Funnel ofSteps(FunnelStep... steps) {
        return new Funnel(
                List.of(steps),
                FunnelOrder.SEQUENTIAL,
                null,
                FunnelStart.EACH,
                List.of(),
                FunnelExclusion.DROPS_UNIT,
                TieRule.IN_ORDER);
    }

    /**
     * Returns the names of the steps.
     *
     * @return an unmodifiable list
     */
    public List<String> names() {
        return steps.stream().map(FunnelStep::name).toList();
    }

    /**
     * Returns the funnel with another order.
     *
     * @param newOrder how the steps have to follow one another
     * @return the funnel
     */
    public Funnel withOrder(FunnelOrder newOrder) {
        return new Funnel(steps, newOrder, window, start, exclusions, exclusion, ties);
    }

    /**
     * Returns the funnel with a conversion window.
     *
     * @param newWindow the longest time from the first event of an attempt to its last, included
     * @return the funnel
     * @throws IllegalArgumentException if the window is negative or has more milliseconds than a {@code long} holds
     */
    public Funnel withWindow(Duration newWindow) {
        return new Funnel(steps, order, requireNonNull(newWindow, "newWindow"), start, exclusions, exclusion, ties);
    }

    /**
     * Returns the funnel with another start.
     *
     * @param newStart which events can be the start
     * @return the funnel
     */
    public Funnel withStart(FunnelStart newStart) {
        return new Funnel(steps, order, window, newStart, exclusions, exclusion, ties);
    }

    /**
     * Returns the funnel with events that must not lie between the steps.
     *
     * @param newExclusions their names
     * @return the funnel
     * @throws IllegalArgumentException if one of them is a step
     */
    public Funnel withExclusions(String... newExclusions) {
        return new Funnel(steps, order, window, start, List.of(newExclusions), exclusion, ties);
    }

    /**
     * Returns the funnel with another consequence of excluded events.
     *
     * @param newExclusion what becomes of a unit with such an event
     * @return the funnel
     */
    public Funnel withExclusion(FunnelExclusion newExclusion) {
        return new Funnel(steps, order, window, start, exclusions, newExclusion, ties);
    }

    /**
     * Returns the funnel with another order of events at the same time.
     *
     * @param newTies in which order they are taken
     * @return the funnel
     */
    public Funnel withTies(TieRule newTies) {
        return new Funnel(steps, order, window, start, exclusions, exclusion, newTies);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Funnel", 1)
                .withParts("steps", steps)
                .with("order", order)
                .with("window", window == null ? null : window.toString())
                .with("start", start)
                .withTexts("exclusions", exclusions)
                .with("exclusion", exclusion)
                .with("ties", ties);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the funnel
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Funnel ofStored(StoredForm form) {
        StoredFields fields =
                form.expect("Funnel", 1, "steps", "order", "window", "start", "exclusions", "exclusion", "ties");
        return new Funnel(
                fields.parts("steps").stream().map(FunnelStep::ofStored).toList(),
                fields.constant("order", FunnelOrder.class),
                fields.absent("window") ? null : fields.parsed("window", Duration::parse),
                fields.constant("start", FunnelStart.class),
                fields.texts("exclusions"),
                fields.constant("exclusion", FunnelExclusion.class),
                fields.constant("ties", TieRule.class));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    /** The window in milliseconds, without one longer than any. */
    long windowMillis() {
        return window == null ? Long.MAX_VALUE : window.toMillis();
    }

    /**
     * Returns the funnel in words.
     *
     * @return such as {@code Funnel[view > cart, SEQUENTIAL, within PT1H, start EACH, error DROPS_UNIT]}
     */
    @Override
    public String toString() {
        return "Funnel["
                + String.join(" > ", steps.stream().map(FunnelStep::toString).toList()) + ", " + order
                + (window == null ? "" : ", within " + window)
                + ", start " + start
                + (exclusions.isEmpty() && exclusion == FunnelExclusion.DROPS_UNIT
                        ? ""
                        : ", " + (exclusions.isEmpty() ? "nothing" : String.join(" and ", exclusions)) + " "
                                + exclusion)
                + (ties == TieRule.IN_ORDER ? "" : ", ties " + ties)
                + "]";
    }
}
