package io.cxmetrics.compare.retention;

import static io.cxmetrics.compare.retention.ContactState.CONTACTED;
import static io.cxmetrics.compare.retention.ContactState.NOT_YET_CONTACTED;
import static io.cxmetrics.compare.retention.RetentionComparison.NEVER;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.partitioningBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.survival.EventTimes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetentionComparisonTest {

    private static final EventTimes MONTHLY =
            EventTimes.of(new long[] {1, 2, 4, 6}, new boolean[] {true, true, true, false});
    private static final EventTimes YEARLY =
            EventTimes.of(new long[] {3, 8, 9, 9}, new boolean[] {true, false, false, false});
    private static final RetentionComparison<String> PLANS =
            RetentionComparison.of(new TreeMap<>(Map.of("monthly", MONTHLY, "yearly", YEARLY)));

    /** By hand: both lose quarters, with se sqrt(3)/8 each; the areas are 1 + .75 + 1 + .5 and 3 + 3 * .75. */
    @Test
    void saysWhetherAndByHowMuch() {
        Difference share = PLANS.retentionDifference("yearly", "monthly", 6);
        assertThat(share.estimate()).isEqualTo(0.5);
        assertThat(share.standardError()).isCloseTo(Math.sqrt(6) / 8, within(1e-12));
        assertThat(share.interval(0.95).low()).isCloseTo(0.5 - 1.959963984540054 * Math.sqrt(6) / 8, within(1e-12));
        Difference mean = PLANS.restrictedMeanDifference("yearly", "monthly", 6);
        assertThat(mean.estimate()).isCloseTo(5.25 - 3.25, within(1e-12));
        // sqrt(2.25^2 / 12 + 2.25^2 / 12 + 1.5^2 / 6 + .5^2 / 2), each area^2 times events / (at risk * left)
        assertThat(mean.standardError()).isCloseTo(1.159202311936963, within(1e-12));
        assertThat(PLANS.logRank().pValue()).isCloseTo(0.171393237727471, within(1e-12));
        assertThat(PLANS.logRank().groups().get(0).expected()).isCloseTo(1.6619047619047618, within(1e-12));
        assertThat(PLANS.curve("monthly")).isEqualTo(MONTHLY.curve());
        assertThat(PLANS.groups()).containsOnlyKeys("monthly", "yearly").containsEntry("yearly", YEARLY);
        assertThat(PLANS)
                .hasToString("RetentionComparison[groups=[monthly, yearly], pValue="
                        + PLANS.logRank().pValue() + "]");
    }

    @Test
    void beyondWhatWasSeenThereIsNoDifference() {
        assertThat(PLANS.retentionDifference("yearly", "monthly", 7).estimate()).isNaN();
        assertThat(PLANS.retentionDifference("yearly", "monthly", 7).interval(0.95))
                .isEqualTo(Interval.UNDEFINED);
        assertThat(PLANS.restrictedMeanDifference("yearly", "monthly", 7).estimate())
                .isNaN();
        RetentionComparison<Integer> none = RetentionComparison.of(Map.of(1, EventTimes.EMPTY));
        assertThat(none.logRank().pValue()).isNaN();
        assertThat(none.pairs()).isEmpty();
        assertThat(RetentionComparison.of(Map.of()).groups()).isEmpty();
    }

    @Test
    void everyPairIsTestedAndAdjusted() {
        assertThat(PLANS.pairs()).hasSize(1);
        assertThat(PLANS.pairs().get(0).adjustedPValue())
                .isEqualTo(PLANS.logRank().pValue());
        RetentionComparison<String> three = RetentionComparison.of(
                new TreeMap<>(Map.of("a", MONTHLY, "b", YEARLY, "c", EventTimes.ofCensored(9, 9, 9))));
        assertThat(three.pairs()).extracting(RetentionPair::first).containsExactly("a", "a", "b");
        assertThat(three.pairs()).extracting(RetentionPair::second).containsExactly("b", "c", "c");
        assertThat(three.pairs().get(0).pValue()).isCloseTo(0.171393237727471, within(1e-12));
        double smallest =
                three.pairs().stream().mapToDouble(RetentionPair::pValue).min().orElseThrow();
        assertThat(three.pairs().stream()
                        .mapToDouble(RetentionPair::adjustedPValue)
                        .min())
                .hasValue(3 * smallest);
    }

    @Test
    void eachMomentCountsForTheStateItWasSpentIn() {
        RetentionComparison<ContactState> comparison = RetentionComparison.byContact(
                new long[] {2, 9, 12, 7, 5, 0, 0},
                new boolean[] {true, true, false, true, true, false, true},
                new long[] {NEVER, 5, 0, 7, NEVER, NEVER, 0});
        assertThat(comparison.times(NOT_YET_CONTACTED))
                .as("never, until 5, leaving when contacting, never, never")
                .isEqualTo(EventTimes.of(new long[] {2, 5, 7, 5, 0}, new boolean[] {true, false, true, true, false}));
        assertThat(comparison.times(CONTACTED))
                .as("from 5 to 9, from the start, at the start")
                .isEqualTo(EventTimes.ofLateEntry(
                        new long[] {5, 0, 0}, new long[] {9, 12, 0}, new boolean[] {true, false, true}));
    }

    /** 2,000 customers whose lifetimes and contacts know nothing of each other. */
    private static final class Customers {
        final long[] tenure = new long[2_000];
        final boolean[] left = new boolean[tenure.length];
        final long[] contactedAt = new long[tenure.length];

        Customers(long seed) {
            Random random = new Random(seed);
            for (int i = 0; i < tenure.length; i++) {
                long life = exponential(random, 400);
                long contact = exponential(random, 300);
                tenure[i] = Math.min(life, 730);
                left[i] = life <= 730;
                contactedAt[i] = contact < tenure[i] ? contact : NEVER;
            }
        }

        private static long exponential(Random random, double mean) {
            return (long) Math.ceil(-mean * Math.log1p(-random.nextDouble()));
        }

        /** What must not be done: the groups are known by what came later. */
        RetentionComparison<String> everOrNever() {
            Map<Boolean, EventTimes> contacted = IntStream.range(0, tenure.length)
                    .boxed()
                    .collect(partitioningBy(
                            i -> contactedAt[i] != NEVER, EventTimes.toEventTimes(i -> tenure[i], i -> left[i])));
            EventTimes ever = requireNonNull(contacted.get(true));
            EventTimes never = requireNonNull(contacted.get(false));
            return RetentionComparison.of(Map.of("ever", ever, "never", never));
        }

        RetentionComparison<ContactState> byContact() {
            return RetentionComparison.byContact(tenure, left, contactedAt);
        }
    }

    @Test
    void whoContactedDidNotStayLongerForIt() {
        Customers customers = new Customers(20_260_301);
        RetentionComparison<String> naive = customers.everOrNever();
        assertThat(naive.retentionDifference("ever", "never", 365)
                        .interval(0.999)
                        .low())
                .as("who ever contacted support seems to stay much longer")
                .isGreaterThan(0.1);
        assertThat(naive.logRank().pValue()).isLessThan(1e-3);
        RetentionComparison<ContactState> fair = customers.byContact();
        assertThat(fair.logRank().pValue()).isGreaterThan(0.05);
        // A lifetime of 400 days on average is a rate of 1 in 400 in either state.
        assertThat(fair.times(NOT_YET_CONTACTED).hazard(0, 731).interval(0.99).contains(1 / 400.0))
                .isTrue();
        assertThat(fair.times(CONTACTED).hazard(0, 731).interval(0.99).contains(1 / 400.0))
                .isTrue();
    }

    /** A test at 5 % finds what is not there 5 times of 100; 200 times the binomial has 2 to 20 with 99.9 %. */
    @Test
    void theTestIsWrongAsOftenAsItSays() {
        long found = 0;
        for (int seed = 0; seed < 200; seed++) {
            found += new Customers(seed).byContact().logRank().pValue() < 0.05 ? 1 : 0;
        }
        assertThat(found).isBetween(2L, 20L);
    }

    @Test
    void aComparisonTravels() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(PLANS);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            RetentionComparison<?> copy = (RetentionComparison<?>) in.readObject();
            assertThat(copy).hasToString(PLANS.toString());
            assertThat(copy.pairs()).hasToString(PLANS.pairs().toString());
        }
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLANS.curve("weekly"))
                .withMessage("group must be one of [monthly, yearly], got weekly");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLANS.retentionDifference("yearly", "monthly", -1))
                .withMessage("time must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionComparison.byContact(new long[2], new boolean[1], new long[3]))
                .withMessage("left and contactedAt must have as many as tenure (2), got 1 and 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionComparison.byContact(new long[] {-4}, new boolean[1], new long[] {NEVER}))
                .withMessage("tenure must not be negative, got -4 at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionComparison.byContact(new long[] {4}, new boolean[1], new long[] {5}))
                .withMessage("contactedAt must be -1 for never, or in [0, tenure 4], got 5 at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionComparison.byContact(new long[] {4}, new boolean[1], new long[] {-2}))
                .withMessage("contactedAt must be -1 for never, or in [0, tenure 4], got -2 at index 0");
    }
}
