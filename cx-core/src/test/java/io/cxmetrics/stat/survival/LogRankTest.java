package io.cxmetrics.stat.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Numbers by numpy: sums over the times as the definition has them, chi-squared by the Moore-Penrose inverse, p by
 * scipy.
 */
class LogRankTest {

    private static final Offset<Double> NEAR = within(1e-12);

    private static final EventTimes A = EventTimes.ofLateEntry(
            new long[] {0, 0, 2, 3, 0}, new long[] {3, 7, 5, 9, 4}, new boolean[] {true, false, true, true, true});
    private static final EventTimes B = EventTimes.ofLateEntry(
            new long[] {4, 1, 5, 0, 6}, new long[] {8, 6, 10, 6, 12}, new boolean[] {false, true, true, true, false});
    private static final EventTimes C =
            EventTimes.ofLateEntry(new long[] {0, 2}, new long[] {2, 11}, new boolean[] {true, true});

    private static Map<Integer, EventTimes> groups(EventTimes... times) {
        Map<Integer, EventTimes> groups = new LinkedHashMap<>();
        for (EventTimes one : times) {
            groups.put(groups.size() + 1, one);
        }
        return groups;
    }

    @Test
    void knowsWhoEnteredLate() {
        LogRank<Integer> test = LogRank.of(A, B);
        assertThat(test.groups().get(0).observed()).isEqualTo(4);
        assertThat(test.groups().get(0).expected()).isCloseTo(2.8333333333333335, NEAR);
        assertThat(test.groups().get(1).expected()).isCloseTo(4.166666666666666, NEAR);
        assertThat(test.variance()[0][0]).isCloseTo(1.2722222222222221, NEAR);
        assertThat(test.variance()[0][1]).isCloseTo(-1.2722222222222221, NEAR);
        assertThat(test.chiSquared()).isCloseTo(1.069868995633187, NEAR);
        assertThat(test.degreesOfFreedom()).isEqualTo(1);
        assertThat(test.pValue()).isCloseTo(0.30097503845672774, NEAR);
        assertThat(test.groups()).extracting(LogRankGroup::count).containsExactly(5L, 5L);
        assertThat(test)
                .hasToString("LogRank[chiSquared=" + test.chiSquared() + ", degreesOfFreedom=1, pValue=" + test.pValue()
                        + "]");
    }

    @Test
    void weightsEarlyTimesMore() {
        LogRank<Integer> test = LogRank.of(groups(A, B), 1);
        assertThat(test.groups().get(0).observed()).isCloseTo(2.9135802469135808, NEAR);
        assertThat(test.groups().get(0).expected()).isCloseTo(2.083847736625515, NEAR);
        assertThat(test.variance()[1][1]).isCloseTo(0.6492576610103474, NEAR);
        assertThat(test.chiSquared()).isCloseTo(1.0603741472339183, NEAR);
        assertThat(test.pValue()).isCloseTo(0.3031298661690215, NEAR);
    }

    @Test
    void takesAnyNumberOfGroups() {
        LogRank<Integer> test = LogRank.of(groups(A, B, C));
        assertThat(test.groups().get(2).expected()).isCloseTo(1.9642857142857142, NEAR);
        assertThat(test.variance()[0][2]).isCloseTo(-0.43835034013605445, NEAR);
        assertThat(test.chiSquared()).isCloseTo(0.9128314988834051, NEAR);
        assertThat(test.degreesOfFreedom()).isEqualTo(2);
        assertThat(test.pValue()).isCloseTo(0.6335503841186414, NEAR);
    }

    /** Two pairs of groups that never met: each pair is a comparison of its own. */
    @Test
    void groupsThatNeverMeetAreNotCompared() {
        EventTimes a = EventTimes.ofEvents(1, 3).plus(EventTimes.ofCensored(4));
        EventTimes b = EventTimes.ofEvents(2, 2, 4);
        long[] ten = {10, 10, 10};
        EventTimes c = EventTimes.ofLateEntry(ten, new long[] {11, 13, 15}, new boolean[] {true, true, false});
        EventTimes d = EventTimes.ofLateEntry(ten, new long[] {12, 14, 16}, new boolean[] {true, false, true});
        LogRank<Integer> test = LogRank.of(groups(a, b, c, d));
        assertThat(test.chiSquared()).isCloseTo(0.6877185193406958, NEAR);
        assertThat(test.degreesOfFreedom()).isEqualTo(2);
        assertThat(test.pValue()).isCloseTo(0.7090287099620494, NEAR);
        assertThat(LogRank.of(a, c).pValue()).isNaN();
    }

