package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Summary;
import io.cxmetrics.retention.subscription.ChurnRate;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.time.CalendarPeriod;

/**
 * What customers with an experience in common, such as all who were satisfied, did in the period after it: how much each
 * spent, and who stayed.
 *
 * <p><b>Definition.</b> The spend is a number for each customer in major units, 0 for who bought nothing. Who stayed is counted
 * out of those who could have. The two need not be of the same customers: a business without subscriptions has none who stay.
 *
 * <p><b>Edges.</b> Without customers all is NaN.
 *
 * <p>Adding is exact for who stayed, and for the spend as {@link Moments} has it. Immutable and thread-safe.
 *
 * <pre>{@code
 * ExperienceGroup satisfied = ExperienceGroup.of(Moments.of(120, 80, 160), Proportion.of(3, 4));
 * satisfied.spend().mean(); // 120.0
 * satisfied.expectedLifetime(); // 4.0
 * DiscountRate none = DiscountRate.of(0, CalendarPeriod.YEAR);
 * satisfied.lifetimeValue(0.5, CalendarPeriod.YEAR, none, PaymentTiming.FIRST_NOW); // 240.0
 * }</pre>
 *
 * @param spend what each customer spent in the period, in major units
 * @param stayed how many were still customers at its end, out of those at its start
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
     * @param stayed how many were still customers at its end, out of those at its start; {@link Proportion#EMPTY} if unknown
     * @return the group
     */
    public static ExperienceGroup of(Moments spend, Proportion stayed) {
        return new ExperienceGroup(spend, stayed);
    }

    /**
     * Returns how many periods a customer stays on average, if the share that leaves never changes. It does change: who is
     * likely to leave does so first, and the mean over the customers of a group is longer.
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
     * @return the {@link LifetimeValue} of mean spend &times; gross margin; NaN without customers on either side, and where
     *     nobody left and nothing is discounted, for then the value is not finite
     * @throws IllegalArgumentException if the gross margin is not finite or above 1
     */
    public double lifetimeValue(
            double grossMargin, CalendarPeriod period, DiscountRate discount, PaymentTiming timing) {
        double margin = spend.mean() * ValueChecks.grossMargin(grossMargin);
        boolean unknown = Double.isNaN(margin) || stayed.trials() == 0;
        boolean endless = stayed.events() == stayed.trials() && discount.rate() == 0;
        return unknown || endless
                ? Double.NaN
                : LifetimeValue.of(margin, period, ChurnRate.ofRetention(stayed.rate(), period), discount)
                        .infinite(timing);
    }

    @Override
    public ExperienceGroup plus(ExperienceGroup other) {
        return new ExperienceGroup(spend.plus(other.spend), stayed.plus(other.stayed));
    }
}
