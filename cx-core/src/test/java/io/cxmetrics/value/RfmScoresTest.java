package io.cxmetrics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RfmScoresTest {

    /** Seven customers, of whom six bought once; NTILE(3) makes groups of 3, 2 and 2. */
    private static final Map<Integer, RfmValues> SEVEN = Map.of(
            1, new RfmValues(70, 1, 10),
            2, new RfmValues(60, 1, 20),
            3, new RfmValues(50, 1, 30),
            4, new RfmValues(40, 4, 40),
            5, new RfmValues(30, 1, 50),
            6, new RfmValues(20, 1, 60),
            7, new RfmValues(10, 1, 70));

    @Test
    void tilesAreThoseOfSql() {
        assertThat(RfmScores.ntile(SEVEN, 3).scores())
                .isEqualTo(Map.of(
                        1, new RfmScore(1, 1, 1),
                        2, new RfmScore(1, 1, 1),
                        3, new RfmScore(1, 1, 1),
                        4, new RfmScore(2, 3, 2),
                        5, new RfmScore(2, 2, 2),
                        6, new RfmScore(3, 2, 3),
                        7, new RfmScore(3, 3, 3)));
    }

    @Test
    void tiesAreBrokenInTheOrderOfTheCaller() {
        assertThat(RfmScores.ntile(SEVEN, 3, Comparator.<Integer>reverseOrder()).scores())
                .containsEntry(7, new RfmScore(3, 1, 3))
                .containsEntry(1, new RfmScore(1, 3, 1))
                .containsEntry(4, new RfmScore(2, 3, 2));
    }

    @Test
    void fewerCustomersThanTilesHaveTheLowest() {
        assertThat(RfmScores.ntile(Map.of("ann", new RfmValues(9, 1, 1), "bob", new RfmValues(5, 2, 0)), 5)
                        .scores())
                .isEqualTo(Map.of("ann", new RfmScore(1, 1, 2), "bob", new RfmScore(2, 2, 1)));
    }

    @Test
    void nobodyHasNoScores() {
        RfmScores<String> nobody = RfmScores.ntile(Map.<String, RfmValues>of(), 5);
        assertThat(nobody.cells()).isEmpty();
        assertThat(nobody.count()).isZero();
        assertThat(nobody.groupedBy(RfmSegment::of)).isEmpty();
        assertThat(nobody).hasToString("RfmScores[0 customers]");
    }

    @Test
    void tilesAreAFew() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmScores.ntile(SEVEN, 10))
                .withMessage("tiles must be in [2, 9], got 10");
    }

    @Test
    void cellsAndGroupsCountEachCustomer() {
        Map<String, RfmScore> given = new LinkedHashMap<>();
        given.put("ann", new RfmScore(5, 5, 1));
        given.put("bob", new RfmScore(1, 1, 5));
        given.put("cid", new RfmScore(5, 5, 1));
        RfmScores<String> scores = new RfmScores<>(given);
        given.clear();
        assertThat(scores.cells()).isEqualTo(Map.of("551", 2L, "115", 1L));
        assertThat(scores.groupedBy(RfmSegment::of))
                .isEqualTo(Map.of(RfmSegment.CHAMPIONS, List.of("ann", "cid"), RfmSegment.LOST, List.of("bob")));
        assertThat(scores.groupedBy(score -> score.monetary() > 3 ? "big" : "small"))
                .isEqualTo(Map.of("small", List.of("ann", "cid"), "big", List.of("bob")));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> scores.scores().clear());
    }

    /** The documented map, row by row. */
    @ParameterizedTest
    @CsvSource({
        "5, NEW, POTENTIAL_LOYALISTS, POTENTIAL_LOYALISTS, CHAMPIONS, CHAMPIONS",
        "4, PROMISING, POTENTIAL_LOYALISTS, POTENTIAL_LOYALISTS, LOYAL, LOYAL",
        "3, ABOUT_TO_SLEEP, ABOUT_TO_SLEEP, NEED_ATTENTION, LOYAL, LOYAL",
        "2, HIBERNATING, HIBERNATING, AT_RISK, AT_RISK, CANNOT_LOSE_THEM",
        "1, LOST, LOST, AT_RISK, AT_RISK, CANNOT_LOSE_THEM"
    })
    void everyPairOfScoresHasASegment(
            int recency, RfmSegment one, RfmSegment two, RfmSegment three, RfmSegment four, RfmSegment five) {
        List<RfmSegment> row = List.of(one, two, three, four, five);
        for (int frequency = 1; frequency <= 5; frequency++) {
            for (int monetary = 1; monetary <= 9; monetary++) {
                assertThat(RfmSegment.of(new RfmScore(recency, frequency, monetary)))
                        .isEqualTo(row.get(frequency - 1));
            }
        }
    }

    @Test
    void segmentsAreOfFiveScores() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmSegment.of(new RfmScore(6, 1, 1)))
                .withMessage("recency score must be in [1, 5], got 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmSegment.of(new RfmScore(1, 6, 1)))
                .withMessage("frequency score must be in [1, 5], got 6");
    }
}
