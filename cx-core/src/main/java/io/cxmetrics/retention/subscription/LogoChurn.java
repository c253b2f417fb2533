package io.cxmetrics.retention.subscription;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializablePredicate;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Counts;
import io.cxmetrics.stat.EventRate;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.time.CalendarPeriod;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collector;

/**
 * The customers who stayed, left, joined and came back in one period: counts of customers, whatever they pay.
 *
 * <p><b>Definition.</b> Customers are compared at the start and at the end of the period. Churn is lost / at start; its
 * variants are in {@link ChurnBase}. At the end there are at start - lost + joined + reactivated - lost joiners.
 *
 * <p><b>The trap.</b> (at start - at end) / at start is not churn: it nets off the new customers.
 * {@link #of(long, long, long)} takes the lost, not those at the end.
 *
 * <p><b>Coming back.</b> A customer of an earlier time is reactivated. Reactivation is a flow of its own and lowers no
 * churn, so churn is never negative. A customer who left and came back within the period was there at both ends, and is
 * neither lost nor reactivated.
 *
 * <p><b>What is not known.</b> Plain counts and sets of customers say nothing of days and contracts: exposure and
 * eligible customers are 0 then, and the answers that need them NaN. A {@link SubscriptionLedger} fills them all.
 *
 * <p><b>Left out.</b> {@link #leftOut()} counts customers of whom it is not known whether they left; they are in no
 * other count.
 *
 * <p><b>Adding.</b> Segments of the same period add up to the whole. The sum of several periods gives rates weighted by
 * the customers of each period; its customers at start and end are sums over the periods, not those of the longer
 * period.
 *
 * <p><b>Edges.</b> Without a base a rate is NaN.
 *
 * <p>Source: the R package flipRevenueMetrics of Displayr for {@link ChurnBase#ELIGIBLE}; F. Garwood, Biometrika 28
 * (1936), for the interval of {@link ChurnBase#EXPOSURE}.
 *
 * <p>Immutable and thread-safe.
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
 * @since 0.1
 */
public final class LogoChurn implements Summary<LogoChurn> {

    private static final long serialVersionUID = 1;

    private static final String[] NAMES = {
        "atStart",
        "lost",
        "joined",
        "reactivated",
        "lostJoiners",
        "departures",
        "customerDays",
        "eligibleLost",
        "eligible",
        "leftOut"
    };

    private static final int AT_START = 0;
    private static final int LOST = 1;
    private static final int JOINED = 2;
    private static final int REACTIVATED = 3;
    private static final int LOST_JOINERS = 4;
    private static final int DEPARTURES = 5;
    private static final int CUSTOMER_DAYS = 6;
    private static final int ELIGIBLE_LOST = 7;
    private static final int ELIGIBLE = 8;
    private static final int LEFT_OUT = 9;

    /** No customers. */
    public static final LogoChurn EMPTY = new LogoChurn(new long[NAMES.length]);

    private final long[] counts;

    private LogoChurn(long[] counts) {
        for (int i = 0; i < counts.length; i++) {
            Checks.notNegative(NAMES[i], counts[i]);
        }
        atMost(LOST, counts[LOST], "atStart", counts[AT_START]);
        long came = Math.addExact(counts[JOINED], counts[REACTIVATED]);
        atMost(LOST_JOINERS, counts[LOST_JOINERS], "joined + reactivated", came);
        atMost(ELIGIBLE_LOST, counts[ELIGIBLE_LOST], "eligible", counts[ELIGIBLE]);
        Math.addExact(counts[AT_START], came);
        this.counts = counts;
    }

    private static void atMost(int which, long count, String limit, long most) {
        if (count > most) {
            throw new IllegalArgumentException(
                    NAMES[which] + " must not exceed " + limit + " (" + most + "), got " + count);
        }
    }

    private LogoChurn with(int which, long count) {
        long[] changed = counts.clone();
        changed[which] = count;
        return new LogoChurn(changed);
    }

    /**
     * Returns the flows of a period by counts.
     *
     * @param atStart how many customers there were when the period began
     * @param lost how many of those left; not by how many the customers grew fewer
     * @param joined how many became a customer for the first time, whether they stayed or not
     * @return the flows
     * @throws IllegalArgumentException if a count is negative, or more are lost than were at start
     * @throws ArithmeticException if the customers at the end overflow a {@code long}
     */
    public static LogoChurn of(long atStart, long lost, long joined) {
        return new LogoChurn(new long[] {atStart, lost, joined, 0, 0, 0, 0, 0, 0, 0});
    }

    /**
     * Returns this with customers who came back.
     *
     * @param count how many were not there at the start, had been customers before, and came back, whether they stayed
     *     or not
     * @return the flows
     * @throws IllegalArgumentException if the count is negative
     */
    public LogoChurn withReactivated(long count) {
        return with(REACTIVATED, count);
    }

