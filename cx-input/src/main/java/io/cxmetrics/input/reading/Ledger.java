package io.cxmetrics.input.reading;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.LeftOut;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.table.FileRows;
import io.cxmetrics.input.table.Row;
import io.cxmetrics.input.table.Rows;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps the accounts of a reading, file by file, so that one file of which nothing could be read is found among many.
 */
final class Ledger {

    /** Reasons that the message of an unreadable file names. */
    private static final int NAMED = 3;

    private final Rows rows;
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final LeftOut.Buffer unread = new LeftOut.Buffer();
    private Page page = new Page();
    private String file = "";

    /** The account of one file. */
    private static final class Page {
        private final LeftOut.Buffer leftOut = new LeftOut.Buffer();
        private long used;
    }

    Ledger(Rows rows) {
        this.rows = rows;
    }

    /** Says which row the next entry is about. */
    void enter(Row row) {
        if (!file.equals(row.file())) {
            file = row.file();
            page = pages.computeIfAbsent(file, f -> new Page());
        }
    }

    void used(Fields row) {
        page.used++;
        if (!row.unread().isEmpty()) {
            row.unread().forEach((reason, words) -> unread.add(reason, row.place(), words));
        }
    }

    /** What could not be read in rows that count. */
    LeftOut unread() {
        return unread.leftOut();
    }

    void filtered(Reason reason) {
        page.leftOut.add(reason);
    }

    void leftOut(Reason reason, Fields row) {
        if (page.leftOut.wantsExample(reason)) {
            page.leftOut.add(reason, row.place(), row.words());
        } else {
            page.leftOut.add(reason);
        }
    }

    /** Ends the accounts; an error if all rows of a file could not be read. */
    Accounting close() {
        Accounting sum = Accounting.EMPTY;
        for (FileRows part : rows.files()) {
            Page own = pages.getOrDefault(part.file(), new Page());
            LeftOut leftOut = own.leftOut.leftOut();
            long all = Math.addExact(part.count(), part.malformed().count());
            long unreadable = leftOut.count(Reason.Kind.BLANK)
                    + leftOut.count(Reason.Kind.INVALID)
                    + part.malformed().count();
            if (own.used == 0 && unreadable > 0) {
                throw InputException.data(
                        part.file(),
                        "none of its " + all + " rows could be used: " + inWords(leftOut.plus(part.malformed())));
            }
            sum = sum.plus(new Accounting(all, own.used, leftOut, part.malformed()));
        }
        return sum;
    }

    /** The most frequent reasons, each with its first example. */
    private static String inWords(LeftOut leftOut) {
        Comparator<Map.Entry<Reason, Long>> frequent = Map.Entry.comparingByValue();
        return leftOut.counts().entrySet().stream()
                .sorted(frequent.reversed())
                .limit(NAMED)
                .map(entry -> entry.getValue() + " " + entry.getKey() + example(leftOut, entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String example(LeftOut leftOut, Reason reason) {
        return Stream.concat(leftOut.examples(reason).stream().map(words -> " (" + words + ")"), Stream.of(""))
                .findFirst()
                .orElseThrow();
    }
}
