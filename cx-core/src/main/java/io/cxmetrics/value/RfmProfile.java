package io.cxmetrics.value;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Average customer of a group: how lately, how often, and for how much in major units they bought. Compared with
 * that of all customers it tells what a segment is worth.
 *
 * <p><b>Definition.</b> Means over customers of the recency of RFM (T - t_x), of the periods with a purchase, and of
 * spend less refunds. {@link #share} is the part of customers, {@link #spendShare} the part of spend.
 *
 * <p><b>Edges.</b> Without customers, and without spend to divide by, an answer is NaN.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * PurchaseHistory ann = PurchaseHistory.of(CalendarPeriod.DAY, 1, 10, 30).withSpend(2000, 1000, 0, MoneyUnit.CENTS);
 * PurchaseHistory bob = PurchaseHistory.of(CalendarPeriod.DAY, 0, 0, 10).withSpend(1000, 0, 0, MoneyUnit.CENTS);
 * RfmProfile all = RfmProfile.of(List.of(ann, bob));
 * all.meanRecency(); // 15.0
 * all.meanFrequency(); // 1.5
 * all.meanSpend(); // 20.0
 * RfmProfile.of(List.of(ann)).spendShare(all); // 0.75
 * }</pre>
 *
 * @since 0.1
 */
public final class RfmProfile implements Summary<RfmProfile> {

    private static final long serialVersionUID = 1;

    /** No customers. */
    public static final RfmProfile EMPTY = new RfmProfile(null, 0, 0, 0, 0);

    private final @Nullable MoneyUnit unit;
    private final long customers;
    private final long recency;
    private final long frequency;
    private final long spend;

    private RfmProfile(@Nullable MoneyUnit unit, long customers, long recency, long frequency, long spend) {
        this.unit = unit;
        this.customers = customers;
        this.recency = recency;
        this.frequency = frequency;
        this.spend = spend;
    }

    /**
     * Returns the profile of customers.
     *
     * @param histories what each bought
     * @return the profile
     * @throws IllegalArgumentException if two have different units of money
     * @throws ArithmeticException if a sum overflows
     */
    public static RfmProfile of(Collection<PurchaseHistory> histories) {
        return histories.stream().collect(toRfmProfile());
    }

    /**
     * Folds the histories of customers into their profile, for streams and engines.
     *
     * @return the aggregation
     */
    public static Aggregation<PurchaseHistory, RfmProfile, RfmProfile> aggregation() {
        return Aggregation.summing(EMPTY).mapInput(RfmProfile::one);
    }

    /**
     * Returns a collector of the histories of customers.
     *
     * @return the collector
     */
    public static Collector<PurchaseHistory, ?, RfmProfile> toRfmProfile() {
        return aggregation().toCollector();
    }

    private static RfmProfile one(PurchaseHistory history) {
        return new RfmProfile(
                history.unit(), 1, history.sinceLast(), history.purchasePeriods(), history.netSpendMinor());
    }

    /**
     * Returns how many customers there are.
     *
     * @return the count
     */
    public long count() {
        return customers;
    }

    /**
     * Returns how long ago a customer bought last, on average.
     *
     * @return the mean in periods, days by default; NaN without customers
     */
    public double meanRecency() {
        return mean(recency);
    }

    /**
     * Returns how many periods with a purchase a customer has, on average.
     *
     * @return the mean, at least 1; NaN without customers
     */
    public double meanFrequency() {
        return mean(frequency);
    }

    /**
     * Returns what a customer spent, less refunds, on average.
     *
     * @return the mean in major units; NaN without customers, or where no money is known
     */
    public double meanSpend() {
        return unit == null ? Double.NaN : mean(unit.major(spend));
    }

    private double mean(double sum) {
        return customers == 0 ? Double.NaN : sum / customers;
    }

    /**
     * Returns what all customers spent, less refunds.
     *
     * @return the sum in major units; 0 without customers, NaN where no money of them is known
     */
    public double spend() {
        return unit != null ? unit.major(spend) : customers == 0 ? 0 : Double.NaN;
    }

    /**
     * Returns the part of customers that these are.
     *
     * @param all all customers, these included
     * @return the share; undefined if there are none
     * @throws IllegalArgumentException if there are fewer of all than of these
     */
    public Proportion share(RfmProfile all) {
        return Proportion.of(customers, all.customers);
    }

    /**
     * Returns the part of spend that is of these customers.
     *
     * @param all all customers, these included
     * @return spend / spend of all; negative or above 1 where refunds exceed purchases; NaN if all spent nothing
     * @throws IllegalArgumentException if the amounts are in different units of money
     */
    public double spendShare(RfmProfile all) {
        MoneyUnit same = MoneyUnit.joined(unit, all.unit);
        return same == null || all.spend == 0 ? Double.NaN : (double) spend / all.spend;
    }

    @Override
    public RfmProfile plus(RfmProfile other) {
        return new RfmProfile(
                MoneyUnit.joined(unit, other.unit),
                Math.addExact(customers, other.customers),
                Math.addExact(recency, other.recency),
                Math.addExact(frequency, other.frequency),
                Math.addExact(spend, other.spend));
    }

    @Override
    public StoredForm storedForm() {
        return StoredUnit.write(StoredForm.of("RfmProfile", 1), unit)
                .with("customers", customers)
                .with("recency", recency)
                .with("frequency", frequency)
                .with("spend", spend);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the profile
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static RfmProfile ofStored(StoredForm form) {
        StoredFields fields =
                form.expect("RfmProfile", 1, "currency", "decimals", "customers", "recency", "frequency", "spend");
        long customers = Checks.notNegative("customers", fields.whole("customers"));
        long recency = Checks.notNegative("recency", fields.whole("recency"));
        long frequency = fields.whole("frequency");
        if (frequency < customers) {
            throw new IllegalArgumentException(
                    "frequency must not be below customers (" + customers + "), got " + frequency);
        }
        MoneyUnit unit = StoredUnit.read(fields);
        long spend = fields.whole("spend");
        StoredUnit.need(unit, spend != 0);
        return new RfmProfile(unit, customers, recency, frequency, spend);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RfmProfile that
                && Objects.equals(unit, that.unit)
                && customers == that.customers
                && recency == that.recency
                && frequency == that.frequency
                && spend == that.spend;
    }

    @Override
    public int hashCode() {
        return Objects.hash(unit, customers, recency, frequency, spend);
    }

    /**
     * Returns the sums, spend in minor units.
     *
     * @return each part by its name
     */
    @Override
    public String toString() {
        return "RfmProfile[unit=" + unit + ", customers=" + customers + ", recency=" + recency + ", frequency="
                + frequency + ", spend=" + spend + "]";
    }
}
