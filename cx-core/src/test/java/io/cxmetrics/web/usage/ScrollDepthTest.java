package io.cxmetrics.web.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.Aggregation;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.web.AnySplit;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.Events;
import io.cxmetrics.web.WebEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrollDepthTest {

    /** By hand: what is above the fold counts, ends are clamped, a short page is seen whole. */
    @ParameterizedTest
    @CsvSource({
        "0, 900, 3000, 0.3",
        "600, 900, 3000, 0.5",
        "2100, 900, 3000, 1",
        "2500, 900, 3000, 1",
        "9999, 900, 3000, 1",
        "-50, 900, 3000, 0.3",
        "0, 900, 500, 1",
        "0, 0, 500, 0",
        "0, 900, 0, NaN",
        "NaN, 900, 3000, NaN",
        "0, NaN, 3000, NaN",
        "0, 900, NaN, NaN",
    })
    void depthOfAPageView(double offset, double viewport, double document, double depth) {
        // As objects, of which NaN equals NaN.
        assertThat(Double.valueOf(ScrollDepth.depth(offset, viewport, document)))
                .isEqualTo(Double.valueOf(depth));
    }

    @Property(tries = 200)
    void depthIsInTheUnitInterval(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double offset,
            @ForAll @DoubleRange(max = 1e5) double viewport,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double document) {
        assertThat(ScrollDepth.depth(offset, viewport, document)).isBetween(0.0, 1.0);
    }

    @Test
    void unmeasuredPageViewsAreLeftOutAndCounted() {
        ScrollDepth views = ScrollDepth.of(0.2, Double.NaN, 1, 0.6, Double.NaN);
        assertThat(views.views()).isEqualTo(5);
        assertThat(views.unmeasured()).isEqualTo(2);
        assertThat(views.mean()).isEqualTo(0.6);
        assertThat(views.median()).isEqualTo(0.6);
        assertThat(views.depths().count()).isEqualTo(3);
        assertThat(views).hasToString("ScrollDepth[3 page views, median=0.6, 2 not measured]");
    }

    @Test
    void aMarkIsReachedAtIt() {
        ScrollDepth views = ScrollDepth.of(0, 0.25, 0.5, 1, Double.NaN);
        assertThat(views.reach(0)).isEqualTo(Proportion.of(4, 4));
        assertThat(views.reach(0.25)).isEqualTo(Proportion.of(3, 4));
        assertThat(views.reach(0.26)).isEqualTo(Proportion.of(2, 4));
        assertThat(views.reach(1)).isEqualTo(Proportion.of(1, 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> views.reach(75))
                .withMessage("mark must be in [0, 1], got 75.0");
    }

    @Test
    void withoutMeasurementsNothingIsKnown() {
        ScrollDepth views = ScrollDepth.of(Double.NaN);
        assertThat(views.mean()).isNaN();
        assertThat(views.median()).isNaN();
        assertThat(views.reach(0.5).rate()).isNaN();
        assertThat(views).hasToString("ScrollDepth[0 page views, median=undefined, 1 not measured]");
    }

    private static WebEvent<String> scroll(String visitor, String page, long thousandths) {
        return WebEvent.of(visitor, Instant.EPOCH, EventKind.SCROLL, page).withValue(thousandths);
    }

    private static WebEvent<String> view(String visitor, String page) {
        return WebEvent.pageView(visitor, Instant.EPOCH, page);
    }

    private static Aggregation<WebEvent<String>, ?, ScrollDepth> byVisitorAndPage() {
        return ScrollDepth.aggregation(event -> event.visitor() + " " + event.name());
    }

    @Test
    void theFurthestOfAPageViewCounts() {
        ScrollDepth views = Stream.of(
                        scroll("ann", "/", 300),
                        view("ann", "/"),
                        scroll("ann", "/", 700),
                        scroll("ann", "/", 500),
                        view("bob", "/"),
                        scroll("cid", "/", 100),
                        WebEvent.of("dee", Instant.EPOCH, EventKind.CLICK, "/"))
                .collect(byVisitorAndPage().toCollector());
        assertThat(views).isEqualTo(ScrollDepth.of(0.7, Double.NaN, 0.1));
    }

    @Test
    void refusesDepthsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScrollDepth.of(0.5, 1.01))
                .withMessage("depth must be in [0, 1] or NaN, got 1.01 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScrollDepth.of(-0.1))
                .withMessage("depth must be in [0, 1] or NaN, got -0.1 at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(2.0)
                        .collect(ScrollDepth.<Double>aggregation(depth -> "page", depth -> depth)
                                .toCollector()))
                .withMessage("depth must be in [0, 1] or NaN, got 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(scroll("ann", "/", 1001))
                        .collect(byVisitorAndPage().toCollector()))
                .withMessage("value of a scroll must be in [0, 1000], got 1001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(scroll("ann", "/", -1))
                        .collect(byVisitorAndPage().toCollector()))
                .withMessage("value of a scroll must be in [0, 1000], got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScrollDepth.depth(0, -1, 10))
                .withMessage("viewportHeight must be finite and not negative, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScrollDepth.depth(0, 1, Double.POSITIVE_INFINITY))
                .withMessage("documentHeight must be finite and not negative, got Infinity");
    }

    @Provide
    Arbitrary<List<WebEvent<String>>> events() {
        return Events.lists(EventKind.PAGE_VIEW, EventKind.SCROLL, EventKind.CLICK);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void anySplitGivesTheSame(@ForAll("events") List<WebEvent<String>> events, @ForAll long seed) {
        AnySplit.givesTheSame(byVisitorAndPage(), events, seed);
    }
}
