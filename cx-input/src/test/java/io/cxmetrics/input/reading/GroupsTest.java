package io.cxmetrics.input.reading;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.input.LeftOut;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.Tables;
import io.cxmetrics.input.field.Dates;
import io.cxmetrics.input.field.Scores;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Screening;
import io.cxmetrics.time.CalendarPeriod;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GroupsTest {

    private static final Reading<Integer> NPS =
            Reading.of(Field.required("nps", Scores.on(Screening.on(RatingScale.ZERO_TO_TEN))));

    @Test
    void aTableIsSplitByLabelsAndPeriod() {
        String text = """
                nps,plan,area,at
                9,gold,EU,2026-01-31T23:30:00-05:00
                10,gold,EU,2026-03-01
                3,free,EU,
                x,gold,US,2026-03-02
                8,(not set),US,soon
                """;
        Grouping grouping = Grouping.by("plan", "area").over("at", Dates.ISO, CalendarPeriod.MONTH, ZoneOffset.UTC);
        Outcome<Groups<Nps>> outcome = grouping.fold(NPS, Tables.of(text), Nps.aggregation());
        Groups<Nps> groups = outcome.result();
        assertThat(groups.byLabels().keySet())
                .containsExactly(
                        Labels.of("", "US"), Labels.of("free", "EU"), Labels.of("gold", "EU"), Labels.of("gold", "US"));
        assertThat(groups.all().total().summary()).isEqualTo(Nps.of(9, 10, 3, 8));
        assertThat(groups.all().total().rows())
                .isEqualTo(5)
                .isEqualTo(outcome.accounting().rows());
        assertThat(groups.all().periods().keySet())
                .containsExactly("(invalid date)", "(no date)", "2026-02", "2026-03");
        Groups.Group<Nps> gold = groups.group(Labels.of("gold", "EU"));
        assertThat(gold.periods().keySet()).isEqualTo(groups.all().periods().keySet());
        assertThat(period(gold, "2026-02")).isEqualTo(Nps.of(9));
        assertThat(period(gold, Grouping.INVALID_DATE)).isEqualTo(Nps.EMPTY);
        Groups.Part<Nps> us = groups.group(Labels.of("gold", "US")).total();
        assertThat(us.used()).isZero();
        assertThat(us.leftOut()).hasToString("not_a_number 1");
        assertThatThrownBy(() -> groups.group(Labels.of("x"))).hasMessage("labels must be those of a group, got [x]");
    }

    private static Nps period(Groups.Group<Nps> group, String label) {
        return requireNonNull(group.periods().get(label)).summary();
    }

    @Test
    void withoutLabelsThereIsOneGroup() {
        Groups<Nps> groups = Grouping.by()
                .fold(NPS, Tables.of("nps\n9\n3\n"), Nps.aggregation())
                .result();
        assertThat(groups.byLabels().keySet()).containsExactly(Labels.ALL);
        assertThat(groups.all().periods()).isEmpty();
        assertThat(groups.all().total().summary()).isEqualTo(Nps.of(9, 3));
        assertThat(Groups.<Integer, Object, Nps>buffer(cast())
                        .groups()
                        .all()
                        .total()
                        .summary())
                .isEqualTo(Nps.EMPTY);
    }

    @SuppressWarnings("unchecked")
    private static <S> io.cxmetrics.Aggregation<Integer, S, Nps> cast() {
        return (io.cxmetrics.Aggregation<Integer, S, Nps>) Nps.aggregation();
    }

    @Property
    void groupsAndPeriodsAddUpToAll(
            @ForAll @Size(max = 60) List<@IntRange(max = 10) Integer> ratings, @ForAll @IntRange(max = 1000) int seed) {
        Groups.Buffer<Integer, ?, Nps> buffer = Groups.buffer(Nps.aggregation());
        java.util.Random random = new java.util.Random(seed);
        int leftOut = 0;
        for (int rating : ratings) {
            Labels labels = Labels.of("g" + random.nextInt(4));
            String period = "2026-0" + (1 + random.nextInt(3));
            if (random.nextInt(5) == 0) {
                buffer.leaveOut(labels, period, Reason.blank("nps"));
                leftOut++;
            } else {
                buffer.add(labels, period, rating);
            }
        }
        Groups<Nps> groups = buffer.groups();
        Nps sum = groups.byLabels().values().stream()
                .map(group -> group.total().summary())
                .reduce(Nps.EMPTY, Nps::plus);
        assertThat(sum).isEqualTo(groups.all().total().summary());
        for (Map.Entry<String, Groups.Part<Nps>> period : groups.all().periods().entrySet()) {
            Nps inPeriod = groups.byLabels().values().stream()
                    .map(group -> period(group, period.getKey()))
                    .reduce(Nps.EMPTY, Nps::plus);
            assertThat(inPeriod).isEqualTo(period.getValue().summary());
        }
        assertThat(groups.all().total().leftOut().count()).isEqualTo(leftOut);
        assertThat(groups.all().total().rows()).isEqualTo(ratings.size());
        assertThat(buffer.groups().all().total()).isEqualTo(groups.all().total());
    }

    /** Aa and BB have one hash code, and so has each text made of them: 8,192 of 13 parts. */
    @Test
    @Timeout(30)
    void labelsWithEqualHashCodesStayFast() {
        List<String> colliding = new ArrayList<>(List.of(""));
        for (int i = 0; i < 13; i++) {
            List<String> longer = new ArrayList<>();
            for (String text : colliding) {
                longer.add(text + "Aa");
                longer.add(text + "BB");
            }
            colliding = longer;
        }
        assertThat(colliding)
                .hasSize(8192)
                .extracting(String::hashCode)
                .containsOnly(colliding.get(0).hashCode());
        Groups.Buffer<Integer, ?, Nps> buffer = Groups.buffer(Nps.aggregation());
        for (int round = 0; round < 20; round++) {
            for (String text : colliding) {
                buffer.add(Labels.of(text), "", 9);
            }
        }
        assertThat(buffer.groups().byLabels()).hasSize(8192);
        assertThat(buffer.groups().all().total().used()).isEqualTo(20 * 8192);
    }

    @Test
    void eachGroupHasTheWindowsOfTheQuestion() {
        Groups.Buffer<Integer, ?, Nps> buffer = Groups.buffer(Nps.aggregation());
        buffer.add(Labels.of("a"), "2026-02", 9);
        buffer.window("2026-01");
        buffer.window("2026-02");
        Groups<Nps> groups = buffer.groups();
        assertThat(groups.group(Labels.of("a")).periods().keySet()).containsExactly("2026-01", "2026-02");
        assertThat(requireNonNull(groups.all().periods().get("2026-01")).summary())
                .isEqualTo(Nps.EMPTY);
    }

    @Test
    void groupsMadeElsewhereAddUpToAll() {
        Groups.Part<Nps> part = new Groups.Part<>(2, Nps.of(9, 3), LeftOut.EMPTY);
        Groups<Nps> groups = Groups.of(part, Map.of(Labels.of("a"), part));
        assertThat(groups.group(Labels.of("a")).total()).isEqualTo(part);
        assertThat(groups.all().periods()).isEmpty();
        assertThatThrownBy(() -> Groups.of(part, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("byLabels must add up to all 2 rows, got 0");
    }

    @Test
    void aCellMayLookAtItsGroup() {
        Groups.Buffer<Integer, ?, Nps> buffer = Groups.buffer(Nps.aggregation());
        buffer.add(Labels.of("a"), "2026-01", 9);
        buffer.add(Labels.of("a"), "2026-02", 1);
        Groups<String> words = buffer.groups()
                .mapCells((group, period) ->
                        period + " of " + group.total().summary().count());
        assertThat(words.all().total().summary()).isEqualTo(" of 2");
        assertThat(words.group(Labels.of("a")).periods().values())
                .extracting(Groups.Part::summary)
                .containsExactly("2026-01 of 2", "2026-02 of 2");
        assertThat(words.all().total().used()).isEqualTo(2);
    }

    /** The answers stand in the column q1, and a column of the file is called nps all the same. */
    @Test
    void columnsAreNoRoles() {
        Reading<Integer> answers = Reading.of(Field.required("nps", Scores.on(Screening.on(RatingScale.ZERO_TO_TEN))))
                .with(Roles.parse("nps=q1"));
        String csv = "q1,nps\n9,yes\n3,no\n";
        assertThat(Grouping.by("nps")
                        .ofColumns()
                        .fold(answers, Tables.of(csv), Nps.aggregation())
                        .result()
                        .byLabels()
                        .keySet())
                .containsExactly(Labels.of("no"), Labels.of("yes"));
        assertThat(Grouping.by("nps")
                        .fold(answers, Tables.of(csv), Nps.aggregation())
                        .result()
                        .byLabels()
                        .keySet())
                .containsExactly(Labels.of("3"), Labels.of("9"));
    }

    @Test
    void labelsOrderThemselves() {
        assertThat(Labels.of("a")).isLessThan(Labels.of("b")).isLessThan(Labels.of("a", "b"));
        assertThat(Labels.of("a", "b"))
                .isEqualByComparingTo(Labels.of("a", "b"))
                .hasToString("[a, b]");
    }

    @Test
    void groupsMayBeSummedUpOneByOne() {
        Groups.Part<Nps> one = new Groups.Part<>(1, Nps.of(9), LeftOut.EMPTY);
        Groups.Group<Nps> group = new Groups.Group<>(one, new java.util.TreeMap<>());
        java.util.TreeMap<Labels, Groups.Group<Nps>> byLabels = new java.util.TreeMap<>();
        byLabels.put(Labels.of("a"), group);
        byLabels.put(Labels.of("b"), group);
        Groups<Nps> groups = Groups.of(group, byLabels);
        assertThat(groups.all().total().summary().count()).isEqualTo(1);
        assertThat(groups.byLabels().keySet()).hasToString("[[a], [b]]");
    }

    @Test
    void anInputMayStandForSeveralRows() {
        Groups.Buffer<Integer, ?, Nps> buffer = Groups.buffer(Nps.aggregation());
        buffer.add(Labels.ALL, "", 9, 3);
        buffer.leaveOut(Labels.ALL, "", Reason.blank("nps"), 2);
        Groups.Part<Nps> all = buffer.groups().all().total();
        assertThat(all.rows()).isEqualTo(5);
        assertThat(all.summary().count()).isEqualTo(1);
        assertThat(all.leftOut()).hasToString("no_nps 2");
    }
}
