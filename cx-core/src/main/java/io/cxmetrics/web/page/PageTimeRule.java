package io.cxmetrics.web.page;

import io.cxmetrics.Stored;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;

/**
 * How the time on a page is estimated, of which nothing but the times of events is known.
 *
 * <p>What is unknown is not 0: the constants say which page views they leave unknown. A ping belongs to the last view
 * of its page before it in the session; one without such a view belongs to none.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class PageTimeRule implements Stored {

    private static final long serialVersionUID = 1;

    private enum Way {
        GAP,
        HEARTBEAT,
        ENGAGED
    }

    /** The time until the next page view of the session; that of the last page is unknown. */
    public static final PageTimeRule GAP = new PageTimeRule("GAP", Way.GAP, false, 0, 0);

    /**
     * The time until the next page view of the session; the last page counts as 0, as in Matomo without its heartbeat.
     */
    public static final PageTimeRule GAP_LAST_ZERO = new PageTimeRule("GAP_LAST_ZERO", Way.GAP, true, 0, 0);

    /** Heartbeats every 10 seconds, the first after 5: Snowplow with its default settings. */
    public static final PageTimeRule SNOWPLOW = heartbeat(Duration.ofSeconds(10), Duration.ofSeconds(5));

    /**
     * What the pings of the view say that it was visible or engaged; unknown if none says more than 0, as in the export
     * of GA4.
     */
    public static final PageTimeRule ENGAGED = new PageTimeRule("ENGAGED", Way.ENGAGED, false, 0, 0);

    private final String name;
    private final Way way;
    private final boolean lastIsZero;
    private final long heartbeat;
    private final long first;

    private PageTimeRule(String name, Way way, boolean lastIsZero, long heartbeat, long first) {
        this.name = name;
        this.way = way;
        this.lastIsZero = lastIsZero;
        this.heartbeat = heartbeat;
        this.first = first;
    }

    /**
     * Returns the rule of heartbeats: heartbeat x (n - 1) + first, where n is in how many spans of the length of a
     * heartbeat, as cut by the clock, there was a ping. A view without pings was shorter than the first heartbeat, and
     * counts as 0; none is unknown.
     *
     * @param heartbeat how often a page in use sends a ping, at least a millisecond
     * @param first what the first ping stands for, not negative
     * @return the rule
     * @throws IllegalArgumentException if a time is too short
     */
    public static PageTimeRule heartbeat(Duration heartbeat, Duration first) {
        if (heartbeat.toMillis() < 1) {
            throw new IllegalArgumentException("heartbeat must be at least PT0.001S, got " + heartbeat);
        }
        if (first.isNegative()) {
            throw new IllegalArgumentException("first must not be negative, got " + first);
        }
        return new PageTimeRule(
                "HEARTBEAT[" + millis(heartbeat) + ", first " + millis(first) + "]",
                Way.HEARTBEAT,
                false,
                heartbeat.toMillis(),
                first.toMillis());
    }

    /** The milliseconds of a view, empty if unknown. */
    private static Duration millis(Duration duration) {
        return duration.truncatedTo(ChronoUnit.MILLIS);
    }

    OptionalLong millis(PageVisit visit) {
        return switch (way) {
            case GAP ->
                visit.hasNext()
                        ? OptionalLong.of(Math.subtractExact(visit.next(), visit.at()))
                        : lastIsZero ? OptionalLong.of(0) : OptionalLong.empty();
            case HEARTBEAT -> {
                long beats = visit.heartbeats(heartbeat);
                yield OptionalLong.of(beats == 0 ? 0 : Math.addExact(Math.multiplyExact(heartbeat, beats - 1), first));
            }
            case ENGAGED -> visit.engaged() > 0 ? OptionalLong.of(visit.engaged()) : OptionalLong.empty();
        };
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("PageTimeRule", 1)
                .with("name", name)
                .with("heartbeatMillis", heartbeat)
                .with("firstMillis", first);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the rule
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static PageTimeRule ofStored(StoredForm form) {
        StoredFields fields = form.expect("PageTimeRule", 1, "name", "heartbeatMillis", "firstMillis");
        String name = fields.text("name");
        long heartbeat = fields.whole("heartbeatMillis");
        long first = fields.whole("firstMillis");
        PageTimeRule rule = heartbeat == 0 && first == 0
                ? named(name)
                : heartbeat(Duration.ofMillis(heartbeat), Duration.ofMillis(first));
        if (!rule.name.equals(name)) {
            throw new IllegalArgumentException("name must be " + rule.name + ", got " + name);
        }
        return rule;
    }

    private static PageTimeRule named(String name) {
        for (PageTimeRule rule : List.of(GAP, GAP_LAST_ZERO, ENGAGED)) {
            if (rule.name.equals(name)) {
                return rule;
            }
        }
        throw new IllegalArgumentException("name must be that of a rule, got " + name);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PageTimeRule that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /**
     * Returns the name.
     *
     * @return such as {@code GAP}, or {@code HEARTBEAT[PT10S, first PT5S]}
     */
    @Override
    public String toString() {
        return name;
    }
}
