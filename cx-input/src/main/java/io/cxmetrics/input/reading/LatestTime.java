package io.cxmetrics.input.reading;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.Place;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The latest time that a table knows of: what stands for the end of observation where nobody names one. A mistyped year
 * does not become it.
 *
 * <p><b>Far times.</b> A time is far if it lies after the clock and more than 365 days after every earlier time that is
 * not far itself. Far times are counted, and {@link #warning()} names the first of them. Times up to the clock are
 * never far: an old file may have gaps of years.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Clock clock = Clock.fixed(Instant.parse("2026-04-01T00:00:00Z"), ZoneOffset.UTC);
 * LatestTime.Buffer buffer = new LatestTime.Buffer(clock);
 * buffer.add(Instant.parse("2024-03-06T09:00:00Z"), new Place("tickets.csv", 2));
 * buffer.add(Instant.parse("2042-03-06T09:00:00Z"), new Place("tickets.csv", 3));
 * LatestTime latest = buffer.latest();
 * latest.instant(); // Optional[2024-03-06T09:00:00Z]
 * latest.far(); // 1
 * }</pre>
 *
 * @since 0.1
 */
public final class LatestTime {

    private static final long FAR_SECONDS = 365L * 86_400;
    private static final long DAY_SECONDS = 86_400;

    private final @Nullable Instant instant;
    private final long far;
    private final @Nullable String warning;

    private LatestTime(@Nullable Instant instant, long far, @Nullable String warning) {
        this.instant = instant;
        this.far = far;
        this.warning = warning;
    }

    /** The times of one day after the clock. */
    private static final class Day {
        private Instant earliest;
        private Instant latest;
        private final Place place;
        private long count;

        Day(Instant at, Place place) {
            this.earliest = at;
            this.latest = at;
            this.place = place;
        }

        void add(Instant at) {
            earliest = at.isBefore(earliest) ? at : earliest;
            latest = at.isAfter(latest) ? at : latest;
            count++;
        }
    }

    /**
     * The latest time while rows are read. Its state grows with the days after the clock, of which there are few.
     * Belongs to one thread.
     */
    public static final class Buffer {
        private final Instant now;
        private Instant latest = Instant.MIN;
        private final TreeMap<Long, Day> later = new TreeMap<>();

        /**
         * Starts without times.
         *
         * @param clock tells which times lie in the future
         */
        public Buffer(Clock clock) {
            this.now = clock.instant();
        }

        /**
         * Takes a time.
         *
         * @param at the time
         * @param row the row that it stands in
         */
        public void add(Instant at, Fields row) {
            if (!at.isAfter(now)) {
                latest = at.isAfter(latest) ? at : latest;
            } else {
                add(at, row.place());
            }
        }

        /**
         * Takes a time.
         *
         * @param at the time
         * @param place where it stands
         */
        public void add(Instant at, Place place) {
            requireNonNull(place, "place");
            if (!at.isAfter(now)) {
                latest = at.isAfter(latest) ? at : latest;
            } else {
                later.computeIfAbsent(Math.floorDiv(at.getEpochSecond(), DAY_SECONDS), day -> new Day(at, place))
                        .add(at);
            }
        }

        /**
         * Returns the latest time so far.
         *
         * @return the time, and those that are far
         */
        public LatestTime latest() {
            Instant last = latest;
            Day first = null;
            long far = 0;
            for (Map.Entry<Long, Day> entry : later.entrySet()) {
                Day day = entry.getValue();
                boolean near = last.equals(Instant.MIN)
                        || day.earliest.getEpochSecond() - last.getEpochSecond() <= FAR_SECONDS;
                if (first == null && near) {
                    last = day.latest;
                } else {
                    first = first == null ? day : first;
                    far += day.count;
                }
            }
            return new LatestTime(
                    last.equals(Instant.MIN) ? null : last, far, first == null ? null : words(first, far, last));
        }

        private static String words(Day first, long far, Instant last) {
            return first.place + ": " + first.earliest + " lies more than a year after all other times (until " + last
                    + ")" + (far > 1 ? ", and so do " + (far - 1) + " more" : "")
                    + "; it does not become the end of observation";
        }
    }

    /**
     * Returns the latest time that is not far.
     *
     * @return the time, nothing without times
     */
    public Optional<Instant> instant() {
        return Optional.ofNullable(instant);
    }

    /**
     * Returns until when the table tells what happened: one millisecond after its latest time, since what happened then
     * is known.
     *
     * @return the end of observation, excluded; the beginning of 1970 without times
     */
    public Instant observedUntil() {
        return instant == null ? Instant.EPOCH : instant.plusMillis(1);
    }

    /**
     * Returns how many times are far.
     *
     * @return the count
     */
    public long far() {
        return far;
    }

    /**
     * Returns what a person should know of far times.
     *
     * @return the first of them, with its file and line; nothing if none is far
     */
    public Optional<String> warning() {
        return Optional.ofNullable(warning);
    }
}
