package io.cxmetrics.input.subscription;

import io.cxmetrics.input.reading.Fields;
import io.cxmetrics.input.reading.LatestTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The last day that is known: the one that was named, or the latest day on which something started. Ends do not move
 * it, for a scheduled end lies in the future.
 */
final class LastDay {

    private final @Nullable LocalDate named;
    private final LatestTime.Buffer starts = new LatestTime.Buffer(Clock.systemUTC());
    private final TreeMap<LocalDate, Long> ends = new TreeMap<>();

    LastDay(@Nullable LocalDate named) {
        this.named = named;
    }

    void start(LocalDate day, Fields row) {
        if (named == null) {
            starts.add(day.atStartOfDay(ZoneOffset.UTC).toInstant(), row);
        }
    }

    void end(@Nullable LocalDate day) {
        if (named == null && day != null) {
            ends.merge(day, 1L, Long::sum);
        }
    }

    /** The last day; null if nobody named one and nothing started. */
    @Nullable
    LocalDate day() {
        return named != null
                ? named
                : starts.latest()
                        .instant()
                        .map(instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC))
                        .orElse(null);
    }

    /** How many ends lie after an assumed last day. */
    long later() {
        LocalDate last = day();
        return named != null || last == null
                ? 0
                : ends.tailMap(last, false).values().stream().reduce(0L, Math::addExact);
    }

    /** What a person should know of a last day that was assumed, each in one line. */
    List<String> warnings(String what) {
        List<String> warnings = new ArrayList<>();
        starts.latest().warning().ifPresent(warnings::add);
        if (later() > 0) {
            warnings.add("nobody said until when " + what + " are known; through " + day()
                    + ", the latest start, is taken, and " + later() + (later() == 1 ? " end" : " ends")
                    + " after it, up to " + ends.lastKey() + ", " + (later() == 1 ? "is" : "are") + " still to come;"
                    + " name the last day, as with --as-of " + day());
        }
        return warnings;
    }
}
