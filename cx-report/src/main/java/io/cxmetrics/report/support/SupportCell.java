package io.cxmetrics.report.support;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.support.SupportSummary;
import io.cxmetrics.support.resolution.Backlog;
import io.cxmetrics.time.CalendarPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tickets of a group or of one of its periods, and what became of the group's backlog in that period.
 *
 * @param summary the tickets
 * @param backlog the backlog of the group in the period; null for a total, and where none was asked for
 * @since 0.1
 */
public record SupportCell(SupportSummary summary, Backlog.@Nullable Period backlog) {

    /** Checks that there is a summary. */
    public SupportCell {
        requireNonNull(summary, "summary");
    }

    /**
     * Returns cells without a backlog.
     *
     * @param groups the groups
     * @return the same groups
     */
    public static Groups<SupportCell> of(Groups<SupportSummary> groups) {
        return groups.mapCells((group, period) -> new SupportCell(summary(group, period), null));
    }

    /**
     * Returns cells with the backlog of each period. All groups have the same periods, those of all tickets.
     *
     * @param groups the groups, by periods of the creation, with the backlog in their summaries
     * @param period the length of the periods
     * @param zone where the days begin
     * @param observedUntil until when tickets are known, excluded
     * @return the groups
     */
    public static Groups<SupportCell> of(
            Groups<SupportSummary> groups, CalendarPeriod period, ZoneId zone, Instant observedUntil) {
        List<Backlog.Period> all = groups.all().total().summary().backlog().periods(period, zone);
        if (all.isEmpty()) {
            return of(groups);
        }
        LocalDate first = all.get(0).start();
        LocalDate last = LocalDate.ofInstant(observedUntil.minusMillis(1), zone);
        IdentityHashMap<Groups.Group<SupportSummary>, Map<String, Backlog.Period>> known = new IdentityHashMap<>();
        return groups.mapCells((group, label) -> {
            Map<String, Backlog.Period> periods = known.computeIfAbsent(group, g -> {
                Map<String, Backlog.Period> made = new HashMap<>();
                g.total()
                        .summary()
                        .backlog()
                        .periods(period, first, zone, last)
                        .forEach(each -> made.put(period.label(each.start()), each));
                return made;
            });
            return new SupportCell(summary(group, label), periods.get(label));
        });
    }

    private static SupportSummary summary(Groups.Group<SupportSummary> group, String period) {
        Groups.Part<SupportSummary> part =
                period.isEmpty() ? group.total() : group.periods().get(period);
        return requireNonNull(part, "part").summary();
    }
}
