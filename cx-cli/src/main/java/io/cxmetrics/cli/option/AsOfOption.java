package io.cxmetrics.cli.option;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.field.Moment;
import io.cxmetrics.input.field.Value;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Until when the files tell: through a day, or until an instant. */
public final class AsOfOption {

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the last day that is known, or the instant at which knowledge ends (default: the latest date"
                    + " in the files)")
    @Nullable
    String asOf;

    /** Whether a day or an instant was named. */
    public boolean given() {
        return asOf != null;
    }

    /** The end of observation, excluded: after the day, or at the instant. Null if neither was named. */
    public @Nullable Instant observedUntil(FieldReader<Moment> dates, ZoneId zone) {
        Moment moment = moment(dates);
        if (moment == null) {
            return null;
        }
        return moment.isDateOnly()
                ? moment.writtenDate().plusDays(1).atStartOfDay(zone).toInstant()
                : moment.instant(zone);
    }

    /** The day or the instant, null if neither was named. */
    public @Nullable Moment moment(FieldReader<Moment> dates) {
        if (asOf == null) {
            return null;
        }
        Value<Moment> moment = dates.read(asOf);
        if (!moment.isPresent()) {
            throw CliException.usage("--as-of: must be a date or a time, got " + asOf);
        }
        return moment.get();
    }
}
