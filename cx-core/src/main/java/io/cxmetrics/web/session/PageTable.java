package io.cxmetrics.web.session;

import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.internal.Checks;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;

/** The counts of pages by their codes. It is filled by one thread, and left as it is from then on. */
final class PageTable implements Serializable {

    private static final long serialVersionUID = 1;

    static final int LIMIT = 1 << 24;

    private final long[] views;
    private final long[] visits;
    private final long[] entrances;
    private final long[] exits;
    private final long[] bounces;

    PageTable(int bound) {
        views = new long[bound];
        visits = new long[bound];
        entrances = new long[bound];
        exits = new long[bound];
        bounces = new long[bound];
    }

    int bound() {
        return views.length;
    }

    void view(int page, boolean firstOfVisit) {
        views[page]++;
        visits[page] += firstOfVisit ? 1 : 0;
    }

    void session(int entry, int exit, boolean bounce) {
        entrances[entry]++;
        exits[exit]++;
        bounces[entry] += bounce ? 1 : 0;
    }

    void put(int page, long viewed, long visited, long entered, long exited, long bounced) {
        views[page] = viewed;
        visits[page] = visited;
        entrances[page] = entered;
        exits[page] = exited;
        bounces[page] = bounced;
    }

    PageCounts at(int page) {
        return page < views.length
                ? new PageCounts(views[page], visits[page], entrances[page], exits[page], bounces[page])
                : PageCounts.EMPTY;
    }

    PageTable plus(PageTable other) {
        PageTable sum = new PageTable(Math.max(bound(), other.bound()));
        sum.take(this);
        sum.take(other);
        return sum;
    }

    private void take(PageTable other) {
        for (int page = 0; page < other.views.length; page++) {
            views[page] = Math.addExact(views[page], other.views[page]);
            visits[page] += other.visits[page];
            entrances[page] += other.entrances[page];
            exits[page] += other.exits[page];
            bounces[page] += other.bounces[page];
        }
    }

    StoredForm storedForm() {
        return StoredForm.of("PageTable", 1)
                .with("views", views)
                .with("visits", visits)
                .with("entrances", entrances)
                .with("exits", exits)
                .with("bounces", bounces);
    }

    /** Rebuilds the pages of sessions, with which they have to agree. */
    static PageTable ofStored(StoredForm form, SessionSummary sessions) {
        StoredFields fields = form.expect("PageTable", 1, "views", "visits", "entrances", "exits", "bounces")
                .sameLength("views", "visits", "entrances", "exits", "bounces");
        long[] views = fields.wholes("views");
        if (views.length > LIMIT) {
            throw new IllegalArgumentException("pages must be at most " + LIMIT + ", got " + views.length);
        }
        PageTable table = new PageTable(views.length);
        long[] visits = fields.wholes("visits");
        long[] entrances = fields.wholes("entrances");
        long[] exits = fields.wholes("exits");
        long[] bounces = fields.wholes("bounces");
        PageCounts all = PageCounts.EMPTY;
        for (int page = 0; page < views.length; page++) {
            table.put(page, views[page], visits[page], entrances[page], exits[page], bounces[page]);
            all = all.plus(table.at(page));
        }
        Checks.same("views of stored PageTable", sessions.pageViews(), all.views());
        Checks.same("entrances of stored PageTable", sessions.sessions(), all.entrances());
        Checks.same("exits of stored PageTable", sessions.sessions(), all.exits());
        Checks.same("bounces of stored PageTable", sessions.bounces(), all.bounces());
        return table;
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PageTable that
                && Arrays.equals(views, that.views)
                && Arrays.equals(visits, that.visits)
                && Arrays.equals(entrances, that.entrances)
                && Arrays.equals(exits, that.exits)
                && Arrays.equals(bounces, that.bounces);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(views) + Arrays.hashCode(exits);
    }
}
