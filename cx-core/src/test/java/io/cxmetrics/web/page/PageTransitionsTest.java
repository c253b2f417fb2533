package io.cxmetrics.web.page;

import static io.cxmetrics.web.WebEvents.event;
import static io.cxmetrics.web.WebEvents.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.stat.Proportion;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.page.PageTransitions.Transition;
import io.cxmetrics.web.session.SessionDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageTransitionsTest {

    private static final List<WebEvent<String>> EVENTS = List.of(
            view("ann", 0, "/"),
            event("ann", 1, EventKind.CLICK),
            view("ann", 5, "/a"),
            view("ann", 9, "/a"),
            view("ann", 12, "/"),
            view("ann", 7200, "/b"), // a new session: nothing leads to it
            view("bob", 0, "/"),
            view("bob", 3, "/a"));

    @Test
    void countsPageViewsThatFollowOneAnotherInASession() {
        PageTransitions ways = EVENTS.stream().collect(PageTransitions.toPageTransitions(SessionDefinition.GA4));
        assertThat(ways.counts())
                .isEqualTo(Map.of(
                        new Transition("/", "/a"), 2L, new Transition("/a", "/a"), 1L, new Transition("/a", "/"), 1L));
        assertThat(ways.count()).isEqualTo(4);
        assertThat(ways.share("/a", "/")).isEqualTo(Proportion.of(1, 2));
        assertThat(ways.share("/", "/a")).isEqualTo(Proportion.of(2, 2));
        assertThat(ways.share("/b", "/")).isEqualTo(Proportion.EMPTY);
        assertThat(ways.top(2))
                .extracting(Map.Entry::getKey)
                .containsExactly(new Transition("/", "/a"), new Transition("/a", "/"));
        assertThat(ways).hasToString("PageTransitions[4 between 2 pages]");
        assertThat(ways.plus(ways))
                .isEqualTo(PageTransitions.ofCounts(Map.of(
                        new Transition("/", "/a"), 4L, new Transition("/a", "/a"), 2L, new Transition("/a", "/"), 2L)));
    }

    @Test
    void refusesCountsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageTransitions.ofCounts(Map.of(new Transition("/", "/a"), 0L)))
                .withMessage("count must be at least 1, got 0 for / > /a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageTransitions.EMPTY.top(-1))
                .withMessage("limit must not be negative, got -1");
    }
}
