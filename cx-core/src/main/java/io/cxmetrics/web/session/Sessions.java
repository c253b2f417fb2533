package io.cxmetrics.web.session;

import io.cxmetrics.web.WebEvent;
import java.io.Serializable;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The sessions of some events, and the events of each.
 *
 * <p>It answers by summaries, which add up: {@link #summary}, {@link PageStats}, {@link TimeOnPage}. Sessions themselves do not, for
 * the events of a visitor have to be together before they are cut into sessions.
 *
 * <p>Immutable and thread-safe; serializable if the keys of visitors are.
 *
 * @param <V> the type of the keys of visitors
 */
public final class Sessions<V> implements Serializable {

    private static final long serialVersionUID = 1;

    private final List<Session<V>> all;
    private final List<List<WebEvent<V>>> events;
    private final SessionIntake intake;

    Sessions(List<Session<V>> all, List<List<WebEvent<V>>> events, SessionIntake intake) {
        this.all = List.copyOf(all);
        this.events = List.copyOf(events);
        this.intake = intake;
    }

    /**
     * Returns the sessions.
     *
     * @return an unmodifiable list, those of a visitor together and in order of time; with given ids in the order in which the ids
     *     first came
     */
    public List<Session<V>> list() {
        return all;
    }

    /**
     * Hands out each session with its events.
     *
     * @param action takes a session, and an unmodifiable list of its events in order of time
     */
    public void forEach(BiConsumer<? super Session<V>, ? super List<WebEvent<V>>> action) {
        for (int i = 0; i < all.size(); i++) {
            action.accept(all.get(i), events.get(i));
        }
    }

    /**
     * Returns what became of the events that came in.
     *
     * @return the counts
     */
    public SessionIntake intake() {
        return intake;
    }

    /**
     * Returns how many visitors had a session. With given ids a session has the visitor of its first event, and others are not seen.
     *
     * @return the count of distinct visitors of sessions
     */
    public long visitors() {
        return all.stream().map(Session::visitor).distinct().count();
    }

    /**
     * Returns bounces, pages per session and durations.
     *
     * @param rule which sessions are bounces
     * @return the summary
     */
    public SessionSummary summary(BounceRule rule) {
        return SessionSummary.of(all, rule);
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code Sessions[12 of 40 events]}
     */
    @Override
    public String toString() {
        return "Sessions[" + all.size() + " of " + intake.kept() + " events]";
    }
}
