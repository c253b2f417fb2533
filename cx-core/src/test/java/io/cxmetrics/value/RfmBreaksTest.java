package io.cxmetrics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.time.CalendarPeriod;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RfmBreaksTest {

    private static final double[] ONE = {1};

    @Test
    void valuesOfAHistoryAreNetAndCountFromTheEnd() {
        PurchaseHistory history =
                PurchaseHistory.of(CalendarPeriod.DAY, 2, 30, 90).withSpend(1000, 2500, 700, MoneyUnit.CENTS);
        assertThat(RfmValues.of(history)).isEqualTo(new RfmValues(60, 3, 28));
        assertThat(RfmValues.from(Map.of("ann", history))).isEqualTo(Map.of("ann", new RfmValues(60, 3, 28)));
    }

    /** A value on a cut point is not above it. */
    @ParameterizedTest
    @CsvSource({"0, 1, -5, 311", "10, 1, 100, 311", "11, 2, 101, 222", "20, 2, 200, 222", "21, 3, 201, 133"})
    void cutPointsStrictlyBelowAreCounted(long recency, long frequency, double monetary, String cell) {
        RfmBreaks breaks = RfmBreaks.of(new double[] {10, 20}, new double[] {1, 2}, new double[] {100, 200});
        assertThat(breaks.score(new RfmValues(recency, frequency, monetary)).cell())
                .isEqualTo(cell);
    }

    @Test
    void quantilesAreInterpolated() {
        // numpy.quantile(range(10, 101, 10), [.2, .4, .6, .8]) = 28, 46, 64, 82
        List<RfmValues> values = LongStream.rangeClosed(1, 10)
                .mapToObj(i -> new RfmValues(10 * i, 1, -10 * i))
                .toList();
        RfmBreaks breaks = RfmBreaks.quantiles(values, 5);
        assertThat(breaks.recency())
                .usingElementComparator(new DoubleComparator(1e-12))
                .containsExactly(28.0, 46.0, 64.0, 82.0);
        assertThat(breaks.frequency()).containsExactly(1.0, 1.0, 1.0, 1.0);
        assertThat(breaks.monetary())
                .usingElementComparator(new DoubleComparator(1e-12))
                .containsExactly(-82.0, -64.0, -46.0, -28.0);
        assertThat(breaks.scores()).isEqualTo(5);
    }

    @Test
    void storedBreaksScoreCustomersWhoCameLater() {
        RfmBreaks stored = RfmBreaks.quantiles(List.of(new RfmValues(10, 1, 100), new RfmValues(20, 3, 300)), 2);
        assertThat(stored).isEqualTo(RfmBreaks.of(new double[] {15}, new double[] {2}, new double[] {200}));
        assertThat(stored.score(new RfmValues(1000, 9, 200))).isEqualTo(new RfmScore(1, 2, 1));
    }

    @Test
    void badBreaksAreRefused() {
        refused(ONE, new double[] {1, 2}, ONE, "frequency must have as many cut points as recency (1), got 2");
        refused(ONE, ONE, new double[] {1, 2}, "monetary must have as many cut points as recency (1), got 2");
        refused(new double[] {}, ONE, ONE, "number of recency cut points must be in [1, 8], got 0");
        refused(ONE, new double[9], ONE, "number of frequency cut points must be in [1, 8], got 9");
        refused(
                ONE,
                ONE,
                new double[] {Double.NaN},
                "monetary cut point must be finite and not below the one before, got NaN at index 0");
        refused(
                new double[] {2, 1},
                ONE,
                ONE,
                "recency cut point must be finite and not below the one before, got 1.0 at index 1");
    }

    private static void refused(double[] recency, double[] frequency, double[] monetary, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmBreaks.of(recency, frequency, monetary))
                .withMessage(message);
    }

    @Test
    void quantilesNeedCustomersAndAFewScores() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmBreaks.quantiles(List.of(), 5))
                .withMessage("values must not be empty, got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmBreaks.quantiles(List.of(new RfmValues(1, 1, 1)), 1))
                .withMessage("scores must be in [2, 9], got 1");
    }

    @Test
    void badValuesAndScoresAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RfmValues(-1, 1, 0))
                .withMessage("recency must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RfmValues(0, 0, 0))
                .withMessage("frequency must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RfmScore(0, 1, 1))
                .withMessage("recency must be in [1, 9], got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RfmScore(1, 10, 1))
                .withMessage("frequency must be in [1, 9], got 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RfmScore(1, 1, -1))
                .withMessage("monetary must be in [1, 9], got -1");
    }

    @Test
    void amountsMustBeKnownAndOfOneCurrency() {
        PurchaseHistory history = PurchaseHistory.of(CalendarPeriod.DAY, 2, 30, 90);
        PurchaseHistory euros = history.withSpend(1000, 2500, 0, MoneyUnit.of("EUR"));
        PurchaseHistory yen = history.withSpend(1000, 2500, 0, MoneyUnit.of("JPY"));
        assertThat(RfmValues.of(euros).monetary()).isEqualTo(35);
        assertThat(RfmValues.of(yen).monetary()).isEqualTo(3500);
        Map<String, PurchaseHistory> mixed = new TreeMap<>(Map.of("ann", euros, "bob", yen));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmValues.from(mixed))
                .withMessage("unit of money must be EUR, got JPY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmValues.of(history))
                .withMessage("monetary must be finite, got NaN");
    }
}
