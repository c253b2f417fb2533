package io.cxmetrics.retention.revenue;

import io.cxmetrics.MoneyUnit;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link RevenueLedger} while it grows, in as many parts of a minor unit as the lines so far need. */
final class RevenueBuffer<K> implements Serializable {

    private static final long serialVersionUID = 1;

    private @Nullable MoneyUnit unit;
    private long parts = 1;
    private final Map<K, AccountBuffer> accounts = new HashMap<>();

    void add(MonthlyRevenue<K> line) {
        unit = MoneyUnit.joined(unit, line.unit());
        divideInto(Parts.joined(parts, line.months()));
        long amount = Math.multiplyExact(line.bill(), parts / line.months());
        account(line.customer()).add(RevenueLedger.number(line.month()), amount, line.bill() != 0);
    }

    private AccountBuffer account(K customer) {
        return accounts.computeIfAbsent(customer, key -> new AccountBuffer());
    }

    /** Each time the parts at least double, so that it happens seldom. */
    private void divideInto(long more) {
        if (more != parts) {
            long factor = more / parts;
            accounts.values().forEach(account -> account.scale(factor));
            parts = more;
        }
    }

    void add(RevenueBuffer<K> other) {
        unit = MoneyUnit.joined(unit, other.unit);
        divideInto(Parts.joined(parts, other.parts));
        long factor = parts / other.parts;
        other.accounts.forEach((customer, account) -> account(customer).add(account, factor));
    }

    RevenueLedger<K> finish() {
        Map<K, RevenueAccount> finished = new HashMap<>();
        accounts.forEach((customer, account) -> finished.put(customer, account.finish()));
        return RevenueLedger.ofParts(unit, parts, finished, Set.of());
    }
}
