package io.cxmetrics.retention.cohort;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.retention.activity.ActorHistory;
import io.cxmetrics.retention.activity.Histories;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitrary;

/** An input is all that one actor did; what adds up is different actors. */
class CohortMatrixContractTest extends SummaryContract<ActorHistory, CohortMatrix> {

    private static final LocalDate UNTIL = LocalDate.of(2026, 3, 1);

    @Override
    protected Arbitrary<ActorHistory> inputs() {
        return Histories.some();
    }

    @Override
    protected CohortMatrix empty() {
        return CohortMatrix.empty(CalendarPeriod.WEEK, ZoneOffset.UTC, UNTIL.minusDays(1));
    }

    @Override
    protected CohortMatrix bulk(List<ActorHistory> inputs) {
        return of(inputs);
    }

    private static CohortMatrix of(List<ActorHistory> inputs) {
        int n = inputs.stream().mapToInt(ActorHistory::count).sum();
        int[] actors = new int[n];
        long[] millis = new long[n];
        int row = 0;
        for (int actor = 0; actor < inputs.size(); actor++) {
            for (int i = 0; i < inputs.get(actor).count(); i++) {
                actors[row] = actor;
                millis[row++] = inputs.get(actor).millis(i);
            }
        }
        return CohortMatrix.of(actors, millis, CalendarPeriod.WEEK, ZoneOffset.UTC, UNTIL.minusDays(1));
    }

    @Override
    protected Aggregation<ActorHistory, ?, CohortMatrix> aggregation() {
        return Aggregation.summing(empty()).mapInput(history -> of(List.of(history)));
    }
}
