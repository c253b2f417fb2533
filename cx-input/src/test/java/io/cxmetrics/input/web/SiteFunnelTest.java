package io.cxmetrics.input.web;

import static io.cxmetrics.input.web.WebEventsTest.events;
import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.Aggregation;
import io.cxmetrics.input.reading.Accounting;
import io.cxmetrics.web.EventNames;
import io.cxmetrics.web.NamedEvents;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.cart.CartDefinition;
import io.cxmetrics.web.cart.CartRule;
import io.cxmetrics.web.funnel.Funnel;
import io.cxmetrics.web.funnel.FunnelCounts;
import io.cxmetrics.web.funnel.FunnelMatcher;
import io.cxmetrics.web.funnel.FunnelOrder;
import io.cxmetrics.web.funnel.TieRule;
import io.cxmetrics.web.session.SessionDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteFunnelTest {

    /** Counts events, as a summary that adds up. */
    static Aggregation<List<WebEvent<String>>, ?, Accounting> counting() {
        return Aggregation.summing(Accounting.EMPTY)
                .mapInput(events -> new Accounting(
                        events.size(), events.size(), Accounting.EMPTY.leftOut(), Accounting.EMPTY.malformed()));
    }

    private static FunnelCounts funnel(String rows, Funnel funnel) {
        WebEvents events = events(
                        EventReading.of(io.cxmetrics.input.field.Dates.ISO, java.time.ZoneOffset.UTC)
                                .withNames(EventNames.COMMON.pagesOnly())
                                .withColumns(EventReading.EVENT),
                        "visitor,date,event\n" + rows)
                .result();
        FunnelMatcher matcher = FunnelMatcher.of(funnel);
        for (String name : funnel.names()) {
            matcher = matcher.when(name, NamedEvents.of(name, EventNames.COMMON.pagesOnly()));
        }
        return events.visitors(SiteFunnel.ofVisitors(matcher)).all().total().summary();
    }

    /** An export of whole seconds that lies newest first, visitor by visitor. */
    private static final String NEWEST_FIRST = """
            ann,2026-03-02 10:02:31,order
            ann,2026-03-02 10:00:09,pay
            ann,2026-03-02 10:00:09,basket
            bob,2026-03-02 10:10:31,order
            bob,2026-03-02 10:10:31,pay
            bob,2026-03-02 10:10:31,basket
            """;

    @Test
    void rowsOfOneSecondInAFileThatLiesNewestFirstAreReadFromItsEnd() {
        Funnel strict = Funnel.of("basket", "pay", "order")
                .withOrder(FunnelOrder.STRICT)
                .withTies(TieRule.AS_GIVEN);
        assertThat(funnel(NEWEST_FIRST, strict)).hasToString("FunnelCounts[2 units: basket 2, pay 2, order 2]");
        Funnel sequential = Funnel.of("basket", "pay", "order").withTies(TieRule.IN_ORDER);
        assertThat(funnel(NEWEST_FIRST, sequential)).hasToString("FunnelCounts[2 units: basket 2, pay 2, order 2]");
    }

    @Test
    void stepsThatNothingMeetsAreNamed() {
        assertThat(funnel(NEWEST_FIRST, Funnel.of("basket", "checkout")).unmetSteps())
                .containsExactly("checkout");
    }

    /** Observed until 10:00, the cart of 9:50 is younger than an hour. */
    @Test
    void cartsAreOpenUntilTheInstantThatIsAskedFor() {
        Instant ten = Instant.parse("2026-03-10T10:00:00Z");
        EventReading reading = EventReading.of(io.cxmetrics.input.field.Dates.ISO, java.time.ZoneOffset.UTC)
                .withColumns(EventReading.EVENT)
                .withObservedUntil(ten);
        var outcome = events(
                reading,
                "visitor,date,event\nfay,2026-03-10T09:50:00Z,add_to_cart\nfay,2026-03-10T10:00:00Z,purchase\n");
        assertThat(outcome.accounting()).hasToString("2 rows: 1 used, left out after_as_of 1, malformed nothing");
        var carts = outcome.result()
                .visitors(
                        SessionDefinition.GA4,
                        SiteFunnel.ofCarts(CartDefinition.of(CartRule.PER_CART, Duration.ofHours(1)), ten))
                .all()
                .total()
                .summary();
        assertThat(carts.carts().open()).isEqualTo(1);
        assertThat(carts.abandonment().trials()).isZero();
    }

    /** A mistyped year does not end the observation of all other carts. */
    @Test
    void aMistypedYearIsLeftOut() {
        var outcome = events(
                EventReading.of(io.cxmetrics.input.field.Dates.ISO, java.time.ZoneOffset.UTC)
                        .withColumns(EventReading.EVENT)
                        .withObservedUntil(null),
                "visitor,date,event\nfay,2026-03-10T09:50:00Z,add_to_cart\ngus,2062-03-10T10:00:00Z,add_to_cart\n");
        assertThat(outcome.accounting().leftOut()).hasToString("after_as_of 1");
        assertThat(outcome.result().observedUntil()).hasToString("2026-03-10T09:50:00.001Z");
        assertThat(outcome.warnings()).singleElement().asString().startsWith("f, line 3: 2062-03-10T10:00:00Z lies");
    }
}
