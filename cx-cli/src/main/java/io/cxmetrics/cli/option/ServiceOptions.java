package io.cxmetrics.cli.option;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.input.field.Moment;
import io.cxmetrics.input.field.Value;
import io.cxmetrics.input.reading.Roles;
import io.cxmetrics.input.subscription.SubscriptionReading;
import io.cxmetrics.retention.subscription.Overlap;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Subscriptions: whose they are, from when to when, and until when they are known. */
@SuppressWarnings("NullAway.Init") // picocli sets what has a default before anything reads it
public final class ServiceOptions {

    @Option(names = "--customer", paramLabel = "COLUMN", description = "what tells customers apart")
    @Nullable
    public String customer;

    @Option(names = "--start", paramLabel = "COLUMN", description = "the first day of a subscription")
    @Nullable
    public String start;

    @Option(
            names = "--end",
            paramLabel = "COLUMN",
            description = "the first day without it; blank while the subscription runs")
    @Nullable
    public String end;

    @Option(names = "--end-inclusive", description = "--end is the last day with it")
    public boolean inclusive;

    @Option(
            names = "--overlap",
            defaultValue = "refuse",
            paramLabel = "RULE",
            description =
                    "subscriptions of one customer at the same time: refuse, which leaves the later one out, or allow"
                            + " (default: ${DEFAULT-VALUE})")
    public Overlap overlap;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the last day that is known; what comes later does not count (default: the latest start)")
    @Nullable
    public String asOf;

    /** The last day that is known, null where nobody said. */
    public @Nullable LocalDate observedThrough(DateOptions dates) {
        if (asOf == null) {
            return null;
        }
        Moment until = moment("--as-of", asOf, dates);
        // A time of the day is not known itself.
        return until.isDateOnly()
                ? until.writtenDate()
                : LocalDate.ofInstant(until.instant(dates.zone()).minusNanos(1), dates.zone());
    }

    /** A day that an option names. */
    public static LocalDate day(String option, String text, DateOptions dates) {
        return moment(option, text, dates).date(dates.zone());
    }

    private static Moment moment(String option, String text, DateOptions dates) {
        Value<Moment> moment = dates.dates().read(text);
        if (!moment.isPresent()) {
            throw CliException.usage(option + ": must be a date or a time, got " + text);
        }
        return moment.get();
    }

    /** How subscriptions are read. */
    public SubscriptionReading reading(DateOptions dates) {
        if (customer == null) {
            throw CliException.needed("--customer");
        }
        if (inclusive && end == null) {
            throw CliException.usage("--end-inclusive: needs --end");
        }
        SubscriptionReading reading = SubscriptionReading.of(dates.dates(), dates.zone)
                .withOverlap(overlap)
                .withObservedThrough(observedThrough(dates));
        return end == null ? reading : inclusive ? reading.withInclusiveEnd() : reading.withEnd();
    }

    /** The columns of subscriptions. */
    public Roles roles() {
        Roles roles = Roles.NONE;
        if (customer != null) {
            roles = roles.with(SubscriptionReading.CUSTOMER, customer);
        }
        if (start != null) {
            roles = roles.with(SubscriptionReading.START, start);
        }
        return end == null ? roles : roles.with(SubscriptionReading.END, end);
    }
}
