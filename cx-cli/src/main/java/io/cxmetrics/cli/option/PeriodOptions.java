package io.cxmetrics.cli.option;

import io.cxmetrics.time.CalendarPeriod;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long periods are. */
public final class PeriodOptions {

    @Option(
            names = "--per",
            paramLabel = "PERIOD",
            description =
                    "day, week, week-from-sunday, week-from-saturday, month, quarter, year (default where results are"
                            + " split by time: month)")
    @Nullable
    public CalendarPeriod per;

    /** The length of periods. */
    public CalendarPeriod per() {
        return per == null ? CalendarPeriod.MONTH : per;
    }
}
