package io.cxmetrics.cli.web;

import static io.cxmetrics.cli.web.EventColumns.text;
import static java.util.Objects.requireNonNull;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.cli.input.DateParser;
import io.cxmetrics.cli.input.RowReader;
import io.cxmetrics.cli.report.CalendarLabels;
import io.cxmetrics.report.Names;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads events, a row each, and counts what kinds of them there are. */
public final class EventRows {

    private static final int LISTED = 30;

    /** Percentages have as many decimals as anybody writes; a thousandth of a page is a tenth of a percent. */
    private static final int PERCENT_DECIMALS = 6;

    private static final long PERCENT = 1_000_000;

    private final EventTable table;
    private final Kinds kinds;
    private final int decimals;
    private final @Nullable Instant until;
    private final Map<String, Long> counts = new HashMap<>();

    /**
     * Starts without any.
     *
     * @param table where the events go
     * @param kinds what their names mean
     * @param decimals how many decimals the minor unit of amounts has
     * @param until the end of observation, at which no event counts any more; null for none
     */
    public EventRows(EventTable table, Kinds kinds, int decimals, @Nullable Instant until) {
        this.table = table;
        this.kinds = kinds;
        this.decimals = decimals;
        this.until = until;
    }

    /** Reads all rows of a file. */
    public void read(RowReader row, EventColumns columns) {
        while (row.next()) {
            DateParser.Found at = row.date(columns.at(), "date");
            WebEvent<String> event = event(row, columns, at == null ? Instant.EPOCH : at.at());
            if (at != null && until != null && !at.at().isBefore(until)) {
                row.leaveOut("after_as_of");
            }
            List<String> labels = row.labels(columns.by());
            if (row.reason() == null) {
                table.add(event, labels);
                count(event);
            } else {
                String without = row.text(columns.at()).isEmpty() ? CalendarLabels.NONE : CalendarLabels.INVALID;
                table.leaveOut(labels, at == null ? null : at.at(), without, requireNonNull(row.reason()));
            }
        }
    }

    private WebEvent<String> event(RowReader row, EventColumns columns, Instant at) {
        String visitor = row.key(columns.visitor(), "visitor");
        String name = columns.event() < 0 ? "" : row.key(columns.event(), "event");
        EventKind kind = columns.event() < 0 ? EventKind.PAGE_VIEW : kinds.of(name);
        String session = columns.session() < 0 ? "" : row.key(columns.session(), "session");
        String id = text(row, kind == EventKind.ORDER && columns.order() >= 0 ? columns.order() : columns.id());
        WebEvent<String> event = WebEvent.of(table.once(visitor), at, kind, table.once(name(row, columns, kind, name)))
                .withUser(table.once(text(row, columns.user())))
                // An id need be one of its visitor only, as those of Google Analytics, which are times.
                .withSession(session.isEmpty() ? "" : table.once(visitor + "\n" + session))
                .withId(id)
                .withCampaign(table.once(text(row, columns.campaign())));
        long value = columns.value() < 0 ? 0 : value(row, columns.value(), kind);
        return kind == EventKind.ORDER || kind == EventKind.REFUND
                ? event.withAmount(value, MoneyUnit.ofDecimals(decimals))
                : event.withValue(value);
    }

    private static String name(RowReader row, EventColumns columns, EventKind kind, String name) {
        return switch (kind) {
            case PAGE_VIEW -> columns.page() < 0 ? name : row.key(columns.page(), "page");
            case PING, SCROLL -> columns.page() < 0 ? name : row.text(columns.page());
            case CUSTOM, LOGIN, CHECKOUT, ORDER, REFUND -> name;
            default -> {
                String item = text(row, columns.item());
                yield item.isEmpty() ? name : item;
            }
        };
    }

    /** What is blank says nothing, which is no time and no amount; of a scroll it is all there is to say. */
    private long value(RowReader row, int column, EventKind kind) {
        boolean blank = row.text(column).isEmpty();
        switch (kind) {
            case PING -> {
                return blank ? 0 : row.whole(column, "value");
            }
            case SCROLL -> {
                long percent = row.amount(column, "value", PERCENT_DECIMALS);
                if (percent < 0 || percent > 100 * PERCENT) {
                    row.leaveOut("invalid_value");
                }
                return percent / (PERCENT / 10);
            }
            case ORDER, REFUND -> {
                return blank ? 0 : row.amount(column, "value", decimals);
            }
            default -> {
                return 0;
            }
        }
    }

    private void count(WebEvent<String> event) {
        String kind = Names.of(event.kind());
        counts.merge(event.kind() == EventKind.CUSTOM ? event.name() + " (" + kind + ")" : kind, 1L, Long::sum);
    }

    /** Returns how many events there are of each kind, and of custom events of each name, most first. */
    public Map<String, Long> counts() {
        Map<String, Long> most = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> most.merge(
                        most.size() < LISTED ? entry.getKey() : "any other", entry.getValue(), Math::addExact));
        return most;
    }
}
