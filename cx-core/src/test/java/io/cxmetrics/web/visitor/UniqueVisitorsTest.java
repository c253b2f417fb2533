package io.cxmetrics.web.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.web.WebEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class UniqueVisitorsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private static WebEvent<String> seen(String visitor, String at) {
        return WebEvent.pageView(visitor, Instant.parse(at), "/");
    }

    private static DailyVisitors<String> days(ZoneId zone, List<WebEvent<String>> events) {
        return events.stream()
                .collect(DailyVisitors.<WebEvent<String>, String>aggregation(zone, WebEvent::visitor, WebEvent::at)
                        .toCollector());
    }

    @Test
    void aVisitorCountsOnce() {
        UniqueVisitors<String> visitors =
                Stream.of("ann", "bob", "ann").collect(UniqueVisitors.<String>toUniqueVisitors());
        assertThat(visitors.count()).isEqualTo(2);
        assertThat(visitors.keys()).containsExactlyInAnyOrder("ann", "bob");
        assertThat(visitors.contains("bob")).isTrue();
        assertThat(visitors.contains("cid")).isFalse();
        assertThat(visitors).hasToString("UniqueVisitors[2]");
        assertThatThrownBy(() -> visitors.keys().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void commonVisitorsAreThoseOfBothWhicheverIsLarger() {
        UniqueVisitors<String> few = UniqueVisitors.of("ann", "bob");
        UniqueVisitors<String> many = UniqueVisitors.of("bob", "cid", "dee");
        assertThat(few.common(many)).isEqualTo(1);
        assertThat(many.common(few)).isEqualTo(1);
        assertThat(few.common(UniqueVisitors.empty())).isZero();
    }

    @Test
    void nobodyIsNoVisitor() {
        assertThatNullPointerException()
                .isThrownBy(() -> Stream.of("").collect(UniqueVisitors.toUniqueVisitors(UniqueVisitorsTest::none)))
                .withMessage("key");
    }

    @SuppressWarnings("NullAway")
    private static String none(String any) {
        return null;
    }

    /** A person on two days is 2 in the month by Plausible's definition, and 1 by Matomo's. */
    @Test
    void perDayAndPerPeriodDifferByThoseWhoComeBack() {
        DailyVisitors<String> march = days(
                ZoneOffset.UTC,
                List.of(
                        seen("ann", "2026-03-02T09:00:00Z"),
                        seen("ann", "2026-03-02T21:00:00Z"),
                        seen("ann", "2026-03-03T09:00:00Z"),
                        seen("bob", "2026-03-04T09:00:00Z")));
        assertThat(march.count(Uniqueness.PER_DAY)).isEqualTo(3);
        assertThat(march.count(Uniqueness.PER_PERIOD)).isEqualTo(2);
        assertThat(march.on(MONDAY).count()).isEqualTo(1);
        assertThat(march.on(MONDAY.minusDays(1)).count()).isZero();
        assertThat(march.days()).containsOnlyKeys(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2));
        assertThat(march.count(MONDAY.plusDays(1), MONDAY.plusDays(3), Uniqueness.PER_DAY))
                .isEqualTo(2);
        assertThat(march.count(MONDAY, MONDAY.plusDays(2), Uniqueness.PER_DAY)).isEqualTo(2);
        assertThat(march.count(MONDAY, MONDAY.plusDays(2), Uniqueness.PER_PERIOD))
                .isEqualTo(1);
        assertThat(march.count(MONDAY, MONDAY, Uniqueness.PER_DAY)).isZero();
        assertThat(march).hasToString("DailyVisitors[3 days in Z: 3 per day, 2 per period]");
    }

    @Test
    void daysAreThoseOfTheZone() {
        List<WebEvent<String>> lateAndEarly =
                List.of(seen("ann", "2026-03-02T23:30:00Z"), seen("ann", "2026-03-03T00:30:00Z"));
        assertThat(days(ZoneOffset.UTC, lateAndEarly).count(Uniqueness.PER_DAY)).isEqualTo(2);
        assertThat(days(ZoneId.of("Asia/Tokyo"), lateAndEarly).count(Uniqueness.PER_DAY))
                .isEqualTo(1);
    }

    @Test
    void refusesOtherZonesAndRunsThatEndFirst() {
        DailyVisitors<String> utc = DailyVisitors.empty(ZoneOffset.UTC);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> utc.plus(DailyVisitors.empty(ZoneId.of("Asia/Tokyo"))))
                .withMessage("other must have days of zone Z, got Asia/Tokyo");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> utc.count(MONDAY, MONDAY.minusDays(1), Uniqueness.PER_DAY))
                .withMessage("endExclusive must not be before startInclusive 2026-03-02, got 2026-03-01");
    }

    @Test
    void codesAreCountedLikeKeys() {
        VisitorCodes codes = VisitorCodes.of(3, 70, 3, 0);
        assertThat(codes.count()).isEqualTo(3);
        assertThat(codes.contains(70)).isTrue();
        assertThat(codes.contains(4)).isFalse();
        assertThat(codes.contains(-1)).isFalse();
        assertThat(codes.common(VisitorCodes.of(70, 71, 0))).isEqualTo(2);
        assertThat(codes).hasToString("VisitorCodes[3]");
        assertThat(VisitorCodes.ofRange(new int[] {-1, 5, 6, -1}, 1, 3)).isEqualTo(VisitorCodes.of(5, 6));
    }

    @Test
    void refusesNegativeCodes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitorCodes.of(4, -1))
                .withMessage("code must not be negative, got -1 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(-7).collect(VisitorCodes.toVisitorCodes(Integer::intValue)))
                .withMessage("code must not be negative, got -7");
        assertThatThrownBy(() -> VisitorCodes.ofRange(new int[1], 0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void setsAndCodesAgree(@ForAll List<@IntRange(max = 50) Integer> codes) {
        VisitorCodes bits = codes.stream().collect(VisitorCodes.toVisitorCodes(Integer::intValue));
        UniqueVisitors<Integer> set = codes.stream().collect(UniqueVisitors.<Integer>toUniqueVisitors());
        assertThat(bits.count()).isEqualTo(set.count());
    }

    @Property(tries = 200)
    void codesInBulkAreThoseOneByOne(@ForAll List<@IntRange(max = 100_000) Integer> codes) {
        int[] array = codes.stream().mapToInt(Integer::intValue).toArray();
        VisitorCodes bulk = VisitorCodes.of(array);
        assertThat(bulk).isEqualTo(codes.stream().collect(VisitorCodes.toVisitorCodes(Integer::intValue)));
        assertThat(bulk.count()).isEqualTo(codes.stream().distinct().count());
    }

    @Property(tries = 100)
    void refusesTheFirstNegativeCode(
            @ForAll @IntRange(min = 1, max = 300) int count, @ForAll @IntRange(max = 299) int where) {
        int at = where % count;
        int[] codes = new int[count];
        for (int i = at; i < count; i++) {
            codes[i] = Integer.MIN_VALUE + i - at;
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitorCodes.of(codes))
                .withMessage("code must not be negative, got -2147483648 at index " + at);
    }
}
