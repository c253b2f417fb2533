package io.cxmetrics.retention.cohort;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.retention.activity.ActorHistory;
import io.cxmetrics.retention.activity.Histories;
import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collector;
import net.jqwik.api.Arbitrary;

class CohortTableContractTest extends SummaryContract<ActorHistory, CohortTable> {

    private static final CohortDefinition QUESTION =
            CohortDefinition.of(CalendarPeriod.WEEK, ZoneOffset.UTC).withEntry(CohortEntry.RECURRING);

    private static final LocalDate UNTIL = LocalDate.of(2026, 3, 1);

    @Override
    protected Arbitrary<ActorHistory> inputs() {
        return Histories.some();
    }

    @Override
    protected CohortTable empty() {
        return CohortTable.empty(QUESTION, UNTIL.minusDays(1));
    }

    @Override
    protected CohortTable bulk(List<ActorHistory> inputs) {
        return CohortTable.of(Histories.log(inputs), QUESTION, UNTIL.minusDays(1));
    }

    @Override
    protected Aggregation<ActorHistory, ?, CohortTable> aggregation() {
        return CohortTable.aggregation(QUESTION, UNTIL.minusDays(1));
    }

    @Override
    protected Collector<ActorHistory, ?, CohortTable> collector() {
        return CohortTable.toCohortTable(QUESTION, UNTIL.minusDays(1));
    }

    @Override
    protected Set<String> freeFields() {
        return Set.of("amounts", "startAmounts", "cumulativeAmounts");
    }
}
