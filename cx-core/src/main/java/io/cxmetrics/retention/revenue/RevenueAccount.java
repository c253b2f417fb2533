package io.cxmetrics.retention.revenue;

import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import java.io.Serializable;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * What one customer paid in the months in which they were there, in parts of a minor unit. Months count from year 0.
 *
 * <p>A month of which any line is not 0 is billed, also where credits take all of it back.
 */
final class RevenueAccount implements Serializable {

    private static final long serialVersionUID = 1;

    private final long[] months;
    private final long[] amounts;
    private final boolean[] billed;

    private RevenueAccount(long[] months, long[] amounts, boolean[] billed) {
        this.months = months;
        this.amounts = amounts;
        this.billed = billed;
    }

    /**
     * The accounts of customers as columns: their keys, how many months each has, and the months of all one after
     * another.
     */
    static <K> StoredForm stored(StoredForm form, Map<K, RevenueAccount> accounts) {
        List<K> customers = new ArrayList<>();
        LongStream.Builder counts = LongStream.builder();
        LongStream.Builder months = LongStream.builder();
        LongStream.Builder amounts = LongStream.builder();
        LongStream.Builder billed = LongStream.builder();
        accounts.forEach((customer, account) -> {
            customers.add(customer);
            counts.add(account.months.length);
            for (int i = 0; i < account.months.length; i++) {
                months.add(account.months[i]);
                amounts.add(account.amounts[i]);
                billed.add(account.billed[i] ? 1 : 0);
            }
        });
        return form.withKeys("customers", customers)
                .with("counts", counts.build().toArray())
                .with("months", months.build().toArray())
                .with("amounts", amounts.build().toArray())
                .with("billed", billed.build().toArray());
    }

    static <K> Map<K, RevenueAccount> ofStored(StoredFields fields) {
        fields.sameLength("customers", "counts").sameLength("months", "amounts", "billed");
        List<K> customers = fields.distinctKeys("customers");
        long[] counts = fields.wholes("counts");
        long[] months = fields.wholes("months");
        long[] amounts = fields.wholes("amounts");
        long[] billed = fields.wholes("billed");
        Map<K, RevenueAccount> accounts = new HashMap<>();
        int at = 0;
        for (int customer = 0; customer < counts.length; customer++) {
            if (counts[customer] < 1 || counts[customer] > months.length - at) {
                throw new IllegalArgumentException("counts must be positive and add up to the months (" + months.length
                        + "), got " + counts[customer] + " at index " + customer);
            }
            TreeMap<Long, Month> byMonth = new TreeMap<>();
            for (int i = 0; i < counts[customer]; i++, at++) {
                if (billed[at] < 0 || billed[at] > 1 || (billed[at] == 0 && amounts[at] != 0)) {
                    throw new IllegalArgumentException(
                            "billed must be 0 or 1, and 1 with an amount, got " + billed[at] + " at index " + at);
                }
                if (!byMonth.isEmpty() && byMonth.lastKey() >= months[at]) {
                    throw new IllegalArgumentException(
                            "months must ascend, got " + months[at] + " after " + byMonth.lastKey());
                }
                if (!ChronoField.PROLEPTIC_MONTH.range().isValidValue(months[at])) {
                    throw new IllegalArgumentException("months must be of the calendar, got " + months[at]);
                }
                byMonth.put(months[at], new Month(amounts[at], billed[at] == 1));
            }
            accounts.put(customers.get(customer), of(byMonth));
        }
        if (at != months.length) {
            throw new IllegalArgumentException("counts must add up to the months (" + months.length + "), got " + at);
        }
        return accounts;
    }

    /** One month of an account while it grows. */
    record Month(long amount, boolean billed) implements Serializable {

        Month plus(Month other) {
            return new Month(Math.addExact(amount, other.amount), billed || other.billed);
        }

        Month scaled(long factor) {
            return factor == 1 ? this : new Month(Math.multiplyExact(amount, factor), billed);
        }
    }

    /** The account of months that ascend, in columns that nobody changes any more. */
    static RevenueAccount of(long[] months, long[] amounts, boolean[] billed) {
        return new RevenueAccount(months, amounts, billed);
    }

    static RevenueAccount of(SortedMap<Long, Month> byMonth) {
        int size = byMonth.size();
        RevenueAccount account = new RevenueAccount(new long[size], new long[size], new boolean[size]);
        int i = 0;
        for (Map.Entry<Long, Month> entry : byMonth.entrySet()) {
            account.months[i] = entry.getKey();
            account.amounts[i] = entry.getValue().amount();
            account.billed[i++] = entry.getValue().billed();
        }
        return account;
    }

    RevenueAccount plus(RevenueAccount other) {
        SortedMap<Long, Month> joined = new TreeMap<>();
        addTo(joined);
        other.addTo(joined);
        return of(joined);
    }

    private void addTo(SortedMap<Long, Month> byMonth) {
        for (int i = 0; i < months.length; i++) {
            byMonth.merge(months[i], new Month(amounts[i], billed[i]), Month::plus);
        }
    }

    RevenueAccount scaled(long factor) {
        return factor == 1 ? this : new RevenueAccount(months, Parts.scaled(amounts, factor), billed);
    }

    RevenueAccount divided(long divisor) {
        return divisor == 1 ? this : new RevenueAccount(months, Parts.divided(amounts, divisor), billed);
    }

    /** The greatest number that divides the given one and all amounts. */
    long commonDivisor(long with) {
        long common = with;
        for (int i = 0; i < amounts.length && common != 1; i++) {
            common = Parts.greatestCommonDivisor(common, amounts[i]);
        }
        return common;
    }

    long[] months() {
        return months;
    }

    /** The sum of the lines of a month, which credits may take below 0; 0 for nothing. */
    long net(long month) {
        int at = Arrays.binarySearch(months, month);
        return at < 0 ? 0 : amounts[at];
    }

    /** What was paid in a month: what credits leave of it, and nothing if they exceed it. */
    long amount(long month) {
        return Math.max(0, net(month));
    }

    boolean isCustomer(long month, FreePlan rule) {
        int at = Arrays.binarySearch(months, month);
        return at >= 0 && (billed[at] || (rule == FreePlan.CONTRACTION && billedBy(month)));
    }

    /** Whether anything was billed in the month or before. */
    boolean billedBy(long month) {
        for (int i = 0; i < months.length && months[i] <= month; i++) {
            if (billed[i]) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RevenueAccount that
                && Arrays.equals(months, that.months)
                && Arrays.equals(amounts, that.amounts)
                && Arrays.equals(billed, that.billed);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(months) + Arrays.hashCode(amounts)) + Arrays.hashCode(billed);
    }
}
