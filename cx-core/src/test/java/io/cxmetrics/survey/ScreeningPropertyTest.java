package io.cxmetrics.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScreeningPropertyTest {

    private static final Screening SCREENING =
            Screening.on(RatingScale.ZERO_TO_TEN).withNoAnswer("11").withLabel("top", 10);

    @Property
    void countsAddUpToTheInput(@ForAll("junk") List<String> raw) {
        Screened screened = SCREENING.screen(raw);
        assertThat(screened.total()).isEqualTo(raw.size());
        assertThat(screened.ratings().count() + screened.leftOut().count()).isEqualTo(raw.size());
        assertThat(screened)
                .isEqualTo(raw.parallelStream().collect(SCREENING.toScreened()))
                .isEqualTo(raw.stream()
                        .map(value -> SCREENING.screen(List.of(value)))
                        .reduce(SCREENING.screen(List.of()), Screened::plus));
    }

    @Property
    void wholeNumberOnTheScaleIsThatRatingAndNothingElseIs(@ForAll @DoubleRange(min = -20, max = 20) double raw) {
        boolean rating = raw >= 0 && raw <= 10 && raw == Math.floor(raw);
        Screening.Verdict verdict = SCREENING.judge(raw);
        assertThat(verdict.accepted()).isEqualTo(rating);
        if (rating) {
            assertThat((double) verdict.rating()).isEqualTo(raw + 0.0);
        }
    }

    @Property
    void numberIsJudgedAlikeAsNumberAndAsText(@ForAll double raw) {
        assertThat(SCREENING.judge(new BigDecimal(raw).toString())).isEqualTo(SCREENING.judge(raw));
    }

    @Property
    void caseAndPaddingDoNotMatter(@ForAll("junk") List<String> raw) {
        for (String value : raw) {
            assertThat(SCREENING.judge("\u00A0" + value + " ")).isEqualTo(SCREENING.judge(value));
        }
    }

    @Provide
    Arbitrary<List<String>> junk() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(12),
                        Arbitraries.strings().withChars("0123456789.+-eE ").ofMaxLength(6),
                        Arbitraries.of("NA", "n/a", "top", "11", "11.0", "refused", "4.0", "6.5", "Blank"),
                        Arbitraries.integers().between(-3, 13).map(String::valueOf))
                .list()
                .ofMaxSize(40);
    }

    /** Digits without end must not keep the pattern busy for longer than the digits take to read. */
    @Test
    void endlessDigitsAreJudgedToo() {
        String digits = "1".repeat(300_000);
        assertThat(SCREENING.judge(digits).reason()).isEqualTo(Exclusion.OUT_OF_SCALE);
        assertThat(SCREENING.judge(digits + "x").reason()).isEqualTo(Exclusion.NOT_A_NUMBER);
        assertThat(SCREENING.judge("0." + digits).reason()).isEqualTo(Exclusion.FRACTIONAL);
    }
}