    /**
     * Returns this with customers who came and left within the period.
     *
     * @param count how many of the joined and reactivated were not there at the end
     * @return the flows
     * @throws IllegalArgumentException if the count is negative, or more than joined or came back
     */
    public LogoChurn withLostJoiners(long count) {
        return with(LOST_JOINERS, count);
    }

    /**
     * Returns this with the exposure, for {@link ChurnBase#EXPOSURE}.
     *
     * @param departures how many times a customer left
     * @param customerDays the days on which customers were there, all together
     * @return the flows
     * @throws IllegalArgumentException if a count is negative
     */
    public LogoChurn withExposure(long departures, long customerDays) {
        long[] changed = counts.clone();
        changed[DEPARTURES] = departures;
        changed[CUSTOMER_DAYS] = customerDays;
        return new LogoChurn(changed);
    }

    /**
     * Returns this with the customers who could have left, for {@link ChurnBase#ELIGIBLE}.
     *
     * @param lost how many of the eligible were not there at the end
     * @param eligible how many customers could have left
     * @return the flows
     * @throws IllegalArgumentException if a count is negative, or more left than could have
     */
    public LogoChurn withEligible(long lost, long eligible) {
        long[] changed = counts.clone();
        changed[ELIGIBLE_LOST] = lost;
        changed[ELIGIBLE] = eligible;
        return new LogoChurn(changed);
    }

    /**
     * Returns this with customers of whom it is not known whether they left.
     *
     * @param count how many customers
     * @return the flows
     * @throws IllegalArgumentException if the count is negative
     */
    public LogoChurn withLeftOut(long count) {
        return with(LEFT_OUT, count);
    }

    /**
     * Returns a collector of the customers at the start, of whom some left.
     *
     * @param left tells whether a customer left
     * @param <T> the type of the customers
     * @return the collector
     */
    public static <T> Collector<T, ?, LogoChurn> toLogoChurn(Predicate<? super T> left) {
        requireNonNull(left, "left");
        return LogoChurn.<T>aggregation(left::test).toCollector();
    }

    /**
     * Folds the customers at the start into flows, for streams and engines.
     *
     * @param left tells whether a customer left
     * @param <T> the type of the customers
     * @return the aggregation
     */
    public static <T> Aggregation<T, long[], LogoChurn> aggregation(SerializablePredicate<? super T> left) {
        return new LogoChurnAggregation<T>(requireNonNull(left, "left"));
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
     * Returns the flows between two sets of customers. A customer who joined and left between them is in neither.
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
     * Returns the flows between two sets of customers. A customer who joined and left between them is in neither.
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
        return of(before.size(), lost, came.trials() - came.events()).withReactivated(came.events());
    }

    /**
     * Returns the customers at the start.
     *
     * @return how many customers there were when the period began
     */
    public long atStart() {
        return counts[AT_START];
    }

    /**
     * Returns how many customers the rates of {@link ChurnBase#AT_START} rest on.
     *
     * @return the customers at the start
     */
    public long count() {
        return counts[AT_START];
    }

    /**
     * Returns the customers who were lost.
     *
     * @return how many of those at start were not there at the end
     */
    public long lost() {
        return counts[LOST];
    }

    /**
     * Returns the new customers.
     *
     * @return how many became a customer for the first time, whether they stayed or not
     */
    public long joined() {
        return counts[JOINED];
    }

    /**
     * Returns the customers who came back.
     *
     * @return how many were not there at the start, had been customers before, and came back, whether they stayed or
     *     not
     */
    public long reactivated() {
        return counts[REACTIVATED];
    }

    /**
     * Returns the customers who came and left within the period.
     *
     * @return how many of the joined and reactivated were not there at the end
     */
    public long lostJoiners() {
        return counts[LOST_JOINERS];
    }

    /**
     * Returns all customers who left in the period.
     *
     * @return lost + lost joiners: those at start and those who came of whom nothing is left at the end
     */
    public long left() {
        return Math.addExact(lost(), lostJoiners());
    }

    /**
     * Returns the departures.
     *
     * @return how many times a customer left; 0 where the days are not known
     */
    public long departures() {
        return counts[DEPARTURES];
    }

    /**
     * Returns the exposure.
     *
     * @return the days on which customers were there, all together; 0 where they are not known
     */
    public long customerDays() {
        return counts[CUSTOMER_DAYS];
    }

    /**
     * Returns the customers who could have left.
     *
     * @return how many; 0 where contracts are not known
     */
    public long eligible() {
        return counts[ELIGIBLE];
    }

    /**
     * Returns the eligible customers who left.
     *
     * @return how many of the eligible were not there at the end
     */
    public long eligibleLost() {
        return counts[ELIGIBLE_LOST];
    }

    /**
     * Returns the customers of whom it is not known whether they left.
     *
     * @return how many; they are in no other count
     */
    public long leftOut() {
        return counts[LEFT_OUT];
    }

    /**
     * Returns how many customers there were when the period ended.
     *
     * @return at start - lost + joined + reactivated - lost joiners
     */
    public long atEnd() {
        return atStart() - lost() + joined() + reactivated() - lostJoiners();
    }

