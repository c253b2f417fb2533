package io.cxmetrics.support.selfservice;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Maturity;
import io.cxmetrics.stat.Proportion;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collector;

/**
 * Views of help that ended without a ticket, as a share of the views in [0, 1].
 *
 * <p><b>Definition.</b> A view at time t is followed by a ticket if the same person creates one in [t, t + window).
 * Deflection = views not followed / views. A person who reads three articles and then asks counts three times; give one
 * view for each visit where visits are to count.
 *
 * <p><b>What it does not say.</b> A person who gave up counts as deflected, and one who would never have asked does
 * too: it is an upper bound of the tickets that help has saved.
 *
 * <p><b>Maturity.</b> A view counts only once its window has passed; the others are {@link #tooEarly()} to tell. Views
 * and tickets at {@code observedUntil} or later are not known and count nowhere.
 *
 * <p><b>Adding up.</b> Parts must not share persons: a ticket in another part goes unseen. Without views the rate is
 * NaN.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * record Click(String person, Instant at) {}
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * List<Click> views = List.of(new Click("kim", noon), new Click("lee", noon), new Click("ada", noon));
 * List<Click> tickets = List.of(new Click("kim", noon.plusSeconds(600)), new Click("lee", noon.plusSeconds(7200)));
 * Deflection help = Deflection.of(
 *         views, Click::person, Click::at, tickets, Click::person, Click::at, Duration.ofHours(1), noon.plusSeconds(
 *                 86400));
 * help; // Deflection[views=3, followed=1, tooEarly=0]
 * help.rate(); // 2 of 3 (0.6666666666666666)
 * }</pre>
 *
 * @param views how many views whose window has passed, not negative
 * @param followed how many of them were followed by a ticket, in [0, views]
 * @param tooEarly how many views whose window has not passed, not negative
 * @since 0.1
 */
public record Deflection(long views, long followed, long tooEarly) implements Summary<Deflection> {

    /** No views. */
    public static final Deflection EMPTY = new Deflection(0, 0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative, or more views are followed than there are
     */
    public Deflection {
        Checks.notNegative("views", views);
        Checks.notNegative("followed", followed);
        Checks.notNegative("tooEarly", tooEarly);
        if (followed > views) {
            throw new IllegalArgumentException("followed must not exceed views (" + views + "), got " + followed);
        }
    }

    /**
     * Returns the deflection of one person.
     *
     * @param views when the person viewed help, in any order
     * @param tickets when the person created tickets, in any order
     * @param window how soon after a view a ticket follows it, above zero
     * @param observedUntil until when views and tickets are known, excluded
     * @return the counts
     * @throws IllegalArgumentException if the window is not above zero
     */
    public static Deflection of(
            Collection<Instant> views, Collection<Instant> tickets, Duration window, Instant observedUntil) {
        return of(views, new TreeSet<>(tickets), new Maturity(window, observedUntil));
    }

    private static Deflection of(Collection<Instant> views, TreeSet<Instant> tickets, Maturity maturity) {
        long mature = 0;
        long followed = 0;
        long tooEarly = 0;
        for (Instant view : views) {
            if (maturity.reached(view)) {
                Instant next = tickets.ceiling(view);
                mature++;
                followed += next != null && maturity.within(view, next) ? 1 : 0;
            } else if (maturity.known(view)) {
                tooEarly++;
            }
        }
        return new Deflection(mature, followed, tooEarly);
    }

    /**
     * Returns the deflection of many persons.
     *
     * @param views the views of help
     * @param viewer gives the person of a view, not null
     * @param viewedAt gives when it happened
     * @param tickets the tickets
     * @param requester gives the person of a ticket, named as in the views
     * @param createdAt gives when it was created
     * @param window how soon after a view a ticket follows it, above zero
     * @param observedUntil until when views and tickets are known, excluded
     * @param <V> the type of the views
     * @param <T> the type of the tickets
     * @return the counts
     * @throws IllegalArgumentException if the window is not above zero
     */
    public static <V, T> Deflection of(
            Collection<V> views,
            Function<? super V, ?> viewer,
            Function<? super V, Instant> viewedAt,
            Collection<T> tickets,
            Function<? super T, ?> requester,
            Function<? super T, Instant> createdAt,
            Duration window,
            Instant observedUntil) {
        Maturity maturity = new Maturity(window, observedUntil);
        Map<?, TreeSet<Instant>> asked =
                tickets.stream().collect(groupingBy(requester, mapping(createdAt, toCollection(TreeSet::new))));
        Deflection sum = EMPTY;
        for (V view : views) {
            TreeSet<Instant> own = asked.get(viewer.apply(view));
            sum = sum.plus(of(List.of(viewedAt.apply(view)), own == null ? new TreeSet<>() : own, maturity));
        }
        return sum;
    }

    /**
     * Returns the aggregation of persons.
     *
     * @param window how soon after a view a ticket follows it, above zero
     * @param observedUntil until when views and tickets are known, excluded
     * @return the aggregation
     * @throws IllegalArgumentException if the window is not above zero
     */
    public static Aggregation<Person, Deflection, Deflection> aggregation(Duration window, Instant observedUntil) {
        Maturity maturity = new Maturity(window, observedUntil);
        return Aggregation.summing(EMPTY)
                .mapInput(person -> of(person.views(), new TreeSet<>(person.tickets()), maturity));
    }

    /**
     * Returns a collector of persons.
     *
     * @param window how soon after a view a ticket follows it, above zero
     * @param observedUntil until when views and tickets are known, excluded
     * @return the collector
     * @throws IllegalArgumentException if the window is not above zero
     */
    public static Collector<Person, ?, Deflection> toDeflection(Duration window, Instant observedUntil) {
        return aggregation(window, observedUntil).toCollector();
    }

    /**
     * Returns the views that no ticket followed.
     *
     * @return views not followed, out of the views whose window has passed
     */
    public Proportion rate() {
        return Proportion.of(views - followed, views);
    }

    /**
     * Returns how many views count.
     *
     * @return those whose window has passed
     */
    public long count() {
        return views;
    }

    /**
     * Returns how many views are in no answer.
     *
     * @return those that are too early to tell
     */
    public long leftOut() {
        return tooEarly;
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Deflection", 1)
                .with("views", views)
                .with("followed", followed)
                .with("tooEarly", tooEarly);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the deflection
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Deflection ofStored(StoredForm form) {
        StoredFields fields = form.expect("Deflection", 1, "views", "followed", "tooEarly");
        return new Deflection(fields.whole("views"), fields.whole("followed"), fields.whole("tooEarly"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    @Override
    public Deflection plus(Deflection other) {
        return new Deflection(
                Math.addExact(views, other.views),
                Math.addExact(followed, other.followed),
                Math.addExact(tooEarly, other.tooEarly));
    }

    /**
     * Steps of one person.
     *
     * @param views when they viewed help
     * @param tickets when they created tickets
     */
    public record Person(List<Instant> views, List<Instant> tickets) implements Serializable {

        /** Copies both. */
        public Person {
            views = List.copyOf(views);
            tickets = List.copyOf(tickets);
        }
    }
}
