package io.cxmetrics.input.purchase;

import io.cxmetrics.Aggregation;
import io.cxmetrics.input.LeftOut;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Labels;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.ActorHistory;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The customers of a file while it is read. */
final class CustomerBuffer {

    /** A row that could be read, of a customer with another that could not. */
    static final Reason CUSTOMER_LEFT_OUT = new Reason("customer_left_out", Reason.Kind.INVALID);

    private final @Nullable PurchaseAmounts amounts;
    private final OrderRule rule;
    private final LogState<?> log = new LogState<>(ActivityLog.<String>aggregation());
    private final Map<String, Customer> customers = new HashMap<>();
    private final Map<Labels, LeftOut.Buffer> leftOutRows = new HashMap<>();
    private long contradictions;

    CustomerBuffer(@Nullable PurchaseAmounts amounts, OrderRule rule) {
        this.amounts = amounts;
        this.rule = rule;
    }

    /** A log while it grows. */
    private static final class LogState<S> {
        private final Aggregation<Activity<String>, S, ActivityLog<String>> aggregation;
        private S state;

        LogState(Aggregation<Activity<String>, S, ActivityLog<String>> aggregation) {
            this.aggregation = aggregation;
            this.state = aggregation.zero();
        }

        void add(Activity<String> activity) {
            state = aggregation.add(state, activity);
        }

        ActivityLog<String> finish() {
            return aggregation.finish(state);
        }
    }

    /** What is known of a customer beside its activities. */
    private static final class Customer {
        private Labels labels;
        private long first;
        private long rows;
        private boolean leftOut;
        private @Nullable Map<String, OrderBuffer> orders;

        Customer(Labels labels, long first) {
            this.labels = labels;
            this.first = first;
        }

        /** The group of a customer is that of its first row by time; of two at one time, the first by its labels. */
        void see(Labels of, long at) {
            if (at < first || (at == first && of.compareTo(labels) < 0)) {
                first = at;
                labels = of;
            }
        }
    }

    void add(PurchaseRow row, Labels labels) {
        Customer customer = customer(row.customer(), labels, row.at().toEpochMilli());
        customer.rows++;
        Long amount = row.amount();
        if (row.order() != null && (amount == null || amount >= 0)) {
            if (customer.orders == null) {
                customer.orders = new HashMap<>();
            }
            customer.orders
                    .computeIfAbsent(row.order(), key -> new OrderBuffer())
                    .add(row, rule);
        } else {
            add(row.customer(), row.at(), amount == null ? 0 : amount, row.refunded());
        }
    }

    private void add(String customer, Instant at, long amount, @Nullable Long refunded) {
        if (amounts == null) {
            log.add(Activity.of(customer, at));
            return;
        }
        log.add(Activity.of(customer, at, amount, amounts.unit()));
        if (refunded != null && refunded > 0) {
            log.add(Activity.of(customer, at, -refunded, amounts.unit()));
        }
    }

    private Customer customer(String key, Labels labels, long at) {
        Customer customer = customers.get(key);
        if (customer == null) {
            customer = new Customer(labels, at);
            customers.put(key, customer);
        } else {
            customer.see(labels, at);
        }
        return customer;
    }

    /** Counts a row that is left out. */
    void leaveOut(Reason reason, Labels labels) {
        leftOutRows.computeIfAbsent(labels, key -> new LeftOut.Buffer()).add(reason);
    }

    /** Leaves a customer out, of whom a row cannot be used. */
    void leaveOut(String key, Labels labels, @Nullable Instant at) {
        customer(key, labels, at == null ? Long.MAX_VALUE : at.toEpochMilli()).leftOut = true;
    }

    /** Leaves out the customers with something at an instant or later, which is known of nobody. */
    private void leaveOutFrom(ActivityLog<String> all, Instant end) {
        customers.forEach((key, customer) -> {
            ActorHistory history = all.histories().get(key);
            customer.leftOut |= history != null && !history.last().isBefore(end);
        });
    }

    /**
     * Puts the customers into their groups.
     *
     * @param end when the file ends, for customers with activities after it
     */
    Groups<CustomerLog> finish(Instant end) {
        customers.forEach(this::finishOrders);
        ActivityLog<String> all = log.finish();
        leaveOutFrom(all, end);
        Map<Labels, ActivityLog<String>> logs = all.groupedBy(this::group);
        Map<Labels, long[]> counts = new TreeMap<>();
        customers.values().forEach(customer -> {
            long[] count = counts.computeIfAbsent(customer.labels, key -> new long[3]);
            count[customer.leftOut ? 1 : 0] += customer.rows;
            count[2] += customer.leftOut ? 1 : 0;
        });
        leftOutRows.keySet().forEach(labels -> counts.computeIfAbsent(labels, key -> new long[3]));
        Map<Labels, Groups.Part<CustomerLog>> parts = new TreeMap<>();
        counts.forEach((labels, count) -> parts.put(
                labels, part(logs.getOrDefault(labels, ActivityLog.empty()), count, leftOutRows.get(labels))));
        return Groups.of(total(all, counts, parts), parts);
    }

    private void finishOrders(String key, Customer customer) {
        if (customer.orders == null) {
            return;
        }
        for (OrderBuffer order : customer.orders.values()) {
            if (order.contradicts()) {
                contradictions++;
            }
            if (order.contradicts() || (amounts != null && !order.isKnown())) {
                customer.leftOut = true;
            } else {
                add(key, Instant.ofEpochMilli(order.millis()), order.amount(), order.refunded());
            }
        }
        customer.orders = null;
    }

    /** How many orders have two totals; known when finished. */
    long contradictions() {
        return contradictions;
    }

    private @Nullable Labels group(String key) {
        Customer customer = customers.get(key);
        return customer == null || customer.leftOut ? null : customer.labels;
    }

    private Groups.Part<CustomerLog> total(
            ActivityLog<String> all, Map<Labels, long[]> counts, Map<Labels, Groups.Part<CustomerLog>> parts) {
        long[] sum = new long[3];
        counts.values().forEach(count -> {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += count[i];
            }
        });
        LeftOut.Buffer leftOut = new LeftOut.Buffer();
        leftOutRows.values().forEach(leftOut::addAll);
        if (parts.size() == 1) {
            return parts.values().iterator().next();
        }
        ActivityLog<String> used = sum[2] == 0
                ? all
                : all.groupedBy(key -> group(key) == null ? null : Labels.ALL)
                        .getOrDefault(Labels.ALL, ActivityLog.empty());
        return part(used, sum, leftOut);
    }

    /** Rows that are used, rows of customers that are left out, and how many these are. */
    private static Groups.Part<CustomerLog> part(
            ActivityLog<String> log, long[] counts, LeftOut.@Nullable Buffer leftOutRows) {
        LeftOut.Buffer leftOut = new LeftOut.Buffer();
        if (leftOutRows != null) {
            leftOut.addAll(leftOutRows);
        }
        leftOut.add(CUSTOMER_LEFT_OUT, counts[1]);
        return new Groups.Part<>(counts[0], new CustomerLog(log, counts[2]), leftOut.leftOut());
    }
}
