package io.cxmetrics.web.page;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.session.SessionDefinition;
import io.cxmetrics.web.session.Sessionizer;
import io.cxmetrics.web.session.Sessions;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collector;

/**
 * The time that page views took, in seconds, as far as it is known.
 *
 * <p><b>Definition.</b> mean = time of the views whose time is known / number of those views, in seconds. Views whose
 * time is not known are in neither; how many there are says {@link #coverage()}. Which are known and how their time is
 * estimated is the {@link PageTimeRule}; those of different rules should not be added.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * TimeOnPage times = new TimeOnPage(3, 1, 90_000);
 * times.mean(); // 30.0
 * times.coverage(); // 3 of 4 (0.75)
 * TimeOnPage.EMPTY.mean(); // NaN
 * }</pre>
 *
 * @param known how many page views have a time, which may be 0
 * @param unknown how many have none
 * @param millis the times together, in milliseconds; 0 if none is known
 * @since 0.1
 */
public record TimeOnPage(long known, long unknown, long millis) implements Summary<TimeOnPage> {

    /** No page views. */
    public static final TimeOnPage EMPTY = new TimeOnPage(0, 0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if one is negative, or there is a time of no view
     */
    public TimeOnPage {
        Checks.notNegative("known", known);
        Checks.notNegative("unknown", unknown);
        if (Checks.notNegative("millis", millis) > 0 && known == 0) {
            throw new IllegalArgumentException("millis must be 0 without known times, got " + millis);
        }
    }

    private static TimeOnPage of(PageVisit visit, PageTimeRule rule) {
        return rule.millis(visit).stream()
                .mapToObj(millis -> new TimeOnPage(1, 0, millis))
                .findFirst()
                .orElse(new TimeOnPage(0, 1, 0));
    }

    /**
     * Returns the time of all page views of sessions.
     *
     * @param sessions the sessions
     * @param rule how the time is estimated
     * @return the time
     */
    public static TimeOnPage of(Sessions<?> sessions, PageTimeRule rule) {
        return byPage(sessions, rule).values().stream().reduce(EMPTY, TimeOnPage::plus);
    }

    /**
     * Returns the time of the views of each page.
     *
     * @param sessions the sessions
     * @param rule how the time is estimated
     * @return the times by page, in the order of the names
     */
    public static Map<String, TimeOnPage> byPage(Sessions<?> sessions, PageTimeRule rule) {
        Map<String, TimeOnPage> pages = new TreeMap<>();
        sessions.forEach((session, events) ->
                PageVisit.of(events).forEach(visit -> pages.merge(visit.page(), of(visit, rule), TimeOnPage::plus)));
        return pages;
    }

    /**
     * Returns the time of all page views of events.
     *
     * @param events the events, in any order
     * @param definition what a session is
     * @param rule how the time is estimated
     * @param <V> the type of the keys of visitors
     * @return the time
     */
    public static <V> TimeOnPage of(Collection<WebEvent<V>> events, SessionDefinition definition, PageTimeRule rule) {
        return events.stream().collect(toTimeOnPage(definition, rule));
    }

    /**
     * Folds events into the time of all their page views.
     *
     * @param definition what a session is
     * @param rule how the time is estimated
     * @param <V> the type of the keys of visitors
     * @return the aggregation, which keeps all events until it is finished
     */
    public static <V> Aggregation<WebEvent<V>, ?, TimeOnPage> aggregation(
            SessionDefinition definition, PageTimeRule rule) {
        requireNonNull(rule, "rule");
        return Sessionizer.<V>of(definition).aggregation().andThen(sessions -> of(sessions, rule));
    }

    /**
     * Returns a collector of events.
     *
     * @param definition what a session is
     * @param rule how the time is estimated
     * @param <V> the type of the keys of visitors
     * @return the collector, which keeps all events until it is finished
     */
    public static <V> Collector<WebEvent<V>, ?, TimeOnPage> toTimeOnPage(
            SessionDefinition definition, PageTimeRule rule) {
        return TimeOnPage.<V>aggregation(definition, rule).toCollector();
    }

    /**
     * Returns how many page views have a time.
     *
     * @return the known
     */
    public long count() {
        return known;
    }

    /**
     * Returns how many page views have no time, and are in no mean.
     *
     * @return the unknown
     */
    public long leftOut() {
        return unknown;
    }

    /**
     * Returns the mean of the times that are known.
     *
     * @return the mean in seconds; NaN if none is known
     */
    public double mean() {
        return millis / 1000.0 / known;
    }

    /**
     * Returns of how many page views the time is known.
     *
     * @return the known out of all
     */
    public Proportion coverage() {
        return Proportion.of(known, Math.addExact(known, unknown));
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("TimeOnPage", 1)
                .with("known", known)
                .with("unknown", unknown)
                .with("millis", millis);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static TimeOnPage ofStored(StoredForm form) {
        StoredFields fields = form.expect("TimeOnPage", 1, "known", "unknown", "millis");
        return new TimeOnPage(fields.whole("known"), fields.whole("unknown"), fields.whole("millis"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    @Override
    public TimeOnPage plus(TimeOnPage other) {
        return new TimeOnPage(
                Math.addExact(known, other.known),
                Math.addExact(unknown, other.unknown),
                Math.addExact(millis, other.millis));
    }
}
