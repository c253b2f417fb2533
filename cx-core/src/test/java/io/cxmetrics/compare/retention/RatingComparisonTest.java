package io.cxmetrics.compare.retention;

import static io.cxmetrics.compare.retention.RatingGroup.RATED_HIGH;
import static io.cxmetrics.compare.retention.RatingGroup.RATED_LOW;
import static io.cxmetrics.compare.retention.RetentionComparison.NEVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.survival.EventTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RatingComparisonTest {

    private record Customer(long tenure, boolean left, long ratedAt, boolean high) {}

    private static RetentionComparison<RatingGroup> compare(List<Customer> customers) {
        return RetentionComparison.byRating(
                customers, Customer::tenure, Customer::left, Customer::ratedAt, Customer::high);
    }

    @Test
    void theClockStartsAtTheRating() {
        RetentionComparison<RatingGroup> stay = compare(List.of(
                new Customer(100, true, 40, true),
                new Customer(90, false, 0, true),
                new Customer(50, true, 45, false),
                new Customer(30, false, 30, false),
                new Customer(80, false, NEVER, false),
                new Customer(20, true, 20, false),
                new Customer(20, true, 25, true)));
        assertThat(stay.times(RATED_HIGH)).isEqualTo(EventTimes.of(new long[] {60, 90}, new boolean[] {true, false}));
        assertThat(stay.times(RATED_LOW)).isEqualTo(EventTimes.of(new long[] {5, 0}, new boolean[] {true, false}));
        assertThat(stay.leftOut()).isEqualTo(3);
        assertThat(stay.groups().keySet()).containsExactly(RATED_HIGH, RATED_LOW);
    }

    /**
     * Everybody leaves at a constant rate, and rates on a day of their own if still there; the rating is a coin. By
     * tenures from the first day those who rated would seem to stay longer than all; from the rating on neither group
     * does.
     */
    @Test
    void isFreeOfImmortalTime() {
        Random random = new Random(7);
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            long stay = (long) (-100 * Math.log(1 - random.nextDouble()));
            long rates = random.nextInt(200);
            customers.add(new Customer(stay, true, rates < stay ? rates : NEVER, random.nextBoolean()));
        }
        RetentionComparison<RatingGroup> compared = compare(customers);
        assertThat(compared.retentionDifference(RATED_HIGH, RATED_LOW, 100).estimate())
                .isCloseTo(0, within(0.03));
        // exp(-1), which is what is left of everybody after 100 days.
        assertThat(compared.curve(RATED_HIGH).at(100)).isCloseTo(Math.exp(-1), within(0.02));
        double ofRaters = customers.stream()
                        .filter(customer -> customer.ratedAt() != NEVER && customer.tenure() > 100)
                        .count()
                / (double) customers.stream()
                        .filter(customer -> customer.ratedAt() != NEVER)
                        .count();
        assertThat(ofRaters).isGreaterThan(0.5);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compare(List.of(new Customer(-1, true, 0, true))))
                .withMessage("tenure must not be negative, got -1 at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compare(List.of(new Customer(1, true, -2, true))))
                .withMessage("ratedAt must be -1 for never, or not negative, got -2 at index 0");
    }
}
