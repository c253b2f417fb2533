package io.cxmetrics.compare.retention;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.compare.Correction;
import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.survival.EventTime;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.stat.survival.LogRank;
import io.cxmetrics.stat.survival.SurvivalCurve;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Whether groups of customers stay longer than others, and by how much, in the unit of their tenures.
 *
 * <p><b>Definition.</b> Each group is given by its tenures, where those of customers who are still there are censored.
 * The {@linkplain #logRank() log-rank test} says whether the groups differ. The
 * {@linkplain #retentionDifference difference of the shares} that are left at a horizon and the
 * {@linkplain #restrictedMeanDifference difference of the mean time} up to it say by how much, each with its interval.
 * {@link #pairs()} tests every two groups.
 *
 * <p><b>Do those who contact support stay longer?</b> Those who ever did have stayed long enough to: who leaves in the
 * first week had a week to contact anybody, who stays for years has had years. So they seem to stay longer even if
 * contacts change nothing (immortal time bias). The same holds for every group that is known by what customers did
 * later: who upgraded, who answered a survey, who referred somebody. {@link #byContact} avoids it: the time before the
 * first contact counts for those who have not contacted <i>yet</i>, which is what they were, and only the time after it
 * for those who have. Groups that are fixed at the start, such as a plan or a country, need no such care.
 * {@link #byRating} compares by satisfaction, with the clock started at the rating.
 *
 * <p>The two sides of {@code byContact} then differ in what contact goes with, which is not yet what it causes: those
 * with trouble contact support, and may leave for the trouble. And as few have contacted anybody in their first days,
 * the curve of {@link ContactState#CONTACTED} may be steep there; {@link EventTimes#hazard} compares the rates of
 * leaving over any window.
 *
 * <p><b>Edges.</b> Beyond what was observed of a group, differences are NaN; so are standard errors where nobody is
 * left. Tests without evidence are NaN. The horizon is in the unit of the tenures.
 *
 * <p><b>Sources.</b> S. Suissa, "Immortal time bias in pharmacoepidemiology", American Journal of Epidemiology 167
 * (2008); N. Mantel, D. Byar, Journal of the American Statistical Association 69 (1974) for groups that change over
 * time; R. Simon, R. Makuch, Statistics in Medicine 3 (1984) for their curves.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * EventTimes monthly = EventTimes.of(new long[] {1, 2, 4, 6}, new boolean[] {true, true, true, false});
 * EventTimes yearly = EventTimes.of(new long[] {3, 8, 9, 9}, new boolean[] {true, false, false, false});
 * RetentionComparison<String> plans = RetentionComparison.of(Map.of("monthly", monthly, "yearly", yearly));
 * plans.retentionDifference("yearly", "monthly", 6).estimate(); // 0.5
 * plans.restrictedMeanDifference("yearly", "monthly", 6).estimate(); // 2.0
 * Math.round(plans.logRank().pValue() * 1000); // 171
 *
 * long[] months = {2, 9, 12, 12};
 * boolean[] left = {true, true, false, false};
 * long[] contacted = {RetentionComparison.NEVER, 5, 3, RetentionComparison.NEVER};
 * RetentionComparison.byContact(months, left, contacted).groups().keySet(); // [NOT_YET_CONTACTED, CONTACTED]
 * }</pre>
 *
 * @param <G> the type of the groups, serializable if the comparison shall be
 * @since 0.1
 */
public final class RetentionComparison<G> implements Serializable {

    private static final long serialVersionUID = 1;

    /** The time of contact of who never contacted anybody. */
    public static final long NEVER = -1;

    private final LinkedHashMap<G, EventTimes> groups;
    private final LogRank<G> logRank;

    private final long leftOut;

    private RetentionComparison(Map<? extends G, EventTimes> given, long leftOut) {
        this.leftOut = leftOut;
        groups = new LinkedHashMap<>(given);
        groups.keySet().forEach(group -> requireNonNull(group, "group"));
        logRank = LogRank.of(groups);
    }

    /**
     * Compares groups to which customers belong from the start.
     *
     * @param groups the tenures of each group, in one unit, with the event of leaving
     * @param <G> the type of the groups
     * @return the comparison, whose groups are in the order of the map
     */
    public static <G> RetentionComparison<G> of(Map<? extends G, EventTimes> groups) {
        return new RetentionComparison<>(groups, 0);
    }

    /**
     * Compares the time after the first contact with the time without one.
     *
     * <p>A customer counts as {@link ContactState#NOT_YET_CONTACTED} up to the contact, and is censored there; from
     * then on as {@link ContactState#CONTACTED}, with late entry. Who contacts somebody and leaves at the same time
     * left without a contact before; a contact at 0 is one from the start.
     *
     * @param tenure how long each customer has been one, not negative
     * @param left whether the customer left at the end of the tenure; false for still there
     * @param contactedAt at which tenure the first contact was, not after the end, or {@link #NEVER}
     * @return the comparison of both states
     * @throws IllegalArgumentException if a tenure is negative, a contact out of range, or the lengths differ
     */
    public static RetentionComparison<ContactState> byContact(long[] tenure, boolean[] left, long[] contactedAt) {
        if (left.length != tenure.length || contactedAt.length != tenure.length) {
            throw new IllegalArgumentException("left and contactedAt must have as many as tenure (" + tenure.length
                    + "), got " + left.length + " and " + contactedAt.length);
        }
        long[] stay = new long[tenure.length];
        boolean[] leftBefore = new boolean[tenure.length];
        long[] from = new long[tenure.length];
        long[] to = new long[tenure.length];
        boolean[] leftAfter = new boolean[tenure.length];
        int before = 0;
        int after = 0;
        for (int i = 0; i < tenure.length; i++) {
            long contact = contactedAt[i];
            checkContact(tenure[i], contact, i);
            boolean always = contact == 0;
            boolean changes = contact > 0 && contact < tenure[i];
            if (always || changes) {
                from[after] = contact;
                to[after] = tenure[i];
                leftAfter[after++] = left[i];
            }
            if (!always) {
                stay[before] = changes ? contact : tenure[i];
                leftBefore[before++] = !changes && left[i];
            }
        }
        Map<ContactState, EventTimes> states = new LinkedHashMap<>();
        states.put(
                ContactState.NOT_YET_CONTACTED,
                EventTimes.of(Arrays.copyOf(stay, before), Arrays.copyOf(leftBefore, before)));
        states.put(
                ContactState.CONTACTED,
                EventTimes.ofLateEntry(
                        Arrays.copyOf(from, after), Arrays.copyOf(to, after), Arrays.copyOf(leftAfter, after)));
        return of(states);
    }

    /**
     * Compares how long customers go on to stay after they rated, those who rated high with those who rated low.
     *
     * <p>The clock starts at the rating. Whoever stays for years has had years to rate, so from the first day on the
     * raters would seem to stay longer (immortal time bias); from the rating on both groups are known and start at 0.
     * The first rating of a customer decides. Customers who never rated, and those who rated when they were gone, are
     * in neither group; {@link #leftOut()} counts them. Both groups may have rated at different ages, and satisfaction
     * goes with what it goes with: a difference is not yet an effect.
     *
     * <pre>{@code
     * record Customer(long days, boolean left, long ratedAt, int rating) {}
     * List<Customer> customers = List.of(
     *         new Customer(400, false, 10, 5), new Customer(300, false, 50, 4), new Customer(250, true, 20, 5),
     *         new Customer(90, true, 30, 2), new Customer(60, true, 20, 1), new Customer(400, false, 30, 2),
     *         new Customer(500, false, RetentionComparison.NEVER, 0));
     * RetentionComparison<RatingGroup> stay = RetentionComparison.byRating(
     *         customers, Customer::days, Customer::left, Customer::ratedAt, customer -> customer.rating() >= 4);
     * stay.retentionDifference(RatingGroup.RATED_HIGH, RatingGroup.RATED_LOW, 180).estimate(); // 0.6666666666666667
     * stay.leftOut(); // 1
     * }</pre>
     *
     * @param customers the customers
     * @param tenure gives how long each has been one, in one unit, not negative
     * @param left tells whether one left at the end of the tenure; false for still there
     * @param ratedAt gives at which tenure one rated first, or {@link #NEVER}
     * @param high tells whether that rating was high; not asked of one who never rated
     * @param <T> the type of the customers
     * @return the comparison of both groups by the time since the rating
     * @throws IllegalArgumentException if a tenure is negative, or a rating is at a negative tenure other than
     *     {@code NEVER}
     */
    public static <T> RetentionComparison<RatingGroup> byRating(
            Collection<? extends T> customers,
            ToLongFunction<? super T> tenure,
            Predicate<? super T> left,
            ToLongFunction<? super T> ratedAt,
            Predicate<? super T> high) {
        List<EventTime> satisfied = new ArrayList<>();
        List<EventTime> dissatisfied = new ArrayList<>();
        long leftOut = 0;
        int index = 0;
        for (T customer : customers) {
            long end = tenure.applyAsLong(customer);
            long rated = ratedAt.applyAsLong(customer);
            if (end < 0) {
                throw new IllegalArgumentException("tenure must not be negative, got " + end + " at index " + index);
            }
            if (rated < NEVER) {
                throw new IllegalArgumentException("ratedAt must be " + NEVER + " for never, or not negative, got "
                        + rated + " at index " + index);
            }
            index++;
            boolean gone = left.test(customer);
            if (rated == NEVER || rated > end || (gone && rated == end)) {
                leftOut++;
            } else {
                (high.test(customer) ? satisfied : dissatisfied).add(EventTime.of(end - rated, gone));
            }
        }
        Map<RatingGroup, EventTimes> groups = new LinkedHashMap<>();
        groups.put(
                RatingGroup.RATED_HIGH,
                satisfied.stream().collect(EventTimes.aggregation().toCollector()));
        groups.put(
                RatingGroup.RATED_LOW,
                dissatisfied.stream().collect(EventTimes.aggregation().toCollector()));
        return new RetentionComparison<>(groups, leftOut);
    }

    private static void checkContact(long tenure, long contact, int index) {
        if (tenure < 0) {
            throw new IllegalArgumentException("tenure must not be negative, got " + tenure + " at index " + index);
        }
        if (contact < NEVER || contact > tenure) {
            throw new IllegalArgumentException("contactedAt must be " + NEVER + " for never, or in [0, tenure " + tenure
                    + "], got " + contact + " at index " + index);
        }
    }

    /**
     * Returns how many customers are in no group.
     *
     * @return how many never rated or rated when they were gone, for {@link #byRating}; 0 for other comparisons
     */
    public long leftOut() {
        return leftOut;
    }

    /**
     * Returns the tenures that are compared.
     *
     * @return an unmodifiable map in the order of the groups
     */
    public Map<G, EventTimes> groups() {
        return Collections.unmodifiableMap(groups);
    }

    /**
     * Returns the tenures of a group.
     *
     * @param group the group
     * @return its tenures
     * @throws IllegalArgumentException if there is no such group
     */
    public EventTimes times(G group) {
        EventTimes times = groups.get(group);
        if (times == null) {
            throw new IllegalArgumentException("group must be one of " + groups.keySet() + ", got " + group);
        }
        return times;
    }

    /**
     * Returns the retention curve of a group. It is worked out here, and by the differences below: they take a pass
     * over the distinct tenures each.
     *
     * @param group the group
     * @return the curve
     * @throws IllegalArgumentException if there is no such group
     */
    public SurvivalCurve curve(G group) {
        return times(group).curve();
    }

    /**
     * Returns the log-rank test of all groups together.
     *
     * @return the test
     */
    public LogRank<G> logRank() {
        return logRank;
    }

    /**
     * Returns by how much the share that is left differs, with Greenwood's standard errors of both.
     *
     * @param first the group
     * @param second the group it is compared with
     * @param horizon the tenure, not negative
     * @return first share - second share, in [-1, 1]; NaN beyond what was observed of either
     * @throws IllegalArgumentException if there is no such group or the horizon is negative
     */
    public Difference retentionDifference(G first, G second, long horizon) {
        SurvivalCurve one = curve(first);
        SurvivalCurve other = curve(second);
        return new Difference(
                one.at(horizon) - other.at(horizon),
                Math.hypot(one.standardErrorAt(horizon), other.standardErrorAt(horizon)));
    }

    /**
     * Returns by how much the mean tenure up to a horizon differs.
     *
     * @param first the group
     * @param second the group it is compared with
     * @param horizon the tenure at which counting stops, not negative
     * @return first mean - second mean in the unit of the tenures; NaN beyond what was observed of either
     * @throws IllegalArgumentException if there is no such group or the horizon is negative
     */
    public Difference restrictedMeanDifference(G first, G second, long horizon) {
        SurvivalCurve one = curve(first);
        SurvivalCurve other = curve(second);
        return new Difference(
                one.restrictedMean(horizon) - other.restrictedMean(horizon),
                Math.hypot(one.restrictedMeanStandardError(horizon), other.restrictedMeanStandardError(horizon)));
    }

    /**
     * Returns the log-rank test of every two groups, with p-values adjusted for their number.
     *
     * @return an unmodifiable list: first with second, first with third, and so on
     */
    public List<RetentionPair<G>> pairs() {
        List<G> names = List.copyOf(groups.keySet());
        List<LogRank<G>> tests = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                Map<G, EventTimes> both = new LinkedHashMap<>(groups);
                both.keySet().retainAll(List.of(names.get(i), names.get(j)));
                tests.add(LogRank.of(both));
            }
        }
        double[] adjusted = Correction.HOLM.adjust(
                tests.stream().mapToDouble(LogRank::pValue).toArray());
        List<RetentionPair<G>> pairs = new ArrayList<>();
        for (LogRank<G> test : tests) {
            pairs.add(new RetentionPair<>(
                    test.groups().get(0).group(),
                    test.groups().get(1).group(),
                    test.chiSquared(),
                    test.pValue(),
                    adjusted[pairs.size()]));
        }
        return List.copyOf(pairs);
    }

    /**
     * Returns the groups and the test.
     *
     * @return such as {@code RetentionComparison[groups=[monthly, yearly], pValue=0.04]}
     */
    @Override
    public String toString() {
        return "RetentionComparison[groups=" + groups.keySet() + ", pValue=" + logRank.pValue() + "]";
    }
}
