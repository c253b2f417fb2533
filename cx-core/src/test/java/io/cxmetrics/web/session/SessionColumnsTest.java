package io.cxmetrics.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.page.PageStats;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SessionColumnsTest {

    private static final int[] NO_INTS = {};

    private static SessionColumns of(List<long[]> rows, SessionRules rules) {
        return SessionColumns.of(column(rows, 0), column(rows, 1), ints(column(rows, 2)), rules);
    }

    private static long[] column(List<long[]> rows, int which) {
        return rows.stream().mapToLong(row -> row[which]).toArray();
    }

    private static int[] ints(long[] column) {
        return Arrays.stream(column).mapToInt(Math::toIntExact).toArray();
    }

    private static Map<Long, PageCounts> pages(SessionColumns sessions) {
        Map<Long, PageCounts> pages = new TreeMap<>();
        for (int page = 0; page < sessions.pageBound(); page++) {
            if (sessions.page(page).views() > 0) {
                pages.put((long) page, sessions.page(page));
            }
        }
        return pages;
    }

    /** The object form of the same rows. */
    private static Sessions<Long> objects(List<long[]> rows, SessionRules rules) {
        return Sessionizer.<Long>of(rules)
                .sessions(rows.stream()
                        .map(row -> WebEvent.pageView(row[0], Instant.ofEpochMilli(row[1]), Long.toString(row[2])))
                        .toList());
    }

    private static void assertSameAsObjects(List<long[]> rows, SessionRules rules) {
        SessionColumns columns = of(rows, rules);
        Sessions<Long> objects = objects(rows, rules);
        assertThat(columns.sessions()).isEqualTo(objects.summary(BounceRule.SINGLE_PAGE_VIEW));
        assertThat(columns.visitors()).isEqualTo(objects.visitors());
        Map<String, PageCounts> named = new TreeMap<>();
        pages(columns).forEach((page, counts) -> named.put(page.toString(), counts));
        assertThat(named)
                .isEqualTo(PageStats.of(objects, BounceRule.SINGLE_PAGE_VIEW).pages());
    }

    @Provide
    static Arbitrary<long[]> rows() {
        return Combinators.combine(
                        Arbitraries.of(0L, 1L, 2L, 5L, 700L),
                        Arbitraries.longs().between(0, 100),
                        Arbitraries.longs().between(0, 4))
                .as((visitor, time, page) -> new long[] {visitor, time * 600_000, page});
    }

    @Provide
    Arbitrary<List<long[]>> logs() {
        return rows().list().ofMaxSize(200);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void isWhatTheDefinitionSays(@ForAll("logs") List<long[]> rows) {
        SessionColumns fast = of(rows, SessionDefinition.GA4.rules());
        List<List<long[]>> plain = PlainSessions.of(rows, 1_800_000);
        assertThat(fast.sessions().sessions()).isEqualTo(plain.size());
        assertThat(fast.sessions().bounces())
                .isEqualTo(plain.stream().filter(session -> session.size() == 1).count());
        assertThat(fast.sessions().pageViews()).isEqualTo(rows.size());
        assertThat(fast.sessions().pageViewSquares())
                .isEqualTo(plain.stream()
                        .mapToLong(session -> (long) session.size() * session.size())
                        .sum());
        assertThat(fast.sessions().durationMillis())
                .isEqualTo(plain.stream()
                        .mapToLong(session -> session.get(session.size() - 1)[1] - session.get(0)[1])
                        .sum());
        assertThat(fast.visitors())
                .isEqualTo(rows.stream().map(row -> row[0]).distinct().count());
        assertThat(pages(fast)).isEqualTo(PlainSessions.pages(plain));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void isWhatTheObjectsSay(@ForAll("logs") List<long[]> rows) {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertSameAsObjects(rows, SessionDefinition.GA4.rules().withBoundary(SessionBoundary.AT));
        assertSameAsObjects(
                rows, SessionDefinition.GA4.rules().withMidnight(berlin).withTimeout(Duration.ofDays(2)));
        assertSameAsObjects(rows, SessionDefinition.GA4.rules().withMaxActions(3));
        assertSameAsObjects(rows, SessionDefinition.GA4.rules().withMaxLength(Duration.ofHours(1)));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void visitorsMayBeAnyNumbers(@ForAll("logs") List<long[]> rows) {
        SessionColumns expected = of(rows, SessionDefinition.GA4.rules());
        List<long[]> sparse = new ArrayList<>();
        List<long[]> shifted = new ArrayList<>();
        for (long[] row : rows) {
            sparse.add(new long[] {row[0] * 0x9E3779B97F4A7C15L, row[1], row[2]});
            shifted.add(new long[] {row[0] - 1_000_000_000, row[1], row[2]});
        }
        assertThat(of(sparse, SessionDefinition.GA4.rules())).isEqualTo(expected);
        assertThat(of(shifted, SessionDefinition.GA4.rules())).isEqualTo(expected);
        for (List<long[]> same : List.of(rows, shifted)) {
            assertThat(SessionColumns.of(
                            ints(column(same, 0)),
                            column(same, 1),
                            ints(column(same, 2)),
                            SessionDefinition.GA4.rules()))
                    .isEqualTo(expected);
        }
    }

    /** The rows in order of time, as a log has them. */
    private static void assertSameInOrder(List<long[]> rows, SessionRules rules) {
        List<long[]> log = new ArrayList<>(rows);
        log.sort(Comparator.comparingLong(row -> row[1]));
        SessionColumns expected = of(rows, rules);
        assertThat(SessionColumns.ofOrdered(column(log, 0), column(log, 1), ints(column(log, 2)), rules))
                .isEqualTo(expected);
        assertThat(SessionColumns.ofOrdered(ints(column(log, 0)), column(log, 1), ints(column(log, 2)), rules))
                .isEqualTo(expected);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void rowsInOrderNeedNoSorting(@ForAll("logs") List<long[]> rows) {
        assertSameInOrder(rows, SessionDefinition.GA4.rules());
        assertSameInOrder(rows, SessionDefinition.GA4.rules().withBoundary(SessionBoundary.AT));
        assertSameInOrder(
                rows,
                SessionDefinition.GA4
                        .rules()
                        .withMidnight(ZoneId.of("Europe/Berlin"))
                        .withTimeout(Duration.ofDays(2)));
        assertSameInOrder(rows, SessionDefinition.GA4.rules().withMaxActions(3));
        assertSameInOrder(rows, SessionDefinition.GA4.rules().withMaxLength(Duration.ofHours(1)));
    }

    /**
     * Sessions of up to some hundred views, of a few pages and of many: around the length from which pages are kept in
     * a set.
     */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void longSessionsCountEachPageOnce(
            @ForAll @IntRange(min = 55, max = 400) int count,
            @ForAll @IntRange(min = 1, max = 300) int pages,
            @ForAll @IntRange(min = 1, max = 4) int visitors,
            @ForAll int seed) {
        Random random = new Random(seed);
        List<long[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new long[] {random.nextInt(visitors), i * 60_000L, random.nextInt(pages)});
        }
        assertSameInOrder(rows, SessionDefinition.GA4.rules());
        assertSameInOrder(rows, SessionDefinition.GA4.rules().withMaxActions(70));
    }

    /**
     * Some visitors who come back just before the timeout, for as long as the log goes on, among many who come once:
     * sessions of few views that span more rows than are kept, while there are more and more rows within a timeout.
     */
    @Test
    void sessionsOfFewViewsMaySpanManyRows() {
        Random random = new Random(3);
        List<long[]> rows = new ArrayList<>();
        long time = 0;
        for (int i = 0; i < 300_000; i++) {
            time += i < 5_000 ? 1_000 : 100;
            rows.add(new long[] {100 + i % 7_000, time, random.nextInt(50)});
        }
        for (int visitor = 0; visitor < 20; visitor++) {
            for (long at = visitor * 1_000L; at < time; at += 1_600_000 + random.nextInt(205_000)) {
                rows.add(new long[] {visitor, at, random.nextInt(40)});
            }
        }
        assertSameInOrder(rows, SessionDefinition.GA4.rules());
        assertSameInOrder(rows, SessionDefinition.POSTHOG.rules());
        assertSameInOrder(rows, SessionDefinition.GA4.rules().withMaxActions(9));
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void refusesTheFirstRowThatIsNotInOrder(
            @ForAll @IntRange(min = 2, max = 300) int count, @ForAll @IntRange(min = 0, max = 299) int where) {
        int at = 1 + where % (count - 1);
        long[] millis = new long[count];
        Arrays.fill(millis, 0, at, 7);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SessionColumns.ofOrdered(new int[count], millis, new int[count], SessionDefinition.GA4.rules()))
                .withMessage("millis must be in order, got 0 after 7 at index " + at);
    }

    @Test
    void refusesColumnsInOrderThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionColumns.ofOrdered(
                        new int[2],
                        new long[] {Long.MAX_VALUE, Long.MIN_VALUE},
                        new int[2],
                        SessionDefinition.GA4.rules()))
                .withMessage("millis must be in order, got -9223372036854775808 after 9223372036854775807 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionColumns.ofOrdered(
                        new int[2], new long[] {Long.MIN_VALUE, 0}, new int[2], SessionDefinition.GA4.rules()))
                .withMessage("millis must span less than 8796093022208 (278 years), got -9223372036854775808 to 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionColumns.ofOrdered(
                        new long[2], new long[2], new int[] {0, -1}, SessionDefinition.GA4.rules()))
                .withMessage("page must be in [0, 16777216), got -1 at index 1");
        assertThat(SessionColumns.ofOrdered(NO_INTS, new long[0], NO_INTS, SessionDefinition.GA4.rules()))
                .isEqualTo(SessionColumns.EMPTY);
    }

    /**
     * Many buckets, visitors of many events, and numbers so far apart that they are looked up in a table that grows.
     */
    @Test
    void largeColumnsAreSortedRight() {
        Random random = new Random(5);
        int n = 60_000;
        List<long[]> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            long visitor = random.nextInt(4) == 0 ? 3 : random.nextInt(5000);
            rows.add(new long[] {visitor, random.nextInt(40_000) * 30_000L, random.nextInt(8)});
        }
        SessionColumns fast = of(rows, SessionDefinition.GA4.rules());
        List<List<long[]>> plain = PlainSessions.of(rows, 1_800_000);
        assertThat(fast.sessions().sessions()).isEqualTo(plain.size());
        assertThat(pages(fast)).isEqualTo(PlainSessions.pages(plain));
        assertSameInOrder(rows, SessionDefinition.GA4.rules());
        List<long[]> sparse = rows.stream()
                .map(row -> new long[] {row[0] << 40, row[1], row[2]})
                .toList();
        assertThat(of(sparse, SessionDefinition.GA4.rules())).isEqualTo(fast);
    }

    @Test
    void equalTimesKeepTheirOrder() {
        int n = 100;
        int[] pages = new int[n];
        for (int i = 0; i < n; i++) {
            pages[i] = i;
        }
        SessionColumns sessions = SessionColumns.of(new int[n], new long[n], pages, SessionDefinition.GA4.rules());
        assertThat(sessions.page(0).entrances()).isEqualTo(1);
        assertThat(sessions.page(n - 1).exits()).isEqualTo(1);
    }

    @Test
    void nothingIsEmpty() {
        assertThat(SessionColumns.of(NO_INTS, new long[0], NO_INTS, SessionDefinition.GA4.rules()))
                .isEqualTo(SessionColumns.EMPTY)
                .hasToString("SessionColumns[0 sessions of 0 visitors, 0 page views]");
        assertThat(SessionColumns.EMPTY.page(7)).isEqualTo(PageCounts.EMPTY);
        assertThat(SessionColumns.EMPTY.pageBound()).isZero();
    }

    @Test
    void refusesColumnsThatDoNotFit() {
        long[] times = {0, 1};
        int[] two = {0, 1};
        refused("millis must be as many as visitors (1), got 2", new int[1], times, two, SessionDefinition.GA4.rules());
        refused("pages must be as many as visitors (2), got 1", two, times, new int[1], SessionDefinition.GA4.rules());
        refused(
                "page must be in [0, 16777216), got -1 at index 1",
                two,
                times,
                new int[] {0, -1},
                SessionDefinition.GA4.rules());
        refused(
                "page must be in [0, 16777216), got 16777216 at index 0",
                two,
                times,
                new int[] {1 << 24, 0},
                SessionDefinition.GA4.rules());
        refused(
                "millis must span less than 8796093022208 (278 years), got 0 to 8796093022208",
                two,
                new long[] {0, 1L << 43},
                two,
                SessionDefinition.GA4.rules());
        refused(
                "millis must span less than 8796093022208 (278 years), got -9223372036854775808 to 0",
                two,
                new long[] {0, Long.MIN_VALUE},
                two,
                SessionDefinition.GA4.rules());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionColumns.EMPTY.page(-1))
                .withMessage("page must not be negative, got -1");
    }

    @Test
    void refusesRulesThatNeedMoreThanTheColumns() {
        for (SessionRules rules : List.of(
                SessionDefinition.SNOWPLOW.rules(),
                SessionDefinition.GA4.rules().withCampaignChange(true))) {
            refused(
                    "rules must be without given ids and campaigns, got " + rules,
                    NO_INTS,
                    new long[0],
                    NO_INTS,
                    rules);
        }
    }

    private static void refused(String message, int[] visitors, long[] millis, int[] pages, SessionRules rules) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionColumns.of(visitors, millis, pages, rules))
                .withMessage(message);
    }
}
