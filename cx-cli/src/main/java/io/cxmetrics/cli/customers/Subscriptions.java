package io.cxmetrics.cli.customers;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toList;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.cli.group.Groups;
import io.cxmetrics.cli.input.DateParser;
import io.cxmetrics.cli.input.RowReader;
import io.cxmetrics.retention.subscription.Overlap;
import io.cxmetrics.retention.subscription.ScreenedSubscriptions;
import io.cxmetrics.retention.subscription.Subscription;
import io.cxmetrics.retention.subscription.SubscriptionLedger;
import io.cxmetrics.retention.subscription.SubscriptionScreening;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The subscriptions of files, in their groups. */
public final class Subscriptions {

    private final Groups<Subscription<String>, List<Subscription<String>>> groups = new Groups<>(toList());
    private final int decimals;
    private final Overlap overlap;
    private final @Nullable LocalDate until;
    private @Nullable Currency currency;
    private boolean priced;
    private @Nullable LocalDate first;
    private @Nullable LocalDate latest;

    /**
     * Starts without any.
     *
     * @param decimals how many decimals the minor unit has
     * @param currency the currency that counts, null for that of the first row
     * @param until the last day of which it is known who is there, null for the latest in the files
     */
    public Subscriptions(int decimals, Overlap overlap, @Nullable Currency currency, @Nullable LocalDate until) {
        this.until = until;
        this.decimals = decimals;
        this.overlap = overlap;
        this.currency = currency;
    }

    /** Reads all rows of a file. */
    public void read(RowReader row, SubscriptionColumns columns) {
        while (row.next()) {
            Subscription<String> subscription = subscription(row, columns);
            groups.end(row.labels(columns.by()), row.reason(), () -> requireNonNull(subscription));
        }
    }

    private @Nullable Subscription<String> subscription(RowReader row, SubscriptionColumns columns) {
        String customer = row.key(columns.customer(), "customer");
        DateParser.Found start = row.date(columns.start(), "start");
        DateParser.Found end = columns.end() < 0 ? null : row.dateOrBlank(columns.end(), "end");
        int term = months(row, columns.term(), "term_months");
        if (start != null && until != null && start.date().isAfter(until)) {
            row.leaveOut("starts_later");
        }
        if (start == null || row.reason() != null) {
            return null;
        }
        first = first == null || start.date().isBefore(first) ? start.date() : first;
        seen(start.date());
        LocalDate until = null;
        if (end != null) {
            until = end.date();
            seen(until);
        }
        Subscription<String> subscription =
                Subscription.of(customer, start.date(), until).inTermsOf(term);
        if (columns.price() < 0) {
            return subscription;
        }
        long price = row.amount(columns.price(), "price", decimals);
        int every = months(row, columns.billing(), "billing_months");
        priced = true;
        if (columns.currency() < 0) {
            return subscription.priced(price, every, MoneyUnit.ofDecimals(decimals));
        }
        Currency in = row.currency(columns.currency(), "currency");
        if (in == null) {
            return null;
        }
        currency = currency == null ? in : currency;
        return subscription.priced(price, every, new MoneyUnit(in, decimals));
    }

    private void seen(LocalDate date) {
        latest = latest == null || date.isAfter(latest) ? date : latest;
    }

    private static int months(RowReader row, SubscriptionColumns.Months months, String name) {
        long number = months.column() < 0 ? months.fixed() : row.whole(months.column(), name);
        return (int) Math.min(number, Integer.MAX_VALUE);
    }

    /** Returns the first day of the first subscription, null without any. */
    public @Nullable LocalDate first() {
        return first;
    }

    /** Returns the last day of which it is known who is there, null if nothing is known of any. */
    public @Nullable LocalDate asOf() {
        return until == null ? latest : until;
    }

    /** Returns the currency that counts, null if nothing says any. */
    public @Nullable Currency currency() {
        return currency;
    }

    public Groups<Subscription<String>, List<Subscription<String>>> groups() {
        return groups;
    }

    /** Returns the ledger of those that can be; what is wrong with the others goes to what is left out. */
    public SubscriptionLedger<String> ledger(List<Subscription<String>> subscriptions, Map<String, Long> leftOut) {
        SubscriptionScreening screening = priced
                ? SubscriptionScreening.in(new MoneyUnit(currency, decimals))
                : SubscriptionScreening.withoutPrices();
        ScreenedSubscriptions<String> screened = screening.withOverlap(overlap).screen(subscriptions);
        screened.leftOut()
                .forEach((flaw, count) -> leftOut.merge(flaw.name().toLowerCase(Locale.ROOT), count, Long::sum));
        return screened.ledger();
    }
}
