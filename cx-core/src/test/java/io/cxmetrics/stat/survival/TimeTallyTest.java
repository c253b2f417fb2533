package io.cxmetrics.stat.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.internal.WordSort;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The tally against a map of counts, whether it is counted in a table or sorted, by comparison or by digits. */
class TimeTallyTest {

    /** Bounds of times: one table, tables of any size, and sorts of any number of digits up to all bits. */
    @Provide
    Arbitrary<Long> bounds() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 62).map(bit -> 1L << bit),
                Arbitraries.longs().between(0, 10_000),
                Arbitraries.just(Long.MAX_VALUE));
    }

    @Property(tries = 200)
    void countsEachTime(@ForAll("bounds") long bound, @ForAll @IntRange(max = 6_000) int count, @ForAll int seed) {
        Random random = new Random(seed);
        long[] times = new long[count];
        boolean[] event = new boolean[count];
        for (int i = 0; i < count; i++) {
            boolean tied = i > 0 && random.nextInt(4) == 0;
            times[i] = tied ? times[random.nextInt(i)] : (random.nextLong() >>> 1) % bound(bound);
            event[i] = random.nextBoolean();
        }
        assertCounted(times, event);
    }

    private static long bound(long bound) {
        return bound == Long.MAX_VALUE ? bound : bound + 1;
    }

    /** At the highest times there are, which take all bits of a word beside whether there was an event. */
    @Property(tries = 20)
    void countsTheHighestTimes(@ForAll @IntRange(min = 1, max = 5_000) int count) {
        long[] times = new long[count];
        boolean[] event = new boolean[count];
        for (int i = 0; i < count; i++) {
            times[i] = Long.MAX_VALUE - i % 7;
            event[i] = i % 3 == 0;
        }
        assertCounted(times, event);
    }

    private static void assertCounted(long[] times, boolean[] event) {
        long[] before = times.clone();
        Map<Long, long[]> plain = new TreeMap<>();
        for (int i = 0; i < times.length; i++) {
            plain.computeIfAbsent(times[i], time -> new long[2])[event[i] ? 0 : 1]++;
        }
        EventTimes tally = EventTimes.of(times, event);
        assertThat(tally.times())
                .isEqualTo(plain.keySet().stream().mapToLong(Long::longValue).toArray());
        assertThat(tally.eventsAt()).isEqualTo(column(plain, 0));
        assertThat(tally.censoredAt()).isEqualTo(column(plain, 1));
        assertThat(times).isEqualTo(before);
    }

    private static long[] column(Map<Long, long[]> plain, int which) {
        return plain.values().stream().mapToLong(counts -> counts[which]).toArray();
    }

    @Property(tries = 100)
    void refusesTheFirstThatIsNegative(
            @ForAll @IntRange(min = 1, max = 3_000) int count,
            @ForAll @IntRange(min = 0, max = 2_999) int where,
            @ForAll boolean far) {
        int at = where % count;
        long[] times = new long[count];
        Arrays.fill(times, far ? Long.MAX_VALUE : 3);
        Arrays.fill(times, at, count, Long.MIN_VALUE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTimes.of(times, new boolean[count]))
                .withMessage("time must not be negative, got " + Long.MIN_VALUE + " at index " + at);
    }

    @Property(tries = 100)
    void wordsAreSortedByTheirBits(
            @ForAll @IntRange(max = 5_000) int count,
            @ForAll @IntRange(max = 39) int from,
            @ForAll @IntRange(min = 1, max = 24) int bits,
            @ForAll int seed) {
        Random random = new Random(seed);
        long[] words = new long[count];
        Arrays.setAll(words, i -> random.nextLong() >>> (Long.SIZE - bits) << from);
        long[] plain = words.clone();
        Arrays.sort(plain);
        assertThat(WordSort.sorted(words, from, bits)).isEqualTo(plain);
    }
}
