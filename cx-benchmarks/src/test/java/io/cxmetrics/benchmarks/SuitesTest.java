package io.cxmetrics.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.benchmarks.duel.Contest;
import io.cxmetrics.benchmarks.duel.Suite;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever measures a smaller job than the rival's has a faster one. */
class SuitesTest {

    static Iterable<Class<? extends Suite>> suites() {
        return Duels.SUITES;
    }

    @ParameterizedTest
    @MethodSource("suites")
    void allWaysComeToTheSameAnswer(Class<? extends Suite> suite) throws Throwable {
        Contest contest = new Contest(suite);
        for (Map<String, String> variant : contest.variants()) {
            for (int rows : new int[] {1, 1_000, 10_007}) {
                assertThat(contest.disagreeing(variant, rows))
                        .as(contest.title(variant) + ", rows " + rows)
                        .isEmpty();
            }
        }
    }
}
