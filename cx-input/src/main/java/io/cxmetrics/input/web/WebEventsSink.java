package io.cxmetrics.input.web;

import io.cxmetrics.input.LeftOut;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.reading.Accounting;
import io.cxmetrics.input.reading.Fields;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Labels;
import io.cxmetrics.input.reading.LatestTime;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Sink;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.RowOrder;
import io.cxmetrics.web.RowOrderBuffer;
import io.cxmetrics.web.WebEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes events as rows are read, file by file. */
final class WebEventsSink implements Sink<WebEvent<String>> {

    /** The time of a row that is left out: an instant, null for none, or what cannot be read. */
    record RowTime(@Nullable Instant at, String otherwise) {}

    private final EventColumns columns = new EventColumns();
    private final Grouping.Splitter split;
    private final Periods periods;
    private final Function<Fields, RowTime> time;
    private final LatestTime.Buffer latest;
    private final Map<Labels, Integer> labelCodes = new HashMap<>();
    private final List<Labels> labels = new ArrayList<>();
    private final Map<EventGroup, Map<Reason, Long>> leftOut = new TreeMap<>();
    private String file = "";
    private int firstOfFile;
    private RowOrderBuffer order = new RowOrderBuffer();

    /** The time of the row before of each visitor in this file, by the code of the visitor. */
    private long[] before = new long[1024];

    private int[] fileOf = new int[1024];
    private int files;

    WebEventsSink(Grouping grouping, Periods periods, Clock clock, Function<Fields, RowTime> time) {
        this.split = grouping.splitter();
        this.periods = periods;
        this.latest = new LatestTime.Buffer(clock);
        this.time = time;
    }

    @Override
    public void used(WebEvent<String> event, Fields row) {
        if (files == 0 || !file.equals(row.place().file())) {
            endFile();
            file = row.place().file();
            files++;
        }
        Labels own = split.labels(row);
        Integer label = labelCodes.get(own);
        if (label == null) {
            label = labels.size();
            labels.add(own);
            labelCodes.put(own, label);
        }
        int at = columns.add(event, label);
        latest.add(event.at(), row);
        int visitor = columns.visitor(at);
        if (visitor >= before.length) {
            before = java.util.Arrays.copyOf(before, visitor * 2);
            fileOf = java.util.Arrays.copyOf(fileOf, visitor * 2);
        }
        order.add(columns.millis(at), fileOf[visitor] == files ? before[visitor] : RowOrderBuffer.NONE);
        before[visitor] = columns.millis(at);
        fileOf[visitor] = files;
    }

    @Override
    public void leftOut(Reason reason, Fields row) {
        String period = "";
        if (periods.isSplit()) {
            RowTime at = time.apply(row);
            period = at.at() == null ? at.otherwise() : periods.label(at.at().toEpochMilli());
        }
        leaveOut(new EventGroup(split.labels(row), period), reason);
    }

    private void leaveOut(EventGroup group, Reason reason) {
        leftOut.computeIfAbsent(group, fresh -> new TreeMap<>()).merge(reason, 1L, Math::addExact);
    }

    private void endFile() {
        if (order.order() == RowOrder.NEWEST_FIRST) {
            columns.reverse(firstOfFile, columns.count());
        }
        firstOfFile = columns.count();
        order = new RowOrderBuffer();
    }

    /**
     * Ends the reading.
     *
     * @param asked the end of observation that was asked for, null for none
     * @param ends whether the latest time ends the observation where none was asked for, so that mistyped years are
     *     left out
     */
    Outcome<WebEvents> finish(Outcome<?> outcome, @Nullable Instant asked, boolean ends) {
        endFile();
        if (labels.isEmpty()) {
            labels.add(Labels.ALL);
        }
        LatestTime last = latest.latest();
        Instant until = asked == null ? last.observedUntil() : asked;
        BitSet dropped = new BitSet();
        LeftOut.Buffer more = new LeftOut.Buffer();
        if (ends && last.far() > 0) {
            for (int row = 0; row < columns.count(); row++) {
                if (columns.millis(row) >= until.toEpochMilli()) {
                    drop(row, WebEvents.AFTER, dropped, more);
                }
            }
        }
        if (columns.hasIds()) {
            duplicates(dropped).stream().forEach(row -> drop(row, WebEvents.DUPLICATE, dropped, more));
        }
        Accounting read = outcome.accounting();
        LeftOut out = more.leftOut();
        Accounting whole = new Accounting(
                read.rows(), read.used() - out.count(), read.leftOut().plus(out), read.malformed());
        WebEvents events = new WebEvents(columns, dropped, labels, periods, leftOut, last, until);
        Outcome<WebEvents> result = new Outcome<>(events, whole, outcome.unread(), outcome.warnings());
        return last.warning().map(result::withWarning).orElse(result);
    }

    private void drop(int row, Reason reason, BitSet dropped, LeftOut.Buffer more) {
        dropped.set(row);
        more.add(reason);
        columns.things.uncount(columns.thing(row));
        leaveOut(new EventGroup(labels.get(columns.label(row)), periods.label(columns.millis(row))), reason);
    }

    /** The rows whose kind and id an earlier one has; of those at one time the first row stays. */
    private BitSet duplicates(BitSet dropped) {
        Map<EventKind, int[]> first = new EnumMap<>(EventKind.class);
        BitSet duplicates = new BitSet();
        for (int row = 0; row < columns.count(); row++) {
            int id = columns.id(row);
            if (id == 0 || dropped.get(row)) {
                continue;
            }
            int[] rows = first.computeIfAbsent(columns.kind(row), fresh -> new int[columns.ids.bound()]);
            int known = rows[id] - 1;
            if (known < 0 || columns.millis(row) < columns.millis(known)) {
                rows[id] = row + 1;
                if (known >= 0) {
                    duplicates.set(known);
                }
            } else {
                duplicates.set(row);
            }
        }
        return duplicates;
    }
}
