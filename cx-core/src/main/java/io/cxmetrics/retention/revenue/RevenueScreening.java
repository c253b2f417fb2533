package io.cxmetrics.retention.revenue;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.StoredForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lenient way from lines of revenue to a ledger: what cannot be used is left out and counted by reason.
 *
 * <p><b>Neutral.</b> A customer of whom a line in another unit is left out would seem to pay less or to be gone. Their
 * other lines still count as revenue, also of the opening and the closing, but no movement is made of them:
 * {@link RevenueLedger#leftOut()} counts these customers.
 *
 * <p>Immutable and thread-safe. Serializable if the known customers are.
 *
 * <pre>{@code
 * YearMonth may = YearMonth.of(2026, 5);
 * MoneyUnit euro = MoneyUnit.of("EUR");
 * ScreenedRevenue<String> screened = RevenueScreening.in(euro).screen(List.of(
 *         MonthlyRevenue.of("ann", may, 5000, euro),
 *         MonthlyRevenue.of("bob", may, 3000, euro),
 *         MonthlyRevenue.of("bob", may.plusMonths(1), 4000, MoneyUnit.of("JPY"))));
 * screened.leftOut(); // {OTHER_CURRENCY=1}
 * screened.ledger().revenue(may); // 80.0 EUR of 2
 * RecurringRevenue june = screened.ledger().movements(may, may.plusMonths(1));
 * june.opening(); // 80.0 EUR of 2
 * june.leftOutChange(); // -30.0
 * june.churn(); // 50.0 EUR of 1
 * june.leftOut(); // 1
 * }</pre>
 *
 * @since 0.1
 */
public final class RevenueScreening implements Serializable {

    private static final long serialVersionUID = 1;

    private final MoneyUnit unit;
    private final @Nullable Set<?> known;
    private final @Nullable YearMonth last;

    private RevenueScreening(MoneyUnit unit, @Nullable Set<?> known, @Nullable YearMonth last) {
        this.unit = requireNonNull(unit, "unit");
        this.known = known;
        this.last = last;
    }

    /**
     * Returns a screening that keeps the lines of one unit, and lines of 0 without a unit.
     *
     * @param unit the unit of money
     * @return the screening
     */
    public static RevenueScreening in(MoneyUnit unit) {
        return new RevenueScreening(unit, null, null);
    }

    /**
     * Returns this screening for certain customers only, such as those of the customer table.
     *
     * @param customers the known customers; others are left out
     * @return the screening
     */
    public RevenueScreening withCustomers(Set<?> customers) {
        return new RevenueScreening(unit, ImmutableSet.copyOf(customers), last);
    }

    /**
     * Returns this screening with a last month.
     *
     * @param month the last month that is known; lines of later ones are left out
     * @return the screening
     */
    public RevenueScreening withObservedThrough(YearMonth month) {
        return new RevenueScreening(unit, known, requireNonNull(month, "month"));
    }

    /**
     * Screens lines of revenue.
     *
     * @param lines the lines, in any order
     * @param <K> the type of the keys of customers
     * @return the ledger of those that can be used, and how many were left out by reason
     */
    public <K> ScreenedRevenue<K> screen(Collection<MonthlyRevenue<K>> lines) {
        Map<RevenueFlaw, Long> leftOut = new EnumMap<>(RevenueFlaw.class);
        List<MonthlyRevenue<K>> kept = new ArrayList<>();
        Set<K> unclear = new HashSet<>();
        for (MonthlyRevenue<K> line : lines) {
            RevenueFlaw flaw = flaw(line);
            if (flaw == null) {
                kept.add(line);
            } else {
                leftOut.merge(flaw, 1L, Math::addExact);
                if (flaw == RevenueFlaw.OTHER_CURRENCY) {
                    unclear.add(line.customer());
                }
            }
        }
        return new ScreenedRevenue<>(RevenueLedger.of(kept).withoutMovementsOf(unclear), kept.size(), leftOut);
    }

    private @Nullable RevenueFlaw flaw(MonthlyRevenue<?> line) {
        if (known != null && !known.contains(line.customer())) {
            return RevenueFlaw.UNKNOWN_CUSTOMER;
        }
        if (last != null && line.month().isAfter(last)) {
            return RevenueFlaw.NOT_OBSERVED;
        }
        return line.unit() == null || line.unit().equals(unit) ? null : RevenueFlaw.OTHER_CURRENCY;
    }

    private Object writeReplace() {
        return new Written(unit, known == null ? null : List.copyOf(known), last);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /** What travels: it is read back through the checks. */
    private record Written(
            MoneyUnit unit,
            @Nullable List<Object> known,
            @Nullable YearMonth last) implements Serializable {

        private Object readResolve() {
            return new RevenueScreening(unit, known == null ? null : ImmutableSet.copyOf(known), last);
        }
    }
}
