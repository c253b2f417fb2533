package io.cxmetrics.retention.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecurringRevenueTest {

    private static final RevenueFlow NONE = RevenueFlow.EMPTY;

    /** 1,000 at start; one pays 300 more, one 100 less, one of 200 left; 250 are new and 50 came back. */
    private static final RecurringRevenue MONTH = Movements.of(
            RevenueFlow.of(1000, 5),
            RevenueFlow.of(250, 2),
            RevenueFlow.of(50, 1),
            RevenueFlow.of(300, 1),
            RevenueFlow.of(100, 1),
            RevenueFlow.of(200, 1));

    @Test
    void flowsReconcile() {
        assertThat(MONTH.closing()).isEqualTo(RevenueFlow.of(1300, 7));
        assertThat(MONTH.closing()).hasToString("13.0 of 7");
    }

    @Test
    void ratesOfTheOpening() {
        assertThat(MONTH.grossRevenueChurn()).isEqualTo(0.3);
        assertThat(MONTH.grossRevenueChurnWithoutContraction()).isEqualTo(0.2);
        assertThat(MONTH.netRevenueChurn()).isZero();
        assertThat(MONTH.grossRevenueRetention()).isEqualTo(0.7);
        assertThat(MONTH.netRevenueRetention()).isEqualTo(1);
        assertThat(MONTH.expansionRate()).isEqualTo(0.3);
        assertThat(MONTH.quickRatio()).isEqualTo(2);
        assertThat(MONTH.logoChurn().rate()).isEqualTo(0.2);
    }

    @Test
    void retentionOfSumsFromElsewhere() {
        assertThat(RecurringRevenue.grossRevenueRetention(1000, 100, 200)).isEqualTo(0.7);
        assertThat(RecurringRevenue.netRevenueRetention(1000, 450, 100, 200)).isEqualTo(1.15);
        assertThat(RecurringRevenue.grossRevenueRetention(0, 0, 0)).isNaN();
        assertThat(RecurringRevenue.netRevenueRetention(0, 0, 0, 0)).isNaN();
    }

    /** One pays 100 more and one of 50 left: the gains of one customer hide no loss of another in gross retention. */
    @Test
    void grossRetentionIsCappedForEachCustomer() {
        RecurringRevenue both = RecurringRevenue.ofCustomer(100, 200).plus(RecurringRevenue.ofCustomer(50, 0));
        assertThat(both.grossRevenueRetention()).isCloseTo(0.6666666666666666, within(1e-15));
        assertThat(both.netRevenueRetention()).isCloseTo(1.3333333333333333, within(1e-15));
        assertThat(both.netRevenueChurn()).isCloseTo(-0.3333333333333333, within(1e-15));
    }

    @Test
    void nothingAtStartLeavesTheRatesUndefined() {
        RecurringRevenue first = RecurringRevenue.ofCustomer(0, 100);
        assertThat(first.newBusiness()).isEqualTo(RevenueFlow.of(100, 1));
        assertThat(first.grossRevenueChurn()).isNaN();
        assertThat(first.grossRevenueChurnWithoutContraction()).isNaN();
        assertThat(first.netRevenueChurn()).isNaN();
        assertThat(first.grossRevenueRetention()).isNaN();
        assertThat(first.netRevenueRetention()).isNaN();
        assertThat(first.expansionRate()).isNaN();
        assertThat(first.logoChurn().rate()).isNaN();
        assertThat(first.quickRatio()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(RecurringRevenue.EMPTY.quickRatio()).isNaN();
        assertThat(RecurringRevenue.ofCustomer(5, 0).quickRatio()).isZero();
        assertThat(RecurringRevenue.ofCustomer(0, 0)).isEqualTo(RecurringRevenue.EMPTY);
    }

    @Test
    void oneCustomerMakesOneMovement() {
        assertThat(RecurringRevenue.ofCustomer(5, 8).expansion()).isEqualTo(RevenueFlow.of(3, 1));
        assertThat(RecurringRevenue.ofCustomer(5, 3).contraction()).isEqualTo(RevenueFlow.of(2, 1));
        assertThat(RecurringRevenue.ofCustomer(5, 0).churn()).isEqualTo(RevenueFlow.of(5, 1));
        assertThat(RecurringRevenue.ofCustomer(5, 5))
                .isEqualTo(Movements.of(RevenueFlow.of(5, 1), NONE, NONE, NONE, NONE, NONE));
    }

    @Test
    void customersAreCollected() {
        long[][] table = {{100, 200}, {50, 0}, {0, 30}, {0, 0}, {80, 60}, {10, 10}};
        RecurringRevenue expected = Movements.of(
                RevenueFlow.of(240, 4),
                RevenueFlow.of(30, 1),
                NONE,
                RevenueFlow.of(100, 1),
                RevenueFlow.of(20, 1),
                RevenueFlow.of(50, 1));
        assertThat(Stream.of(table).collect(RecurringRevenue.toRecurringRevenue(row -> row[0], row -> row[1])))
                .isEqualTo(expected);
        assertThat(Stream.of(table)
                        .parallel()
                        .collect(RecurringRevenue.toRecurringRevenue(row -> row[0], row -> row[1])))
                .isEqualTo(expected);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RevenueFlow.of(-1, 0))
                .withMessage("amount must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RevenueFlow.of(0, -1))
                .withMessage("customers must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecurringRevenue.ofCustomer(-1, 0))
                .withMessage("before must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecurringRevenue.ofCustomer(0, -1))
                .withMessage("after must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(-3L).collect(RecurringRevenue.toRecurringRevenue(x -> x, x -> 0)))
                .withMessage("before must not be negative, got -3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(-3L).collect(RecurringRevenue.toRecurringRevenue(x -> 0, x -> x)))
                .withMessage("after must not be negative, got -3");
        RevenueFlow ten = RevenueFlow.of(10, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Movements.of(ten, NONE, NONE, NONE, RevenueFlow.of(6, 1), RevenueFlow.of(5, 1)))
                .withMessage("contraction + churn must not exceed opening (0.1), got 0.11");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Movements.of(ten, NONE, NONE, RevenueFlow.of(1, 1), RevenueFlow.of(1, 1), RevenueFlow.of(1, 1)))
                .withMessage(
                        "customers of expansion + contraction + churn must not exceed those of opening (2), got 3");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() ->
                        Movements.of(RevenueFlow.of(Long.MAX_VALUE, 1), RevenueFlow.of(1, 1), NONE, NONE, NONE, NONE));
    }
}
