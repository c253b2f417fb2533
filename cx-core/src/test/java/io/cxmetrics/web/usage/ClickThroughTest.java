package io.cxmetrics.web.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.stat.Proportion;
import io.cxmetrics.web.AnySplit;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.Events;
import io.cxmetrics.web.WebEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ClickThroughTest {

    private static WebEvent<String> event(String visitor, EventKind kind, String item) {
        return WebEvent.of(visitor, Instant.EPOCH, kind, item);
    }

    private static ClickThrough of(List<WebEvent<String>> events) {
        return events.stream().collect(ClickThrough.<String>aggregation().toCollector());
    }

    /** One person clicks a link three times, another never, a third without having been shown it. */
    private static final List<WebEvent<String>> EVENTS = List.of(
            event("ann", EventKind.CLICK, "a"),
            event("ann", EventKind.IMPRESSION, "a"),
            event("ann", EventKind.CLICK, "a"),
            event("ann", EventKind.CLICK, "a"),
            event("ann", EventKind.IMPRESSION, "b"),
            event("bob", EventKind.IMPRESSION, "a"),
            event("bob", EventKind.IMPRESSION, "a"),
            event("bob", EventKind.PAGE_VIEW, "a"),
            event("cid", EventKind.CLICK, "a"),
            event("cid", EventKind.CLICK, "a"));

    @Test
    void uniqueAndTotalAreNamed() {
        ClickThrough clicks = of(EVENTS);
        assertThat(clicks).isEqualTo(new ClickThrough(4, 5, 3, 1, 2));
        assertThat(clicks.unique()).isEqualTo(Proportion.of(1, 3));
        assertThat(clicks.total()).isEqualTo(1.25);
        assertThat(clicks.overclicked()).isTrue();
    }

    @Test
    void byGroupItIsTheSameQuestion() {
        Map<String, ClickThrough> byItem = EVENTS.stream()
                .collect(ClickThrough.<String>aggregation()
                        .groupedBy((WebEvent<String> event) -> event.name())
                        .toCollector());
        assertThat(byItem)
                .isEqualTo(Map.of("a", new ClickThrough(3, 5, 2, 1, 2), "b", new ClickThrough(1, 0, 1, 0, 0)));
        assertThat(byItem.values().stream().reduce(ClickThrough.EMPTY, ClickThrough::plus))
                .isEqualTo(of(EVENTS));
    }

    @Test
    void rowsOfImpressionsAreEachTheirOwn() {
        ClickThrough rows =
                Stream.of(1, 0, 0, 1).collect(ClickThrough.toClickThrough((Integer clicked) -> clicked == 1));
        assertThat(rows).isEqualTo(ClickThrough.of(2, 4));
        assertThat(rows.unique()).isEqualTo(Proportion.of(2, 4));
        assertThat(rows.total()).isEqualTo(0.5);
        assertThat(rows.overclicked()).isFalse();
        assertThat(ClickThrough.of(4, 4).overclicked()).isFalse();
    }

    @Test
    void withoutImpressionsNothingIsKnown() {
        ClickThrough clicks = of(List.of(event("ann", EventKind.CLICK, "a")));
        assertThat(clicks.total()).isNaN();
        assertThat(clicks.unique().rate()).isNaN();
        assertThat(clicks.overclicked()).isTrue();
        assertThat(clicks.unseenClicks()).isEqualTo(1);
    }

    @Test
    void refusesCountsThatCannotBe() {
        refused(new long[] {-1, 0, 0, 0, 0}, "impressions must not be negative, got -1");
        refused(new long[] {0, -1, 0, 0, 0}, "clicks must not be negative, got -1");
        refused(new long[] {0, 0, -1, 0, 0}, "pairsShown must not be negative, got -1");
        refused(new long[] {0, 0, 0, -1, 0}, "pairsClicked must not be negative, got -1");
        refused(new long[] {0, 0, 0, 0, -1}, "unseenClicks must not be negative, got -1");
        refused(new long[] {1, 0, 2, 0, 0}, "pairsShown must not exceed impressions (1), got 2");
        refused(new long[] {5, 5, 1, 2, 0}, "pairsClicked must not exceed pairsShown (1), got 2");
        refused(new long[] {5, 1, 1, 0, 2}, "unseenClicks must not exceed clicks (1), got 2");
        refused(new long[] {5, 2, 2, 2, 1}, "pairsClicked must not exceed clicks that were shown (1), got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClickThrough.of(5, 4))
                .withMessage("pairsClicked must not exceed pairsShown (4), got 5");
        ClickThrough many = ClickThrough.of(1, Long.MAX_VALUE);
        assertThatThrownBy(() -> many.plus(many)).isInstanceOf(ArithmeticException.class);
    }

    private static void refused(long[] counts, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClickThrough(counts[0], counts[1], counts[2], counts[3], counts[4]))
                .withMessage(message);
    }

    @Provide
    Arbitrary<List<WebEvent<String>>> events() {
        return Events.lists(EventKind.IMPRESSION, EventKind.CLICK, EventKind.PAGE_VIEW);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void anySplitGivesTheSame(@ForAll("events") List<WebEvent<String>> events, @ForAll long seed) {
        AnySplit.givesTheSame(ClickThrough.aggregation(), events, seed);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void clicksAreUniqueRepeatedOrUnseen(@ForAll("events") List<WebEvent<String>> events) {
        ClickThrough clicks = of(events);
        assertThat(clicks.clicks())
                .isEqualTo(events.stream()
                        .filter(event -> event.kind() == EventKind.CLICK)
                        .count());
        assertThat(clicks.pairsClicked() + clicks.unseenClicks()).isLessThanOrEqualTo(clicks.clicks());
    }
}
