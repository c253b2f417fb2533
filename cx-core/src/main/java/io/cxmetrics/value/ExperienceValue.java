package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.ProportionDifference;
import io.cxmetrics.time.CalendarPeriod;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Worth of a good experience, in major units and as ratios: the spend and the retention of satisfied customers
 * beside those of dissatisfied ones, in the period after they were asked.
 *
 * <p><b>Definition.</b> Customers are split by an experience they reported, such as best and poorest rating, and what
 * they did in the same period after it is compared: mean spend as a ratio and a difference, retention as a difference,
 * and the value that follows from both. Ask first and watch after: spend from before the answer may be its cause.
 *
 * <p><b>Not a cause.</b> Groups that chose themselves differ in more than their experience. The study below held other
 * influences fixed by regression; this compares the groups as they are, so that a caller splits by segment first.
 *
 * <p><b>Uncertainty.</b> The ratio has the interval of the delta method on its logarithm, exp(ln ratio &plusmn; z
 * sqrt(se<sub>1</sub>&sup2; / mean<sub>1</sub>&sup2; + se<sub>2</sub>&sup2; / mean<sub>2</sub>&sup2;)), which takes
 * large samples: with few customers, or a few who spend most, it is too narrow. The difference has Welch's: Student's t
 * with the degrees of freedom of Satterthwaite. The retention has Newcombe's.
 *
 * <p><b>Edges.</b> Without customers on either side an answer is NaN. A ratio is undefined unless both means are above
 * 0.
 *
 * <p><b>Source.</b> P. Kriss, "The Value of Customer Experience, Quantified", Harvard Business Review, 1 August 2014:
 * 140 % more spend after the best experiences than after the poorest; and a chance of 74 % to be a member a year later
 * beside 43 %. By a constant churn these are 3.8 and 1.8 years. The article has six and little more than one, which
 * shows how far a constant churn may be from tenures.
 *
 * <p>Adds up like its groups. Immutable and thread-safe.
 *
 * <pre>{@code
 * ExperienceValue value = ExperienceValue.of(
 *         ExperienceGroup.of(Moments.of(200, 280), Proportion.of(74, 100)),
 *         ExperienceGroup.of(Moments.of(80, 120), Proportion.of(43, 100)));
 * value.spendRatio(); // 2.4
 * Math.round(100 * value.retentionDifference().estimate()); // 31
 * value.dissatisfied().expectedLifetime(); // 1.7543859649122806
 * DiscountRate yearly = DiscountRate.of(0.1, CalendarPeriod.YEAR);
 * Math.round(100 * value.valueRatio(CalendarPeriod.YEAR, yearly, PaymentTiming.FIRST_NOW)); // 447
 * }</pre>
 *
 * @param satisfied customers with a good experience
 * @param dissatisfied customers with a poor one
 * @since 0.1
 */
