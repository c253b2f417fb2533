package io.cxmetrics.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.input.field.Dates;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.source.Source;
import io.cxmetrics.input.table.Table;
import io.cxmetrics.input.web.EventReading;
import io.cxmetrics.input.web.PageTraffic;
import io.cxmetrics.input.web.SiteFunnel;
import io.cxmetrics.input.web.SiteTraffic;
import io.cxmetrics.input.web.WebEvents;
import io.cxmetrics.report.Line;
import io.cxmetrics.report.Report;
import io.cxmetrics.report.ReportBuilder;
import io.cxmetrics.report.SideBySide;
import io.cxmetrics.report.Values;
import io.cxmetrics.web.EventNames;
import io.cxmetrics.web.NamedEvents;
import io.cxmetrics.web.funnel.Funnel;
import io.cxmetrics.web.funnel.FunnelCounts;
import io.cxmetrics.web.funnel.FunnelMatcher;
import io.cxmetrics.web.page.PageTimeRule;
import io.cxmetrics.web.session.BounceDuration;
import io.cxmetrics.web.session.BounceRule;
import io.cxmetrics.web.session.SessionDefinition;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteFiguresTest {

    private static final NamedEvents ORDERS = NamedEvents.of("order", EventNames.COMMON);

    private static final String CSV = """
            visitor,date,page,site
            ann,2026-03-02 10:00:00,/,a
            ann,2026-03-02 10:01:00,/buy,a
            bob,2026-03-02 10:00:00,/,b
            """;

    private static Outcome<WebEvents> events() {
        byte[] bytes = CSV.getBytes(StandardCharsets.UTF_8);
        EventReading reading = EventReading.of(Dates.ISO, ZoneOffset.UTC)
                .withColumns(EventReading.PAGE)
                .by(Grouping.by("site"), null);
        return reading.read(reading.reading(), Table.of(Source.of("f", new ByteArrayInputStream(bytes))));
    }

    private static Report traffic(BounceRule bounce) {
        Outcome<WebEvents> events = events();
        Groups<SiteTraffic> groups =
                events.result().sessions(SessionDefinition.GA4, ORDERS, SiteTraffic.aggregation(bounce));
        return new ReportBuilder<>("web", TrafficFigures.of(BounceDuration.AS_MEASURED, 0.95))
                .by(List.of("site"))
                .report(WebEvents.account(events, groups));
    }

    @Test
    void sessionsAndBounces() {
        Values all = traffic(BounceRule.SINGLE_PAGE_VIEW).total().values();
        assertThat(all.number("sessions")).isEqualTo(2);
        assertThat(all.number("bounce_rate")).isEqualTo(50);
        assertThat(all.number("mean_duration")).isEqualTo(30);
        assertThat(all.number("pages_per_session")).isEqualTo(1.5);
    }

    @Test
    void answersStandSideBySide() {
        SideBySide answers = new SideBySide("definition");
        assertThatThrownBy(() -> answers.report(new Values())).isInstanceOf(IllegalStateException.class);
        answers.add("one", traffic(BounceRule.SINGLE_PAGE_VIEW));
        assertThat(answers.report(new Values()).by()).as("one alone as it is").containsExactly("site");
        answers.add("two", traffic(BounceRule.ONE_EVENT));
        Report both = answers.report(new Values().put("events", 3));
        assertThat(both.by()).containsExactly("definition", "site");
        assertThat(both.groups().stream().map(Line::labels))
                .containsExactly(List.of("one", "a"), List.of("one", "b"), List.of("two", "a"), List.of("two", "b"));
        assertThat(both.total().values().number("events")).isEqualTo(3);
    }

    @Test
    void pagesHaveALineEach() {
        Outcome<WebEvents> events = events();
        var pages = events.result()
                .sessions(
                        SessionDefinition.GA4,
                        ORDERS,
                        PageTraffic.byPage(BounceRule.SINGLE_PAGE_VIEW, PageTimeRule.GAP));
        Report report = PageFigures.traffic(0.95).report(events.withResult(pages), 1, builder -> {});
        assertThat(report.by()).containsExactly("page");
        assertThat(report.groups()).singleElement().extracting(Line::labels).isEqualTo(List.of("/"));
        assertThat(report.groups().get(0).values().number("entrances")).isEqualTo(2);
        assertThat(report.total().values().number("pages")).isEqualTo(2);
        assertThat(report.facts()).containsEntry("shown", "the 1 with most events of 2; see --top");
    }

    @Test
    void aStepThatComesAgainHasItsNumber() {
        Outcome<WebEvents> events = events();
        Funnel funnel = Funnel.of("/", "/buy", "/");
        Groups<FunnelCounts> counts = events.result().visitors(SiteFunnel.ofVisitors(FunnelMatcher.of(funnel)));
        Report report = new FunnelFigures(funnel, "visitors", 0.95).report().report(WebEvents.account(events, counts));
        assertThat(report.total().periods().stream().map(Line::period)).containsExactly("/", "/buy", "/ (3)");
        assertThat(report.total().values().number("entered")).isEqualTo(2);
        assertThat(report.total().values().number("converted")).isZero();
    }
}
