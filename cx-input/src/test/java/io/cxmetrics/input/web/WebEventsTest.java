package io.cxmetrics.input.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.input.Tables;
import io.cxmetrics.input.field.Dates;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.EventNames;
import io.cxmetrics.web.NamedEvents;
import io.cxmetrics.web.session.SessionDefinition;
import io.cxmetrics.web.session.SessionRules;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WebEventsTest {

    private static final NamedEvents ORDERS = NamedEvents.of("order", EventNames.COMMON);

    private static final EventReading READING = EventReading.of(Dates.ISO, ZoneOffset.UTC);

    static Outcome<WebEvents> events(EventReading reading, String csv) {
        return reading.read(reading.reading(), Tables.of(csv));
    }

    private static SiteTraffic traffic(EventReading reading, SessionDefinition definition, String csv) {
        return events(reading, csv)
                .result()
                .sessions(definition, ORDERS, SiteTraffic.aggregation(definition.bounce()))
                .all()
                .total()
                .summary();
    }

    /** What a page sends by itself ends no bounce. */
    @Test
    void eventsOfThePageAreNoActionsOfTheVisitor() {
        String csv = """
                visitor,date,event
                ann,2026-03-02T10:00:00Z,page_view
                ann,2026-03-02T10:00:01Z,banner_shown
                bob,2026-03-02T10:00:00Z,page_view
                """;
        EventReading declared = READING.withColumns(EventReading.EVENT)
                .withNames(EventNames.COMMON.with("banner_shown", EventKind.AUTOMATIC));
        assertThat(traffic(declared, SessionDefinition.PLAUSIBLE, csv)
                        .sessions()
                        .bounceRate()
                        .percent())
                .isEqualTo(100);
        assertThat(traffic(READING.withColumns(EventReading.EVENT), SessionDefinition.PLAUSIBLE, csv)
                        .sessions()
                        .bounceRate()
                        .percent())
                .isEqualTo(50);
    }

    @Test
    void devicesOfOneUserAreOneVisitor() {
        String csv = """
                visitor,date,event,user
                phone,2026-03-02T10:00:00Z,page_view,
                phone,2026-03-02T10:05:00Z,login,u1
                laptop,2026-03-02T10:10:00Z,page_view,u1
                laptop,2026-03-02T10:12:00Z,page_view,
                tablet,2026-03-02T10:12:00Z,page_view,(not set)
                u1,2026-03-02T10:12:00Z,page_view,
                """;
        EventReading users = READING.withColumns(EventReading.EVENT, EventReading.USER);
        assertThat(events(users, csv).result().visitors())
                .as("u1, the tablet, and a device of the same name")
                .isEqualTo(3);
        assertThat(traffic(users, SessionDefinition.GA4, csv).visitors()).isEqualTo(3);
        assertThat(events(READING.withColumns(EventReading.EVENT), csv).result().visitors())
                .isEqualTo(4);
    }

    @Test
    void anOrderOfTwoVisitorsCountsOnce() {
        String csv = """
                visitor,date,event,value,id
                c4,2026-03-02T12:00:00Z,purchase,50.00,T1
                c1,2026-03-02T10:01:00Z,purchase,50.00,T1
                c1,2026-03-02T10:01:00Z,refund,50.00,T1
                c5,2026-03-02T10:01:00Z,purchase,10.00,(not set)
                c6,2026-03-02T10:01:00Z,purchase,10.00,(not set)
                """;
        Outcome<WebEvents> outcome =
                events(READING.withColumns(EventReading.EVENT, EventReading.VALUE, EventReading.ID), csv);
        assertThat(outcome.accounting()).hasToString("5 rows: 4 used, left out duplicate 1, malformed nothing");
        Groups<SiteConversion> groups =
                outcome.result().sessions(SessionDefinition.GA4, ORDERS, SiteConversion.aggregation(ORDERS));
        assertThat(groups.all().total().summary().sessions().conversions()).isEqualTo(3);
        assertThat(groups.all().total().summary().sessions().revenue()).isEqualTo(70);
        assertThat(groups.all().total().leftOut()).hasToString("duplicate 1");
        assertThat(outcome.result().kinds()).hasToString("{order=3, refund=1}");
    }

    @Test
    void aValueThatIsNoneIsLeftOutWithItsReason() {
        String csv = """
                visitor,date,event,page,value
                ann,2026-03-02,scroll,/,101
                ann,2026-03-02,scroll,/,
                ann,2026-03-02,page_ping,/,-1
                ann,2026-03-02,purchase,,much
                ann,2026-03-02,purchase,,
                ann,2026-03-02,page_view,,
                ann,2026-03-02,,/,
                ,2026-03-02,page_view,/,
                (not set),2026-03-02,page_view,/,
                ann,soon,page_view,/,
                ann,0000-00-00,page_view,/,
                """;
        assertThat(events(READING.withColumns(EventReading.EVENT, EventReading.PAGE, EventReading.VALUE), csv)
                        .accounting())
                .hasToString("11 rows: 1 used, left out invalid_date 1, invalid_value 3, no_date 1, no_event 1, "
                        + "no_page 1, no_value 1, no_visitor 2, malformed nothing");
    }

    @Test
    void sessionsOfAVisitorThatAreGivenAndTooLong() {
        String csv = """
                visitor,date,session
                ann,2026-03-01 10:00,100
                bob,2026-03-01 10:00,100
                ann,2026-03-09 10:00,100
                """;
        EventReading given = READING.withColumns(EventReading.SESSION);
        Groups<SiteTraffic> groups = events(given, csv)
                .result()
                .sessions(
                        SessionDefinition.SNOWPLOW,
                        ORDERS,
                        SiteTraffic.aggregation(SessionDefinition.SNOWPLOW.bounce()));
        assertThat(groups.all().total().summary().sessions().sessions()).isEqualTo(2);
        assertThat(groups.all().total().leftOut()).hasToString("beyond_longest_session 1");
        assertThat(groups.all().total().rows()).isEqualTo(3);
        assertThat(traffic(given, SessionDefinition.GA4.withRules(SessionRules.given()), csv)
                        .sessions()
                        .sessions())
                .isEqualTo(2);
    }

    @Test
    void stickinessOfAGroupIsOfTheLastDayOfTheFiles() {
        StringBuilder csv = new StringBuilder("visitor,date,plan\n");
        for (int day = 1; day <= 30; day++) {
            csv.append("ann,2026-04-").append(day < 10 ? "0" : "").append(day).append(",a\n");
        }
        csv.append("bob,2026-04-30,a\ncid,2026-04-01,b\n");
        Groups<SiteVisitors> groups = events(READING.by(Grouping.by("plan"), null), csv.toString())
                .result()
                .sessions(SessionDefinition.GA4, ORDERS, SiteVisitors.aggregation(ZoneOffset.UTC));
        assertThat(groups.byLabels().values().stream()
                        .map(group -> group.total().summary().stickiness()))
                .as("cid came on one of the 30 days that end with the files, not with cid")
                .containsExactly(31 / 30.0 / 2, 1 / 30.0);
    }

    /** An impression and a flag that says whether it was clicked, in one row. */
    @Test
    void clickThroughFromAFlag() {
        String csv = "visitor,date,item,clicked\nann,2026-03-02,banner,yes\nbob,2026-03-02,banner,no\n"
                + "bob,2026-03-02,banner,no\n";
        ByItem<io.cxmetrics.web.usage.ClickThrough> clicks = events(
                        READING.withColumns(EventReading.ITEM, EventReading.CLICKED), csv)
                .result()
                .sessions(SessionDefinition.GA4, ORDERS, ItemUse.clicks())
                .all()
                .total()
                .summary();
        assertThat(clicks.all().unique().rate()).isEqualTo(0.5);
        assertThat(clicks.all().total()).isEqualTo(1 / 3.0);
        assertThat(clicks.items().keySet()).containsExactly("banner");
    }

    @Test
    void rolesAreNamed() {
        assertThatThrownBy(() -> READING.withColumns("pages"))
                .hasMessage("roles must be among [campaign, clicked, event, id, item, order, page, session, user, "
                        + "value], got pages");
    }

    /** Strangers write the names of visitors: 8,192 of one hash code take no longer than others. */
    @Test
    void visitorsOfOneHashCodeAreManyAllTheSame() {
        StringBuilder csv = new StringBuilder("visitor,date\n");
        for (int i = 0; i < 1 << 13; i++) {
            StringBuilder name = new StringBuilder();
            for (int bit = 0; bit < 13; bit++) {
                name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            csv.append(name).append(",2026-03-02\n");
        }
        assertThat(traffic(READING.by(Grouping.by("visitor"), null), SessionDefinition.GA4, csv.toString())
                        .visitors())
                .isEqualTo(1 << 13);
    }

    /** Groups and periods add up to all, under each definition, whatever the rows. */
    @Property(tries = 60)
    void groupsAddUpToAll(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 100_000) Integer> seeds,
            @ForAll @IntRange(min = 1, max = 4) int visitors) {
        String rows = seeds.stream()
                .map(seed -> "v" + seed % visitors + ",2026-03-0" + (1 + seed / 7 % 3) + " " + (10 + seed / 31 % 10)
                        + ":" + (10 + seed / 311 % 50) + "," + "ab".charAt(seed / 3 % 2) + ","
                        + (seed % 5 == 0 ? "i" + seed % 10 : "") + "," + (seed % 11 == 0 ? "" : "/p" + seed % 3))
                .collect(Collectors.joining("\n"));
        EventReading reading =
                READING.withColumns(EventReading.ID, EventReading.PAGE).by(Grouping.by("plan"), CalendarPeriod.DAY);
        Outcome<WebEvents> outcome = reading.read(
                reading.reading(), Tables.of("visitor,date,plan,id,page\n" + rows + "\nv0,2026-03-01,a,,/\n"));
        Map<String, Groups<SiteTraffic>> all = outcome.result()
                .sessions(
                        List.of(
                                SessionDefinition.GA4,
                                SessionDefinition.PLAUSIBLE,
                                SessionDefinition.matomo(ZoneOffset.UTC),
                                SessionDefinition.GA4.withName("short").withTimeout(Duration.ofMinutes(5))),
                        ORDERS,
                        each -> SiteTraffic.aggregation(each.bounce()));
        for (Groups<SiteTraffic> groups : all.values()) {
            Groups.Group<SiteTraffic> total = groups.all();
            assertThat(total.total().rows()).isEqualTo(outcome.accounting().rows());
            assertThat(total.total().used()).isEqualTo(outcome.accounting().used());
            assertThat(groups.byLabels().values().stream()
                            .map(group -> group.total().summary().sessions())
                            .reduce((left, right) -> left.plus(right)))
                    .contains(total.total().summary().sessions());
            assertThat(total.periods().values().stream()
                            .map(part -> part.summary().sessions())
                            .reduce((left, right) -> left.plus(right)))
                    .contains(total.total().summary().sessions());
        }
        Groups<?> byVisitor = outcome.result().visitors(SiteFunnelTest.counting());
        assertThat(byVisitor.all().total().rows())
                .isEqualTo(outcome.accounting().rows());
    }
}
