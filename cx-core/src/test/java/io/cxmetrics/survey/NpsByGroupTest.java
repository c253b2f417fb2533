package io.cxmetrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpsByGroupTest {

    private static final byte[] RATINGS = {9, 10, 3, 7, 0, 6};
    private static final int[] GROUP = {0, 2, 2, 0, 3, 3};

    /** Up to 65,536 groups are counted in long words, more in short ones. */
    private static final int MANY = (1 << 16) + 1;

    @Test
    void everyGroupHasItsOwn() {
        NpsByGroup groups = NpsByGroup.of(5, GROUP, RATINGS);
        assertThat(groups.nps(0)).isEqualTo(Nps.ofCounts(1, 1, 0));
        assertThat(groups.nps(1)).isEqualTo(Nps.EMPTY);
        assertThat(groups.nps(2)).isEqualTo(Nps.ofCounts(1, 0, 1));
        assertThat(groups.nps(3)).isEqualTo(Nps.ofCounts(0, 0, 2));
        assertThat(groups.nps(4)).isEqualTo(Nps.EMPTY);
        assertThat(groups.nps(99)).isEqualTo(Nps.EMPTY);
        assertThat(groups.groups()).isEqualTo(5);
        assertThat(groups.total()).isEqualTo(Nps.of(RATINGS));
        assertThat(groups)
                .hasToString("NpsByGroup[groups=5, total=Nps[promoters=2, passives=1, detractors=3]]")
                .isNotEqualTo(NpsByGroup.of(4, GROUP, RATINGS));
        assertThat(NpsByGroup.EMPTY).hasToString("NpsByGroup[groups=0, total=Nps[no answers]]");
    }

    @Test
    void collectionsRefuseWhatColumnsRefuse() {
        NpsByGroup two = NpsByGroup.of(2, List.of(new NpsByGroup.GroupRating(1, 9), new NpsByGroup.GroupRating(1, 6)));
        assertThat(two.nps(1)).isEqualTo(Nps.ofCounts(1, 0, 1));
        assertThat(two.count()).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpsByGroup.of(2, List.of(new NpsByGroup.GroupRating(2, 9))))
                .withMessage("group must be in [0, 2), got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NpsByGroup.GroupRating(-1, 9))
                .withMessage("group must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NpsByGroup.GroupRating(0, 11))
                .withMessage("rating must be in [0, 10], got 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpsByGroup.aggregation(-1))
                .withMessageStartingWith("groups must be in [0, ");
    }

    @Test
    void partIsThatPartAlone() {
        assertThat(NpsByGroup.ofRange(4, GROUP, RATINGS, 1, 3))
                .isEqualTo(NpsByGroup.of(4, new int[] {2, 2}, new byte[] {10, 3}));
        assertThat(NpsByGroup.ofRange(0, GROUP, RATINGS, 6, 6)).isEqualTo(NpsByGroup.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000, MANY})
    void everyLengthIsThatOfEveryGroupAlone(int groups) {
        SplittableRandom random = new SplittableRandom(groups);
        for (int length = 0; length <= 300; length++) {
            int few = Math.min(groups, 5);
            int[] group = random.ints(length, 0, few).map(g -> groups - 1 - g).toArray();
            byte[] ratings = ratings(random, length);
            NpsByGroup counted = NpsByGroup.of(groups, group, ratings);
            assertThat(counted.groups()).isEqualTo(groups);
            assertThat(counted.total()).isEqualTo(Nps.of(ratings));
            for (int g = groups - few; g < groups; g++) {
                assertThat(counted.nps(g)).isEqualTo(alone(g, group, ratings));
            }
        }
    }

    private static Nps alone(int wanted, int[] group, byte[] ratings) {
        return Nps.of(IntStream.range(0, group.length)
                .filter(i -> group[i] == wanted)
                .map(i -> ratings[i])
                .toArray());
    }

    private static byte[] ratings(SplittableRandom random, int length) {
        byte[] ratings = new byte[length];
        for (int i = 0; i < length; i++) {
            ratings[i] = (byte) random.nextInt(11);
        }
        return ratings;
    }

    /** 2^20 answers of a kind fill a long word, and 2^9 a short one. */
    @ParameterizedTest
    @ValueSource(ints = {2, MANY})
    void fullWordsAreEmptiedAndGoOn(int groups) {
        for (byte rating : new byte[] {0, 8, 10}) {
            byte[] ratings = new byte[(2 << 20) + 3];
            Arrays.fill(ratings, rating);
            int[] group = new int[ratings.length];
            group[5] = 1;
            Nps most = Nps.ofCounts(rating == 10 ? 1 : 0, rating == 8 ? 1 : 0, rating == 0 ? 1 : 0);
            NpsByGroup counted = NpsByGroup.of(groups, group, ratings);
            assertThat(counted.nps(1)).isEqualTo(most);
            assertThat(counted.nps(0).count()).isEqualTo((2 << 20) + 2);
            assertThat(counted.nps(0).score()).isEqualTo(most.score());
        }
        SplittableRandom random = new SplittableRandom(3);
        byte[] ratings = ratings(random, 3_000_000);
        assertThat(NpsByGroup.of(groups, new int[ratings.length], ratings).nps(0))
                .isEqualTo(Nps.of(ratings));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, MANY})
    void everyByteThatIsNoRatingIsRefused(int groups) {
        for (int value = -128; value < 128; value++) {
            byte[] ratings = {10, (byte) value};
            int[] group = {2, 2};
            if (value >= 0 && value <= 10) {
                assertThat(NpsByGroup.of(groups, group, ratings).nps(2)).isEqualTo(Nps.of(ratings));
            } else {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> NpsByGroup.of(groups, group, ratings))
                        .withMessage("rating must be in [0, 10], got " + value + " at index 1");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, MANY})
    void wrongOneIsReportedWithItsIndexWhereverItStands(int groups) {
        for (int wrong = 0; wrong < 40; wrong++) {
            byte[] ratings = new byte[40];
            ratings[39] = 99; // a later one stays unnamed
            ratings[wrong] = 11;
            int[] group = new int[40];
            int from = wrong / 2;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NpsByGroup.ofRange(groups, group, ratings, from, 40))
                    .withMessage("rating must be in [0, 10], got 11 at index " + wrong);
            group[39] = -9;
            group[wrong] = wrong % 2 == 0 ? groups : Integer.MIN_VALUE;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NpsByGroup.ofRange(groups, group, ratings, from, 40))
                    .withMessage("group must be in [0, " + groups + "), got " + group[wrong] + " at index " + wrong);
        }
    }

    @Test
    void keysComeInTheOrderInWhichTheyAreSeen() {
        String[] keys = {"web", "app", "app", "web", "shop", "shop"};
        Map<String, Nps> byKey = NpsByGroup.byKey(keys, RATINGS);
        assertThat(byKey)
                .containsExactly(
                        Map.entry("web", Nps.ofCounts(1, 1, 0)),
                        Map.entry("app", Nps.ofCounts(1, 0, 1)),
                        Map.entry("shop", Nps.ofCounts(0, 0, 2)));
        assertThat(NpsByGroup.byKey(List.of(keys), RATINGS)).isEqualTo(byKey);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(byKey::clear);
        assertThat(NpsByGroup.byKey(new String[0], new byte[0])).isEmpty();
    }

    /** 100,000 keys pass the limit between long words and short ones on the way. */
    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 3000, 100_000})
    void mapIsThatOfTheLoopItReplaces(int groups) {
        SplittableRandom random = new SplittableRandom(groups);
        int answers = 300_000;
        byte[] ratings = ratings(random, answers);
        String[] keys = new String[answers];
        Map<String, long[]> expected = new LinkedHashMap<>();
        for (int i = 0; i < answers; i++) {
            keys[i] = "segment-" + random.nextInt(groups);
            long[] counts = expected.computeIfAbsent(keys[i], any -> new long[3]);
            counts[ratings[i] >= 9 ? 0 : ratings[i] >= 7 ? 1 : 2]++;
        }
        Map<String, Nps> byKey = NpsByGroup.byKey(keys, ratings);
        assertThat(List.copyOf(byKey.keySet())).isEqualTo(List.copyOf(expected.keySet()));
        expected.forEach(
                (key, counts) -> assertThat(byKey).containsEntry(key, Nps.ofCounts(counts[0], counts[1], counts[2])));
    }

    @Test
    void wrongRatingOfAKeyIsReportedWithItsIndex() {
        String[] keys = new String[3000];
        Arrays.fill(keys, "a");
        for (int wrong : new int[] {0, 1, 1023, 1024, 2047, 2999}) {
            byte[] ratings = new byte[3000];
            ratings[wrong] = -1;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NpsByGroup.byKey(keys, ratings))
                    .withMessage("rating must be in [0, 10], got -1 at index " + wrong);
        }
    }

    @Test
    void groupsOfMoreRowsGoOn() {
        NpsByGroup sum = NpsByGroup.of(1, new int[1], new byte[1]).plus(NpsByGroup.of(4, GROUP, RATINGS));
        assertThat(sum.groups()).isEqualTo(4);
        assertThat(sum.nps(0)).isEqualTo(Nps.ofCounts(1, 1, 1));
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesBadArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpsByGroup.of(3, new int[2], new byte[1]))
                .withMessage("group must have as many as ratings (1), got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpsByGroup.byKey(new String[2], new byte[3]))
                .withMessage("keys must have as many as ratings (3), got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpsByGroup.of(-1, new int[0], new byte[0]))
                .withMessage("groups must be in [0, 536870911], got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpsByGroup.EMPTY.nps(-1))
                .withMessage("group must not be negative, got -1");
        assertThatNullPointerException()
                .isThrownBy(() -> NpsByGroup.byKey(new String[] {null}, new byte[1]))
                .withMessage("key");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> NpsByGroup.ofRange(1, new int[3], new byte[3], 2, 4));
    }
}
