package io.cxmetrics.retention.revenue;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;

/**
 * The movements of recurring revenue in one period, such as monthly recurring revenue (MRR) in a month.
 *
 * <p><b>Definition.</b> closing = opening + new business + reactivation + expansion - contraction - churn, to the unit, in money
 * and in customers. Each customer makes one movement at most, by what they pay at both ends of the period.
 *
 * <p><b>Retention.</b> Gross: (opening - contraction - churn) / opening. It is capped at 100 % for each customer by construction,
 * since expansion is not in it. Net: with expansion, so that it may exceed 1. New business and reactivation are in neither.
 * Churn is 1 minus retention; net churn may be negative.
 *
 * <p><b>Money.</b> Amounts are whole minor units of one currency, such as cents. Convert all months at the same rate of exchange
 * first, or its changes look like expansion and contraction.
 *
 * <p><b>Adding.</b> Segments of the same period add up to the whole. The sum of two months gives the retention of both, weighted
 * by their opening revenue, and a quick ratio; but its opening is a sum of two openings, and its closing nothing that ever was.
 *
 * <p><b>Edges.</b> Without opening revenue the rates that divide by it are NaN.
 *
 * <pre>{@code
 * RecurringRevenue march = new RecurringRevenue(
 *         RevenueFlow.of(100_000, 40), RevenueFlow.of(9_000, 3), RevenueFlow.of(1_000, 1), RevenueFlow.of(12_000, 5),
 *         RevenueFlow.of(3_000, 2), RevenueFlow.of(5_000, 2));
 * march.closing(); // 114000 of 42
 * march.grossRevenueRetention(); // 0.92
 * march.netRevenueRetention(); // 1.04
 * march.quickRatio(); // 2.75
 * march.logoChurn(); // 2 of 40 (0.05)
 * }</pre>
 *
 * @param opening what the customers at the start paid
 * @param newBusiness what those pay who became customers
 * @param reactivation what those pay who came back
 * @param expansion by how much those pay more who pay more than at the start
 * @param contraction by how much those pay less who pay less and stayed
 * @param churn what those paid at the start who left
 */
