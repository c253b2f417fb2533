package io.cxmetrics.cli.option;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.input.reading.Reading;
import io.cxmetrics.input.reading.Roles;
import io.cxmetrics.input.support.MeasuredTicket;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Columns that say how long tickets took, instead of when. */
public final class MeasuredOptions {

    @Option(
            names = "--duration",
            paramLabel = "COLUMN",
            description = "how long the resolution took, as 2.5, 1:30, PT1H30M or 1h 30m; blank while the ticket is"
                    + " open; in place of --created and --resolved")
    public @Nullable String duration;

    @Option(
            names = "--duration-unit",
            paramLabel = "UNIT",
            description = "unit of plain numbers in it: minutes, hours, days (default: hours)")
    @Nullable
    ChronoUnit durationUnit;

    @Option(
            names = "--reply-duration",
            paramLabel = "COLUMN",
            description = "how long the first reply took, in the same way")
    public @Nullable String replyDuration;

    @Option(
            names = "--reply-duration-unit",
            paramLabel = "UNIT",
            description = "unit of plain numbers in it: minutes, hours, days (default: hours)")
    @Nullable
    ChronoUnit replyDurationUnit;

    /** Whether times were measured already. */
    public boolean given() {
        return duration != null || replyDuration != null;
    }

    /** Refuses units without a column. */
    public void check() {
        if (duration == null && durationUnit != null) {
            throw CliException.usage("--duration-unit: needs --duration");
        }
        if (replyDuration == null && replyDurationUnit != null) {
            throw CliException.usage("--reply-duration-unit: needs --reply-duration");
        }
    }

    /** How the rows are read. */
    public Reading<MeasuredTicket> reading() {
        Roles roles = Roles.NONE;
        if (duration != null) {
            roles = roles.with(MeasuredTicket.RESOLUTION_TIME, duration);
        }
        if (replyDuration != null) {
            roles = roles.with(MeasuredTicket.REPLY_TIME, replyDuration);
        }
        return MeasuredTicket.reading(unit(duration, durationUnit), unit(replyDuration, replyDurationUnit))
                .with(roles);
    }

    private static @Nullable ChronoUnit unit(@Nullable String column, @Nullable ChronoUnit unit) {
        return column == null ? null : unit == null ? ChronoUnit.HOURS : unit;
    }
}
