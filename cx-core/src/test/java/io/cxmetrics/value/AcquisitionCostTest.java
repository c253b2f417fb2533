package io.cxmetrics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.cxmetrics.stat.Proportion;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class AcquisitionCostTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    /** Media 10,000 and people and tools 8,000 for 40 customers by paid channels, 20 others, and 10 who came back. */
    private static final AcquisitionCost MONTH = AcquisitionCost.of(1_000_000, 40)
            .withOverhead(800_000)
            .withOrganic(20)
            .withReturning(10);

    @Test
    void threeCostsOfOneName() {
        assertThat(MONTH.paid()).isEqualTo(25_000);
        assertThat(MONTH.fullyLoaded()).isEqualTo(45_000);
        assertThat(MONTH.blended()).isEqualTo(30_000);
        assertThat(MONTH.spend()).isEqualTo(1_800_000);
        assertThat(MONTH.newCustomers()).isEqualTo(60);
    }

    @Test
    void whoComesBackIsNotNew() {
        assertThat(MONTH.perConversion()).isEqualTo(20_000);
        assertThat(MONTH.newShare()).isEqualTo(Proportion.of(40, 50));
        assertThat(MONTH.withReturning(0).blended()).isEqualTo(MONTH.blended());
    }

    @Test
    void withoutNewCustomersTheCostIsUnknown() {
        AcquisitionCost spent = AcquisitionCost.of(1_000_000, 0).withReturning(3);
        assertThat(spent.paid()).isNaN();
        assertThat(spent.fullyLoaded()).isNaN();
        assertThat(spent.blended()).isNaN();
        assertThat(spent.withReturning(0).perConversion()).isNaN();
        assertThat(AcquisitionCost.EMPTY.blended()).isNaN();
        assertThat(AcquisitionCost.EMPTY.newShare().rate()).isNaN();
        assertThat(spent.withOrganic(10).paid()).isNaN();
        assertThat(spent.withOrganic(10).blended()).isEqualTo(100_000);
    }

    /** A roll-up divides the sums: 30 for 3 and 10 for 7 are 4 each, and not the mean of 10 and 10 / 7. */
    @Test
    void monthsAddUp() {
        assertThat(AcquisitionCost.of(30, 3).plus(AcquisitionCost.of(10, 7)).paid())
                .isEqualTo(4);
    }

    @Test
    void oneMoreCostsMore() {
        AcquisitionCost more =
                AcquisitionCost.of(1_500_000, 45).withOverhead(900_000).withOrganic(25);
        assertThat(more.marginalFrom(MONTH)).isEqualTo(60_000);
        assertThat(MONTH.marginalFrom(more)).isNaN();
        assertThat(MONTH.withOverhead(0).marginalFrom(MONTH)).isNaN();
        assertThat(MONTH.withOverhead(0).withOrganic(30).marginalFrom(MONTH)).isEqualTo(-80_000);
    }

    @Test
    void customersMeetTheSpendOfAnEarlierMonth() {
        Map<YearMonth, AcquisitionCost> months = Map.of(
                MARCH,
                AcquisitionCost.of(100, 1).withOverhead(40),
                MARCH.plusMonths(1),
                AcquisitionCost.of(200, 2).withOrganic(5).withReturning(7),
                MARCH.plusMonths(2),
                AcquisitionCost.of(300, 4),
                MARCH.plusMonths(4),
                AcquisitionCost.of(900, 10));
        assertThat(AcquisitionCost.lagged(months, 1))
                .containsExactly(
                        entry(MARCH.plusMonths(1), new AcquisitionCost(100, 40, 2, 5, 7)),
                        entry(MARCH.plusMonths(2), new AcquisitionCost(200, 0, 4, 0, 0)));
        assertThat(AcquisitionCost.lagged(months, 2))
                .containsExactly(
                        entry(MARCH.plusMonths(2), new AcquisitionCost(100, 40, 4, 0, 0)),
                        entry(MARCH.plusMonths(4), new AcquisitionCost(300, 0, 10, 0, 0)));
        assertThat(AcquisitionCost.lagged(months, 0)).isEqualTo(months);
        assertThat(AcquisitionCost.lagged(months, 24)).isEmpty();
    }

    @Test
    void laggedMonthsCannotBeChanged() {
        SortedMap<YearMonth, AcquisitionCost> lagged = AcquisitionCost.lagged(Map.of(MARCH, MONTH), 0);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> lagged.put(MARCH, MONTH));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AcquisitionCost.lagged(Map.of(), -1))
                .withMessage("lag must not be negative, got -1");
    }

    @Test
    void negativeNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AcquisitionCost.of(-1, 0))
                .withMessage("media must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AcquisitionCost.of(0, -2))
                .withMessage("paidCustomers must not be negative, got -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MONTH.withOverhead(-3))
                .withMessage("overhead must not be negative, got -3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MONTH.withOrganic(-4))
                .withMessage("organicCustomers must not be negative, got -4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MONTH.withReturning(-5))
                .withMessage("returningCustomers must not be negative, got -5");
    }

    @Test
    void sumsDoNotWrap() {
        AcquisitionCost most = AcquisitionCost.of(Long.MAX_VALUE, Long.MAX_VALUE);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.withOverhead(1));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.withOrganic(1));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.withReturning(1));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(AcquisitionCost.of(1, 0)));
    }
}