public record RecurringRevenue(
        RevenueFlow opening,
        RevenueFlow newBusiness,
        RevenueFlow reactivation,
        RevenueFlow expansion,
        RevenueFlow contraction,
        RevenueFlow churn)
        implements Summary<RecurringRevenue> {

    /** No revenue. */
    public static final RecurringRevenue EMPTY = new RecurringRevenue(
            RevenueFlow.EMPTY,
            RevenueFlow.EMPTY,
            RevenueFlow.EMPTY,
            RevenueFlow.EMPTY,
            RevenueFlow.EMPTY,
            RevenueFlow.EMPTY);

    /**
     * Checks that no more is lost than there was.
     *
     * @throws IllegalArgumentException if contraction and churn exceed the opening, or more customers moved than there were
     * @throws ArithmeticException if the gains overflow a {@code long}
     */
    public RecurringRevenue {
        long losses = Math.addExact(contraction.amount(), churn.amount());
        if (losses > opening.amount()) {
            throw new IllegalArgumentException(
                    "contraction + churn must not exceed opening (" + opening.amount() + "), got " + losses);
        }
        long moved = contraction.plus(churn).plus(expansion).customers();
        if (moved > opening.customers()) {
            throw new IllegalArgumentException("customers of expansion + contraction + churn must not exceed those of"
                    + " opening (" + opening.customers() + "), got " + moved);
        }
        opening.plus(newBusiness).plus(reactivation).plus(expansion);
    }

    /**
     * Returns the movement of one customer between two times, who is new if there was nothing before.
     *
     * @param before what they paid at the start, in minor units; 0 for no customer
     * @param after what they pay at the end; 0 for no customer any more
     * @return the movement
     * @throws IllegalArgumentException if an amount is negative
     */
    public static RecurringRevenue ofCustomer(long before, long after) {
        Checks.notNegative("before", before);
        Checks.notNegative("after", after);
        return Movement.of(before > 0, before, after > 0, after, false);
    }

    /**
     * Returns a collector of customers by what they paid at the start and pay at the end, such as a table of customers with a
     * flag for those who left. Who paid nothing at the start is new.
     *
     * @param before gives what a customer paid at the start, in minor units; 0 for no customer
     * @param after gives what they pay at the end; 0 for no customer any more
     * @param <T> the type of the elements
     * @return the collector, which refuses negative amounts
     */
    public static <T> Collector<T, ?, RecurringRevenue> toRecurringRevenue(
            ToLongFunction<? super T> before, ToLongFunction<? super T> after) {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        return Collector.of(
                Movement::new,
                (Movement sum, T customer) -> {
                    long paid = Checks.notNegative("before", before.applyAsLong(customer));
                    long pays = Checks.notNegative("after", after.applyAsLong(customer));
                    sum.add(paid > 0, paid, pays > 0, pays, false);
                },
                Movement::merge,
                Movement::finish);
    }

    /**
     * Returns what the customers at the end pay.
     *
     * @return opening + new business + reactivation + expansion - contraction - churn, and how many customers that is
     */
    public RevenueFlow closing() {
        return new RevenueFlow(
                opening.amount() + gains() - losses(),
                opening.customers() + newBusiness.customers() + reactivation.customers() - churn.customers());
    }

    private long gains() {
        return newBusiness.amount() + reactivation.amount() + expansion.amount();
    }

    private long losses() {
        return contraction.amount() + churn.amount();
    }

    private double ofOpening(long amount) {
        return ratio(amount, opening.amount());
    }

    private static double ratio(long amount, long opening) {
        return opening == 0 ? Double.NaN : (double) amount / opening;
    }

    /**
     * Returns gross revenue retention of amounts that were summed elsewhere.
     *
     * @param opening what the customers at the start paid
     * @param contraction by how much those pay less who pay less and stayed
     * @param churn what those paid who left
     * @return (opening - contraction - churn) / opening, in [0, 1]; NaN without opening revenue
     */
    public static double grossRevenueRetention(long opening, long contraction, long churn) {
        return ratio(opening - contraction - churn, opening);
    }

    /**
     * Returns net revenue retention of amounts that were summed elsewhere.
     *
     * @param opening what the customers at the start paid
     * @param expansion by how much those pay more who pay more than at the start
     * @param contraction by how much those pay less who pay less and stayed
     * @param churn what those paid who left
     * @return (opening + expansion - contraction - churn) / opening, 0 or more; NaN without opening revenue
     */
    public static double netRevenueRetention(long opening, long expansion, long contraction, long churn) {
        return ratio(opening + expansion - contraction - churn, opening);
    }

    /**
     * Returns gross revenue churn: what was lost of the revenue at the start.
     *
     * @return (churn + contraction) / opening, in [0, 1]; NaN without opening revenue
     */
    public double grossRevenueChurn() {
        return ofOpening(losses());
    }

    /**
     * Returns gross revenue churn by the narrower definition of PostHog and others, in which who pays less is not lost.
     *
     * @return churn / opening, in [0, 1]; NaN without opening revenue
     */
    public double grossRevenueChurnWithoutContraction() {
        return ofOpening(churn.amount());
    }

    /**
     * Returns net revenue churn: what was lost, less what the customers at the start pay more.
     *
     * @return (churn + contraction - expansion) / opening; negative where expansion outweighs; NaN without opening revenue
     */
    public double netRevenueChurn() {
        return ofOpening(losses() - expansion.amount());
    }

    /**
     * Returns gross revenue retention (GRR).
     *
     * @return (opening - contraction - churn) / opening, in [0, 1]; NaN without opening revenue
     */
    public double grossRevenueRetention() {
        return grossRevenueRetention(opening.amount(), contraction.amount(), churn.amount());
    }

    /**
     * Returns net revenue retention (NRR): what the customers at the start pay at the end, for each unit they paid.
     *
     * @return (opening + expansion - contraction - churn) / opening, 0 or more; NaN without opening revenue
     */
    public double netRevenueRetention() {
        return netRevenueRetention(opening.amount(), expansion.amount(), contraction.amount(), churn.amount());
    }

    /**
     * Returns what customers pay more, for each unit of revenue at the start.
     *
     * @return expansion / opening, 0 or more; NaN without opening revenue
     */
    public double expansionRate() {
        return ofOpening(expansion.amount());
    }

    /**
     * Returns how much was gained for each unit that was lost.
     *
     * @return (new business + reactivation + expansion) / (contraction + churn), 0 or more; infinite with gains and without
     *     losses, NaN without either
     */
    public double quickRatio() {
        return (double) gains() / losses();
    }

    /**
     * Returns the customers at the start, of whom some left.
     *
     * @return the customers of churn out of those of opening
     */
    public Proportion logoChurn() {
        return Proportion.of(churn.customers(), opening.customers());
    }

    @Override
    public RecurringRevenue plus(RecurringRevenue other) {
        return new RecurringRevenue(
                opening.plus(other.opening),
                newBusiness.plus(other.newBusiness),
                reactivation.plus(other.reactivation),
                expansion.plus(other.expansion),
                contraction.plus(other.contraction),
                churn.plus(other.churn));
    }
}