public record ExperienceValue(ExperienceGroup satisfied, ExperienceGroup dissatisfied)
        implements Summary<ExperienceValue> {

    /** No customers. */
    public static final ExperienceValue EMPTY = new ExperienceValue(ExperienceGroup.EMPTY, ExperienceGroup.EMPTY);

    /** Checks that both are there. */
    public ExperienceValue {
        requireNonNull(satisfied, "satisfied");
        requireNonNull(dissatisfied, "dissatisfied");
    }

    /**
     * Returns the comparison of two groups.
     *
     * @param satisfied customers with a good experience
     * @param dissatisfied customers with a poor one
     * @return the comparison
     */
    public static ExperienceValue of(ExperienceGroup satisfied, ExperienceGroup dissatisfied) {
        return new ExperienceValue(satisfied, dissatisfied);
    }

    /**
     * One customer and its experience.
     *
     * @param satisfied whether the experience was good; false for a poor one
     * @param spend what it spent in the period after it, in major units
     * @param stayed whether it was still a customer at the end of the period
     */
    public record Customer(boolean satisfied, double spend, boolean stayed) implements Serializable {

        /**
         * Checks the spend.
         *
         * @throws IllegalArgumentException if the spend is not finite
         */
        public Customer {
            Checks.finite("spend", spend);
        }
    }

    private static ExperienceValue of(Customer customer) {
        ExperienceGroup group =
                ExperienceGroup.of(List.of(new ExperienceGroup.Customer(customer.spend, customer.stayed)));
        return customer.satisfied
                ? new ExperienceValue(group, ExperienceGroup.EMPTY)
                : new ExperienceValue(ExperienceGroup.EMPTY, group);
    }

    /**
     * Returns the comparison of customers.
     *
     * @param customers the customers of both groups
     * @return the comparison
     */
    public static ExperienceValue of(Collection<Customer> customers) {
        return customers.stream().collect(toExperienceValue(Customer::satisfied, Customer::spend, Customer::stayed));
    }

    /**
     * Returns an aggregation that folds customers into the comparison.
     *
     * @return the aggregation
     */
    public static Aggregation<Customer, ExperienceValue, ExperienceValue> aggregation() {
        return Aggregation.summing(EMPTY).mapInput(ExperienceValue::of);
    }

    /**
     * Returns a collector of one customer of each element.
     *
     * @param satisfied tells whether the experience was good; false for a poor one
     * @param spend gives what it spent in the period after it, in major units
     * @param stayed tells whether it was still a customer at the end of the period
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, ExperienceValue> toExperienceValue(
            Predicate<? super T> satisfied, ToDoubleFunction<? super T> spend, Predicate<? super T> stayed) {
        Predicate<T> good = satisfied::test;
        return Collectors.teeing(
                Collectors.filtering(good, ExperienceGroup.toExperienceGroup(spend, stayed)),
                Collectors.filtering(good.negate(), ExperienceGroup.toExperienceGroup(spend, stayed)),
                ExperienceValue::new);
    }

    /**
     * Returns how many customers the mean spends rest on.
     *
     * @return the count of both groups
     */
    public long count() {
        return Math.addExact(satisfied.count(), dissatisfied.count());
    }

    /**
     * Returns how many times as much a satisfied customer spends: 2.4 is 140 % more.
     *
     * @return mean spend of the satisfied / mean spend of the dissatisfied, above 0; NaN unless both means are above 0
     */
    public double spendRatio() {
        return comparable() ? satisfied.spend().mean() / dissatisfied.spend().mean() : Double.NaN;
    }

    /**
     * Returns the interval of the ratio by the delta method on its logarithm.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval, above 0; undefined for fewer than two customers on a side, or unless both means are above 0
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval spendRatioInterval(double confidence) {
        double ratio = spendRatio();
        double error = Math.hypot(relativeError(satisfied.spend()), relativeError(dissatisfied.spend()));
        double factor = Math.exp(Critical.z(confidence) * error);
        return Double.isNaN(ratio) || Double.isNaN(factor)
                ? Interval.UNDEFINED
                : Interval.of(ratio / factor, ratio * factor);
    }

    private boolean comparable() {
        return satisfied.spend().mean() > 0 && dissatisfied.spend().mean() > 0;
    }

    private static double relativeError(Moments spend) {
        return spend.standardError() / spend.mean();
    }

    /**
     * Returns how much more a satisfied customer spends, with its standard error.
     *
     * @return the difference of the mean spends, satisfied minus dissatisfied, in major units
     */
    public Difference spendDifference() {
        return satisfied.spend().differenceFrom(dissatisfied.spend());
    }

    /**
     * Returns Welch's interval of {@link #spendDifference()}, which is wider for few customers than the normal one it
     * has.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval in major units; undefined for fewer than two customers on a side
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval spendDifferenceInterval(double confidence) {
        Checks.confidence(confidence);
        Difference difference = spendDifference();
        double error = difference.standardError();
        if (Double.isNaN(error)) {
            return Interval.UNDEFINED;
        }
        // Without any spread there is none to be uncertain by, whatever the degrees of freedom.
        double margin = error == 0 ? 0 : Critical.t(confidence, degreesOfFreedom(error)) * error;
        return Interval.around(difference.estimate(), margin);
    }

    private double degreesOfFreedom(double error) {
        double first = share(satisfied.spend(), error);
        double second = share(dissatisfied.spend(), error);
        return 1
                / (first * first / (satisfied.spend().count() - 1.0)
                        + second * second / (dissatisfied.spend().count() - 1.0));
    }

    /** The share of a side in the variance of the difference. */
    private static double share(Moments spend, double error) {
        double part = spend.standardError() / error;
        return part * part;
    }

    /**
     * Returns how many more of the satisfied stay.
     *
     * @return the difference of the retentions, satisfied minus dissatisfied, whose interval is Newcombe's
     */
    public ProportionDifference retentionDifference() {
        return satisfied.stayed().differenceFrom(dissatisfied.stayed());
    }

    /**
     * Returns how many times as long a satisfied customer stays, if the share that leaves never changes.
     *
     * @return the ratio of the expected lifetimes; {@link Double#POSITIVE_INFINITY} if only the satisfied all stayed, 0
     *     if only the dissatisfied did, NaN if nobody left or a side has no customers
     */
    public double lifetimeRatio() {
        return satisfied.expectedLifetime() / dissatisfied.expectedLifetime();
    }

    /**
     * Returns how many times as much a satisfied customer is worth, at the same gross margin for both, and under
     * constant spend and churn.
     *
     * @param period the period of spend and retention
     * @param discount how much less a later payment is worth, by any period
     * @param timing when the payments come
     * @return the ratio of the lifetime values; NaN unless both mean spends are above 0 and both values exist, where
     *     the dissatisfied are worth nothing, and where both values are infinite
     */
    public double valueRatio(CalendarPeriod period, DiscountRate discount, PaymentTiming timing) {
        double base = dissatisfied.lifetimeValue(1, period, discount, timing);
        return comparable() && base > 0 ? satisfied.lifetimeValue(1, period, discount, timing) / base : Double.NaN;
    }

    /**
     * Returns how much more a satisfied customer is worth, under constant spend and churn.
     *
     * @param grossMargin the share of revenue that is margin, at most 1, such as 0.3
     * @param period the period of spend and retention
     * @param discount how much less a later payment is worth, by any period
     * @param timing when the payments come
     * @return the difference of the lifetime values in major units; NaN unless both exist, and where both are infinite
     * @throws IllegalArgumentException if the gross margin is above 1, such as a percentage, or not finite
     */
    public double valueDifference(
            double grossMargin, CalendarPeriod period, DiscountRate discount, PaymentTiming timing) {
        return satisfied.lifetimeValue(grossMargin, period, discount, timing)
                - dissatisfied.lifetimeValue(grossMargin, period, discount, timing);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("ExperienceValue", 1).with("satisfied", satisfied).with("dissatisfied", dissatisfied);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the comparison
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static ExperienceValue ofStored(StoredForm form) {
        StoredFields fields = form.expect("ExperienceValue", 1, "satisfied", "dissatisfied");
        return new ExperienceValue(
                ExperienceGroup.ofStored(fields.part("satisfied")),
                ExperienceGroup.ofStored(fields.part("dissatisfied")));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    @Override
    public ExperienceValue plus(ExperienceValue other) {
        return new ExperienceValue(satisfied.plus(other.satisfied), dissatisfied.plus(other.dissatisfied));
    }
}
