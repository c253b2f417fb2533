package io.cxmetrics.web.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ConversionTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final Conversion FOUR = Conversion.of(
            ConversionUnit.SESSION, new int[] {0, 2, 0, 1}, new long[] {0, 5001, 0, 2500}, MoneyUnit.CENTS);

    private static boolean isOrder(WebEvent<String> event) {
        return event.kind() == EventKind.ORDER;
    }

    private static WebEvent<String> view(String visitor, String session, int second) {
        return WebEvent.pageView(visitor, NOON.plusSeconds(second), "/").withSession(session);
    }

    private static WebEvent<String> order(String visitor, String session, int second, String id, long value) {
        return WebEvent.of(visitor, NOON.plusSeconds(second), EventKind.ORDER, "")
                .withSession(session)
                .withId(id)
                .withValue(value);
    }

    private static final List<WebEvent<String>> EVENTS = List.of(
            view("ann", "s1", 0),
            order("ann", "s1", 60, "o1", 4999),
            order("ann", "s2", 7200, "o1", 4999), // the page of thanks, loaded anew the same day
            view("bob", "s3", 5),
            order("bob", "s4", 90, "", 100),
            order("bob", "s4", 90, "", 100));

    private static Aggregation<WebEvent<String>, ?, Conversion> per(
            ConversionUnit unit, SerializableFunction<WebEvent<String>, Object> key) {
        return Conversion.aggregation(unit, key, ConversionTest::isOrder);
    }

    @Test
    void countsUnitsAndConversionsApart() {
        assertThat(FOUR).isEqualTo(new Conversion(ConversionUnit.SESSION, 4, 2, 3, 7501, MoneyUnit.CENTS, 0));
        assertThat(FOUR.share()).isEqualTo(Proportion.of(2, 4));
        assertThat(FOUR.rate()).isEqualTo(0.5);
        assertThat(FOUR.conversionsPerUnit()).isEqualTo(0.75);
        assertThat(FOUR.revenuePerUnit()).isCloseTo(18.7525, within(1e-12));
        assertThat(FOUR.revenuePerConversion()).isCloseTo(25.003333333333334, within(1e-12));
        assertThat(FOUR).hasToString("Conversion[2 of 4 by SESSION (0.5), conversions=3, revenue=75.01]");
        assertThat(new Conversion(ConversionUnit.VISITOR, 1, 1, 3, 0, null, 0).conversionsPerUnit())
                .isEqualTo(3.0);
    }

    /** Wilson's interval of 2 of 4 by scipy.stats.binomtest(2, 4).proportion_ci(0.95, 'wilson'). */
    @Test
    void hasWilsonsInterval() {
        assertThat(FOUR.interval(0.95).low()).isCloseTo(0.15003898915214955, within(1e-12));
        assertThat(FOUR.interval(0.95).high()).isCloseTo(0.8499610108478506, within(1e-12));
    }

    @Test
    void withoutUnitsNothingIsDefined() {
        Conversion none = Conversion.empty(ConversionUnit.VISITOR);
        assertThat(none.rate()).isNaN();
        assertThat(none.interval(0.9)).isEqualTo(Interval.UNDEFINED);
        assertThat(none.conversionsPerUnit()).isNaN();
        assertThat(none.revenuePerUnit()).isNaN();
        assertThat(new Conversion(ConversionUnit.VISITOR, 3, 0, 0, -100, MoneyUnit.CENTS, 0).revenuePerConversion())
                .isNaN();
        assertThat(none).hasToString("Conversion[0 of 0 by VISITOR (undefined), conversions=0, revenue=0.0]");
    }

    @Test
    void unitsDoNotMix() {
        Conversion visitors = new Conversion(ConversionUnit.VISITOR, 3, 2, 3, 0, null, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FOUR.plus(visitors))
                .withMessage("unit must be SESSION, got VISITOR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> visitors.differenceFrom(FOUR))
                .withMessage("unit must be VISITOR, got SESSION");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FOUR.outOf(visitors))
                .withMessage("unit must be SESSION, got VISITOR");
        assertThat(FOUR.differenceFrom(FOUR)).isEqualTo(Proportion.of(2, 4).differenceFrom(Proportion.of(2, 4)));
    }

    @Test
    void groupIsDividedByItselfOrByTheWhole() {
        Conversion whole = FOUR.plus(new Conversion(ConversionUnit.SESSION, 6, 1, 1, 0, null, 0));
        assertThat(FOUR.outOf(whole)).isEqualTo(Proportion.of(2, 10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> whole.outOf(FOUR))
                .withMessage("whole must have the units of the group (10), got 4");
        Conversion elsewhere = new Conversion(ConversionUnit.SESSION, 10, 1, 1, 0, null, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FOUR.outOf(elsewhere))
                .withMessage("whole must have the converted of the group (2), got 1");
    }

    @Test
    void eventsOfAnyUnitAndOrdersOnce() {
        assertThat(EVENTS.stream()
                        .collect(per(ConversionUnit.SESSION, WebEvent::session).toCollector()))
                .isEqualTo(new Conversion(ConversionUnit.SESSION, 4, 2, 3, 5199, MoneyUnit.CENTS, 1));
        assertThat(EVENTS.stream()
                        .collect(per(ConversionUnit.VISITOR, WebEvent::visitor).toCollector()))
                .isEqualTo(new Conversion(ConversionUnit.VISITOR, 2, 2, 3, 5199, MoneyUnit.CENTS, 1));
        assertThat(EVENTS.stream().collect(Conversion.toConversion(ConversionUnit.EVENT, ConversionTest::isOrder)))
                .isEqualTo(new Conversion(ConversionUnit.EVENT, 6, 4, 4, 0, null, 0));
        assertThat(EVENTS.stream()
                        .collect(per(ConversionUnit.SESSION, WebEvent::session)
                                .groupedBy(WebEvent::visitor)
                                .toCollector()))
                .isEqualTo(Map.of(
                        "ann", new Conversion(ConversionUnit.SESSION, 2, 1, 1, 4999, MoneyUnit.CENTS, 1),
                        "bob", new Conversion(ConversionUnit.SESSION, 2, 1, 2, 200, MoneyUnit.CENTS, 0)));
    }

    /** Neither the order of events nor where they are cut changes anything, also for the order that is there twice. */
    @Property(tries = 50)
    void eventsComeInAnyOrder(@ForAll int seed) {
        List<WebEvent<String>> shuffled = new ArrayList<>(EVENTS);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(shuffled.parallelStream()
                        .collect(per(ConversionUnit.SESSION, WebEvent::session).toCollector()))
                .isEqualTo(new Conversion(ConversionUnit.SESSION, 4, 2, 3, 5199, MoneyUnit.CENTS, 1));
    }

    @Test
    void ofOrdersAtTheSameTimeTheFirstCounts() {
        Stream<WebEvent<String>> twice = Stream.of(order("ann", "s1", 0, "o1", 10), order("bob", "s2", 0, "o1", 20));
        assertThat(twice.collect(per(ConversionUnit.VISITOR, WebEvent::visitor).toCollector()))
                .isEqualTo(new Conversion(ConversionUnit.VISITOR, 2, 1, 1, 10, MoneyUnit.CENTS, 1));
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesEventsWithoutAKey() {
        WebEvent<String> lost = WebEvent.pageView("ann", NOON, "/");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(lost)
                        .collect(per(ConversionUnit.SESSION, WebEvent::session).toCollector()))
                .withMessage("key must not be empty, got it for a PAGE_VIEW of ann at 2026-03-02T12:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(lost)
                        .collect(per(ConversionUnit.SESSION, event -> null).toCollector()))
                .withMessage("key must not be null, got it for a PAGE_VIEW of ann at 2026-03-02T12:00:00Z");
    }

    @Test
    void refusesCountsThatCannotBe() {
        ConversionUnit unit = ConversionUnit.SESSION;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Conversion(unit, -1, 0, 0, 0, null, 0))
                .withMessage("units must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Conversion(unit, 1, -1, 0, 0, null, 0))
                .withMessage("converted must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Conversion(unit, 1, 2, 2, 0, null, 0))
                .withMessage("converted must not exceed units (1), got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Conversion(unit, 2, 2, 1, 0, null, 0))
                .withMessage("conversions must not be fewer than converted (2), got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Conversion(unit, 2, 0, 1, 0, null, 0))
                .withMessage("conversions must be 0 with nothing converted, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conversion.of(unit, new int[2], new long[1], MoneyUnit.CENTS))
                .withMessage("revenue must have as many as conversions (2), got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conversion.of(unit, new int[] {0, -3}, new long[2], MoneyUnit.CENTS))
                .withMessage("conversions must not be negative, got -3 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(-2).collect(Conversion.toConversion(unit, n -> n, n -> 0, null)))
                .withMessage("conversions must not be negative, got -2");
    }

    @Test
    @SuppressWarnings("NullAway")
    void namesWhatIsMissing() {
        assertThatNullPointerException()
                .isThrownBy(() -> Conversion.empty(null))
                .withMessage("unit");
        assertThatNullPointerException()
                .isThrownBy(() ->
                        Conversion.toConversion(ConversionUnit.EVENT, (java.util.function.Predicate<Integer>) null))
                .withMessage("converted");
        assertThatNullPointerException()
                .isThrownBy(() -> Conversion.<String>aggregation(ConversionUnit.EVENT, null, event -> true))
                .withMessage("key");
    }

    @Test
    void sumsNeverWrap() {
        Conversion rich = new Conversion(ConversionUnit.SESSION, 1, 1, 1, Long.MAX_VALUE, MoneyUnit.CENTS, 0);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> rich.plus(FOUR));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Conversion.of(
                        ConversionUnit.SESSION, new int[] {1, 1}, new long[] {Long.MAX_VALUE, 1}, MoneyUnit.CENTS));
        Stream<WebEvent<String>> orders =
                Stream.of(order("ann", "s", 0, "", Long.MAX_VALUE), order("ann", "s", 1, "", 1));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> orders.collect(
                        per(ConversionUnit.VISITOR, WebEvent::visitor).toCollector()));
    }

    /** The same order of two visitors: 1 conversion, revenue 50.00, and 1 left out. */
    @Test
    void anOrderOfTwoVisitorsCountsOnce() {
        Conversion visitors = Stream.of(order("c1", "s1", 0, "T1", 5000), order("c4", "s2", 7200, "T1", 5000))
                .collect(Conversion.toConversion(
                        ConversionUnit.VISITOR, WebEvent::visitor, event -> event.kind() == EventKind.ORDER));
        assertThat(visitors.share()).isEqualTo(Proportion.of(1, 2));
        assertThat(visitors.conversions()).isEqualTo(1);
        assertThat(visitors.revenue()).isEqualTo(50.0);
        assertThat(visitors.leftOut()).isEqualTo(1);
        assertThat(visitors)
                .hasToString("Conversion[1 of 2 by VISITOR (0.5), conversions=1, revenue=50.0, 1 left out]");
    }

    @Test
    void currenciesDoNotMix() {
        Stream<WebEvent<String>> orders = Stream.of(
                order("ann", "s1", 0, "", 0).withAmount(10_000, MoneyUnit.of("EUR")),
                order("bob", "s2", 5, "", 0).withAmount(5000, MoneyUnit.of("JPY")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> orders.collect(
                        per(ConversionUnit.VISITOR, WebEvent::visitor).toCollector()))
                .withMessage("unit of money must be EUR, got JPY");
        Conversion euros = Conversion.ofCounts(ConversionUnit.VISITOR, 1, 2).withRevenue(10_000, MoneyUnit.of("EUR"));
        Conversion yen = Conversion.ofCounts(ConversionUnit.VISITOR, 1, 2).withRevenue(5000, MoneyUnit.of("JPY"));
        assertThat(euros.revenuePerUnit()).isEqualTo(50.0);
        assertThat(yen.revenuePerUnit()).isEqualTo(2500.0);
        assertThat(euros.plus(Conversion.empty(ConversionUnit.VISITOR)).money()).isEqualTo(MoneyUnit.of("EUR"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> euros.plus(yen))
                .withMessage("unit of money must be EUR, got JPY");
    }
}
