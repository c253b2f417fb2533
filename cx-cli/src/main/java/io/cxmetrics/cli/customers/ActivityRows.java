package io.cxmetrics.cli.customers;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.cli.group.Groups;
import io.cxmetrics.cli.input.DateParser;
import io.cxmetrics.cli.input.RowReader;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The activities of files, in their groups. */
public final class ActivityRows {

    private final Groups<Activity<String>, ActivityLog<String>> groups =
            new Groups<>(ActivityLog.<String>toActivityLog());
    private final int decimals;
    private final @Nullable LocalDate until;
    private @Nullable LocalDate latest;

    /**
     * Starts without any.
     *
     * @param decimals how many decimals the minor unit has
     * @param until the last day that is observed, null for that of the latest row
     */
    public ActivityRows(int decimals, @Nullable LocalDate until) {
        this.decimals = decimals;
        this.until = until;
    }

    /**
     * Reads all rows of a file.
     *
     * @param customer the column of customers
     * @param at the column of times
     * @param amount the column of amounts, -1 if there is none
     * @param by the columns that groups are made by
     */
    public void read(RowReader row, int customer, int at, int amount, List<Integer> by) {
        while (row.next()) {
            String who = row.key(customer, "customer");
            DateParser.Found when = row.date(at, "date");
            long what = amount < 0 ? 0 : row.amount(amount, "amount", decimals);
            if (when != null && until != null && when.date().isAfter(until)) {
                row.leaveOut("after_as_of");
            }
            groups.end(row.labels(by), row.reason(), () -> activity(who, requireNonNull(when), what));
        }
    }

    private Activity<String> activity(String who, DateParser.Found when, long what) {
        latest = latest == null || when.date().isAfter(latest) ? when.date() : latest;
        return Activity.of(who, when.at(), what, MoneyUnit.ofDecimals(decimals));
    }

    public Groups<Activity<String>, ActivityLog<String>> groups() {
        return groups;
    }

    /** Returns the last day that is observed, null if nothing is known of any. */
    public @Nullable LocalDate asOf() {
        return until == null ? latest : until;
    }
}
