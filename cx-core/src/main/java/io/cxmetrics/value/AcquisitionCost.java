package io.cxmetrics.value;

import static java.util.Collections.unmodifiableSortedMap;
import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Customer acquisition cost (CAC): what it costs to win a paying customer, in major units for each.
 *
 * <p><b>Definition.</b> Three costs share the name, see {@link CacRule}:
 *
 * <ul>
 *   <li>{@link #paid}: media / customers won by paid channels, without what people and tools cost;
 *   <li>{@link #fullyLoaded}: (media + overhead) / customers won by paid channels;
 *   <li>{@link #blended}: (media + overhead) / all new customers, also those who came by themselves or by a friend.
 * </ul>
 *
 * <p><b>Units.</b> Amounts go in as whole minor units, such as cents, and add up exactly. Answers are in major units:
 * 300,000 cents for 100 customers are 30.0 each. Costs in two currencies do not add up.
 *
 * <p><b>Counted.</b> Customers who pay, in the same window and segment as the spend. With leads or trials below the
 * line it is the cost per lead (CPL) or per action (CPA), which is lower. Returning customers, whom the same media
 * bring back, are not new; they are kept apart, and {@link #perConversion} counts them as advertising platforms do.
 *
 * <p><b>Lag.</b> Where a sale takes months, the spend of a month did not win the customers of that month; see
 * {@link #lagged}.
 *
 * <p><b>Edges.</b> Without new customers every cost is NaN, also where money was spent: it is unknown, not infinite.
 * Amounts or customers that add up to more than a {@code long} holds are an {@link ArithmeticException}.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * MoneyUnit euro = MoneyUnit.of("EUR");
 * AcquisitionCost march = AcquisitionCost.ofMedia(300_000, euro).withPaid(100).withOverhead(150_000).withOrganic(50);
 * march.paid(); // 30.0
 * march.fullyLoaded(); // 45.0
 * march.blended(); // 30.0
 * AcquisitionCost april = AcquisitionCost.ofMedia(390_000, euro).withPaid(120).withOverhead(150_000).withOrganic(50);
 * april.marginalFrom(march); // 45.0
 * march.plus(april).paid(); // 31.363636363636363
 * }</pre>
 *
 * @since 0.1
 */
public final class AcquisitionCost implements Summary<AcquisitionCost> {

    private static final long serialVersionUID = 1;

    /** Nothing spent and nobody won. */
    public static final AcquisitionCost EMPTY = new AcquisitionCost(null, 0, 0, 0, 0, 0);

    private final @Nullable MoneyUnit unit;
    private final long media;
    private final long overhead;
    private final long paidCustomers;
    private final long organicCustomers;
    private final long returningCustomers;

    private AcquisitionCost(
            @Nullable MoneyUnit unit, long media, long overhead, long paid, long organic, long returning) {
        this.unit = unit;
        this.media = Checks.notNegative("media", media);
        this.overhead = Checks.notNegative("overhead", overhead);
        this.paidCustomers = Checks.notNegative("paidCustomers", paid);
        this.organicCustomers = Checks.notNegative("organicCustomers", organic);
        this.returningCustomers = Checks.notNegative("returningCustomers", returning);
        Math.addExact(media, overhead);
        Math.addExact(Math.addExact(paid, organic), returning);
    }

    /**
     * Returns what was paid for media, in {@link MoneyUnit#CENTS} of no named currency, and nobody won by it yet.
     *
     * @param media what was paid for media, such as advertisements, in cents, not negative
     * @return the cost, to go on with {@link #withPaid}
     * @throws IllegalArgumentException if the amount is negative
     */
    public static AcquisitionCost ofMedia(long media) {
        return ofMedia(media, MoneyUnit.CENTS);
    }

    /**
     * Returns what was paid for media, and nobody won by it yet.
     *
     * @param media what was paid for media, such as advertisements, in minor units, not negative
     * @param unit what all amounts are
     * @return the cost, to go on with {@link #withPaid}
     * @throws IllegalArgumentException if the amount is negative
     */
    public static AcquisitionCost ofMedia(long media, MoneyUnit unit) {
        return new AcquisitionCost(requireNonNull(unit, "unit"), media, 0, 0, 0, 0);
    }

    /**
     * Returns the sum of costs, such as those of months or channels.
     *
     * @param parts the costs, all in one unit of money
     * @return the sum
     * @throws IllegalArgumentException if two have different units of money
     */
    public static AcquisitionCost of(Collection<AcquisitionCost> parts) {
        return parts.stream().collect(toAcquisitionCost());
    }

    /**
     * Returns a collector that adds costs up.
     *
     * @return the collector
     */
    public static Collector<AcquisitionCost, ?, AcquisitionCost> toAcquisitionCost() {
        return aggregation().toCollector();
    }

    /**
     * Returns an aggregation that adds costs up. Spend and customers are given as sums by those who know them, so there
     * is no smaller input.
     *
     * @return the aggregation
     */
    public static Aggregation<AcquisitionCost, AcquisitionCost, AcquisitionCost> aggregation() {
        return Aggregation.summing(EMPTY);
    }

    /**
     * Returns the same with another number of new customers whom paid channels won.
     *
     * @param customers how many, not negative
     * @return the cost
     * @throws IllegalArgumentException if the number is negative
     */
    public AcquisitionCost withPaid(long customers) {
        return new AcquisitionCost(unit, media, overhead, customers, organicCustomers, returningCustomers);
    }

    /**
     * Returns the same with another overhead.
     *
     * @param amount what people, tools, agencies and the like cost, in minor units, not negative
     * @return the cost
     * @throws IllegalArgumentException if the amount is negative
     */
    public AcquisitionCost withOverhead(long amount) {
        MoneyUnit known = unit == null ? MoneyUnit.CENTS : unit;
        return new AcquisitionCost(known, media, amount, paidCustomers, organicCustomers, returningCustomers);
    }

    /**
     * Returns the same with another number of new customers who came without paid channels.
     *
     * @param customers how many, not negative
     * @return the cost
     * @throws IllegalArgumentException if the number is negative
     */
    public AcquisitionCost withOrganic(long customers) {
        return new AcquisitionCost(unit, media, overhead, paidCustomers, customers, returningCustomers);
    }

    /**
     * Returns the same with another number of earlier customers whom paid channels brought back.
     *
     * @param customers how many, not negative
     * @return the cost
     * @throws IllegalArgumentException if the number is negative
     */
    public AcquisitionCost withReturning(long customers) {
        return new AcquisitionCost(unit, media, overhead, paidCustomers, organicCustomers, customers);
    }

    /**
     * Returns the cost of a new customer by a rule.
     *
     * @param rule which costs and customers it takes
     * @return the cost of one in major units; NaN without any
     */
    public double cac(CacRule rule) {
        return switch (rule) {
            case PAID -> perCustomer(media, paidCustomers);
            case FULLY_LOADED -> perCustomer(spendMinor(), paidCustomers);
            case BLENDED -> perCustomer(spendMinor(), newCustomers());
        };
    }

    /**
     * Returns the paid CAC, media / new customers of paid channels.
     *
     * @return the cost of one in major units; NaN without any
     */
    public double paid() {
        return cac(CacRule.PAID);
    }

    /**
     * Returns the fully loaded CAC, (media + overhead) / new customers of paid channels.
     *
     * @return the cost of one in major units; NaN without any
     */
    public double fullyLoaded() {
        return cac(CacRule.FULLY_LOADED);
    }

    /**
     * Returns the blended CAC, (media + overhead) / all new customers. It falls when more come by themselves, and says
     * nothing of what one more would cost.
     *
     * @return the cost of one in major units; NaN without any
     */
    public double blended() {
        return cac(CacRule.BLENDED);
    }

    /**
     * Returns media / conversions, as advertising platforms report it: returning customers count like new ones, so that
     * it is below the paid CAC.
     *
     * @return the cost of one in major units; NaN without any
     */
    public double perConversion() {
        return perCustomer(media, conversions());
    }

    /**
     * Returns how many of the customers whom paid channels won or brought back are new.
     *
     * @return new customers out of conversions
     */
    public Proportion newShare() {
        return Proportion.of(paidCustomers, conversions());
    }

    /**
     * Returns what each further customer cost from one level of spend to another, such as from one month to the next:
     * (spend - spend before) / (new customers - new customers before), with overhead, and all new customers. An average
     * hides that the last customers cost the most.
     *
     * @param before the level to compare with
     * @return the cost of one more in major units, negative where more came for less; NaN unless there are more new
     *     customers
     * @throws IllegalArgumentException if the levels have different units of money
     */
    public double marginalFrom(AcquisitionCost before) {
        MoneyUnit joined = MoneyUnit.joined(unit, before.unit);
        return perCustomer(spendMinor() - before.spendMinor(), newCustomers() - before.newCustomers(), joined);
    }

    /**
     * Returns all that was spent, media + overhead.
     *
     * @return the spend in major units; 0 where nothing was
     */
    public double spend() {
        return unit == null ? 0 : unit.major(spendMinor());
    }

    private double perCustomer(long amount, long customers) {
        return perCustomer(amount, customers, unit);
    }

    private static double perCustomer(long amount, long customers, @Nullable MoneyUnit unit) {
        if (customers <= 0) {
            return Double.NaN;
        }
        return unit == null ? 0 : unit.major((double) amount / customers);
    }

    /**
     * Returns what the amounts are.
     *
     * @return the unit; null where no amount was given
     */
    public @Nullable MoneyUnit unit() {
        return unit;
    }

    /**
     * Returns what was paid for media, exactly.
     *
     * @return the amount in minor units
     */
    public long mediaMinor() {
        return media;
    }

    /**
     * Returns what people, tools, agencies and the like cost, exactly.
     *
     * @return the amount in minor units
     */
    public long overheadMinor() {
        return overhead;
    }

    /**
     * Returns all that was spent, exactly.
     *
     * @return media + overhead in minor units
     */
    public long spendMinor() {
        return media + overhead;
    }

    /**
     * Returns how many new customers paid channels won.
     *
     * @return the count
     */
    public long paidCustomers() {
        return paidCustomers;
    }

    /**
     * Returns how many new customers came otherwise.
     *
     * @return the count
     */
    public long organicCustomers() {
        return organicCustomers;
    }

    /**
     * Returns how many earlier customers paid channels brought back.
     *
     * @return the count
     */
    public long returningCustomers() {
        return returningCustomers;
    }

    /**
     * Returns how many new customers there are.
     *
     * @return those of paid channels and the others
     */
    public long newCustomers() {
        return paidCustomers + organicCustomers;
    }

    /**
     * Returns how many new customers the cost rests on.
     *
     * @return {@link #newCustomers()}
     */
    public long count() {
        return newCustomers();
    }

    private long conversions() {
        return paidCustomers + returningCustomers;
    }

    /**
     * Sets the customers of each month against the spend of an earlier one, for sales that take so long.
     *
     * @param months what was spent and who was won in each month
     * @param lag by how many months the spend comes before the customers, not negative
     * @return for each month t, the customers of t with the spend of t - lag, in the order of time. Months without a
     *     known month t - lag are left out, such as the first ones.
     * @throws IllegalArgumentException if the lag is negative
     */
    public static SortedMap<YearMonth, AcquisitionCost> lagged(Map<YearMonth, AcquisitionCost> months, int lag) {
        Checks.notNegative("lag", lag);
        SortedMap<YearMonth, AcquisitionCost> result = new TreeMap<>();
        months.forEach((month, won) -> {
            AcquisitionCost spent = months.get(month.minusMonths(lag));
            if (spent != null) {
                result.put(
                        month,
                        new AcquisitionCost(
                                spent.unit,
                                spent.media,
                                spent.overhead,
                                won.paidCustomers,
                                won.organicCustomers,
                                won.returningCustomers));
            }
        });
        return unmodifiableSortedMap(result);
    }

    @Override
    public StoredForm storedForm() {
        return StoredUnit.write(StoredForm.of("AcquisitionCost", 1), unit)
                .with("media", media)
                .with("overhead", overhead)
                .with("paidCustomers", paidCustomers)
                .with("organicCustomers", organicCustomers)
                .with("returningCustomers", returningCustomers);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the cost
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static AcquisitionCost ofStored(StoredForm form) {
        StoredFields fields = form.expect(
                "AcquisitionCost",
                1,
                "currency",
                "decimals",
                "media",
                "overhead",
                "paidCustomers",
                "organicCustomers",
                "returningCustomers");
        MoneyUnit unit = StoredUnit.read(fields);
        AcquisitionCost cost = new AcquisitionCost(
                unit,
                fields.whole("media"),
                fields.whole("overhead"),
                fields.whole("paidCustomers"),
                fields.whole("organicCustomers"),
                fields.whole("returningCustomers"));
        StoredUnit.need(unit, cost.spendMinor() > 0);
        return cost;
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public AcquisitionCost plus(AcquisitionCost other) {
        return new AcquisitionCost(
                MoneyUnit.joined(unit, other.unit),
                Math.addExact(media, other.media),
                Math.addExact(overhead, other.overhead),
                Math.addExact(paidCustomers, other.paidCustomers),
                Math.addExact(organicCustomers, other.organicCustomers),
                Math.addExact(returningCustomers, other.returningCustomers));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AcquisitionCost that
                && Objects.equals(unit, that.unit)
                && media == that.media
                && overhead == that.overhead
                && paidCustomers == that.paidCustomers
                && organicCustomers == that.organicCustomers
                && returningCustomers == that.returningCustomers;
    }

    @Override
    public int hashCode() {
        return Objects.hash(unit, media, overhead, paidCustomers, organicCustomers, returningCustomers);
    }

    /**
     * Returns the amounts in minor units, and the counts.
     *
     * @return each part by its name
     */
    @Override
    public String toString() {
        return "AcquisitionCost[unit=" + unit + ", media=" + media + ", overhead=" + overhead + ", paidCustomers="
                + paidCustomers + ", organicCustomers=" + organicCustomers + ", returningCustomers="
                + returningCustomers + "]";
    }
}
