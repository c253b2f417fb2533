package io.cxmetrics.report.purchase;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.purchase.CustomerLog;
import io.cxmetrics.retention.cohort.CohortDefinition;
import io.cxmetrics.retention.cohort.CohortTable;
import java.time.LocalDate;

/**
 * The cohorts of customers, and who is in none of them.
 *
 * @param table the cohorts
 * @param customersWithoutPurchase how many customers never started, such as those with refunds only
 * @param customersLeftOut how many customers have a row that cannot be used
 * @since 0.1
 */
public record CohortAnswer(CohortTable table, long customersWithoutPurchase, long customersLeftOut) {

    /** Checks that the table is there. */
    public CohortAnswer {
        requireNonNull(table, "table");
    }

    /**
     * Asks a log for its cohorts.
     *
     * @param log the customers
     * @param definition what is asked
     * @param observedThrough the last day that is known
     * @return the answer
     */
    public static CohortAnswer of(CustomerLog log, CohortDefinition definition, LocalDate observedThrough) {
        CohortTable table = CohortTable.of(log.log(), definition, observedThrough);
        long without = log.log().histories().values().stream()
                .filter(history -> history.purchases(definition.purchases()).count() == 0)
                .count();
        return new CohortAnswer(table, without, log.customersLeftOut());
    }
}
