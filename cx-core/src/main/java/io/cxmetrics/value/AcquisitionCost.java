package io.cxmetrics.value;

import static java.util.Collections.unmodifiableSortedMap;

import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What it costs to win a paying customer: customer acquisition cost (CAC), by its three usual names.
 *
 * <p><b>Definition.</b>
 *
 * <ul>
 *   <li>{@link #paid}: media / customers won by paid channels, without what people and tools cost;
 *   <li>{@link #fullyLoaded}: (media + overhead) / customers won by paid channels;
 *   <li>{@link #blended}: (media + overhead) / all new customers, also those who came by themselves or by a friend.
 * </ul>
 *
 * <p><b>Units.</b> Amounts are whole minor units of one currency, such as cents, so that they add up exactly. Answers are in
 * the same unit, for each customer: cents in, cents out. {@link UnitEconomics} wants CAC and revenue in one unit, too.
 *
 * <p><b>Who counts.</b> Customers who pay, in the same window and segment as the spend. With leads or trials below the line it
 * is the cost per lead (CPL) or per action (CPA), which is lower and no CAC. Returning customers, whom the same media bring
 * back, are no new ones; they are kept apart, and {@link #perConversion} counts them as advertising platforms do.
 *
 * <p><b>Lag.</b> Where a sale takes months, the spend of a month did not win the customers of that month; see {@link #lagged}.
 *
 * <p><b>Edges.</b> Without new customers every cost is NaN, also where money was spent: it is unknown, not infinite. Amounts or
 * customers that add up to more than a {@code long} holds are an {@link ArithmeticException}.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * AcquisitionCost march = AcquisitionCost.of(300_000, 100).withOverhead(150_000).withOrganic(50);
 * march.paid(); // 3000.0
 * march.fullyLoaded(); // 4500.0
 * march.blended(); // 3000.0
 * AcquisitionCost april = AcquisitionCost.of(390_000, 120).withOverhead(150_000).withOrganic(50);
 * april.marginalFrom(march); // 4500.0
 * march.plus(april).paid(); // 3136.3636363636365
 * }</pre>
 *
 * @param media what was paid for media, such as advertisements, in minor units, not negative
 * @param overhead what people, tools, agencies and the like cost, in minor units, not negative
 * @param paidCustomers how many new customers paid channels won, not negative
 * @param organicCustomers how many new customers came otherwise, not negative
 * @param returningCustomers how many earlier customers paid channels brought back, not negative
 */
public record AcquisitionCost(
        long media, long overhead, long paidCustomers, long organicCustomers, long returningCustomers)
        implements Summary<AcquisitionCost> {

    /** Nothing spent and nobody won. */
    public static final AcquisitionCost EMPTY = new AcquisitionCost(0, 0, 0, 0, 0);

    /**
     * Checks the amounts and counts.
     *
     * @throws IllegalArgumentException if one is negative
     * @throws ArithmeticException if the amounts, or the counts, add up to more than a {@code long} holds
     */
    public AcquisitionCost {
        Checks.notNegative("media", media);
        Checks.notNegative("overhead", overhead);
        Checks.notNegative("paidCustomers", paidCustomers);
        Checks.notNegative("organicCustomers", organicCustomers);
        Checks.notNegative("returningCustomers", returningCustomers);
        Math.addExact(media, overhead);
        Math.addExact(Math.addExact(paidCustomers, organicCustomers), returningCustomers);
    }

    /**
     * Returns the cost of customers won by paid channels.
     *
     * @param media what was paid for media, in minor units, not negative
     * @param paidCustomers how many new customers paid channels won, not negative
     * @return the cost
     * @throws IllegalArgumentException if a number is negative
     */
    public static AcquisitionCost of(long media, long paidCustomers) {
        return new AcquisitionCost(media, 0, paidCustomers, 0, 0);
    }

    /**
     * Returns the same with another overhead.
     *
     * @param amount what people, tools, agencies and the like cost, in minor units, not negative
     * @return the cost
     * @throws IllegalArgumentException if the amount is negative
     */
    public AcquisitionCost withOverhead(long amount) {
        return new AcquisitionCost(media, amount, paidCustomers, organicCustomers, returningCustomers);
    }

    /**
     * Returns the same with other customers who came without paid channels.
     *
     * @param customers how many, not negative
     * @return the cost
     * @throws IllegalArgumentException if the number is negative
     */
    public AcquisitionCost withOrganic(long customers) {
        return new AcquisitionCost(media, overhead, paidCustomers, customers, returningCustomers);
    }

    /**
     * Returns the same with other customers whom paid channels brought back.
     *
     * @param customers how many, not negative
     * @return the cost
     * @throws IllegalArgumentException if the number is negative
     */
    public AcquisitionCost withReturning(long customers) {
        return new AcquisitionCost(media, overhead, paidCustomers, organicCustomers, customers);
    }

    /**
     * Returns amount / customers.
     *
     * @param amount the amount
     * @param customers the new customers
     * @return the cost of one in the unit of the amount; NaN unless there is at least one
     */
    public static double perCustomer(long amount, long customers) {
        return customers <= 0 ? Double.NaN : (double) amount / customers;
    }

    /**
     * Returns the paid CAC, media / new customers of paid channels.
     *
     * @return the cost of one in minor units; NaN without any
     */
    public double paid() {
        return perCustomer(media, paidCustomers);
    }

    /**
     * Returns the fully loaded CAC, (media + overhead) / new customers of paid channels.
     *
     * @return the cost of one in minor units; NaN without any
     */
    public double fullyLoaded() {
        return perCustomer(spend(), paidCustomers);
    }

    /**
     * Returns the blended CAC, (media + overhead) / all new customers. It falls when more come by themselves, and says nothing
     * of what one more would cost.
     *
     * @return the cost of one in minor units; NaN without any
     */
    public double blended() {
        return perCustomer(spend(), newCustomers());
    }

    /**
     * Returns media / conversions, as advertising platforms report it: returning customers count like new ones, so that it is
     * below the paid CAC.
     *
     * @return the cost of one in minor units; NaN without any
     */
    public double perConversion() {
        return perCustomer(media, conversions());
    }

    /**
     * Returns how many of those whom paid channels won or brought back are new.
     *
     * @return the share of new ones
     */
    public Proportion newShare() {
        return Proportion.of(paidCustomers, conversions());
    }

    /**
     * Returns what each further customer cost from one level of spend to another, such as from one month to the next: (spend -
     * spend before) / (new customers - new customers before), with overhead, and all new customers. An average hides that the
     * last customers cost the most.
     *
     * @param before the level to compare with
     * @return the cost of one more in minor units, negative where more came for less; NaN unless there are more new customers
     */
    public double marginalFrom(AcquisitionCost before) {
        return perCustomer(spend() - before.spend(), newCustomers() - before.newCustomers());
    }

    /**
     * Returns all that was spent.
     *
     * @return media + overhead, in minor units
     */
    public long spend() {
        return media + overhead;
    }

    /**
     * Returns how many new customers there are.
     *
     * @return those of paid channels and the others
     */
    public long newCustomers() {
        return paidCustomers + organicCustomers;
    }

    private long conversions() {
        return paidCustomers + returningCustomers;
    }

    /**
     * Sets the customers of each month against the spend of an earlier one, for sales that take so long.
     *
     * @param months what was spent and who was won in each month
     * @param lag by how many months the spend comes before the customers, not negative
     * @return for each month t, the customers of t with the spend of t - lag, in the order of time; without the months for which
     *     that month is not known, such as the first ones, whose customers have no spend to be set against
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
    public AcquisitionCost plus(AcquisitionCost other) {
        return new AcquisitionCost(
                Math.addExact(media, other.media),
                Math.addExact(overhead, other.overhead),
                Math.addExact(paidCustomers, other.paidCustomers),
                Math.addExact(organicCustomers, other.organicCustomers),
                Math.addExact(returningCustomers, other.returningCustomers));
    }
}
