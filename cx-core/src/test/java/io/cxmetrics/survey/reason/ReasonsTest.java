package io.cxmetrics.survey.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.survey.Csat;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

/**
 * Twelve respondents. The expected numbers are of a Python script over the same lists, which goes from respondent to
 * respondent, and knows nothing of pairs that were counted.
 */
class ReasonsTest {

    private static final ReasonDefinition WHY =
            ReasonDefinition.of("price", "quality", "service").withNone("none");

    private static final Reasons REASONS = Reasons.of(
            WHY,
            List.of(
                    List.of("price"),
                    List.of("price", "service"),
                    List.of("service"),
                    List.of("quality"),
                    List.of("price", "quality", "service"),
                    List.of("service", "price", "price"),
                    List.of("none"),
                    List.of("none"),
                    List.of("quality", "price"),
                    List.of("service"),
                    List.of(),
                    List.of("none", "price")));

    @Test
    void sharesAreOfRespondents() {
        assertThat(REASONS.count()).isEqualTo(10);
        assertThat(REASONS.blank()).isEqualTo(1);
        assertThat(REASONS.contradictory()).isEqualTo(1);
        assertThat(REASONS.leftOut()).isEqualTo(2);
        assertThat(REASONS.mentions()).isEqualTo(13);
        assertThat(REASONS.none()).isEqualTo(Proportion.of(2, 10));
        assertThat(REASONS.share("price")).isEqualTo(Proportion.of(5, 10));
        assertThat(REASONS.shareNetOfNone("price")).isEqualTo(Proportion.of(5, 8));
        assertThat(REASONS.byShare())
                .containsExactly(
                        Map.entry("price", Proportion.of(5, 10)),
                        Map.entry("service", Proportion.of(5, 10)),
                        Map.entry("quality", Proportion.of(3, 10)));
        assertThat(REASONS).hasToString("Reasons[respondents=10, none=2, price=5, quality=3, service=5]");
    }

    /** As if all 13 mentions were independent, the interval of service would be [0.1771, 0.6448]. */
    @Test
    void mentionIntervalTakesRespondentsAsClusters() {
        assertThat(REASONS.mentionShare("price")).isEqualTo(5 / 13.0);
        near(REASONS.mentionInterval("price", 0.95), 0.25002492620451655, 0.5395353194459324);
        near(REASONS.mentionInterval("quality", 0.95), 0.09787324742488496, 0.45341950738817954);
        near(REASONS.mentionInterval("service", 0.95), 0.21499265672704726, 0.5878493914820055);
    }

    private static void near(Interval actual, double low, double high) {
        assertThat(actual.low()).isCloseTo(low, within(1e-12));
        assertThat(actual.high()).isCloseTo(high, within(1e-12));
    }

    @Property(tries = 50)
    void oneReasonEachIsAPlainShare(@ForAll @NotEmpty List<@IntRange(max = 2) Integer> choices) {
        Reasons reasons = Reasons.of(
                WHY, choices.stream().map(i -> List.of(WHY.reasons().get(i))).toList());
        for (String reason : WHY.reasons()) {
            Interval expected = reasons.shareNetOfNone(reason).interval(0.9);
            near(reasons.mentionInterval(reason, 0.9), expected.low(), expected.high());
        }
    }

    @Test
    void differenceIsPaired() {
        Difference priceOverQuality = REASONS.difference("price", "quality");
        assertThat(priceOverQuality.estimate()).isCloseTo(0.2, within(1e-15));
        assertThat(priceOverQuality.standardError()).isCloseTo(0.18973665961010278, within(1e-15));
        assertThat(REASONS.difference("quality", "service").standardError())
                .isCloseTo(0.23664319132398465, within(1e-15));
        assertThat(REASONS.difference("price", "price").standardError()).isZero();
    }

    @Test
    void pairsThatComeTogether() {
        assertThat(REASONS.pairs())
                .containsExactly(
                        new ReasonPair("price", "service", Proportion.of(3, 10), 1.2),
                        new ReasonPair("price", "quality", Proportion.of(2, 10), 4 / 3.0),
                        new ReasonPair("quality", "service", Proportion.of(1, 10), 2 / 3.0));
        assertThat(REASONS.pair("service", "price").share()).isEqualTo(Proportion.of(3, 10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REASONS.pair("price", "price"))
                .withMessage("other must be another reason than price, got price");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> REASONS.pairs().clear());
    }

