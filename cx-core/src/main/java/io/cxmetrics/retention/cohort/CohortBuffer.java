package io.cxmetrics.retention.cohort;

import io.cxmetrics.internal.Days;
import io.cxmetrics.retention.activity.ActorHistory;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** A cohort table while it grows, actor by actor. */
final class CohortBuffer implements Serializable {

    private static final long serialVersionUID = 1;

    private final CohortQuestion question;
    private final LocalDate observedUntil;
    private final long untilDay;
    private final long untilMillis;
    private final Map<Long, GrowingCohort> cohorts = new HashMap<>();

    CohortBuffer(CohortQuestion question, LocalDate observedUntil) {
        this.question = question;
        this.observedUntil = observedUntil;
        untilDay = observedUntil.toEpochDay();
        untilMillis = Days.start(observedUntil, question.zone());
    }

    /** Adds one actor. */
    void add(ActorHistory starts, ActorHistory returns) {
        int count = starts.countBefore(untilMillis);
        if (count == 0) {
            return;
        }
        long[] days = returns.days(question.zone());
        if (question.entry() == CohortEntry.FIRST) {
            open(starts.millis(0), starts.day(0, question.zone()), returns, days);
            return;
        }
        long[] startDays = starts.days(question.zone());
        for (int i = 0; i < count; i++) {
            if (i == 0 || cohort(startDays[i]) != cohort(startDays[i - 1])) {
                open(starts.millis(i), startDays[i], returns, days);
            }
        }
    }

    private long cohort(long day) {
        return question.cohorts().index(day);
    }

    /** Counts one start and what came after. */
    private void open(long startMillis, long startDay, ActorHistory returns, long[] days) {
        ReturnIntervals intervals = question.intervals();
        int observed = intervals.observed(startMillis, startDay, untilMillis, untilDay);
        int from = returns.countBefore(startMillis);
        int[] at = new int[Math.max(0, returns.countBefore(untilMillis) - from)];
        for (int i = 0; i < at.length; i++) {
            at[i] = intervals.index(startMillis, startDay, returns.millis(from + i), days[from + i]);
        }
        GrowingCohort cohort = cohorts.computeIfAbsent(cohort(startDay), index -> new GrowingCohort());
        cohort.start(observed);
        activity(cohort, observed, returns, days, from, at);
        retention(cohort, observed, at);
    }

    private static void activity(
            GrowingCohort cohort, int observed, ActorHistory returns, long[] days, int from, int[] at) {
        for (int i = 0; i < at.length && at[i] < observed; i++) {
            boolean newDay = i == 0 || at[i] != at[i - 1] || days[from + i] != days[from + i - 1];
            cohort.activity(at[i], observed, newDay, returns.amount(from + i));
        }
    }

    /** The intervals ascend, so that every rule is about the place of the activity that makes the minimum. */
    private void retention(GrowingCohort cohort, int observed, int[] at) {
        int minimum = question.minimumOccurrences();
        switch (question.rule()) {
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
                cohorts.computeIfAbsent(index, key -> new GrowingCohort()).add(cohort));
    }

    CohortTable finish() {
        Map<LocalDate, Cohort> rows = new HashMap<>();
        cohorts.forEach((index, cohort) -> rows.put(question.cohorts().startOf(index), cohort.finish()));
        return new CohortTable(question, observedUntil, rows);
    }
}
