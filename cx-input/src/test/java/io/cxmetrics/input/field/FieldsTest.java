package io.cxmetrics.input.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.input.Reason;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Screening;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {

    private static final String AMOUNT = "must be an amount of at most 15 digits and 2 decimals";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.50|1250",
                " -0.01 |-1",
                "\u22123|-300",
                "+3.000|300",
                ".5|50",
                "1e2|10000",
                "1.005|" + AMOUNT,
                "1e99|" + AMOUNT,
                "1e-99|" + AMOUNT,
                "5%|must be a number without a percent sign",
                "\u20AC5|must be a number without a currency sign",
                "$5|must be a number without a currency sign",
                "1,5|must be a number with a decimal point",
                "1,234.50|must be a number with a decimal point",
                "1234567890123456|must be a number of at most 15 digits",
                "ten|must be a number of at most 15 digits",
                "n.a|must be a number of at most 15 digits",
                "NULL|must not be blank",
                "''|must not be blank",
            })
    void amountsAreExact(String text, String value) {
        assertThat(Numbers.PLAIN.amounts(2).read(text)).hasToString(value);
    }

    @Test
    void numbersOfOtherCountriesAreReadWhenSomebodySaysSo() {
        Numbers german = Numbers.PLAIN.withDecimal(',').withThousands('.');
        assertThat(german.reals().read("1.234.567,5")).isEqualTo(Value.of(1234567.5));
        assertThat(german.reals().read("1234,5")).isEqualTo(Value.of(1234.5));
        assertThat(german.reals().read("1.2345,5")).hasToString("must be a number with a decimal comma");
        assertThat(german.reals().read("1.5")).hasToString("must be a number with a decimal comma");
        assertThat(Numbers.PLAIN.withThousands(',').wholes().read("1,234")).isEqualTo(Value.of(1234L));
        assertThat(Numbers.PLAIN.withThousands(' ').wholes().read("1\u202F234\u00A0567"))
                .isEqualTo(Value.of(1234567L));
        assertThat(Numbers.PLAIN.withThousands('\'').decimals().read("1\u2019234.5"))
                .isEqualTo(Value.of(new BigDecimal("1234.5")));
        assertThat(Numbers.PLAIN.wholes().read("3.0")).isEqualTo(Value.of(3L));
        assertThat(Numbers.PLAIN.wholes().read("3.5")).hasToString("must be a whole number, not negative");
        assertThat(Numbers.PLAIN.wholes().read("-3")).hasToString("must be a whole number, not negative");
        assertThat(Numbers.PLAIN.wholes().read("9e18")).isEqualTo(Value.of(9_000_000_000_000_000_000L));
        assertThat(Numbers.PLAIN.wholes().read("9e19")).hasToString("must be a whole number, not negative");
    }

    @Test
    void waysToWriteNumbersThatCannotBeAreRefused() {
        assertThatThrownBy(() -> Numbers.PLAIN.withDecimal(';'))
                .hasMessage("decimal must be a point or a comma, got ;");
        assertThatThrownBy(() -> Numbers.PLAIN.withThousands(',').withDecimal(','))
                .hasMessage("decimal must differ from the sign between thousands, got ,");
        assertThatThrownBy(() -> Numbers.PLAIN.withThousands('.'))
                .hasMessage("thousands must differ from the decimal sign, got .");
        assertThatThrownBy(() -> Numbers.PLAIN.withThousands('_'))
                .hasMessage("thousands must be a comma, a point, an apostrophe or a space, got _");
        assertThatThrownBy(() -> Numbers.PLAIN.amounts(7)).hasMessage("decimals must be in [0, 6], got 7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.5|PT2H30M",
                "2,5|PT2H30M",
                "0|PT0S",
                "1:30|PT1H30M",
                "26:15:30|PT26H15M30S",
                "0:00:00.0005|PT0.001S",
                "PT1H30M|PT1H30M",
                "p1dt2h|PT26H",
                "P1W|PT168H",
                "1d 2h 30m|PT26H30M",
                "90 min|PT1H30M",
                "2.5 hours|PT2H30M",
                "1 hour, 5 minutes|PT1H5M",
                "250 ms|PT0.25S",
                "-1|must be a duration of 0 to 36525 days",
                "-0:30|must be a duration of 0 to 36525 days",
                "-PT1H|must be a duration of 0 to 36525 days",
                "999999999999999|must be a duration of 0 to 36525 days",
                "1:75|must be a duration, such as 2.5, 1:30, PT1H30M or 1h 30m",
                "PT|must be a duration, such as 2.5, 1:30, PT1H30M or 1h 30m",
                "P1DT|must be a duration, such as 2.5, 1:30, PT1H30M or 1h 30m",
                "3 months|must be a duration, such as 2.5, 1:30, PT1H30M or 1h 30m",
                "1h x|must be a duration, such as 2.5, 1:30, PT1H30M or 1h 30m",
                "n/k|must be a duration, such as 2.5, 1:30, PT1H30M or 1h 30m",
                "-|must not be blank",
            })
    void durationsAreRead(String text, String value) {
        assertThat(Durations.in(ChronoUnit.HOURS).read(text)).hasToString(value);
    }

    @Test
    void durationsAreInTheUnitOfTheColumn() {
        assertThat(Durations.in(ChronoUnit.MINUTES).read("15").get()).isEqualTo(Duration.ofMinutes(15));
        assertThat(Durations.in(ChronoUnit.MILLIS).read("1500").get()).isEqualTo(Duration.ofMillis(1500));
        assertThat(Durations.in(ChronoUnit.WEEKS).read("1").get()).isEqualTo(Duration.ofDays(7));
        assertThatThrownBy(() -> Durations.in(ChronoUnit.MONTHS))
                .hasMessage("unit must be in milliseconds to weeks, got Months");
        assertThat(Durations.in(ChronoUnit.DAYS).read("x".repeat(100)).isPresent())
                .isFalse();
    }

    @Test
    void namesKeepWhatMayBeAName() {
        assertThat(Names.required().read(" NA ")).isEqualTo(Value.of("NA"));
        assertThat(Names.required().read("a,1\nb,2")).hasToString("must be on one line (is a quote open?)");
        assertThat(Names.required().read("None")).isEqualTo(Value.of("None"));
        for (String blank : List.of("", " ", "NULL", "(not set)", "-", "\\N", "#N/A")) {
            assertThat(Names.required().read(blank).isBlank()).as(blank).isTrue();
            assertThat(Names.label().read(blank)).as(blank).isEqualTo(Value.of(""));
        }
        assertThat(Names.label().read(" gold ")).isEqualTo(Value.of("gold"));
    }

    @Test
    void flagsCurrenciesAndConstantsAreRead() {
        assertThat(Names.flag().read("Yes")).isEqualTo(Value.of(true));
        assertThat(Names.flag().read(" 0 ")).isEqualTo(Value.of(false));
        assertThat(Names.flag().read("")).isEqualTo(Value.blank());
        assertThat(Names.flag().read("maybe")).hasToString("must be yes or no");
        assertThat(Names.flag(List.of("won")).read("won")).isEqualTo(Value.of(true));
        assertThat(Names.flag(List.of("won")).read("lost")).isEqualTo(Value.of(false));
        assertThat(Names.flag(List.of("won")).read("").isBlank()).isTrue();
        assertThat(Names.currency().read("eur")).hasToString("EUR");
        assertThat(Names.currency().read("EURO")).hasToString("must be a currency of ISO 4217");
        assertThat(Names.currency().read(" ").isBlank()).isTrue();
        assertThat(Names.constant(ChronoUnit.class).read("half-days")).isEqualTo(Value.of(ChronoUnit.HALF_DAYS));
        assertThat(Names.constant(Reason.Kind.class).read("x"))
                .hasToString("must be one of filtered, chosen, blank, invalid, malformed");
        assertThat(Names.constant(Reason.Kind.class).read("").isBlank()).isTrue();
    }

    @Test
    void scoresAskTheScreening() {
        FieldReader<Integer> scores =
                Scores.on(Screening.on(RatingScale.ZERO_TO_TEN).withNoAnswer("99"));
        assertThat(scores.read("9.0")).isEqualTo(Value.of(9));
        assertThat(scores.read("").reason("nps")).isEqualTo(new Reason("blank", Reason.Kind.BLANK));
        assertThat(scores.read("99").reason("nps")).isEqualTo(new Reason("no_answer", Reason.Kind.CHOSEN));
        assertThat(scores.read("11").reason("nps")).isEqualTo(new Reason("out_of_scale", Reason.Kind.INVALID));
        assertThat(scores.read("11")).hasToString("must be a whole number in 0..10");
    }

    @Test
    void aValueIsOneOfThree() {
        Value<Integer> seven = Value.of(7);
        assertThat(seven.map(n -> n + 1)).isEqualTo(Value.of(8)).hasSameHashCodeAs(Value.of(8));
        assertThat(Value.<Integer>blank().map(n -> n + 1).isBlank()).isTrue();
        assertThat(seven.orNull()).isEqualTo(7);
        assertThat(Value.invalid("be x").orNull()).isNull();
        assertThatThrownBy(Value.invalid("be x")::get).hasMessage("no value: must be x");
        assertThatThrownBy(() -> seven.reason("a")).hasMessage("a value is no reason: 7");
        assertThat(Numbers.PLAIN.wholes().map(n -> "#" + n).read("4")).hasToString("#4");
        assertThat(seven).isNotEqualTo(Value.blank());
    }
}