    @Test
    void nobodyIsUndefined() {
        Reasons none = Reasons.empty(WHY);
        assertThat(none.share("price").rate()).isNaN();
        assertThat(none.mentionShare("price")).isNaN();
        assertThat(none.mentionInterval("price", 0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(none.difference("price", "quality").estimate()).isNaN();
        assertThat(none.difference("price", "quality").standardError()).isNaN();
        assertThat(none.pair("price", "quality").lift()).isNaN();
        assertThat(none.pairs()).isEmpty();
    }

    @Test
    void reasonThatNobodyOrEverybodyMentionsHasAnInterval() {
        Reasons alike = Reasons.of(WHY, List.of(List.of("price"), List.of("price")));
        Interval everybody = Proportion.of(2, 2).interval(0.95);
        near(alike.mentionInterval("price", 0.95), everybody.low(), everybody.high());
        Interval nobody = Proportion.of(0, 2).interval(0.95);
        near(alike.mentionInterval("quality", 0.95), nobody.low(), nobody.high());
    }

    private record Row(int rating, List<String> reasons) {}

    @Test
    void bandsCompareDifferentPeople() {
        ReasonsByBand bands = Stream.of(
                        new Row(5, List.of("quality")),
                        new Row(4, List.of("quality", "service")),
                        new Row(3, List.of("none")),
                        new Row(2, List.of("price")),
                        new Row(1, List.of("price", "service")),
                        new Row(1, List.of()))
                .collect(ReasonsByBand.toReasonsByBand(WHY, Csat.TOP_TWO_OF_FIVE, Row::rating, Row::reasons));
        assertThat(bands.satisfied().share("quality")).isEqualTo(Proportion.of(2, 2));
        assertThat(bands.neutral().none()).isEqualTo(Proportion.of(1, 1));
        assertThat(bands.dissatisfied().share("service")).isEqualTo(Proportion.of(1, 2));
        assertThat(bands.difference("price")).isEqualTo(Proportion.of(2, 2).differenceFrom(Proportion.of(0, 2)));
        assertThat(bands.count()).isEqualTo(5);
        assertThat(bands.leftOut()).isEqualTo(1);
        assertThat(bands.boxes()).isEqualTo(Csat.TOP_TWO_OF_FIVE);
        assertThat(bands)
                .hasToString("ReasonsByBand[satisfied=" + bands.satisfied() + ", neutral=" + bands.neutral()
                        + ", dissatisfied=" + bands.dissatisfied() + "]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReasonsByBand.of(
                        WHY, Csat.TOP_TWO_OF_FIVE, List.of(new ReasonsByBand.Answer(6, List.of("price")))))
                .withMessage("rating must be in [1, 5], got 6");
    }

    @Test
    void refusesWhatIsNotInTheDefinition() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reasons.of(WHY, List.of(List.of("prize"))))
                .withMessage("reason must be one of [price, quality, service], got prize");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REASONS.share("none"))
                .withMessage("reason must be one of [price, quality, service], got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReasonDefinition.of())
                .withMessage("reasons must be 1 to 200, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReasonDefinition.of("a", "a"))
                .withMessage("reasons must all be different, got [a, a]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WHY.withNone("price"))
                .withMessage("none must not be one of the reasons [price, quality, service], got price");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REASONS.plus(Reasons.empty(ReasonDefinition.of("price"))))
                .withMessageStartingWith("definition must be ");
    }

    @Test
    void refusesCountsThatNoRespondentsHave() {
        ReasonDefinition two = ReasonDefinition.of("a", "b");
        long[] counts = new long[7];
        assertThat(Reasons.ofCounts(two, counts.clone())).isEqualTo(Reasons.empty(two));
        refused(two, new long[6], "counts must be 7 for 2 reasons, got 6");
        refused(two, new long[] {0, -1, 0, 0, 0, 0, 0}, "counts must not be negative, got -1 at index 1");
        refused(two, new long[] {0, 0, 0, 1, 2, 0, 0}, "named must not exceed respondents with a reason (1), got 2");
        refused(two, new long[] {0, 0, 0, 2, 2, 2, 1}, "together must not exceed named (1), got 2");
        long[] most = {0, 0, 0, Long.MAX_VALUE, 0, 0, 0};
        Reasons many = Reasons.ofCounts(two, most);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> many.plus(many));
    }

    private static void refused(ReasonDefinition definition, long[] counts, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reasons.ofCounts(definition, counts))
                .withMessage(message);
    }

    @Test
    void nothingChosenAndNoneChosenAreNotTheSame() {
        Reasons reasons = Reasons.of(WHY, Arrays.asList(List.of("none"), List.of()));
        assertThat(reasons.count()).isEqualTo(1);
        assertThat(reasons.none()).isEqualTo(Proportion.of(1, 1));
        assertThat(reasons.blank()).isEqualTo(1);
    }
}
