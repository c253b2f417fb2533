package io.cxmetrics.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Arrays of codes, counted before they are judged, against the judgement of one code after the other. */
class ArrayScreeningPropertyTest {

    private static final int[] CODES = {
        -1,
        0,
        3,
        5,
        10,
        11,
        77,
        99,
        -99,
        127,
        -128,
        999,
        1034,
        1035,
        -1024,
        -1025,
        9999,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        Integer.MIN_VALUE + 1,
        Integer.MAX_VALUE - 1
    };

    private static final Screening TEN = Screening.on(RatingScale.ZERO_TO_TEN);

    @Provide
    Arbitrary<Screening> screenings() {
        return Arbitraries.of(
                TEN,
                TEN.withNoAnswer("-1"),
                TEN.withNoAnswer("99", "11.0", "Refused").withNotApplicable("3", "77"),
                TEN.withLabel("99", 10).withLabel("-99", 0).withLabel("top", 9),
                TEN.withNoAnswer("6.5", "10.5", "-0.5", "1033.5"),
                TEN.withNoAnswer("1034", "-1024").withNotApplicable("1035", "-1025"),
                TEN.withNoAnswer("2147483647", "-2147483648", "9999", "1e12", "-1e12")
                        .withLabel("9999.5", 1),
                Screening.on(RatingScale.of(-3, 3)).withNoAnswer("-128", "0"),
                Screening.on(RatingScale.of(Integer.MAX_VALUE - 1, Integer.MAX_VALUE))
                        .withNoAnswer("2147483648", "-1"),
                Screening.on(RatingScale.of(Integer.MIN_VALUE, Integer.MIN_VALUE + 1))
                        .withNotApplicable("2147483647"));
    }

    private static Screened oneByOne(Screening screening, int... codes) {
        long[] counts = new long[screening.scale().points()];
        long[] leftOut = new long[Exclusion.values().length];
        for (int code : codes) {
            Screening.Verdict verdict = screening.judge(code);
            if (verdict.reason() == null) {
                counts[verdict.rating() - screening.scale().min()]++;
            } else {
                leftOut[verdict.reason().index()]++;
            }
        }
        return new Screened(Ratings.ofCounts(screening.scale(), counts), Exclusions.ofCounts(leftOut));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void intsAreJudgedAsOneByOne(
            @ForAll("screenings") Screening screening,
            @ForAll @IntRange(min = 0, max = 300) int length,
            @ForAll @IntRange(min = 0, max = 100) int percentOfCodes,
            @ForAll long seed) {
        Random random = new Random(seed);
        int[] raw = random.ints(length)
                .map(any -> random.nextInt(100) < percentOfCodes
                        ? CODES[random.nextInt(CODES.length)]
                        : screening.scale().min()
                                + random.nextInt(screening.scale().points()))
                .toArray();
        assertThat(screening.screen(raw)).isEqualTo(oneByOne(screening, raw));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void bytesAreJudgedAsOneByOne(
            @ForAll("screenings") Screening screening,
            @ForAll @IntRange(min = 0, max = 300) int length,
            @ForAll long seed) {
        byte[] raw = new byte[length];
        new Random(seed).nextBytes(raw);
        int[] widened = new int[length];
        for (int i = 0; i < length; i++) {
            widened[i] = raw[i];
        }
        assertThat(screening.screen(raw)).isEqualTo(oneByOne(screening, widened));
        assertThat(screening.screen(widened)).isEqualTo(oneByOne(screening, widened));
    }

    @Test
    void everyByteAndEveryCodeIsJudgedAlone() {
        Screening screening =
                TEN.withNoAnswer("-1", "99").withNotApplicable("9999").withLabel("-128", 7);
        for (int value = -128; value < 128; value++) {
            assertThat(screening.screen(new byte[] {(byte) value})).isEqualTo(oneByOne(screening, value));
        }
        for (int code : CODES) {
            assertThat(screening.screen(code)).isEqualTo(oneByOne(screening, code));
        }
    }

    /** Counted by hand. */
    @Test
    void saysWhatIsMissingInACompactArray() {
        byte[] raw = {9, 10, -1, 3, 99, 7, 9, -1, 11, 0};
        Screened screened = TEN.withNoAnswer("-1").withNotApplicable("99").screen(raw);
        assertThat(Nps.from(screened.ratings())).isEqualTo(Nps.ofCounts(3, 1, 2));
        assertThat(screened.leftOut()).hasToString("Exclusions[NO_ANSWER=2, NOT_APPLICABLE=1, OUT_OF_SCALE=1]");
        assertThat(screened.total()).isEqualTo(raw.length);
    }
}