    /**
     * Returns the customers at start, of whom some were lost.
     *
     * @return lost out of at start
     */
    public Proportion churn() {
        return Proportion.of(lost(), atStart());
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
        return Proportion.of(eligibleLost(), eligible());
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
            case AVERAGE -> ratio(left(), (atStart() + (double) atEnd()) / 2);
            case EXPOSURE -> hazard().rate();
            case ELIGIBLE -> eligibleChurn().rate();
        };
    }

    private static double ratio(double part, double base) {
        return base == 0 ? Double.NaN : part / base;
    }

    /**
     * Returns how often customers leave for each day that one was there: the hazard, with its exact Poisson interval,
     * which takes customers as leaving each on their own.
     *
     * @return departures in customer-days; without exposure where the days are not known
     */
    public EventRate hazard() {
        return EventRate.of(departures(), customerDays());
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
     * @param period how long the period of these flows is; for {@link ChurnBase#EXPOSURE}, whose days speak for
     *     themselves, any period
     * @return the rate a period; for {@code EXPOSURE} 1 - exp(-hazard days), with the mean days of such a period
     * @throws IllegalArgumentException if the rate is undefined, or above 1 as {@code AVERAGE} may be
     */
    public ChurnRate churnRate(ChurnBase base, CalendarPeriod period) {
        return ChurnRate.of(rate(base, period), period);
    }

    /**
     * Returns churn by its base as a rate a period.
     *
     * @param base whom the lost are divided by
     * @param period how long the period of these flows is; for {@link ChurnBase#EXPOSURE}, whose days speak for
     *     themselves, any period
     * @return the rate a period, 0 or more; for {@code EXPOSURE} 1 - exp(-hazard days), with the mean days of such a
     *     period; NaN where the base is 0
     */
    public double rate(ChurnBase base, CalendarPeriod period) {
        double rate = rate(base);
        return base == ChurnBase.EXPOSURE ? ofHazard(rate, period) : rate;
    }

    /**
     * Returns the interval of churn by its base as a rate a period.
     *
     * @param base whom the lost are divided by
     * @param period how long the period of these flows is; for {@link ChurnBase#EXPOSURE} any period
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval of {@link #rate(ChurnBase, CalendarPeriod)}: Wilson's for {@code AT_START} and
     *     {@code ELIGIBLE}; for {@code EXPOSURE} the exact one of the hazard, each limit turned into a rate a period;
     *     undefined for {@code AVERAGE}, which is no share of anybody in particular, and where the base is 0
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(ChurnBase base, CalendarPeriod period, double confidence) {
        return switch (base) {
            case AT_START -> churn().interval(confidence);
            case ELIGIBLE -> eligibleChurn().interval(confidence);
            case AVERAGE -> {
                Checks.confidence(confidence);
                yield Interval.UNDEFINED;
            }
            case EXPOSURE -> {
                Interval hazard = hazard().interval(confidence);
                yield Interval.of(ofHazard(hazard.low(), period), ofHazard(hazard.high(), period));
            }
        };
    }

    /** The share that leaves in a period by a hazard per day. */
    private static double ofHazard(double hazard, CalendarPeriod period) {
        return -Math.expm1(-hazard * CalendarPeriod.DAY.in(period));
    }

    /**
     * Returns the customers who came back for each one at start.
     *
     * @return reactivated / at start, 0 or more; NaN without customers at start
     */
    public double reactivationRate() {
        return ratio(reactivated(), atStart());
    }

    /**
     * Returns by how much the customers grew.
     *
     * @return (at end - at start) / at start, -1 or more; NaN without customers at start
     */
    public double netGrowth() {
        return ratio(atEnd() - (double) atStart(), atStart());
    }

    @Override
    public LogoChurn plus(LogoChurn other) {
        return new LogoChurn(Counts.merge(counts.clone(), other.counts));
    }

    @Override
    public StoredForm storedForm() {
        StoredForm form = StoredForm.of("LogoChurn", 1);
        for (int i = 0; i < NAMES.length; i++) {
            form = form.with(NAMES[i], counts[i]);
        }
        return form;
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the flows
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static LogoChurn ofStored(StoredForm form) {
        StoredFields fields = form.expect("LogoChurn", 1, NAMES);
        return new LogoChurn(Arrays.stream(NAMES).mapToLong(fields::whole).toArray());
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogoChurn that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    /**
     * Returns the counts.
     *
     * @return such as
     *     {@code LogoChurn[atStart=200, lost=10, joined=30, reactivated=0, lostJoiners=0, departures=0, customerDays=0,
     *     eligibleLost=0, eligible=0, leftOut=0]}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("LogoChurn[");
        for (int i = 0; i < counts.length; i++) {
            text.append(i == 0 ? "" : ", ").append(NAMES[i]).append('=').append(counts[i]);
        }
        return text.append(']').toString();
    }
}
