package io.cxmetrics.retention.cohort;

import io.cxmetrics.internal.Days;
import io.cxmetrics.retention.activity.ActorHistory;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A cohort table while it grows, actor by actor. */
final class CohortBuffer implements Serializable {

    private static final long serialVersionUID = 1;

    private final CohortDefinition definition;
    private final LocalDate observedThrough;
    private final long untilDay;
    private final long untilMillis;
    private final Map<Long, CohortRowBuffer> cohorts = new HashMap<>();

    CohortBuffer(CohortDefinition definition, LocalDate observedThrough) {
        this.definition = definition;
        this.observedThrough = observedThrough;
        untilDay = observedThrough.toEpochDay() + 1;
        untilMillis = Days.end(observedThrough, definition.zone());
    }

    /** Adds one actor. What is no purchase is neither a start nor a return, but counts in the amounts. */
    void add(ActorHistory all, ActorHistory returns) {
        ActorHistory starts = all.purchases(definition.purchases());
        int count = starts.countBefore(untilMillis);
        if (count == 0) {
            return;
        }
        long[] days = returns.days(definition.zone());
        if (definition.entry() == CohortEntry.FIRST) {
            open(starts.millis(0), starts.day(0, definition.zone()), returns, days);
            return;
        }
        long[] startDays = starts.days(definition.zone());
        for (int i = 0; i < count; i++) {
            if (i == 0 || cohort(startDays[i]) != cohort(startDays[i - 1])) {
                open(starts.millis(i), startDays[i], returns, days);
            }
        }
    }

    private boolean counts(long amount) {
        return definition.purchases().counts(amount);
    }

    private long cohort(long day) {
        return definition.cohorts().index(day);
    }

    /** Counts one start and what came after. */
    private void open(long startMillis, long startDay, ActorHistory returns, long[] days) {
        ReturnIntervals intervals = definition.intervals();
        int observed = intervals.observed(startMillis, startDay, untilMillis, untilDay);
        int from = returns.countBefore(startMillis);
        int[] at = new int[Math.max(0, returns.countBefore(untilMillis) - from)];
        int[] active = new int[at.length];
        int count = 0;
        for (int i = 0; i < at.length; i++) {
            at[i] = intervals.index(startMillis, startDay, returns.millis(from + i), days[from + i]);
            if (counts(returns.amount(from + i))) {
                active[count++] = at[i];
            }
        }
        CohortRowBuffer cohort = cohorts.computeIfAbsent(cohort(startDay), index -> new CohortRowBuffer());
        cohort.start(observed);
        activity(cohort, observed, returns, days, from, at);
        retention(cohort, observed, count == at.length ? at : Arrays.copyOf(active, count));
    }

    private void activity(CohortRowBuffer cohort, int observed, ActorHistory returns, long[] days, int from, int[] at) {
        int last = -1;
        for (int i = 0; i < at.length && at[i] < observed; i++) {
            long amount = returns.amount(from + i);
            boolean bought = counts(amount);
            boolean newDay = bought && (last < 0 || at[i] != at[last] || days[from + i] != days[from + last]);
            last = bought ? i : last;
            cohort.activity(at[i], observed, newDay, amount);
        }
    }

    /** The intervals ascend, so that every rule is about the place of the activity that makes the minimum. */
    private void retention(CohortRowBuffer cohort, int observed, int[] at) {
        int minimum = definition.minimumOccurrences();
        switch (definition.rule()) {
            case ON -> {
                for (int i = minimum - 1; i < at.length; i++) {
                    boolean reached = at[i] == at[i - minimum + 1];
                    boolean before = i >= minimum && at[i - minimum] == at[i];
                    if (reached && !before) {
                        cohort.retained(at[i], at[i] + 1L, observed);
                    }
                }
            }
            case ON_OR_AFTER -> {
                if (at.length >= minimum) {
                    cohort.retained(0, at[at.length - minimum] + 1L, observed);
                }
            }
            case WITHIN -> {
                int afterStart = firstFrom(1, at);
                if (afterStart >= minimum) {
                    cohort.retained(0, 1, observed);
                }
                if (at.length - afterStart >= minimum) {
                    cohort.retained(at[afterStart + minimum - 1], observed, observed);
                }
            }
        }
    }

    private static int firstFrom(int interval, int[] at) {
        int i = 0;
        while (i < at.length && at[i] < interval) {
            i++;
        }
        return i;
    }

    void add(CohortBuffer other) {
        other.cohorts.forEach((index, cohort) ->
                cohorts.computeIfAbsent(index, key -> new CohortRowBuffer()).add(cohort));
    }

    CohortTable finish() {
        Map<LocalDate, Cohort> rows = new HashMap<>();
        cohorts.forEach((index, cohort) -> rows.put(definition.cohorts().startOf(index), cohort.finish()));
        return new CohortTable(definition, observedThrough, rows);
    }
}
