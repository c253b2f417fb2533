package io.cxmetrics.cli.web;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toList;

import io.cxmetrics.cli.group.Groups;
import io.cxmetrics.report.Line;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Report;
import io.cxmetrics.report.Values;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.session.SessionRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers what was asked of events, under each definition, and puts the answers into one report. */
public final class WebReport {

    private final WebQuestion question;
    private final EventTable table;

    public WebReport(WebQuestion question, EventTable table) {
        this.question = question;
        this.table = table;
    }

    /** The events under one definition: what is asked, and their groups. */
    private record Cut(
            Definition definition,
            View view,
            NamedEvents goal,
            Groups<WebEvent<String>, List<WebEvent<String>>> groups) {

        Values of(List<WebEvent<String>> events, Map<String, Long> leftOut) {
            return view.of(Visits.of(events, definition, goal));
        }

        Line total() {
            return groups.total(this::of);
        }
    }

    private Cut cut(Definition definition) {
        EventTable sessions = table.inSessions(question.rules(definition));
        return new Cut(
                definition, question.view(sessions), question.goal(), sessions.groups(WebEvent::session, toList()));
    }

    /**
     * Returns the report.
     *
     * @param by the columns that groups are made by
     * @param common the facts that it ends with
     */
    public Report report(List<String> by, Map<String, Object> common) {
        List<SideBySide> answers = new ArrayList<>();
        View view = null;
        for (Definition definition : question.definitions()) {
            Cut cut = cut(definition);
            view = cut.view();
            if (view instanceof ListView list) {
                return list(list, cut, common);
            }
            answers.add(new SideBySide(
                    Names.of(definition), cut.total(), cut.groups().groups(cut::of)));
        }
        Map<String, Object> facts = facts(requireNonNull(view));
        facts.putAll(common);
        return SideBySide.report("web", "definition", facts, view.columns(), by, answers, independent(table.events()));
    }

    private Report list(ListView list, Cut cut, Map<String, Object> common) {
        Map<String, Object> facts = facts(list);
        List<Line> things = things(list, cut, facts);
        facts.putAll(common);
        return new Report("web", facts, list.columns(), List.of(list.thing()), cut.total(), things);
    }

    /** The lines of single things, those with most events first. */
    private List<Line> things(ListView list, Cut cut, Map<String, Object> facts) {
        Visits visits = Visits.of(cut.groups().summary(), cut.definition(), question.goal());
        List<ListView.Thing> all = new ArrayList<>(list.things(visits));
        all.sort(Comparator.comparingLong(ListView.Thing::count).reversed().thenComparing(ListView.Thing::name));
        if (all.size() > question.top()) {
            facts.put("shown", "the " + question.top() + " with most events of " + all.size() + "; see --top");
        }
        return all.stream()
                .limit(question.top())
                .map(thing -> new Line(List.of(thing.name()), "", thing.count(), Map.of(), thing.values(), List.of()))
                .toList();
    }

    private static Values independent(List<WebEvent<String>> events) {
        return new Values()
                .put("events", (long) events.size())
                .put(
                        "visitors",
                        events.stream().map(WebEvent::visitor).distinct().count())
                .put(
                        "page_views",
                        events.stream()
                                .filter(event -> event.kind() == EventKind.PAGE_VIEW)
                                .count());
    }

    private Map<String, Object> facts(View view) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("definition", view.definition());
        for (Definition definition : question.definitions()) {
            SessionRules rules = question.rules(definition);
            facts.put(Names.of(definition), Definition.words(definition, rules));
        }
        facts.put("key_events", question.goal().name() + (question.goal().prefix() ? "*" : ""));
        facts.put("confidence", question.confidence());
        return facts;
    }
}
