package io.cxmetrics.input.subscription;

import io.cxmetrics.input.Reason;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Labels;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.retention.revenue.MonthlyRevenue;
import io.cxmetrics.retention.revenue.RevenueLedger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lines of revenue in their groups while rows are read. A row is one line, or one for each month that it is for. */
final class RevenueLines {

    private record Entry(Labels labels, List<MonthlyRevenue<String>> lines) {}

    private final GroupAccounts accounts = new GroupAccounts();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Labels, Set<String>> unclear = new TreeMap<>();

    void add(Labels labels, List<MonthlyRevenue<String>> lines) {
        entries.add(new Entry(accounts.used(labels), lines));
    }

    void leaveOut(Labels labels, Reason reason, @Nullable String customer) {
        accounts.leftOut(labels, reason);
        if (customer != null) {
            unclear.computeIfAbsent(labels, key -> new HashSet<>()).add(customer);
        }
    }

    Outcome<GroupedRevenue> finish(
            Outcome<?> outcome,
            LastDay known,
            Function<LocalDate, YearMonth> lastMonth,
            Reason later,
            @Nullable Currency currency) {
        LocalDate day = known.day();
        YearMonth last = day == null ? null : lastMonth.apply(day);
        YearMonth first = null;
        Groups.Buffer<MonthlyRevenue<String>, ?, RevenueLedger<String>> buffer =
                Groups.buffer(RevenueLedger.aggregation());
        for (Entry entry : entries) {
            boolean any = false;
            for (MonthlyRevenue<String> line : entry.lines) {
                if (last != null && !line.month().isAfter(last)) {
                    buffer.add(entry.labels, "", line);
                    first = first == null || line.month().isBefore(first) ? line.month() : first;
                    any = true;
                }
            }
            if (!any) {
                accounts.takeBack(entry.labels, later, 1);
            }
        }
        if (first != null && last != null) {
            GroupedRevenue.requireFew(first, last);
        }
        Groups<RevenueLedger<String>> sums = buffer.groups();
        Set<String> anywhere = new HashSet<>();
        unclear.values().forEach(anywhere::addAll);
        Groups<RevenueLedger<String>> ledgers = accounts.groups(
                sums.all().total().summary().withoutMovementsOf(anywhere),
                labels -> of(sums, labels).withoutMovementsOf(unclear.getOrDefault(labels, Set.of())));
        Outcome<GroupedRevenue> found = outcome.withLeftOut(accounts.late())
                .withResult(new GroupedRevenue(ledgers, first, first == null ? null : last, currency));
        for (String warning : known.warnings("months")) {
            found = found.withWarning(warning);
        }
        return found;
    }

    private static RevenueLedger<String> of(Groups<RevenueLedger<String>> sums, Labels labels) {
        Groups.Group<RevenueLedger<String>> group = sums.byLabels().get(labels);
        return group == null ? RevenueLedger.empty() : group.total().summary();
    }
}
