package io.cxmetrics.retention.revenue;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The way of recurring revenue over several months, in major units of money: from what the first month opens with, over
 * the movements of all months, to what the last month closes with.
 *
 * <p><b>Definition.</b> closing = opening + new business + reactivation + expansion - contraction - churn, where each
 * flow is the sum of the flows of the months. A customer who joins in March and leaves in May is in new business and in
 * churn. Customers who are left out of movements add {@link #leftOutChange()}.
 *
 * <p><b>Rates.</b> Sums of monthly flows are not over the opening of the first month, so retention of the whole span is
 * that of {@link #between()}, which compares the first month with the last.
 *
 * <p><b>Adding.</b> Segments of the same months add up to the whole.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * YearMonth may = YearMonth.of(2026, 5);
 * RevenueLedger<String> ledger = RevenueLedger.of(List.of(
 *         MonthlyRevenue.of("ann", may, 3000),
 *         MonthlyRevenue.of("ann", may.plusMonths(1), 5000),
 *         MonthlyRevenue.of("bob", may.plusMonths(1), 4000),
 *         MonthlyRevenue.of("ann", may.plusMonths(2), 4000)));
 * RevenueBridge bridge = ledger.bridge(may, may.plusMonths(2), FreePlan.CHURN);
 * bridge.opening(); // 30.0 of 1
 * bridge.newBusiness(); // 40.0 of 1
 * bridge.expansion(); // 20.0 of 1
 * bridge.contraction(); // 10.0 of 1
 * bridge.churn(); // 40.0 of 1
 * bridge.closing(); // 40.0 of 1
 * bridge.between().netRevenueRetention(); // 1.3333333333333333
 * }</pre>
 *
 * @param first the month whose revenue is the opening
 * @param last the month whose revenue is the closing
 * @param monthly the movements of each month after the first, by the month that closes
 * @param between the movements from the first month to the last, whatever lay between
 * @since 0.1
 */
public record RevenueBridge(
        YearMonth first, YearMonth last, SortedMap<YearMonth, RecurringRevenue> monthly, RecurringRevenue between)
        implements Summary<RevenueBridge> {

    /**
     * Checks the months.
     *
     * @throws IllegalArgumentException if the movements are not those of the months after the first up to the last
     */
    public RevenueBridge {
        requireNonNull(between, "between");
        monthly = Collections.unmodifiableSortedMap(new TreeMap<>(monthly));
        YearMonth next = first;
        for (YearMonth month : monthly.keySet()) {
            next = next.plusMonths(1);
            if (!month.equals(next)) {
                throw new IllegalArgumentException("monthly must have " + next + ", got " + month);
            }
        }
        if (!next.equals(last)) {
            throw new IllegalArgumentException("monthly must go on to last (" + last + "), got " + next);
        }
    }

    /**
     * Returns the bridge of no revenue.
     *
     * @param first the month whose revenue is the opening
     * @param last the month whose revenue is the closing
     * @return the bridge
     * @throws IllegalArgumentException if the last month is before the first
     */
    public static RevenueBridge empty(YearMonth first, YearMonth last) {
        return RevenueLedger.empty().bridge(first, last, FreePlan.CHURN);
    }

    /**
     * Returns the revenue of the first month.
     *
     * @return what its customers paid
     */
    public RevenueFlow opening() {
        return between.opening();
    }

    private RevenueFlow sum(Function<RecurringRevenue, RevenueFlow> flow) {
        return monthly.values().stream().map(flow).reduce(RevenueFlow.EMPTY, RevenueFlow::plus);
    }

    /**
     * Returns the new business of all months.
     *
     * @return the sum, and how often somebody became a customer
     */
    public RevenueFlow newBusiness() {
        return sum(RecurringRevenue::newBusiness);
    }

    /**
     * Returns the reactivation of all months.
     *
     * @return the sum, and how often a customer came back
     */
    public RevenueFlow reactivation() {
        return sum(RecurringRevenue::reactivation);
    }

    /**
     * Returns the expansion of all months.
     *
     * @return the sum, and how often a customer paid more than the month before
     */
    public RevenueFlow expansion() {
        return sum(RecurringRevenue::expansion);
    }

    /**
     * Returns the contraction of all months.
     *
     * @return the sum, and how often a customer who stayed paid less than the month before
     */
    public RevenueFlow contraction() {
        return sum(RecurringRevenue::contraction);
    }

    /**
     * Returns the churn of all months.
     *
     * @return the sum, and how often a customer left
     */
    public RevenueFlow churn() {
        return sum(RecurringRevenue::churn);
    }

    /**
     * Returns the revenue of the last month.
     *
     * @return what its customers pay
     */
    public RevenueFlow closing() {
        return between.closing();
    }

    /**
     * Returns by how much the revenue of customers who are left out of movements differs between both ends.
     *
     * @return their revenue of the last month less that of the first, in major units
     */
    public double leftOutChange() {
        return between.leftOutChange();
    }

    /**
     * Returns how many customers there were in the first month.
     *
     * @return the customers of the opening
     */
    public long count() {
        return between.count();
    }

    /**
     * Returns how many customers are in no movement, since a line of theirs could not be used.
     *
     * @return the count
     */
    public long leftOut() {
        return between.leftOut();
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("RevenueBridge", 1)
                .with("first", first.toString())
                .with("last", last.toString())
                .withParts("monthly", monthly.values())
                .with("between", between);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the bridge
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static RevenueBridge ofStored(StoredForm form) {
        StoredFields fields = form.expect("RevenueBridge", 1, "first", "last", "monthly", "between");
        YearMonth first = fields.parsed("first", YearMonth::parse);
        SortedMap<YearMonth, RecurringRevenue> monthly = new TreeMap<>();
        for (StoredForm month : fields.parts("monthly")) {
            monthly.put(first.plusMonths(monthly.size() + 1L), RecurringRevenue.ofStored(month));
        }
        return new RevenueBridge(
                first,
                fields.parsed("last", YearMonth::parse),
                monthly,
                RecurringRevenue.ofStored(fields.part("between")));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    /**
     * Returns the bridge of both together.
     *
     * @param other the bridge of other customers over the same months
     * @return the sum
     * @throws IllegalArgumentException if the other spans other months, or is in another unit of money
     */
    @Override
    public RevenueBridge plus(RevenueBridge other) {
        Checks.same("first", first, other.first);
        Checks.same("last", last, other.last);
        SortedMap<YearMonth, RecurringRevenue> sum = new TreeMap<>(monthly);
        other.monthly.forEach((month, moved) -> sum.merge(month, moved, RecurringRevenue::plus));
        return new RevenueBridge(first, last, sum, between.plus(other.between));
    }
}
