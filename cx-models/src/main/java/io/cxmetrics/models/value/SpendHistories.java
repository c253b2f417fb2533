package io.cxmetrics.models.value;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.models.internal.Checks;
import io.cxmetrics.models.internal.CountedRows;
import io.cxmetrics.models.internal.CountedRowsBuffer;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Collection;
import java.util.stream.Collector;

/**
 * Customers by how many purchases they made and the mean amount, in one currency: what a model of spend is fitted to.
 * Equal histories are merged with their count.
 *
 * <p><b>Who counts.</b> Customers without a purchase say nothing of amounts: they are left out and counted
 * ({@link #leftOut()}).
 *
 * <p>Immutable and thread-safe. Parts add up in any order to the same bits.
 *
 * <pre>{@code
 * SpendHistories spend = SpendHistories.of(new long[] {2, 1, 0}, new double[] {22.35, 11.77, 0});
 * spend.count(); // 2
 * spend.leftOut(); // 1
 * }</pre>
 *
 * @since 0.1
 */
public final class SpendHistories implements Summary<SpendHistories> {

    /** No customers. */
    public static final SpendHistories EMPTY = new SpendHistories(CountedRows.EMPTY);

    /** Purchases, mean spend, and nothing in the second column. */
    final CountedRows rows;

    SpendHistories(CountedRows rows) {
        this.rows = rows;
    }

    /**
     * Returns the histories of customers in columns.
     *
     * @param purchases how many purchases each mean is of
     * @param meanSpend the mean amount of a purchase of each customer
     * @return the histories
     * @throws IllegalArgumentException if a number is out of range or does not fit the other, or the lengths differ
     */
    public static SpendHistories of(long[] purchases, double[] meanSpend) {
        Checks.sameLength("meanSpend", purchases.length, meanSpend.length);
        CountedRowsBuffer rows = new CountedRowsBuffer();
        for (int i = 0; i < purchases.length; i++) {
            SpendHistory.check(purchases[i], meanSpend[i], " at index " + i);
            rows.add(purchases[i], meanSpend[i], 0, 1);
        }
        return new SpendHistories(rows.toRows());
    }

    /**
     * Returns the histories of customers.
     *
     * @param histories the histories
     * @return the histories, merged
     */
    public static SpendHistories of(Collection<SpendHistory> histories) {
        return histories.stream().collect(toSpendHistories());
    }

    /**
     * Returns how a stream of customers is folded into histories.
     *
     * @return the aggregation
     */
    public static Aggregation<SpendHistory, ?, SpendHistories> aggregation() {
        return SpendHistoriesAggregation.INSTANCE;
    }

    /**
     * Returns a collector of histories.
     *
     * @return the collector
     */
    public static Collector<SpendHistory, ?, SpendHistories> toSpendHistories() {
        return aggregation().toCollector();
    }

    /**
     * Returns how many customers made a purchase.
     *
     * @return the number
     */
    public long count() {
        return rows.total() - leftOut();
    }

    /**
     * Returns how many customers were left out, since they made no purchase.
     *
     * @return the number
     */
    public long leftOut() {
        return rows.size() > 0 && rows.whole[0] == 0 ? rows.counts[0] : 0;
    }

    @Override
    public SpendHistories plus(SpendHistories other) {
        return new SpendHistories(rows.plus(other.rows));
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("SpendHistories", 1)
                .with("purchases", rows.whole)
                .with("meanSpend", rows.first)
                .with("counts", rows.counts);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the histories
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static SpendHistories ofStored(StoredForm form) {
        StoredFields fields = form.expect("SpendHistories", 1, "purchases", "meanSpend", "counts");
        long[] purchases = fields.sameLength("purchases", "meanSpend", "counts").wholes("purchases");
        double[] meanSpend = fields.reals("meanSpend");
        long[] counts = fields.wholes("counts");
        CountedRowsBuffer rows = new CountedRowsBuffer();
        for (int i = 0; i < purchases.length; i++) {
            SpendHistory.check(purchases[i], meanSpend[i], " at index " + i);
            rows.add(purchases[i], meanSpend[i], 0, CountedRows.count(counts[i], i));
        }
        return new SpendHistories(rows.toRows().checked());
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpendHistories that && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code SpendHistories[count=2, leftOut=1]}
     */
    @Override
    public String toString() {
        return "SpendHistories[count=" + count() + ", leftOut=" + leftOut() + "]";
    }
}
