package io.cxmetrics.stat;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LogBucketsTest {

    /** Two bits: one bucket to each number below 8, then four to each doubling. */
    @Test
    void bucketsAreThoseCountedByHand() {
        long[] lows = {0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40};
        for (int index = 0; index < lows.length - 1; index++) {
            assertThat(LogBuckets.low(index, 2)).isEqualTo(lows[index]);
            assertThat(LogBuckets.span(index, 2)).isEqualTo(lows[index + 1] - lows[index] - 1);
            for (long number = lows[index]; number < lows[index + 1]; number++) {
                assertThat(LogBuckets.index(number, 2)).isEqualTo(index);
            }
        }
    }

    @Test
    void bucketsFollowOneAnotherToTheLastOfAll() {
        for (int bits = 1; bits <= 14; bits++) {
            long next = 0;
            for (int index = 0; index < LogBuckets.size(bits); index++) {
                assertThat(LogBuckets.low(index, bits)).isEqualTo(next);
                next += LogBuckets.span(index, bits) + 1;
            }
            assertThat(next).as("2^64").isZero();
            assertThat(LogBuckets.index(-1, bits)).isEqualTo(LogBuckets.size(bits) - 1);
        }
    }

    @Property
    void numberLiesInItsBucketAndNoBucketIsWide(@ForAll long number, @ForAll @IntRange(min = 1, max = 14) int bits) {
        int index = LogBuckets.index(number, bits);
        long low = LogBuckets.low(index, bits);
        long span = LogBuckets.span(index, bits);
        assertThat(Long.compareUnsigned(number - low, span)).isNotPositive();
        assertThat(Long.compareUnsigned(span, Long.divideUnsigned(low, 1L << bits)))
                .isNotPositive();
    }
}
