package io.cxmetrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatingScaleTest {

    @Test
    void knowsItsPoints() {
        RatingScale scale = RatingScale.of(-2, 2);
        assertThat(scale.points()).isEqualTo(5);
        assertThat(scale.contains(-2)).isTrue();
        assertThat(scale.contains(2)).isTrue();
        assertThat(scale.contains(-3)).isFalse();
        assertThat(scale.contains(3)).isFalse();
        assertThat(scale.polarity()).isEqualTo(Polarity.HIGH_IS_GOOD);
        assertThat(RatingScale.of(0, 1000).points()).isEqualTo(1001);
    }

    @Test
    void hundredIsAlwaysTheGoodEnd() {
        assertThat(RatingScale.of(1, 5).normalise(5)).isEqualTo(100.0);
        assertThat(RatingScale.of(1, 5).normalise(3.5)).isEqualTo(62.5);
        assertThat(RatingScale.CES_1.normalise(1)).isEqualTo(100.0);
        assertThat(RatingScale.CES_1.normalise(5)).isEqualTo(0.0);
        assertThat(RatingScale.CES_1.normalise(2.5)).isEqualTo(62.5);
        assertThat(RatingScale.of(-2, 2).normalise(0)).isEqualTo(50.0);
        assertThat(RatingScale.of(1, 5).normalise(Double.NaN)).isNaN();
    }

    @Property
    void parseReadsWhatToStringWrites(
            @ForAll @IntRange(min = Integer.MIN_VALUE, max = Integer.MAX_VALUE - 1000) int min,
            @ForAll @IntRange(min = 1, max = 1000) int more,
            @ForAll Polarity polarity) {
        RatingScale scale = new RatingScale(min, min + more, polarity);
        assertThat(RatingScale.parse(scale.toString())).isEqualTo(scale);
    }

    @Test
    void parsesWords() {
        assertThat(RatingScale.parse("0..10")).isEqualTo(RatingScale.ZERO_TO_TEN);
        assertThat(RatingScale.parse("1..5 low is good")).isEqualTo(RatingScale.CES_1);
        assertThat(RatingScale.CES_1).hasToString("1..5 low is good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1-5", "1..", "1...5", "1..5 high", "a..b", " 1..5", "12345678901..5", "1..5 low is good "})
    void refusesOtherText(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingScale.parse(text))
                .withMessage("scale must be like 1..5 or 1..5 low is good, got " + text);
    }

    @Test
    void refusesScalesThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingScale.of(5, 5))
                .withMessage("max must be above min (5), got 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingScale.parse("5..1"))
                .withMessage("max must be above min (5), got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingScale.of(0, 1001))
                .withMessage("scale must have at most 1001 points, got 1002");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingScale.of(Integer.MIN_VALUE, Integer.MAX_VALUE))
                .withMessage("scale must have at most 1001 points, got 4294967296");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingScale.parse("2147483647..2147483648"))
                .withMessage("scale must have points of at most 32 bits, got 2147483648");
    }
}
