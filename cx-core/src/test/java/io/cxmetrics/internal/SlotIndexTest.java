package io.cxmetrics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

/** The index against a look through all keys, with keys that crowd and keys that are far apart. */
class SlotIndexTest {

    @Provide
    Arbitrary<Set<Long>> keys() {
        Arbitrary<Long> crowded = Arbitraries.longs().between(-20, 20);
        Arbitrary<Long> spread = Arbitraries.longs().between(-6_000_000_000_000L, 14_000_000_000_000L);
        return Arbitraries.oneOf(crowded, spread).set().ofMinSize(1).ofMaxSize(60);
    }

    @Property(tries = 500)
    void findsTheLastKeyThatIsAtMostTheValue(
            @ForAll("keys") @NotEmpty Set<Long> set, @ForAll @IntRange(min = 1, max = 40) int slotsPerKey) {
        long[] keys = set.stream().mapToLong(Long::longValue).sorted().toArray();
        SlotIndex index = new SlotIndex(keys, slotsPerKey);
        for (long key : keys) {
            for (long value : new long[] {key - 1, key, key + 1, 2 * key, -key, 0}) {
                assertThat(index.floor(value)).isEqualTo(last(keys, value));
            }
        }
    }

    private static int last(long[] keys, long value) {
        int last = -1;
        for (int i = 0; i < keys.length; i++) {
            last = keys[i] <= value ? i : last;
        }
        return last;
    }
}
