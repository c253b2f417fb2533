package io.cxmetrics.retention.subscription;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.EventRate;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.time.CalendarPeriod;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The customers who stayed, left, joined and came back in one period, whatever they pay.
 *
 * <p><b>Definition.</b> Customers are compared at the start and at the end of the period. Churn is lost / at start; its variants
 * are in {@link ChurnBase}. At the end there are at start - lost + joined + reactivated - lost joiners.
 *
 * <p><b>The trap.</b> (at start - at end) / at start is not churn: it nets off the new customers. {@link #of(long, long, long)}
 * takes the lost, not those at the end.
 *
 * <p><b>Coming back.</b> A customer of an earlier time is reactivated, which is a flow of its own: it lowers no churn, so that
 * churn is never negative. One who left and came back within the period was there at both ends, and is neither.
 *
 * <p><b>What is not known.</b> Counts and sets of customers tell nothing of days and contracts: these components are 0, and the
 * answers that need them NaN. A {@link SubscriptionLedger} fills them all.
 *
 * <p><b>Adding.</b> Segments of the same period add up to the whole. The sum of several periods gives rates weighted by the
 * customers of each period; its customers at start and end are sums over the periods, not those of the longer period.
 *
 * <p><b>Edges.</b> Without a base a rate is NaN.
 *
 * <p>Source: the R package flipRevenueMetrics of Displayr for {@link ChurnBase#ELIGIBLE}; F. Garwood, Biometrika 28 (1936), for the
 * interval of {@link ChurnBase#EXPOSURE}.
 *
 * <pre>{@code
 * LogoChurn march = LogoChurn.of(200, 10, 30);
 * march.churn(); // 10 of 200 (0.05)
 * march.atEnd(); // 220
 * march.netGrowth(); // 0.1
 * march.churnRate(CalendarPeriod.MONTH).per(CalendarPeriod.YEAR).rate(); // 0.45963991233736307
 * LogoChurn.between(Set.of("ann", "bob"), Set.of("bob", "cid", "dee"), Set.of("cid")).reactivated(); // 1
 * }</pre>
 *
 * @param atStart how many customers there were when the period began
 * @param lost how many of those at start were not there at the end
 * @param joined how many became a customer for the first time, whether they stayed or not
 * @param reactivated how many were not there at the start, had been customers before, and came back, whether they stayed or not
 * @param lostJoiners how many of the joined and reactivated were not there at the end
 * @param departures how many times a customer left, for {@link ChurnBase#EXPOSURE}; 0 where the days are not known
 * @param customerDays for how many days customers were there, all together; 0 where they are not known
 * @param eligible how many customers could have left; 0 where that is not known
 * @param eligibleLost how many of the eligible were not there at the end
 */
public record LogoChurn(
        long atStart,
        long lost,
        long joined,
        long reactivated,
        long lostJoiners,
        long departures,
        long customerDays,
        long eligible,
        long eligibleLost)
        implements Summary<LogoChurn> {

    /** No customers. */
    public static final LogoChurn EMPTY = new LogoChurn(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative, more are lost than were at start, more joiners are lost than came,
     *     or more left than could have
     * @throws ArithmeticException if the customers at the end overflow a {@code long}
     */
    public LogoChurn {
        Checks.notNegative("atStart", atStart);
        atMost("lost", lost, "atStart", atStart);
        Checks.notNegative("joined", joined);
        Checks.notNegative("reactivated", reactivated);
        long came = Math.addExact(joined, reactivated);
        atMost("lostJoiners", lostJoiners, "joined + reactivated", came);
        Math.addExact(atStart, came);
        Checks.notNegative("departures", departures);
        Checks.notNegative("customerDays", customerDays);
        Checks.notNegative("eligible", eligible);
        atMost("eligibleLost", eligibleLost, "eligible", eligible);
    }

    private static void atMost(String name, long count, String limit, long most) {
        if (Checks.notNegative(name, count) > most) {
            throw new IllegalArgumentException(name + " must not exceed " + limit + " (" + most + "), got " + count);
        }
    }

    /**
     * Returns the flows of a period by counts.
     *
     * @param atStart how many customers there were when the period began
     * @param lost how many of those left; not by how many the customers grew fewer
     * @param joined how many became a customer for the first time and stayed
     * @return the flows
     * @throws IllegalArgumentException if a count is negative, or more are lost than were at start
     */
    public static LogoChurn of(long atStart, long lost, long joined) {
        return new LogoChurn(atStart, lost, joined, 0, 0, 0, 0, 0, 0);
    }

    /**
     * Returns the flows between two sets of customers, taking everybody who came for new.
     *
     * @param before the customers at the start
     * @param after the customers at the end
     * @return the flows
     */
    public static LogoChurn between(Set<?> before, Set<?> after) {
        return between(before, after, customer -> false);
    }

    /**
     * Returns the flows between two sets of customers. Who joined and left between them is in neither.
     *
     * @param before the customers at the start
     * @param after the customers at the end
     * @param earlier who had been a customer at any time before
     * @return the flows
     */
    public static LogoChurn between(Set<?> before, Set<?> after, Set<?> earlier) {
        return between(before, after, earlier::contains);
    }

    /**
     * Returns the flows between two sets of customers. Who joined and left between them is in neither.
     *
     * @param before the customers at the start
     * @param after the customers at the end
     * @param earlier tells of one who came whether they had been a customer at any time before
     * @param <K> the type of the customers
     * @return the flows
     */
    public static <K> LogoChurn between(Set<? extends K> before, Set<? extends K> after, Predicate<? super K> earlier) {
        requireNonNull(earlier, "earlier");
        long lost =
                before.stream().filter(customer -> !after.contains(customer)).count();
        Proportion came =
                after.stream().filter(customer -> !before.contains(customer)).collect(Proportion.toProportion(earlier));
        return new LogoChurn(before.size(), lost, came.trials() - came.events(), came.events(), 0, 0, 0, 0, 0);
    }

    /**
     * Returns how many customers there were when the period ended.
     *
     * @return at start - lost + joined + reactivated - lost joiners
     */
    public long atEnd() {
        return atStart - lost + joined + reactivated - lostJoiners;
    }

    /**
     * Returns the customers at start, of whom some were lost.
     *
     * @return lost out of at start
     */
    public Proportion churn() {
        return Proportion.of(lost, atStart);
    }

    /**
     * Returns the customers at start, of whom some stayed.
     *
     * @return those still there at the end out of at start, the complement of {@link #churn()}
     */
    public Proportion retention() {
        return churn().complement();
    }

    /**
     * Returns the customers who could have left, of whom some did.
     *
     * @return left out of eligible; without trials where contracts are not known
     */
    public Proportion eligibleChurn() {
        return Proportion.of(eligibleLost, eligible);
    }

    /**
     * Returns churn by its base. It is never negative; at most 1 for {@code AT_START} and {@code ELIGIBLE}.
     *
     * @param base whom the lost are divided by
     * @return the rate, which for {@link ChurnBase#EXPOSURE} is one per day; NaN where the base is 0
     */
    public double rate(ChurnBase base) {
        return switch (base) {
            case AT_START -> churn().rate();
            case AVERAGE -> ratio(lost + lostJoiners, (atStart + (double) atEnd()) / 2);
            case EXPOSURE -> hazard().rate();
            case ELIGIBLE -> eligibleChurn().rate();
        };
    }

    private static double ratio(double part, double base) {
        return base == 0 ? Double.NaN : part / base;
    }

    /**
     * Returns how often customers leave for each day that one was there: the hazard, with its exact Poisson interval, which takes
     * customers as leaving each on their own.
     *
     * @return departures in customer-days; without exposure where the days are not known
     */
    public EventRate hazard() {
        return EventRate.of(departures, customerDays);
    }

    /**
     * Returns churn with the period it is a rate of.
     *
     * @param period how long the period of these flows is
     * @return lost / at start a period
     * @throws IllegalArgumentException if there were no customers at start
     */
    public ChurnRate churnRate(CalendarPeriod period) {
        return churnRate(ChurnBase.AT_START, period);
    }

    /**
     * Returns churn by its base with the period it is a rate of.
     *
     * @param base whom the lost are divided by
     * @param period how long the period of these flows is; for {@link ChurnBase#EXPOSURE}, whose days speak for themselves, any
     *     period
     * @return the rate a period; for {@code EXPOSURE} 1 - exp(-hazard days), with the mean days of such a period
     * @throws IllegalArgumentException if the rate is undefined, or above 1 as {@code AVERAGE} may be
     */
    public ChurnRate churnRate(ChurnBase base, CalendarPeriod period) {
        double rate = rate(base);
        return ChurnRate.of(
                base == ChurnBase.EXPOSURE ? -Math.expm1(-rate * CalendarPeriod.DAY.in(period)) : rate, period);
    }

    /**
     * Returns the customers who came back for each one at start.
     *
     * @return reactivated / at start, 0 or more; NaN without customers at start
     */
    public double reactivationRate() {
        return ratio(reactivated, atStart);
    }

    /**
     * Returns by how much the customers grew.
     *
     * @return (at end - at start) / at start, -1 or more; NaN without customers at start
     */
    public double netGrowth() {
        return ratio(atEnd() - atStart, atStart);
    }

    @Override
    public LogoChurn plus(LogoChurn other) {
        return new LogoChurn(
                Math.addExact(atStart, other.atStart),
                Math.addExact(lost, other.lost),
                Math.addExact(joined, other.joined),
                Math.addExact(reactivated, other.reactivated),
                Math.addExact(lostJoiners, other.lostJoiners),
                Math.addExact(departures, other.departures),
                Math.addExact(customerDays, other.customerDays),
                Math.addExact(eligible, other.eligible),
                Math.addExact(eligibleLost, other.eligibleLost));
    }
}
