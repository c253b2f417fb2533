package io.cxmetrics.retention.activity;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityLogTest {

    private static final Comparator<Activity<String>> ORDER =
            Comparator.<Activity<String>, Instant>comparing(Activity::at).thenComparingLong(Activity::amount);

    /** From 1 to more than half of all activities an actor, many at the same millisecond. */
    private static List<Activity<String>> activities(int n) {
        Random random = new Random(7);
        return IntStream.range(0, n)
                .mapToObj(i -> Activity.of(
                        "actor " + (int) (50 * Math.pow(random.nextDouble(), 6)),
                        Instant.ofEpochMilli(random.nextInt(n)),
                        random.nextInt(5) - 2L))
                .toList();
    }

    /** A number for each time and amount, in their order. */
    private static long place(long time, long amount) {
        return 5 * time + amount + 2;
    }

    private static void holds(ActivityLog<String> log, List<Activity<String>> activities) {
        assertThat(log.count()).isEqualTo(activities.size());
        activities.stream().collect(groupingBy(Activity::actor)).forEach((actor, own) -> {
            ActorHistory history = Objects.requireNonNull(log.histories().get(actor));
            long[] held = IntStream.range(0, history.count())
                    .mapToLong(i -> place(history.millis(i), history.amount(i)))
                    .toArray();
            long[] given = own.stream()
                    .mapToLong(activity -> place(activity.at().toEpochMilli(), activity.amount()))
                    .sorted()
                    .toArray();
            assertThat(Arrays.equals(held, given)).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 17, 500, 140_000})
    void holdsEachActivityInOrder(int n) {
        List<Activity<String>> activities = activities(n);
        holds(activities.stream().collect(ActivityLog.toActivityLog()), activities);
        holds(activities.parallelStream().collect(ActivityLog.toActivityLog()), activities);
    }

    /** Each group is the log of its own activities, and who is in no group is in none of the logs. */
    @Test
    void isSplitByActor() {
        List<Activity<String>> activities = activities(500);
        Map<Integer, ActivityLog<String>> groups =
                ActivityLog.of(activities).groupedBy(actor -> actor.equals("actor 0") ? null : actor.length());
        Map<Integer, List<Activity<String>>> expected = activities.stream()
                .filter(activity -> !activity.actor().equals("actor 0"))
                .collect(groupingBy(activity -> activity.actor().length()));
        assertThat(groups.keySet()).isEqualTo(expected.keySet()).hasSize(2);
        expected.forEach((length, own) -> assertThat(groups).containsEntry(length, ActivityLog.of(own)));
    }

    @Test
    void theOrderOfAddingNeverMatters() {
        List<Activity<String>> activities = new ArrayList<>(activities(5000));
        ActivityLog<String> log = activities.stream().collect(ActivityLog.toActivityLog());
        activities.sort(ORDER);
        assertThat(activities.stream().collect(ActivityLog.<String>toActivityLog()))
                .isEqualTo(log);
        Collections.reverse(activities);
        assertThat(activities.stream().collect(ActivityLog.<String>toActivityLog()))
                .isEqualTo(log);
        ActivityLog<String> late = activities.subList(0, 2000).stream().collect(ActivityLog.toActivityLog());
        ActivityLog<String> early = activities.subList(2000, 5000).stream().collect(ActivityLog.toActivityLog());
        assertThat(late.plus(early)).isEqualTo(log);
        assertThat(early.plus(late)).isEqualTo(log);
    }

    @Test
    void actorsWithoutAmountsAreEqualWhateverOthersHave() {
        Activity<String> visit = Activity.of("ann", Instant.EPOCH);
        ActivityLog<String> both =
                Stream.of(Activity.of("bob", Instant.EPOCH, 5), visit).collect(ActivityLog.toActivityLog());
        ActivityLog<String> alone = Stream.of(visit).collect(ActivityLog.toActivityLog());
        assertThat(both.histories().get("ann")).isEqualTo(alone.histories().get("ann"));
        assertThat(both.histories().get("ann")).matches(ann -> !ann.hasAmounts());
    }

    @Test
    @SuppressWarnings("NullAway")
    void whatIsMissingOrOutOfRangeIsNamed() {
        Collector<Object[], ?, ActivityLog<Object>> collector =
                ActivityLog.toActivityLog(row -> row[0], row -> (Instant) row[1], row -> 0);
        assertThatNullPointerException()
                .isThrownBy(() ->
                        Stream.<Object[]>of(new Object[] {null, Instant.EPOCH}).collect(collector))
                .withMessage("actor");
        assertThatNullPointerException()
                .isThrownBy(
                        () -> Stream.<Object[]>of(new Object[] {"ann", null}).collect(collector))
                .withMessage("at");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(Activity.of("ann", Instant.MAX)).collect(ActivityLog.toActivityLog()))
                .withMessage(
                        "at must be within a long of milliseconds of 1970, got +1000000000-12-31T23:59:59.999999999Z");
    }
}
