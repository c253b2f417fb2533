package io.cxmetrics.retention.activity;

import io.cxmetrics.Aggregation;
import io.cxmetrics.retention.activity.GrowthAccounting.Period;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Folds histories into growth accounting. */
record GrowthAggregation(CalendarPeriod period, ZoneId zone)
        implements Aggregation<ActorHistory, Map<Long, long[]>, GrowthAccounting> {

    private static final int NEW = 0;
    private static final int RETAINED = 1;
    private static final int RESURRECTED = 2;
    private static final int LOST = 3;

    @Override
    public Map<Long, long[]> zero() {
        return new HashMap<>();
    }

    @Override
    public Map<Long, long[]> add(Map<Long, long[]> state, ActorHistory history) {
        long[] days = history.days(zone);
        long before = period.index(days[0]);
        count(state, before, NEW);
        for (int i = 1; i < days.length; i++) {
            long index = days[i] == days[i - 1] ? before : period.index(days[i]);
            if (index == before + 1) {
                count(state, index, RETAINED);
            } else if (index != before) {
                count(state, before + 1, LOST);
                count(state, index, RESURRECTED);
            }
            before = index;
        }
        count(state, before + 1, LOST);
        return state;
    }

    private static void count(Map<Long, long[]> state, long index, int flow) {
        state.computeIfAbsent(index, key -> new long[4])[flow]++;
    }

    @Override
    public Map<Long, long[]> merge(Map<Long, long[]> left, Map<Long, long[]> right) {
        right.forEach((index, flows) -> {
            long[] sum = left.computeIfAbsent(index, key -> new long[4]);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += flows[i];
            }
        });
        return left;
    }

    @Override
    public GrowthAccounting finish(Map<Long, long[]> state) {
        Map<LocalDate, Period> flows = new HashMap<>();
        state.forEach((index, flow) -> {
            LocalDate start = period.startOf(index);
            flows.put(start, new Period(start, flow[NEW], flow[RETAINED], flow[RESURRECTED], flow[LOST]));
        });
        return new GrowthAccounting(period, zone, flows);
    }
}
