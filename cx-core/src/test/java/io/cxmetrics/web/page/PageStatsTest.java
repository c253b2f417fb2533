package io.cxmetrics.web.page;

import static io.cxmetrics.web.WebEvents.event;
import static io.cxmetrics.web.WebEvents.ping;
import static io.cxmetrics.web.WebEvents.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.session.BounceRule;
import io.cxmetrics.web.session.PageCounts;
import io.cxmetrics.web.session.SessionDefinition;
import io.cxmetrics.web.session.Sessionizer;
import io.cxmetrics.web.session.Sessions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageStatsTest {

    /** Ann sees /, /a, / and leaves; bob clicks on / and leaves; cid bounces off /a; a ping is no page view. */
    private static final Sessions<String> SESSIONS = Sessionizer.<String>of(SessionDefinition.GA4.rules())
            .sessions(List.of(
                    view("ann", 0, "/"),
                    view("ann", 10, "/a"),
                    view("ann", 20, "/"),
                    event("bob", 0, EventKind.CLICK),
                    view("bob", 1, "/"),
                    event("bob", 2, EventKind.CLICK),
                    view("cid", 0, "/a"),
                    ping("dee", 0, "/lost", 100)));

    @Test
    void countsEachPage() {
        PageStats stats = PageStats.of(SESSIONS, BounceRule.SINGLE_PAGE_VIEW);
        assertThat(stats.pages())
                .isEqualTo(Map.of(
                        "/",
                        PageCounts.ofViews(3, 2).withSessions(2, 2, 1),
                        "/a",
                        PageCounts.ofViews(2, 2).withSessions(1, 1, 1)));
        assertThat(PageStats.of(SESSIONS, BounceRule.PLAUSIBLE).page("/").bounces())
                .isZero();
        assertThat(stats.page("/none")).isEqualTo(PageCounts.EMPTY);
        assertThat(stats.total()).isEqualTo(PageCounts.ofViews(5, 4).withSessions(3, 3, 2));
        assertThat(stats.exitShare("/a")).hasToString("1 of 3 (0.3333333333333333)");
    }

    @Test
    void twoSystemsDivideExitsByTwoThings() {
        PageCounts home = PageStats.of(SESSIONS, BounceRule.MATOMO).page("/");
        assertThat(home.exitRatePerVisit()).hasToString("2 of 2 (1.0)");
        assertThat(home.exitRatePerView()).hasToString("2 of 3 (0.6666666666666666)");
        assertThat(home.bounceRate()).hasToString("0 of 2 (0.0)");
        assertThat(PageCounts.EMPTY.exitRatePerVisit().rate()).isNaN();
        assertThat(PageCounts.EMPTY.exitRatePerView().rate()).isNaN();
        assertThat(PageCounts.EMPTY.bounceRate().rate()).isNaN();
    }

    @Test
    void ranksPagesAndTiesByName() {
        PageCounts one = PageCounts.ofViews(1, 1).withSessions(1, 1, 0);
        PageStats stats = new PageStats(Map.of(
                "/c",
                one,
                "/b",
                one,
                "/a",
                PageCounts.ofViews(9, 2).withSessions(0, 0, 0),
                "/d",
                PageCounts.ofViews(2, 2).withSessions(2, 2, 2)));
        assertThat(stats.topExits(3)).extracting(Map.Entry::getKey).containsExactly("/d", "/b", "/c");
        assertThat(stats.topEntries(9)).extracting(Map.Entry::getKey).containsExactly("/d", "/b", "/c");
        assertThat(stats.topPages(2)).extracting(Map.Entry::getKey).containsExactly("/a", "/d");
        assertThat(stats.topPages(0)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stats.topExits(-1))
                .withMessage("limit must not be negative, got -1");
    }

    @Test
    void refusesPartsThatAreMoreThanTheWhole() {
        refused("views must not be negative, got -1", -1, 0, 0, 0, 0);
        refused("visits must not exceed views (1), got 2", 1, 2, 0, 0, 0);
        refused("entrances must not exceed visits (1), got 2", 2, 1, 2, 0, 0);
        refused("exits must not exceed visits (1), got 2", 2, 1, 0, 2, 0);
        refused("bounces must not exceed entrances (0), got 1", 2, 1, 0, 0, 1);
        refused("bounces must not be negative, got -1", 2, 1, 0, 0, -1);
    }

    private static void refused(String message, long views, long visits, long entrances, long exits, long bounces) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageCounts.ofViews(views, visits).withSessions(entrances, exits, bounces))
                .withMessage(message);
    }
}
