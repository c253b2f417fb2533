package io.cxmetrics.survey.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.NpsDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Ten customers at three milestones. The expected numbers are of a Python script over the same table, which goes from
 * customer to customer: mean, variance and covariance (divided by n) of scores of -1, 0 and 1 as lists.
 */
class MilestonesTest {

    private static final int SILENT = -1;
    private static final int AWAY = -2;
    private static final String[] NAMES = {"sign-up", "first order", "delivery"};
    private static final MilestoneDefinition SHOP = MilestoneDefinition.csat(NAMES);

    /** A rating, or silent (reached without an answer), or away (not reached). */
    private static final int[][] CUSTOMERS = {
        {5, 4, 1}, {5, 5, 2}, {4, 2, AWAY}, {4, 3, 3}, {3, 2, 1},
        {2, AWAY, AWAY}, {5, 4, SILENT}, {4, SILENT, 5}, {1, 1, AWAY}, {5, AWAY, 4}
    };

    private record Row(
            int customer, String milestone, @Nullable Integer rating) {}

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int customer = 0; customer < CUSTOMERS.length; customer++) {
            for (int i = 0; i < NAMES.length; i++) {
                int rating = CUSTOMERS[customer][i];
                if (rating != AWAY) {
                    rows.add(new Row(customer, NAMES[i], rating == SILENT ? null : rating));
                }
            }
        }
        Collections.shuffle(rows, new Random(1));
        return rows;
    }

    private static Milestones collected(List<Row> rows) {
        return rows.stream().collect(Milestones.toMilestones(SHOP, Row::customer, Row::milestone, Row::rating));
    }

    private static final Milestones MILESTONES = collected(rows());

    @Test
    void eachMilestoneHasItsReachAndScore() {
        assertThat(MILESTONES.count()).isEqualTo(10);
        assertThat(MILESTONES.leftOut()).isZero();
        assertThat(MILESTONES.milestones())
                .containsExactly(
                        new Milestone("sign-up", Proportion.of(10, 10), Proportion.of(7, 10), Proportion.of(2, 10)),
                        new Milestone("first order", Proportion.of(8, 10), Proportion.of(3, 7), Proportion.of(3, 7)),
                        new Milestone("delivery", Proportion.of(7, 10), Proportion.of(2, 6), Proportion.of(3, 6)));
        assertThat(MILESTONES.milestone("sign-up").netScore()).isEqualTo(50);
        assertThat(MILESTONES.milestone("first order").netScore()).isZero();
        assertThat(MILESTONES.milestone("delivery").netScore()).isCloseTo(-100 / 6.0, within(1e-12));
        assertThat(MILESTONES.milestone("delivery").answered()).isEqualTo(Proportion.of(6, 7));
        assertThat(MILESTONES.milestone("delivery").neutralShare()).isEqualTo(Proportion.of(1, 6));
        assertThat(MILESTONES)
                .hasToString("Milestones[customers=10, sign-up: reached=10, answers=10; first order: reached=8,"
                        + " answers=7; delivery: reached=7, answers=6]");
    }

    /** As if the two samples were independent, the first standard error would be 43.30 and the second 50.67. */
    @Test
    void changeAllowsForCustomersWhoAnsweredAtBoth() {
        Difference first = MILESTONES.change("first order");
        assertThat(first.estimate()).isEqualTo(-50);
        assertThat(first.standardError()).isCloseTo(31.895876516808723, within(1e-10));
        Difference second = MILESTONES.change("delivery");
        assertThat(second.estimate()).isCloseTo(-16.666666666666664, within(1e-12));
        assertThat(second.standardError()).isCloseTo(51.82788831853541, within(1e-10));
    }

    @Test
    void continuedIsOfThoseAtTheMilestoneBefore() {
        assertThat(MILESTONES.continued("first order")).isEqualTo(Proportion.of(8, 10));
        assertThat(MILESTONES.continued("delivery")).isEqualTo(Proportion.of(6, 8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MILESTONES.continued("sign-up"))
                .withMessage("place of milestone sign-up must be in [1, 2], got 0");
    }

    @Test
    void mostDissatisfiedIsByCustomersAndThenTheEarlier() {
        assertThat(MILESTONES.mostDissatisfied().map(Milestone::name)).hasValue("first order");
        assertThat(Milestones.of(SHOP, List.of(Journey.EMPTY.withRating("sign-up", 5)))
                        .mostDissatisfied())
                .isEmpty();
    }

    @Test
    void lowestOfSeveralRatingsCountsAndTheRestIsCounted() {
        List<Row> rows = rows();
        rows.add(new Row(0, "sign-up", 1));
        rows.add(new Row(0, "sign-up", 3));
        Milestones more = collected(rows);
        assertThat(more.leftOut()).isEqualTo(2);
        assertThat(more.milestone("sign-up").dissatisfiedShare()).isEqualTo(Proportion.of(3, 10));
        assertThat(more.count()).isEqualTo(10);
    }

    @Test
    void scoreIsTheNpsWhereTheBoxesAre() {
        MilestoneDefinition nps = MilestoneDefinition.nps("delivery");
        List<Journey> journeys = new ArrayList<>();
        for (int rating = 0; rating <= 10; rating++) {
            journeys.add(Journey.EMPTY.withRating("delivery", rating));
        }
        Milestone delivery = Milestones.of(nps, journeys).milestone("delivery");
        Nps expected = Nps.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(delivery.netScore()).isEqualTo(expected.score());
        assertThat(delivery.interval(0.95)).isEqualTo(expected.interval(0.95));
        assertThat(NpsDefinition.STANDARD.boxes()).isEqualTo(nps.boxes());
        assertThat(MilestoneDefinition.ces("a").boxes().scale().max()).isEqualTo(7);
    }

    /** The same customers at both milestones: the variance is that of the differences of each customer. */
    @Test
    void changeOfTheSameCustomersIsPaired() {
        Milestones two = Milestones.of(
                SHOP,
                List.of(
                        Journey.EMPTY.withRating("sign-up", 5).withRating("first order", 5),
                        Journey.EMPTY.withRating("sign-up", 1).withRating("first order", 1)));
        assertThat(two.change("first order").standardError()).isZero();
    }

    @Test
    void nobodyIsUndefined() {
        Milestones none = Milestones.empty(SHOP);
        assertThat(none.milestone("delivery").netScore()).isNaN();
        assertThat(none.milestone("delivery").interval(0.95).defined()).isFalse();
        assertThat(none.change("delivery").estimate()).isNaN();
        assertThat(none.change("delivery").standardError()).isNaN();
        assertThat(none.continued("delivery").rate()).isNaN();
        assertThat(none.mostDissatisfied()).isEmpty();
    }

    @Test
    void refusesWhatIsNotInTheDefinition() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Milestones.of(SHOP, List.of(Journey.EMPTY.withReached("refund"))))
                .withMessage("milestone must be one of [sign-up, first order, delivery], got refund");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Milestones.of(SHOP, List.of(Journey.EMPTY.withRating("delivery", 6))))
                .withMessage("rating must be in [1, 5], got 6 at milestone delivery");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MilestoneDefinition.csat())
                .withMessage("milestones must be 1 to 1000, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MilestoneDefinition.csat("a", "a"))
                .withMessage("milestones must all be different, got [a, a]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MILESTONES.plus(Milestones.empty(MilestoneDefinition.nps(NAMES))))
                .withMessageStartingWith("definition must be ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Journey(java.util.Set.of(), java.util.Map.of("a", 1), 0))
                .withMessage("ratings must be at milestones that are reached [], got [a]");
    }

    @Test
    void refusesCountsThatNoJourneysHave() {
        MilestoneDefinition two = MilestoneDefinition.csat("a", "b");
        long[] counts = new long[2 + 8 + 1 + 9];
        assertThat(Milestones.ofCounts(two, counts.clone())).isEqualTo(Milestones.empty(two));
        refused(two, counts, 1, -1, "counts must not be negative, got -1 at index 1");
        refused(two, counts, 2, 1, "reached must not exceed customers (0), got 1");
        refused(two, counts, 4, 1, "answers must not exceed reached (0), got 1");
        refused(two, counts, 10, 1, "continued must not exceed reached (0), got 1");
        refused(two, counts, 19, 1, "joint must not exceed answers (0), got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Milestones.ofCounts(two, new long[3]))
                .withMessage("counts must be 20 for 2 milestones, got 3");
    }

    private static void refused(MilestoneDefinition definition, long[] counts, int index, long value, String message) {
        long[] forged = counts.clone();
        forged[index] = value;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Milestones.ofCounts(definition, forged))
                .withMessage(message);
    }

    @Test
    void milestoneChecksItsShares() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Milestone("a", Proportion.of(1, 1), Proportion.of(0, 1), Proportion.of(0, 0)))
                .withMessage("answers must be 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Milestone("a", Proportion.of(1, 1), Proportion.of(1, 1), Proportion.of(1, 1)))
                .withMessage("dissatisfied must not exceed answers that are not satisfied (0), got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Milestone("a", Proportion.of(0, 1), Proportion.of(1, 1), Proportion.of(0, 1)))
                .withMessage("answers must not exceed reached (0), got 1");
    }

    @Test
    void countsNeverWrap() {
        MilestoneDefinition one = MilestoneDefinition.csat("a");
        Milestones many = Milestones.ofCounts(one, new long[] {Long.MAX_VALUE, 0, 0, 0, 0, 0});
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> many.plus(many));
    }
}
