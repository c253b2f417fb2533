package io.cxmetrics.retention.activity;

import io.cxmetrics.Aggregation;
import java.io.Serializable;
import java.time.ZoneId;

/** How histories become active users. */
final class ActiveUsersAggregation implements Aggregation<ActorHistory, ActiveUsersAggregation.Growing, ActiveUsers> {

    private static final long serialVersionUID = 1;

    private final ZoneId zone;
    private final int[] windows;

    ActiveUsersAggregation(ZoneId zone, int... windows) {
        this.zone = zone;
        this.windows = windows;
    }

    @Override
    public Growing zero() {
        return new Growing(windows.length);
    }

    @Override
    public Growing add(Growing state, ActorHistory history) {
        long[] days = history.days(zone);
        long last = days[days.length - 1];
        state.cover(days[0], Math.addExact(last, windows[windows.length - 1]));
        for (int i = 0; i < days.length; i++) {
            boolean isLast = i == days.length - 1;
            if (!isLast && days[i + 1] == days[i]) {
                continue;
            }
            for (int row = 0; row < windows.length; row++) {
                long end = days[i] + windows[row];
                state.count(row, days[i], isLast ? end : Math.min(end, days[i + 1]));
            }
        }
        return state;
    }

    @Override
    public Growing merge(Growing left, Growing right) {
        left.add(right);
        return left;
    }

    @Override
    public ActiveUsers finish(Growing state) {
        return new ActiveUsers(zone, windows, state.finish());
    }

    /** Counts by day while they grow: by how much each changes from the day before. */
    static final class Growing implements Serializable {

        private static final long serialVersionUID = 1;

        private long first;
        private long end;
        private long origin;
        private long[][] steps;

        Growing(int rows) {
            steps = new long[rows][0];
        }

        /** Makes room for the days of a span. */
        void cover(long from, long to) {
            boolean none = first == end;
            long used = first;
            int days = (int) (end - first);
            first = none ? from : Math.min(first, from);
            end = none ? to : Math.max(end, to);
            int length = DailyCounts.length(first, end);
            if (first < origin || end - origin >= steps[0].length) {
                // Room on both sides, so that growing day by day in either direction copies seldom.
                long start = first - length;
                long[][] wider = new long[steps.length][3 * length + 1];
                for (int row = 0; row < steps.length; row++) {
                    if (!none) {
                        System.arraycopy(steps[row], (int) (used - origin), wider[row], (int) (used - start), days + 1);
                    }
                }
                origin = start;
                steps = wider;
            }
        }

        void count(int row, long from, long to) {
            steps[row][(int) (from - origin)]++;
            steps[row][(int) (to - origin)]--;
        }

        void add(Growing other) {
            if (other.first == other.end) {
                return;
            }
            cover(other.first, other.end);
            for (int row = 0; row < steps.length; row++) {
                for (long day = other.first; day <= other.end; day++) {
                    steps[row][(int) (day - origin)] += other.steps[row][(int) (day - other.origin)];
                }
            }
        }

        DailyCounts finish() {
            int length = (int) (end - first);
            long[][] counts = new long[steps.length][length];
            for (int row = 0; row < steps.length; row++) {
                long sum = 0;
                for (int i = 0; i < length; i++) {
                    sum += steps[row][(int) (first - origin) + i];
                    counts[row][i] = sum;
                }
            }
            return length == 0 ? DailyCounts.empty(steps.length) : new DailyCounts(first, counts);
        }
    }
}
