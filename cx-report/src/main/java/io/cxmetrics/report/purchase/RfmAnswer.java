package io.cxmetrics.report.purchase;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.purchase.CustomerLog;
import io.cxmetrics.value.PurchaseDefinition;
import io.cxmetrics.value.PurchaseHistory;
import io.cxmetrics.value.RfmBreakRule;
import io.cxmetrics.value.RfmSegmentation;
import java.time.LocalDate;
import java.util.Map;

/**
 * The segments of customers, and who is in none of them.
 *
 * @param segmentation the customers with their scores and segments
 * @param customersWithoutPurchase how many customers have no score, such as those with refunds only
 * @param customersLeftOut how many customers have a row that cannot be used
 * @since 0.1
 */
public record RfmAnswer(RfmSegmentation<String> segmentation, long customersWithoutPurchase, long customersLeftOut) {

    /** Checks that the segmentation is there. */
    public RfmAnswer {
        requireNonNull(segmentation, "segmentation");
    }

    /**
     * Asks a log for its segments.
     *
     * @param log the customers
     * @param purchases which activities are purchases, and on whose calendar
     * @param observedThrough the last day that is known, from which recency is counted
     * @param rule where scores begin
     * @return the answer
     */
    public static RfmAnswer of(
            CustomerLog log, PurchaseDefinition purchases, LocalDate observedThrough, RfmBreakRule rule) {
        Map<String, PurchaseHistory> histories = PurchaseHistory.from(log.log(), purchases, observedThrough);
        return new RfmAnswer(
                RfmSegmentation.of(histories, rule, RfmFigures.ORDER),
                log.count() - histories.size(),
                log.customersLeftOut());
    }
}
