package io.cxmetrics.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Spans against sets of single milliseconds. */
class SpansTest {

    private static final int LENGTH = 400;

    @Provide
    Arbitrary<List<int[]>> pairs() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, LENGTH),
                        Arbitraries.integers().between(-2, 12))
                .as((start, length) -> new int[] {start, Math.min(start + length, LENGTH)})
                .list()
                .ofMaxSize(120);
    }

    @Property(tries = 500)
    void addSubtractAndUniteAsSetsDo(@ForAll("pairs") List<int[]> some, @ForAll("pairs") List<int[]> more) {
        assertSame(spans(some), bits(some));
        BitSet left = bits(some);
        left.andNot(bits(more));
        assertSame(spans(some).minus(spans(more)), left);
        BitSet all = bits(some);
        all.or(bits(more));
        assertSame(spans(some).plus(spans(more)), all);
    }

    private static Spans spans(List<int[]> pairs) {
        Spans spans = new Spans();
        pairs.forEach(pair -> spans.add(pair[0], pair[1]));
        return spans;
    }

    private static BitSet bits(List<int[]> pairs) {
        BitSet bits = new BitSet(LENGTH);
        pairs.stream().filter(pair -> pair[0] < pair[1]).forEach(pair -> bits.set(pair[0], pair[1]));
        return bits;
    }

    /** The same milliseconds, in as few spans as there are runs of them. */
    private static void assertSame(Spans spans, BitSet expected) {
        int i = 0;
        for (int start = expected.nextSetBit(0);
                start >= 0;
                start = expected.nextSetBit(expected.nextClearBit(start))) {
            assertThat(i).isLessThan(spans.size());
            assertThat(spans.start(i)).isEqualTo(start);
            assertThat(spans.end(i)).isEqualTo(expected.nextClearBit(start));
            i++;
        }
        assertThat(spans.size()).isEqualTo(i);
    }
}
