package io.cxmetrics.web;

import static io.cxmetrics.web.WebEvents.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.web.page.PageStats;
import io.cxmetrics.web.session.BounceRule;
import io.cxmetrics.web.session.SessionDefinition;
import io.cxmetrics.web.session.Sessionizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowOrderTest {

    private static final List<WebEvent<String>> EXPORT =
            List.of(view("ann", 60, "/end"), view("ann", 0, "/second"), view("ann", 0, "/first"));

    @Test
    void fallingTimesAreNewestFirst() {
        assertThat(RowOrder.of(EXPORT)).isEqualTo(RowOrder.NEWEST_FIRST);
        assertThat(RowOrder.of(List.of(view("ann", 0, "/"), view("ann", 0, "/"))))
                .isEqualTo(RowOrder.OLDEST_FIRST);
        assertThat(RowOrder.of(List.of(view("ann", 9, "/"), view("ann", 0, "/"), view("ann", 1, "/"))))
                .isEqualTo(RowOrder.OLDEST_FIRST);
        assertThat(RowOrder.of(List.<WebEvent<String>>of())).isEqualTo(RowOrder.OLDEST_FIRST);
        assertThat(RowOrder.of(List.of(view("ann", 9, "/"), view("ann", 0, "/"), view("bob", 20, "/"))))
                .as("visitor by visitor")
                .isEqualTo(RowOrder.NEWEST_FIRST);
        assertThat(RowOrder.of(List.of(view("ann", 9, "/"), view("bob", 0, "/"), view("cid", 1, "/"))))
                .isEqualTo(RowOrder.OLDEST_FIRST);
        assertThat(RowOrder.OLDEST_FIRST.arrange(EXPORT)).isSameAs(EXPORT);
    }

    /** A file of whole seconds, newest first: the page that stands last was the entrance. */
    @Test
    void entrancesOfAFileThatIsNewestFirst() {
        Sessionizer<String> sessionizer =
                Sessionizer.<String>of(SessionDefinition.GA4).withRowOrder(RowOrder.of(EXPORT));
        PageStats stats = PageStats.of(sessionizer.sessions(EXPORT), BounceRule.GA4);
        assertThat(stats.page("/first").entrances()).isEqualTo(1);
        assertThat(stats.page("/end").exits()).isEqualTo(1);
        assertThat(sessionizer.sessions(EXPORT).intake().outOfOrder()).isZero();
        PageStats asRead =
                PageStats.of(sessionizer.withRowOrder(RowOrder.OLDEST_FIRST).sessions(EXPORT), BounceRule.GA4);
        assertThat(asRead.page("/second").entrances()).isEqualTo(1);
    }
}
