package io.cxmetrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyUnitTest {

    private static final MoneyUnit EURO = MoneyUnit.of("EUR");

    /** The minor units of ISO 4217. */
    @ParameterizedTest
    @CsvSource({"EUR, 2, 123.45", "JPY, 0, 12345", "KWD, 3, 12.345", "CLF, 4, 1.2345"})
    void decimalsAreThoseOfTheCurrency(String code, int decimals, double major) {
        MoneyUnit unit = MoneyUnit.of(code);
        assertThat(unit.decimals()).isEqualTo(decimals);
        assertThat(unit.currency()).isEqualTo(Currency.getInstance(code));
        assertThat(unit.major(12345)).isEqualTo(major);
        assertThat(unit).hasToString(code).isEqualTo(MoneyUnit.of(Currency.getInstance(code)));
    }

    @Test
    void plainAmountsAreCents() {
        assertThat(MoneyUnit.CENTS).isEqualTo(MoneyUnit.ofDecimals(2)).hasToString("no currency, 2 decimals");
        assertThat(MoneyUnit.CENTS.currency()).isNull();
        assertThat(MoneyUnit.CENTS.major(250)).isEqualTo(2.5);
        assertThat(MoneyUnit.CENTS).isNotEqualTo(EURO);
    }

    @ParameterizedTest
    @CsvSource({
        "9.99, 999",
        "9.9, 990",
        "-0.01, -1",
        "12, 1200",
        "1e3, 100000",
        "92233720368547758.07, 9223372036854775807"
    })
    void readsMajorUnits(String text, long minor) {
        assertThat(EURO.minor(text)).isEqualTo(minor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.999", "", "ten", "1,50", "92233720368547758.08", "1e400"})
    void textsThatAreNoAmountAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EURO.minor(text))
                .withMessage("amount must be a number of at most 2 decimals, got " + text);
    }

    @Property(tries = 200)
    void whatIsReadIsWhatWasWritten(@ForAll long minor, @ForAll @IntRange(max = 9) int decimals) {
        String text = java.math.BigDecimal.valueOf(minor, decimals).toPlainString();
        assertThat(MoneyUnit.ofDecimals(decimals).minor(text)).isEqualTo(minor);
    }

    /** The nearest double of a decimal number is that of its text. */
    @Property(tries = 200)
    void majorIsTheNearestDouble(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long minor,
            @ForAll @IntRange(max = 9) int decimals) {
        double nearest = java.math.BigDecimal.valueOf(minor, decimals).doubleValue();
        assertThat(MoneyUnit.ofDecimals(decimals).major(minor)).isEqualTo(nearest + 0.0);
    }

    @Test
    void anEmptySummaryTakesTheUnitOfTheOther() {
        assertThat(MoneyUnit.joined(null, null)).isNull();
        assertThat(MoneyUnit.joined(EURO, null)).isEqualTo(EURO);
        assertThat(MoneyUnit.joined(null, EURO)).isEqualTo(EURO);
        assertThat(MoneyUnit.joined(EURO, MoneyUnit.of("EUR"))).isEqualTo(EURO);
    }

    @Test
    void differentUnitsDoNotJoin() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoneyUnit.joined(EURO, MoneyUnit.of("JPY")))
                .withMessage("unit of money must be EUR, got JPY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoneyUnit.joined(EURO, MoneyUnit.CENTS))
                .withMessage("unit of money must be EUR, got no currency, 2 decimals");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoneyUnit.joined(MoneyUnit.CENTS, MoneyUnit.ofDecimals(0)))
                .withMessage("unit of money must be no currency, 2 decimals, got no currency, 0 decimals");
    }

    @Test
    void unitsThatCannotBeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoneyUnit.ofDecimals(-1))
                .withMessage("decimals must be in [0, 9], got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoneyUnit.ofDecimals(10))
                .withMessage("decimals must be in [0, 9], got 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoneyUnit.of("euro"))
                .withMessage("code must be a currency of ISO 4217 such as EUR, got euro");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoneyUnit.of("XAU"))
                .withMessage("currency must have decimals, got XAU");
    }
}