    @Test
    void aGroupThatIsNeverAtRiskTellsNothing() {
        LogRank<Integer> two = LogRank.of(A, B);
        EventTimes goneBefore = EventTimes.ofCensored(1, 2);
        for (EventTimes more : List.of(EventTimes.EMPTY, goneBefore)) {
            LogRank<Integer> test = LogRank.of(groups(A, more, B));
            assertThat(test.chiSquared()).isCloseTo(two.chiSquared(), NEAR);
            assertThat(test.degreesOfFreedom()).isEqualTo(1);
            assertThat(test.groups().get(1).expected()).isZero();
        }
    }

    @Test
    void withoutEvidenceThereIsNoResult() {
        for (Map<Integer, EventTimes> none : List.of(
                groups(),
                groups(A),
                groups(EventTimes.EMPTY, EventTimes.EMPTY),
                groups(A, EventTimes.EMPTY),
                groups(EventTimes.ofCensored(3, 4), EventTimes.ofCensored(5)),
                groups(EventTimes.ofEvents(3), EventTimes.ofEvents(3)))) {
            LogRank<Integer> test = LogRank.of(none);
            assertThat(test.chiSquared()).isNaN();
            assertThat(test.pValue()).isNaN();
            assertThat(test.degreesOfFreedom()).isZero();
        }
        assertThat(LogRank.stratified(List.<Map<String, EventTimes>>of()).pValue())
                .isNaN();
    }

    @Test
    void strataMayLackGroups() {
        LogRank<Integer> test = LogRank.stratified(List.of(Map.of(1, A), Map.of(2, B), groups(A, B)));
        assertThat(test.chiSquared()).isCloseTo(1.069868995633187, NEAR);
        assertThat(test.groups()).extracting(LogRankGroup::count).containsExactlyInAnyOrder(10L, 10L);
    }

    /** Nothing cancels where one group is a trillion times the others. */
    @Test
    void groupsMayDifferInSizeByAnyAmount() {
        EventTimes large = EventTimes.ofCounts(
                new long[] {1, 2, 3},
                new long[] {400_000_000_000L, 300_000_000_000L, 0},
                new long[] {0, 0, 300_000_000_000L});
        LogRank<Integer> test = LogRank.of(
                groups(EventTimes.ofEvents(1).plus(EventTimes.ofCensored(3)), large, EventTimes.ofCensored(3), large));
        assertThat(test.degreesOfFreedom()).isEqualTo(3);
        assertThat(test.chiSquared()).isBetween(0.0, 4.0);
        LogRank<Integer> clear =
                LogRank.of(large, EventTimes.ofCounts(new long[] {3}, new long[1], new long[] {1_000_000_000_000L}));
        assertThat(clear.pValue()).isZero();
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogRank.of(groups(A, B), -0.5))
                .withMessage("rho must be finite and not negative, got -0.5");
    }

    @Test
    void whatIsReturnedIsACopy() {
        LogRank<Integer> test = LogRank.of(A, B);
        test.variance()[0][0] = 99;
        assertThat(test.variance()[0][0]).isCloseTo(1.2722222222222221, NEAR);
    }

    @Provide
    Arbitrary<EventTimes> times() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 8),
                        Arbitraries.longs().between(1, 9),
                        Arbitraries.of(true, false))
                .as((entry, length, event) -> EventTime.of(entry, entry + length, event))
                .list()
                .ofMaxSize(20)
                .map(list -> list.stream().collect(EventTimes.aggregation().toCollector()));
    }

    @Property(tries = 200)
    void aGroupDoesNotDifferFromItself(@ForAll("times") EventTimes times) {
        LogRank<Integer> test = LogRank.of(times, times);
        if (test.degreesOfFreedom() > 0) {
            assertThat(test.chiSquared()).isCloseTo(0, within(1e-20));
            assertThat(test.pValue()).isCloseTo(1, within(1e-9));
        }
    }

    @Property(tries = 200)
    void theOrderOfGroupsDoesNotMatter(
            @ForAll("times") EventTimes a, @ForAll("times") EventTimes b, @ForAll("times") EventTimes c) {
        LogRank<Integer> one = LogRank.of(groups(a, b, c));
        LogRank<Integer> other = LogRank.of(groups(c, a, b));
        assertThat(other.degreesOfFreedom()).isEqualTo(one.degreesOfFreedom());
        if (one.degreesOfFreedom() > 0) {
            assertThat(other.chiSquared()).isCloseTo(one.chiSquared(), within(1e-9));
            assertThat(one.pValue()).isBetween(0.0, 1.0);
        }
        assertThat(one.groups().stream().mapToDouble(LogRankGroup::observed).sum())
                .isCloseTo(
                        one.groups().stream()
                                .mapToDouble(LogRankGroup::expected)
                                .sum(),
                        within(1e-9));
    }
}
