package io.cxmetrics.input.purchase;

import io.cxmetrics.input.InputException;
import io.cxmetrics.input.LeftOut;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.field.Moment;
import io.cxmetrics.input.reading.Field;
import io.cxmetrics.input.reading.Fields;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.LatestTime;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Sink;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one table, and makes customers of them. */
final class PurchaseSink implements Sink<PurchaseRow> {

    private static final Reason AFTER = new Reason("after_as_of", Reason.Kind.CHOSEN);
    private static final Reason OTHER_CURRENCY = new Reason("other_currency", Reason.Kind.CHOSEN);

    private final PurchaseFields fields;
    private final Grouping.Splitter splitter;
    private final @Nullable ZoneId zone;
    private final PurchaseEnd end;
    private final @Nullable Currency chosen;
    private final CustomerBuffer customers;
    private final LatestTime.Buffer latest;
    private @Nullable Currency found;

    PurchaseSink(
            PurchaseFields fields,
            Grouping.Splitter splitter,
            @Nullable ZoneId zone,
            PurchaseEnd end,
            @Nullable PurchaseAmounts amounts,
            OrderRule orders) {
        this.fields = fields;
        this.splitter = splitter;
        this.zone = zone;
        this.end = end;
        this.chosen = amounts == null ? null : amounts.chosen();
        this.customers = new CustomerBuffer(amounts, orders);
        this.latest = new LatestTime.Buffer(end.clock());
    }

    /** What a row says, all of whose fields could be read. */
    @Nullable
    PurchaseRow row(Fields row) {
        Moment when = row.get(fields.date());
        Long amount = null;
        Long refunded = null;
        Currency currency = null;
        String order = orNull(row, fields.order());
        PurchaseAmounts.Columns columns = fields.amounts();
        if (columns != null) {
            amount = row.orNull(columns.amount());
            refunded = orNull(row, columns.refunded());
            currency = orNull(row, columns.currency());
        }
        if (end.isBefore(when, zone)) {
            row.leaveOut(AFTER, "lies after the end of observation");
        } else if (isOther(currency)) {
            row.leaveOut(OTHER_CURRENCY, "is in another currency than " + chosen);
        } else if (columns != null && amount == null && order == null) {
            row.leaveOut(Reason.blank(PurchaseAmounts.AMOUNT), "amount must not be blank");
        }
        return new PurchaseRow(
                row.get(fields.customer()), PurchaseEnd.at(when, zone), amount, refunded, order, currency);
    }

    private static <T> @Nullable T orNull(Fields row, @Nullable Field<T> field) {
        return field == null ? null : row.orNull(field);
    }

    private boolean isOther(@Nullable Currency currency) {
        return chosen != null && currency != null && !chosen.equals(currency);
    }

    @Override
    public void used(PurchaseRow input, Fields row) {
        Currency currency = input.currency();
        if (currency != null && !currency.equals(found)) {
            if (found != null) {
                throw InputException.request("amounts must be in one currency, got " + found + " and " + currency + " ("
                        + row.place() + "); choose the one that counts, as with --in " + found);
            }
            found = currency;
        }
        if (!end.isNamed()) {
            latest.add(input.at(), row);
        }
        customers.add(input, splitter.labels(row));
    }

    /** A row that says nothing of the question, by its date or its currency, leaves its customer in. */
    @Override
    public void leftOut(Reason reason, Fields row) {
        customers.leaveOut(reason, splitter.labels(row));
        String who = row.orNull(fields.customer());
        if (who == null || reason.kind() == Reason.Kind.CHOSEN) {
            return;
        }
        Moment when = row.orNull(fields.date());
        PurchaseAmounts.Columns columns = fields.amounts();
        boolean other = columns != null && isOther(orNull(row, columns.currency()));
        if (!other && (when == null || !end.isBefore(when, zone))) {
            customers.leaveOut(who, splitter.labels(row), when == null ? null : PurchaseEnd.at(when, zone));
        }
    }

    Outcome<CustomerLogs> finish(Outcome<Long> read) {
        LatestTime last = latest.latest();
        Groups<CustomerLog> groups = customers.finish(end.isNamed() ? Instant.MAX : last.observedUntil());
        LeftOut.Buffer also = new LeftOut.Buffer();
        also.add(
                CustomerBuffer.CUSTOMER_LEFT_OUT,
                groups.all().total().leftOut().count(CustomerBuffer.CUSTOMER_LEFT_OUT));
        Outcome<CustomerLogs> outcome = read.withResult(logs(groups, last)).withLeftOut(also.leftOut());
        if (last.warning().isPresent()) {
            outcome = outcome.withWarning(last.warning().get());
        }
        long contradictions = customers.contradictions();
        return contradictions == 0
                ? outcome
                : outcome.withWarning("customers are left out with orders whose lines say different totals, which are "
                        + contradictions + "; lines may hold parts of the order instead");
    }

    private CustomerLogs logs(Groups<CustomerLog> groups, LatestTime last) {
        ZoneId days = Objects.requireNonNullElse(zone, ZoneOffset.UTC);
        Instant until = end.instant();
        if (until != null) {
            LocalDate whole = LocalDate.ofInstant(until, days).minusDays(1);
            return new CustomerLogs(groups, LocalDate.ofInstant(until.minusNanos(1), days), whole, currency());
        }
        LocalDate day = end.day() != null
                ? end.day()
                : last.instant().map(at -> LocalDate.ofInstant(at, days)).orElse(null);
        return new CustomerLogs(groups, day, day, currency());
    }

    private @Nullable Currency currency() {
        return chosen == null ? found : chosen;
    }
}
