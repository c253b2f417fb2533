package io.cxmetrics.retention.revenue;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.StoredMoney;
import io.cxmetrics.stat.Proportion;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * The movements of recurring revenue in one period, such as monthly recurring revenue (MRR) in a month: amounts in
 * major units of money, and customers.
 *
 * <p><b>Definition.</b> closing = opening + new business + reactivation + expansion - contraction - churn, exactly, in
 * money and in customers. Each customer makes one movement at most, by what they pay at both ends of the period.
 * Customers who are left out add {@link #leftOutChange()}.
 *
 * <p><b>Retention.</b> Gross: (opening - contraction - churn) / opening. It is capped at 100 % for each customer by
 * construction, since expansion is not in it. Net: with expansion, so that it may exceed 1. New business and
 * reactivation are in neither. Churn is 1 minus retention; net churn may be negative.
 *
 * <p><b>Money.</b> All amounts are in one unit. Convert all months at the same rate of exchange first, or its changes
 * look like expansion and contraction. Inside, amounts are exact fractions of minor units; only answers divide.
 *
 * <p><b>Left out.</b> Customers of whom a line could not be used are in no movement and in no rate: the missing line
 * would look like a movement; {@link #leftOut()} counts them. What is known that they pay is in {@link #opening()} and
 * {@link #closing()}, for the revenue of a month is the sum of the lines that can be used.
 *
 * <p><b>Adding.</b> Segments of the same period add up to the whole. The sum of two months gives the retention of both,
 * weighted by their opening revenue, and a quick ratio; but its opening is a sum of two openings, and its closing
 * nothing that ever was. Several months in a row are a {@link RevenueBridge}.
 *
 * <p><b>Rates</b> rest on the opening without {@link #leftOutOpening()}.
 *
 * <p><b>Edges.</b> Without opening revenue the rates that divide by it are NaN.
 *
 * <pre>{@code
 * RecurringRevenue march = RecurringRevenue.of(RevenueFlow.of(100_000, 40))
 *     .withNewBusiness(RevenueFlow.of(9_000, 3))
 *     .withReactivation(RevenueFlow.of(1_000, 1))
 *     .withExpansion(RevenueFlow.of(12_000, 5))
 *     .withContraction(RevenueFlow.of(3_000, 2))
 *     .withChurn(RevenueFlow.of(5_000, 2));
 * march.closing(); // 1140.0 of 42
 * march.grossRevenueRetention(); // 0.92
 * march.netRevenueRetention(); // 1.04
 * march.quickRatio(); // 2.75
 * march.logoChurn(); // 2 of 40 (0.05)
 * }</pre>
 *
 * @since 0.1
 */
public final class RecurringRevenue implements Summary<RecurringRevenue> {

    private static final long serialVersionUID = 1;

    /** No revenue. */
    public static final RecurringRevenue EMPTY =
            new RecurringRevenue(null, 1, new long[MovementBuffer.FLOWS], new long[MovementBuffer.FLOWS], 0);

    private final @Nullable MoneyUnit unit;
    private final long parts;
    private final long[] amounts;
    private final long[] customers;
    private final long leftOut;

    private RecurringRevenue(@Nullable MoneyUnit unit, long parts, long[] amounts, long[] customers, long leftOut) {
        this.unit = unit;
        this.parts = parts;
        this.amounts = amounts;
        this.customers = customers;
        StoredMoney.require(unit, amounts);
        for (int flow = 0; flow < MovementBuffer.FLOWS; flow++) {
            Checks.notNegative("amounts", amounts[flow]);
            Checks.notNegative("customers", customers[flow]);
        }
        this.leftOut = Checks.notNegative("leftOut", leftOut);
        long losses = Math.addExact(amounts[MovementBuffer.CONTRACTION], amounts[MovementBuffer.CHURN]);
        if (losses > amounts[MovementBuffer.OPENING]) {
            throw new IllegalArgumentException("contraction + churn must not exceed opening ("
                    + RevenueFlow.major(amounts[MovementBuffer.OPENING], parts, unit) + "), got "
                    + RevenueFlow.major(losses, parts, unit));
        }
        long moved = Math.addExact(
                Math.addExact(customers[MovementBuffer.EXPANSION], customers[MovementBuffer.CONTRACTION]),
                customers[MovementBuffer.CHURN]);
        if (moved > customers[MovementBuffer.OPENING]) {
            throw new IllegalArgumentException("customers of expansion + contraction + churn must not exceed those of"
                    + " opening (" + customers[MovementBuffer.OPENING] + "), got " + moved);
        }
        long most = 0;
        for (long amount : amounts) {
            most = Math.addExact(most, amount);
        }
    }

    /** The movements whose amounts are in so many parts of a minor unit, in the fewest parts that hold them. */
    static RecurringRevenue ofParts(
            @Nullable MoneyUnit unit, long parts, long[] amounts, long[] customers, long leftOut) {
        if (parts < 1) {
            throw new IllegalArgumentException("parts must be positive, got " + parts);
        }
        requireFlows("amounts", amounts);
        requireFlows("customers", customers);
        long common = parts;
        for (long amount : amounts) {
            common = Parts.greatestCommonDivisor(common, amount);
        }
        return new RecurringRevenue(unit, parts / common, Parts.divided(amounts, common), customers.clone(), leftOut);
    }

    private static void requireFlows(String name, long[] flows) {
        if (flows.length != MovementBuffer.FLOWS) {
            throw new IllegalArgumentException(
                    name + " must be " + MovementBuffer.FLOWS + " flows, got " + flows.length);
        }
    }

    /**
     * Returns a period that opens with some revenue, and in which nothing moves.
     *
     * @param opening what the customers at the start paid
     * @return the movements, none yet
     */
    public static RecurringRevenue of(RevenueFlow opening) {
        return EMPTY.with(MovementBuffer.OPENING, opening);
    }

    private RecurringRevenue with(int flow, RevenueFlow given) {
        long common = Parts.joined(parts, given.parts());
        long[] money = Parts.scaled(amounts, common / parts);
        long[] heads = customers.clone();
        money[flow] = given.amountIn(common);
        heads[flow] = given.customers();
        return ofParts(MoneyUnit.joined(unit, given.unit()), common, money, heads, leftOut);
    }

    /**
     * Returns this with new business.
     *
     * @param flow what those pay who became customers
     * @return the movements
     * @throws IllegalArgumentException if the unit is another one
     */
    public RecurringRevenue withNewBusiness(RevenueFlow flow) {
        return with(MovementBuffer.NEW, flow);
    }

    /**
     * Returns this with reactivation.
     *
     * @param flow what those pay who came back
     * @return the movements
     * @throws IllegalArgumentException if the unit is another one
     */
    public RecurringRevenue withReactivation(RevenueFlow flow) {
        return with(MovementBuffer.REACTIVATION, flow);
    }

    /**
     * Returns this with expansion.
     *
     * @param flow by how much those pay more who pay more than at the start
     * @return the movements
     * @throws IllegalArgumentException if the unit is another one, or more customers move than there were
     */
    public RecurringRevenue withExpansion(RevenueFlow flow) {
        return with(MovementBuffer.EXPANSION, flow);
    }

    /**
     * Returns this with contraction.
     *
     * @param flow by how much those pay less who pay less and stayed
     * @return the movements
     * @throws IllegalArgumentException if the unit is another one, or more is lost or more customers move than there
     *     were
     */
    public RecurringRevenue withContraction(RevenueFlow flow) {
        return with(MovementBuffer.CONTRACTION, flow);
    }

    /**
     * Returns this with churn.
     *
     * @param flow what those paid at the start who left
     * @return the movements
     * @throws IllegalArgumentException if the unit is another one, or more is lost or more customers move than there
     *     were
     */
    public RecurringRevenue withChurn(RevenueFlow flow) {
        return with(MovementBuffer.CHURN, flow);
    }

    /**
     * Returns this with customers whose movement is not known.
     *
     * @param count how many customers, not negative
     * @param before what is known that they paid at the start
     * @param after what is known that they pay at the end
     * @return the movements
     * @throws IllegalArgumentException if the count is negative, or a unit is another one
     */
    public RecurringRevenue withLeftOut(long count, RevenueFlow before, RevenueFlow after) {
        RecurringRevenue with = with(MovementBuffer.LEFT_OUT_BEFORE, before).with(MovementBuffer.LEFT_OUT_AFTER, after);
        return new RecurringRevenue(with.unit, with.parts, with.amounts, with.customers, count);
    }

    /**
     * Returns the movement of one customer between two times, who is new if there was nothing before.
     *
     * @param before what they paid at the start, in {@link MoneyUnit#CENTS}; 0 for no customer
     * @param after what they pay at the end; 0 for no customer any more
     * @return the movement
     * @throws IllegalArgumentException if an amount is negative
     */
    public static RecurringRevenue ofCustomer(long before, long after) {
        return add(new MovementBuffer(MoneyUnit.CENTS, 1), before, after).finish();
    }

    @CanIgnoreReturnValue
    static MovementBuffer add(MovementBuffer sum, long before, long after) {
        Checks.notNegative("before", before);
        Checks.notNegative("after", after);
        sum.add(before > 0, before, after > 0, after, false);
        return sum;
    }

    /**
     * Returns a collector of customers by what they paid at the start and pay at the end, such as a table of customers
     * with a flag for those who left. A customer who paid nothing at the start is new.
     *
     * @param before gives what a customer paid at the start, in {@link MoneyUnit#CENTS}; 0 for no customer
     * @param after gives what they pay at the end; 0 for no customer any more
     * @param <T> the type of the elements
     * @return the collector, which refuses negative amounts
     */
    public static <T> Collector<T, ?, RecurringRevenue> toRecurringRevenue(
            ToLongFunction<? super T> before, ToLongFunction<? super T> after) {
        return toRecurringRevenue(before, after, MoneyUnit.CENTS);
    }

    /**
     * Returns a collector of customers by what they paid at the start and pay at the end.
     *
     * @param before gives what a customer paid at the start, in minor units; 0 for no customer
     * @param after gives what they pay at the end; 0 for no customer any more
     * @param unit the unit of the amounts
     * @param <T> the type of the elements
     * @return the collector, which refuses negative amounts
     */
    public static <T> Collector<T, ?, RecurringRevenue> toRecurringRevenue(
            ToLongFunction<? super T> before, ToLongFunction<? super T> after, MoneyUnit unit) {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        requireNonNull(unit, "unit");
        return Collector.of(
                () -> new MovementBuffer(unit, 1),
                (MovementBuffer sum, T customer) -> add(sum, before.applyAsLong(customer), after.applyAsLong(customer)),
                MovementBuffer::merge,
                MovementBuffer::finish);
    }

    /**
     * Folds customers into the movements of a period, for streams and engines.
     *
     * @param before gives what a customer paid at the start, in minor units; 0 for no customer
     * @param after gives what they pay at the end; 0 for no customer any more
     * @param unit the unit of the amounts
     * @param <T> the type of the elements
     * @return the aggregation, which refuses negative amounts
     */
    public static <T> Aggregation<T, ?, RecurringRevenue> aggregation(
            SerializableFunction<? super T, Long> before, SerializableFunction<? super T, Long> after, MoneyUnit unit) {
        return new MovementAggregation<T>(
                requireNonNull(before, "before"), requireNonNull(after, "after"), requireNonNull(unit, "unit"));
    }

    private RevenueFlow flow(int flow) {
        return RevenueFlow.ofParts(amounts[flow], parts, customers[flow], unit);
    }

    /**
     * Returns the revenue at the start.
     *
     * @return what the customers at the start paid, those who are left out included
     */
    public RevenueFlow opening() {
        return flow(MovementBuffer.OPENING).plus(leftOutOpening());
    }

    /**
     * Returns what is known of the revenue at the start of customers who are left out of the movements.
     *
     * @return the part of the opening that no rate rests on
     */
    public RevenueFlow leftOutOpening() {
        return flow(MovementBuffer.LEFT_OUT_BEFORE);
    }

    /**
     * Returns what is known of the revenue at the end of customers who are left out of the movements.
     *
     * @return the part of the closing that no movement leads to
     */
    public RevenueFlow leftOutClosing() {
        return flow(MovementBuffer.LEFT_OUT_AFTER);
    }

    /**
     * Returns by how much the revenue of customers who are left out differs between both ends. It is no movement: a
     * row that could not be used may explain the difference.
     *
     * @return left-out closing - left-out opening in major units, below 0 where less is known of the end
     */
    public double leftOutChange() {
        return RevenueFlow.major(
                amounts[MovementBuffer.LEFT_OUT_AFTER] - amounts[MovementBuffer.LEFT_OUT_BEFORE], parts, unit);
    }

    /**
     * Returns the revenue of new customers.
     *
     * @return what those pay who became customers
     */
    public RevenueFlow newBusiness() {
        return flow(MovementBuffer.NEW);
    }

    /**
     * Returns the revenue of those who came back.
     *
     * @return what those pay who came back
     */
    public RevenueFlow reactivation() {
        return flow(MovementBuffer.REACTIVATION);
    }

    /**
     * Returns the gain from customers of the start.
     *
     * @return by how much those pay more who pay more than at the start
     */
    public RevenueFlow expansion() {
        return flow(MovementBuffer.EXPANSION);
    }

    /**
     * Returns the loss from customers who stayed.
     *
     * @return by how much those pay less who pay less and stayed
     */
    public RevenueFlow contraction() {
        return flow(MovementBuffer.CONTRACTION);
    }

    /**
     * Returns the loss from customers who left.
     *
     * @return what those paid at the start who left
     */
    public RevenueFlow churn() {
        return flow(MovementBuffer.CHURN);
    }

    /**
     * Returns the unit of all amounts.
     *
     * @return the unit; null without amounts
     */
    public @Nullable MoneyUnit unit() {
        return unit;
    }

    /**
     * Returns how many customers there were at the start, on whom the rates of retention and churn rest.
     *
     * @return the customers of the opening, without those who are left out
     */
    public long count() {
        return customers[MovementBuffer.OPENING];
    }

    /**
     * Returns how many customers are in no movement, since a line of theirs could not be used.
     *
     * @return the count
     */
    public long leftOut() {
        return leftOut;
    }

    /**
     * Returns what the customers at the end pay.
     *
     * @return opening + new business + reactivation + expansion - contraction - churn, with what left-out customers pay
     *     at the end instead of at the start, and how many customers that is
     */
    public RevenueFlow closing() {
        return RevenueFlow.ofParts(
                amounts[MovementBuffer.OPENING] + gains() - losses() + amounts[MovementBuffer.LEFT_OUT_AFTER],
                parts,
                customers[MovementBuffer.OPENING]
                        + customers[MovementBuffer.NEW]
                        + customers[MovementBuffer.REACTIVATION]
                        - customers[MovementBuffer.CHURN]
                        + customers[MovementBuffer.LEFT_OUT_AFTER],
                unit);
    }

    private long gains() {
        return amounts[MovementBuffer.NEW] + amounts[MovementBuffer.REACTIVATION] + amounts[MovementBuffer.EXPANSION];
    }

    private long losses() {
        return amounts[MovementBuffer.CONTRACTION] + amounts[MovementBuffer.CHURN];
    }

    private double ofOpening(long amount) {
        return ratio(amount, amounts[MovementBuffer.OPENING]);
    }

    private static double ratio(long amount, long opening) {
        return opening == 0 ? Double.NaN : (double) amount / opening;
    }

    /**
     * Returns gross revenue retention of amounts that were summed elsewhere.
     *
     * @param opening what the customers at the start paid, of whom the movements are known
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
     * @param opening what the customers at the start paid, of whom the movements are known
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
        return ofOpening(amounts[MovementBuffer.CHURN]);
    }

    /**
     * Returns net revenue churn: what was lost, less what the customers at the start pay more.
     *
     * @return (churn + contraction - expansion) / opening; negative where expansion outweighs; NaN without opening
     *     revenue
     */
    public double netRevenueChurn() {
        return ofOpening(losses() - amounts[MovementBuffer.EXPANSION]);
    }

    /**
     * Returns gross revenue retention (GRR).
     *
     * @return (opening - contraction - churn) / opening, in [0, 1]; NaN without opening revenue
     */
    public double grossRevenueRetention() {
        return grossRevenueRetention(
                amounts[MovementBuffer.OPENING], amounts[MovementBuffer.CONTRACTION], amounts[MovementBuffer.CHURN]);
    }

    /**
     * Returns net revenue retention (NRR): what the customers at the start pay at the end, for each unit they paid.
     *
     * @return (opening + expansion - contraction - churn) / opening, 0 or more; NaN without opening revenue
     */
    public double netRevenueRetention() {
        return netRevenueRetention(
                amounts[MovementBuffer.OPENING],
                amounts[MovementBuffer.EXPANSION],
                amounts[MovementBuffer.CONTRACTION],
                amounts[MovementBuffer.CHURN]);
    }

    /**
     * Returns what customers pay more, for each unit of revenue at the start.
     *
     * @return expansion / opening, 0 or more; NaN without opening revenue
     */
    public double expansionRate() {
        return ofOpening(amounts[MovementBuffer.EXPANSION]);
    }

    /**
     * Returns how much was gained for each unit that was lost.
     *
     * @return (new business + reactivation + expansion) / (contraction + churn), 0 or more; infinite with gains and
     *     without losses, NaN without either
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
        return Proportion.of(customers[MovementBuffer.CHURN], customers[MovementBuffer.OPENING]);
    }

    /**
     * Returns the movements of both together.
     *
     * @param other other movements, such as those of another segment in the same period
     * @return the sum
     * @throws IllegalArgumentException if the amounts are in different units
     */
    @Override
    public RecurringRevenue plus(RecurringRevenue other) {
        long common = Parts.joined(parts, other.parts);
        long[] money = Parts.scaled(amounts, common / parts);
        long[] more = Parts.scaled(other.amounts, common / other.parts);
        long[] heads = customers.clone();
        for (int i = 0; i < MovementBuffer.FLOWS; i++) {
            money[i] = Math.addExact(money[i], more[i]);
            heads[i] = Math.addExact(heads[i], other.customers[i]);
        }
        return ofParts(MoneyUnit.joined(unit, other.unit), common, money, heads, Math.addExact(leftOut, other.leftOut));
    }

    @Override
    public StoredForm storedForm() {
        return StoredMoney.with(
                StoredForm.of("RecurringRevenue", 1)
                        .with("parts", parts)
                        .with("amounts", amounts)
                        .with("customers", customers)
                        .with("leftOut", leftOut),
                unit);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the movements
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static RecurringRevenue ofStored(StoredForm form) {
        StoredFields fields = form.expect("RecurringRevenue", 1, "parts", "amounts", "customers", "leftOut", "unit");
        return ofParts(
                StoredMoney.of(fields),
                fields.whole("parts"),
                fields.wholes("amounts"),
                fields.wholes("customers"),
                fields.whole("leftOut"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecurringRevenue that
                && Objects.equals(unit, that.unit)
                && parts == that.parts
                && Arrays.equals(amounts, that.amounts)
                && Arrays.equals(customers, that.customers)
                && leftOut == that.leftOut;
    }

    @Override
    public int hashCode() {
        return Objects.hash(unit, parts, Arrays.hashCode(amounts), Arrays.hashCode(customers), leftOut);
    }

    /**
     * Returns the movements, each with its amount and customers.
     *
     * @return such as {@code RecurringRevenue[opening=100.0 EUR of 4, newBusiness=9.0 EUR of 1, ..., leftOut=0, ...]}
     */
    @Override
    public String toString() {
        return "RecurringRevenue[opening=" + opening() + ", newBusiness=" + newBusiness() + ", reactivation="
                + reactivation() + ", expansion=" + expansion() + ", contraction=" + contraction() + ", churn="
                + churn() + ", leftOut=" + leftOut + ", leftOutOpening=" + leftOutOpening() + ", leftOutClosing="
                + leftOutClosing() + "]";
    }
}
