package io.cxmetrics.input.subscription;

import io.cxmetrics.input.LeftOut;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Labels;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What became of the rows of each group. */
final class GroupAccounts {

    private final Map<Labels, Page> pages = new TreeMap<>();
    private final Pool<Labels> labels = new Pool<>();
    private final LeftOut.Buffer late = new LeftOut.Buffer();

    private static final class Page {
        private final LeftOut.Buffer leftOut = new LeftOut.Buffer();
        private long used;
    }

    private Page page(Labels of) {
        return pages.computeIfAbsent(of, key -> new Page());
    }

    /** Takes a row that is used, and returns the one instance of its labels. */
    Labels used(Labels of) {
        Labels one = labels.one(of);
        page(one).used++;
        return one;
    }

    void leftOut(Labels of, Reason reason) {
        page(of).leftOut.add(reason);
    }

    /** Rows that were used, and turn out to be unusable among the others. */
    void takeBack(Labels of, Reason reason, long count) {
        Page page = page(of);
        page.used -= count;
        for (long i = 0; i < count; i++) {
            page.leftOut.add(reason);
            late.add(reason);
        }
    }

    /** What was taken back, of all groups. */
    LeftOut late() {
        return late.leftOut();
    }

    <R> Groups<R> groups(R all, Function<Labels, R> of) {
        long used = 0;
        LeftOut leftOut = LeftOut.EMPTY;
        Map<Labels, Groups.Part<R>> groups = new TreeMap<>();
        for (Map.Entry<Labels, Page> entry : pages.entrySet()) {
            Page page = entry.getValue();
            LeftOut own = page.leftOut.leftOut();
            used += page.used;
            leftOut = leftOut.plus(own);
            groups.put(entry.getKey(), new Groups.Part<>(page.used, of.apply(entry.getKey()), own));
        }
        return Groups.of(new Groups.Part<>(used, all, leftOut), groups);
    }
}
