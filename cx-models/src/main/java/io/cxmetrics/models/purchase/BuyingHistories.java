package io.cxmetrics.models.purchase;

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
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Customers by how often they bought again, when last, and how long they could have: what the models of buying are
 * fitted to. Equal histories are merged with their count, which makes a fit faster the coarser the unit of time is.
 *
 * <p><b>Unit.</b> One unit of time for all: a model that is fitted to weeks speaks of weeks.
 *
 * <p><b>Edges.</b> Parts add up in any order to the same bits, and so do the fits to them.
 *
 * <p>Immutable and thread-safe. Columns are the fast path.
 *
 * <pre>{@code
 * BuyingHistories weeks = BuyingHistories.of(
 *         new long[] {2, 0, 0}, new double[] {30.4, 0, 0}, new double[] {38.9, 38.9, 38.9});
 * weeks.count(); // 3
 * weeks.distinct(); // 2
 * weeks.repeats(); // 2
 * weeks.plus(BuyingHistories.of(List.of(BuyingHistory.of(1, 1.7, 38.9)))).count(); // 4
 * }</pre>
 *
 * @since 0.1
 */
public final class BuyingHistories implements Summary<BuyingHistories> {

    /** No customers. */
    public static final BuyingHistories EMPTY = new BuyingHistories(CountedRows.EMPTY);

    final CountedRows rows;

    BuyingHistories(CountedRows rows) {
        this.rows = rows;
    }

    /**
     * Returns the histories of customers in columns.
     *
     * @param repeats how many times each bought again (x)
     * @param lastAt how long after the first purchase the last one was (t<sub>x</sub>)
     * @param age how long ago the first purchase was (T)
     * @return the histories
     * @throws IllegalArgumentException if a number is out of range or does not fit the others, or the lengths differ
     */
    public static BuyingHistories of(long[] repeats, double[] lastAt, double[] age) {
        Checks.sameLength("lastAt", repeats.length, lastAt.length);
        Checks.sameLength("age", repeats.length, age.length);
        CountedRowsBuffer rows = new CountedRowsBuffer();
        for (int i = 0; i < repeats.length; i++) {
            BuyingHistory.check(repeats[i], lastAt[i], age[i], " at index " + i);
            rows.add(repeats[i], lastAt[i], age[i], 1);
        }
        return new BuyingHistories(rows.toRows());
    }

    /**
     * Returns the histories of customers.
     *
     * @param histories the histories
     * @return the histories, merged
     */
    public static BuyingHistories of(Collection<BuyingHistory> histories) {
        return histories.stream().collect(toBuyingHistories());
    }

    /**
     * Returns how a stream of customers is folded into histories.
     *
     * @return the aggregation
     */
    public static Aggregation<BuyingHistory, ?, BuyingHistories> aggregation() {
        return BuyingHistoriesAggregation.INSTANCE;
    }

    /**
     * Returns a collector of histories.
     *
     * @return the collector
     */
    public static Collector<BuyingHistory, ?, BuyingHistories> toBuyingHistories() {
        return aggregation().toCollector();
    }

    /**
     * Returns a collector of one history of each element.
     *
     * @param history gives the history
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, BuyingHistories> toBuyingHistories(Function<? super T, BuyingHistory> history) {
        return Collectors.mapping(history, toBuyingHistories());
    }

    BuyingHistory history(int row) {
        return new BuyingHistory(rows.whole[row], rows.first[row], rows.second[row]);
    }

    void requireRepeats() {
        if (repeats() == 0) {
            throw new IllegalArgumentException("histories must have a repeat purchase, got " + this);
        }
    }

    /**
     * Returns how many customers there are.
     *
     * @return the number
     */
    public long count() {
        return rows.total();
    }

    /**
     * Returns how many different histories there are.
     *
     * @return the number
     */
    public int distinct() {
        return rows.size();
    }

    /**
     * Returns how many repeat purchases there are in all.
     *
     * @return the number
     * @throws ArithmeticException if it overflows a {@code long}
     */
    public long repeats() {
        long sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            sum = Math.addExact(sum, Math.multiplyExact(rows.whole[i], rows.counts[i]));
        }
        return sum;
    }

    /**
     * Returns for how long customers could buy, in all.
     *
     * @return the sum of their ages, in the unit of time
     */
    public double exposure() {
        double sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            sum += rows.counts[i] * rows.second[i];
        }
        return sum;
    }

    @Override
    public BuyingHistories plus(BuyingHistories other) {
        return new BuyingHistories(rows.plus(other.rows));
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("BuyingHistories", 1)
                .with("repeats", rows.whole)
                .with("lastAt", rows.first)
                .with("age", rows.second)
                .with("counts", rows.counts);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the histories
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static BuyingHistories ofStored(StoredForm form) {
        StoredFields fields = form.expect("BuyingHistories", 1, "repeats", "lastAt", "age", "counts");
        long[] repeats = fields.sameLength("repeats", "lastAt", "age", "counts").wholes("repeats");
        double[] lastAt = fields.reals("lastAt");
        double[] age = fields.reals("age");
        long[] counts = fields.wholes("counts");
        CountedRowsBuffer rows = new CountedRowsBuffer();
        for (int i = 0; i < repeats.length; i++) {
            BuyingHistory.check(repeats[i], lastAt[i], age[i], " at index " + i);
            rows.add(repeats[i], lastAt[i], age[i], CountedRows.count(counts[i], i));
        }
        return new BuyingHistories(rows.toRows().checked());
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BuyingHistories that && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code BuyingHistories[count=3, distinct=2, repeats=2]}
     */
    @Override
    public String toString() {
        return "BuyingHistories[count=" + count() + ", distinct=" + distinct() + ", repeats=" + repeats() + "]";
    }
}
