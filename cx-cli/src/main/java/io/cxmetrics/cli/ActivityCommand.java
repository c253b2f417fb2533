package io.cxmetrics.cli;

import io.cxmetrics.cli.customers.ActivityRows;
import io.cxmetrics.cli.input.DateParser;
import io.cxmetrics.cli.input.RowReader;
import io.cxmetrics.report.Report;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** What the commands over logs of activities and transactions share. */
@SuppressWarnings("NullAway.Init") // picocli sets these before anything reads them
abstract class ActivityCommand extends FilesCommand {

    @Mixin
    ActivityOptions activity;

    @Mixin
    MoneyOptions money;

    ActivityCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /** Checks what was asked for, before any file is read. */
    abstract void check();

    /**
     * Answers.
     *
     * @param asOf the last day that is observed
     * @param common the facts that every such report ends with
     */
    abstract Report report(ActivityRows rows, LocalDate asOf, Map<String, Object> common);

    @Override
    public Integer call() throws IOException {
        check();
        int decimals = money.decimals();
        // A time with an offset needs a zone to have a day; one without is taken as written, which is UTC throughout.
        DateParser dates = new DateParser(files.dateFormat, files.zone);
        DateParser.Found until = date("--as-of", activity.asOf, dates);
        ActivityRows rows = new ActivityRows(decimals, until == null ? null : until.date());
        long malformed = read((source, problems) -> rows.read(
                new RowReader(source, problems, dates),
                source.column(activity.customer),
                source.column(activity.at),
                column(source, activity.amount),
                groupColumns(source)));
        LocalDate asOf = rows.asOf();
        Map<String, Object> common = new LinkedHashMap<>();
        if (asOf != null) {
            common.put("as_of", asOf);
        }
        common.put("zone", files.zone == null ? "as written" : files.zone);
        common.put("rows", rows.groups().rows());
        common.put("malformed_rows", malformed);
        // Without any activity every day gives the same answer, which is none.
        print(report(rows, asOf == null ? LocalDate.EPOCH : asOf, common));
        return 0;
    }
}
