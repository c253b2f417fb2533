package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.retention.subscription.ChurnRate;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.time.CalendarPeriod;
import java.io.Serializable;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Customers with an experience in common, such as all satisfied ones, in the period after it: how much each
 * spent in major units, and how many stayed.
 *
 * <p><b>Definition.</b> The spend is a number for each customer in major units, 0 for a customer who bought nothing.
 * Those who stayed are counted out of those who could have. The two need not be of the same customers: a business
 * without subscriptions has none who stay.
 *
 * <p><b>Edges.</b> Without customers all is NaN.
 *
 * <p>Adding is exact for the number who stayed, and for the spend as {@link Moments} has it. Immutable and thread-safe.
 *
 * <pre>{@code
 * record Member(double spend, boolean renewed) {}
 * ExperienceGroup satisfied = Stream.of(
 *         new Member(120, true), new Member(80, true), new Member(160, true), new Member(120, false))
 *     .collect(ExperienceGroup.toExperienceGroup(Member::spend, Member::renewed));
 * satisfied.spend().mean(); // 120.0
 * satisfied.expectedLifetime(); // 4.0
 * DiscountRate none = DiscountRate.of(0, CalendarPeriod.YEAR);
 * satisfied.lifetimeValue(0.5, CalendarPeriod.YEAR, none, PaymentTiming.FIRST_NOW); // 240.0
 * }</pre>
 *
 * @param spend what each customer spent in the period, in major units
 * @param stayed how many were still customers at its end, out of those at its start
 * @since 0.1
 */
public record ExperienceGroup(Moments spend, Proportion stayed) implements Summary<ExperienceGroup> {

    /** No customers. */
    public static final ExperienceGroup EMPTY = new ExperienceGroup(Moments.EMPTY, Proportion.EMPTY);

    /** Checks that both are there. */
    public ExperienceGroup {
        requireNonNull(spend, "spend");
        requireNonNull(stayed, "stayed");
    }

    /**
     * Returns a group.
     *
     * @param spend what each customer spent in the period, in major units; {@link Moments#EMPTY} if unknown
     * @param stayed how many were still customers at its end, out of those at its start; {@link Proportion#EMPTY} if
     *     unknown
     * @return the group
     */
    public static ExperienceGroup of(Moments spend, Proportion stayed) {
        return new ExperienceGroup(spend, stayed);
    }

    /**
     * One customer of a group.
     *
     * @param spend what it spent in the period, in major units
     * @param stayed whether it was still a customer at the end
     */
    public record Customer(double spend, boolean stayed) implements Serializable {

        /**
         * Checks the spend.
         *
         * @throws IllegalArgumentException if the spend is not finite
         */
        public Customer {
            Checks.finite("spend", spend);
        }
    }

    private static ExperienceGroup of(Customer customer) {
        return new ExperienceGroup(Moments.of(customer.spend), Proportion.of(customer.stayed ? 1 : 0, 1));
    }

    /**
     * Returns the group of customers.
     *
     * @param customers the customers
     * @return the group
     */
    public static ExperienceGroup of(Collection<Customer> customers) {
        return customers.stream().collect(toExperienceGroup(Customer::spend, Customer::stayed));
    }

    /**
     * Returns an aggregation that folds customers into a group.
     *
     * @return the aggregation
     */
    public static Aggregation<Customer, ExperienceGroup, ExperienceGroup> aggregation() {
        return Aggregation.summing(EMPTY).mapInput(ExperienceGroup::of);
    }

    /**
     * Returns a collector of one customer of each element.
     *
     * @param spend gives what it spent in the period, in major units
     * @param stayed tells whether it was still a customer at the end
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, ExperienceGroup> toExperienceGroup(
            ToDoubleFunction<? super T> spend, Predicate<? super T> stayed) {
        return Collectors.teeing(Moments.toMoments(spend), Proportion.toProportion(stayed), ExperienceGroup::new);
    }

    /**
     * Returns how many customers the mean spend rests on.
     *
     * @return the count; that of {@link #stayed} are its trials
     */
    public long count() {
        return spend.count();
    }

    /**
     * Returns how many periods a customer stays on average, if the share that leaves never changes. It does change:
     * those likely to leave do so first, and the mean over the customers of a group is longer.
     *
     * @return 1 / (1 - stayed) in periods; {@link Double#POSITIVE_INFINITY} if nobody left, NaN without customers
     */
    public double expectedLifetime() {
        return (double) stayed.trials() / (stayed.trials() - stayed.events());
    }

    /**
     * Returns what a customer of the group is worth, if spend and the share that leaves never change.
     *
     * @param grossMargin the share of revenue that is margin, at most 1, such as 0.3
     * @param period the period of spend and retention
     * @param discount how much less a later payment is worth, by any period
     * @param timing when the payments come
     * @return the {@link LifetimeValue} of mean spend &times; gross margin in major units; NaN without customers on
     *     either side, infinite where nobody left and nothing is discounted
     * @throws IllegalArgumentException if the gross margin is above 1, such as a percentage, or not finite
     */
    public double lifetimeValue(
            double grossMargin, CalendarPeriod period, DiscountRate discount, PaymentTiming timing) {
        double margin = spend.mean() * ValueChecks.grossMargin(grossMargin);
        return Double.isNaN(margin) || stayed.trials() == 0
                ? Double.NaN
                : LifetimeValue.of(margin, period, ChurnRate.ofRetention(stayed.rate(), period), discount)
                        .infinite(timing);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("ExperienceGroup", 1).with("spend", spend).with("stayed", stayed);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the group
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static ExperienceGroup ofStored(StoredForm form) {
        StoredFields fields = form.expect("ExperienceGroup", 1, "spend", "stayed");
        return new ExperienceGroup(Moments.ofStored(fields.part("spend")), Proportion.ofStored(fields.part("stayed")));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    @Override
    public ExperienceGroup plus(ExperienceGroup other) {
        return new ExperienceGroup(spend.plus(other.spend), stayed.plus(other.stayed));
    }
}
