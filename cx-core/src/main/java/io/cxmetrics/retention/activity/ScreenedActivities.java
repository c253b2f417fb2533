package io.cxmetrics.retention.activity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Maps;
import java.io.Serializable;
import java.util.Map;

/**
 * Activities after {@link ActivityScreening}: the log, and how many activities were left out by reason. Both add up to
 * the input.
 *
 * @param log the activities that can be used
 * @param leftOut how many activities were left out, by the reasons that occurred
 * @param <K> the type of the keys of actors
 * @since 0.1
 */
public record ScreenedActivities<K>(ActivityLog<K> log, Map<ActivityFlaw, Long> leftOut) implements Serializable {

    /** Keeps the counts in the order of the reasons. */
    public ScreenedActivities {
        requireNonNull(log, "log");
        leftOut = Maps.immutableEnumMap(leftOut);
    }

    /**
     * Returns how many activities were left out for a reason.
     *
     * @param flaw the reason
     * @return the count
     */
    public long leftOut(ActivityFlaw flaw) {
        return leftOut.getOrDefault(flaw, 0L);
    }

    /**
     * Returns how many activities there were.
     *
     * @return those in the log and those left out
     */
    public long total() {
        return log.count()
                + leftOut.values().stream().mapToLong(Long::longValue).sum();
    }
}
