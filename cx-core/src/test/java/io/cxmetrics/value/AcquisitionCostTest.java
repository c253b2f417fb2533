package io.cxmetrics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.stat.Proportion;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class AcquisitionCostTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    /** Media 10,000 and people and tools 8,000 for 40 customers by paid channels, 20 others, and 10 who came back. */
    private static final AcquisitionCost MONTH = AcquisitionCost.ofMedia(1_000_000)
            .withPaid(40)
            .withOverhead(800_000)
            .withOrganic(20)
            .withReturning(10);

    private static AcquisitionCost cost(long media, long overhead, long paid, long organic, long returning) {
        return AcquisitionCost.ofMedia(media)
                .withOverhead(overhead)
                .withPaid(paid)
                .withOrganic(organic)
                .withReturning(returning);
    }

    @Test
    void threeCostsOfOneName() {
        assertThat(MONTH.paid()).isEqualTo(250);
        assertThat(MONTH.fullyLoaded()).isEqualTo(450);
        assertThat(MONTH.blended()).isEqualTo(300);
        assertThat(MONTH.spend()).isEqualTo(18_000);
        assertThat(MONTH.newCustomers()).isEqualTo(60);
    }

    @Test
    void whoComesBackIsNotNew() {
        assertThat(MONTH.perConversion()).isEqualTo(200);
        assertThat(MONTH.newShare()).isEqualTo(Proportion.of(40, 50));
        assertThat(MONTH.withReturning(0).blended()).isEqualTo(MONTH.blended());
    }

    @Test
    void withoutNewCustomersTheCostIsUnknown() {
        AcquisitionCost spent = AcquisitionCost.ofMedia(1_000_000).withPaid(0).withReturning(3);
        assertThat(spent.paid()).isNaN();
        assertThat(spent.fullyLoaded()).isNaN();
        assertThat(spent.blended()).isNaN();
        assertThat(spent.withReturning(0).perConversion()).isNaN();
        assertThat(AcquisitionCost.EMPTY.blended()).isNaN();
        assertThat(AcquisitionCost.EMPTY.newShare().rate()).isNaN();
        assertThat(spent.withOrganic(10).paid()).isNaN();
        assertThat(spent.withOrganic(10).blended()).isEqualTo(1_000);
    }

    /** A roll-up divides the sums: 30.00 for 3 and 10.00 for 7 are 4 each, and not the mean of 10 and 10 / 7. */
    @Test
    void monthsAddUp() {
        assertThat(AcquisitionCost.ofMedia(3000)
                        .withPaid(3)
                        .plus(AcquisitionCost.ofMedia(1000).withPaid(7))
                        .paid())
                .isEqualTo(4);
    }

    @Test
    void oneMoreCostsMore() {
        AcquisitionCost more = AcquisitionCost.ofMedia(1_500_000)
                .withPaid(45)
                .withOverhead(900_000)
                .withOrganic(25);
        assertThat(more.marginalFrom(MONTH)).isEqualTo(600);
        assertThat(MONTH.marginalFrom(more)).isNaN();
        assertThat(MONTH.withOverhead(0).marginalFrom(MONTH)).isNaN();
        assertThat(MONTH.withOverhead(0).withOrganic(30).marginalFrom(MONTH)).isEqualTo(-800);
    }

    @Test
    void customersMeetTheSpendOfAnEarlierMonth() {
        Map<YearMonth, AcquisitionCost> months = Map.of(
                MARCH,
                AcquisitionCost.ofMedia(100).withPaid(1).withOverhead(40),
                MARCH.plusMonths(1),
                AcquisitionCost.ofMedia(200).withPaid(2).withOrganic(5).withReturning(7),
                MARCH.plusMonths(2),
                AcquisitionCost.ofMedia(300).withPaid(4),
                MARCH.plusMonths(4),
                AcquisitionCost.ofMedia(900).withPaid(10));
        assertThat(AcquisitionCost.lagged(months, 1))
                .containsExactly(
                        entry(MARCH.plusMonths(1), cost(100, 40, 2, 5, 7)),
                        entry(MARCH.plusMonths(2), cost(200, 0, 4, 0, 0)));
        assertThat(AcquisitionCost.lagged(months, 2))
                .containsExactly(
                        entry(MARCH.plusMonths(2), cost(100, 40, 4, 0, 0)),
                        entry(MARCH.plusMonths(4), cost(300, 0, 10, 0, 0)));
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
                .isThrownBy(() -> AcquisitionCost.ofMedia(-1).withPaid(0))
                .withMessage("media must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AcquisitionCost.ofMedia(0).withPaid(-2))
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
        AcquisitionCost most = AcquisitionCost.ofMedia(Long.MAX_VALUE).withPaid(Long.MAX_VALUE);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.withOverhead(1));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.withOrganic(1));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.withReturning(1));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(AcquisitionCost.ofMedia(1)));
    }

    /** 1,250,000 yen and 12,500.00 euros are the same number of minor units, and not the same money. */
    @Test
    void answersAreInMajorUnits() {
        assertThat(AcquisitionCost.ofMedia(1_250_000, MoneyUnit.of("JPY"))
                        .withPaid(100)
                        .paid())
                .isEqualTo(12_500);
        assertThat(AcquisitionCost.ofMedia(1_250_000, MoneyUnit.of("EUR"))
                        .withPaid(100)
                        .paid())
                .isEqualTo(125);
        assertThat(AcquisitionCost.EMPTY.unit()).isNull();
        assertThat(AcquisitionCost.EMPTY.spend()).isZero();
        assertThat(AcquisitionCost.EMPTY.withOrganic(3).blended()).isZero();
        assertThat(AcquisitionCost.EMPTY.withOverhead(300).withOrganic(3).blended())
                .isEqualTo(1);
    }

    @Test
    void twoCurrenciesDoNotAddUp() {
        AcquisitionCost euros = AcquisitionCost.ofMedia(100, MoneyUnit.of("EUR"));
        AcquisitionCost yen = AcquisitionCost.ofMedia(100, MoneyUnit.of("JPY"));
        assertThat(AcquisitionCost.EMPTY.plus(euros).unit()).isEqualTo(MoneyUnit.of("EUR"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> euros.plus(yen))
                .withMessage("unit of money must be EUR, got JPY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> euros.marginalFrom(yen))
                .withMessage("unit of money must be EUR, got JPY");
    }

    @Test
    void namesEachPart() {
        assertThat(cost(100, 40, 2, 5, 7))
                .hasToString("AcquisitionCost[unit=no currency, 2 decimals, media=100, overhead=40, paidCustomers=2,"
                        + " organicCustomers=5, returningCustomers=7]");
        assertThat(cost(100, 40, 2, 5, 7).mediaMinor()).isEqualTo(100);
        assertThat(cost(100, 40, 2, 5, 7).overheadMinor()).isEqualTo(40);
        assertThat(cost(100, 40, 2, 5, 7).spendMinor()).isEqualTo(140);
        assertThat(cost(100, 40, 2, 5, 7).count()).isEqualTo(7);
    }
}
