package io.cxmetrics.retention.subscription;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.retention.revenue.MonthlyRevenue;
import io.cxmetrics.retention.revenue.SnapshotDay;
import io.cxmetrics.time.CalendarPeriod;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The subscriptions of one customer, in an order of their own so that equal ones are equal. */
record Contracts<K>(List<Subscription<K>> sorted) implements Serializable {

    /** The end of what still runs, beyond all dates. */
    static final long RUNNING = Long.MAX_VALUE;

    static final Comparator<Subscription<?>> ORDER = Comparator.<Subscription<?>, LocalDate>comparing(
                    Subscription::start)
            .thenComparingLong(Contracts::end)
            .thenComparingInt(Subscription::termMonths)
            .thenComparingLong(Subscription::price)
            .thenComparingInt(Subscription::billingMonths);

    /** So many days a subscription may go on after its successor starts. */
    private static final int HANDOVER_DAYS = 31;

    /** A time without a gap in which the customer was one, in days of the epoch. */
    record Stay(long start, long end) {

        boolean covers(long day) {
            return start <= day && day < end;
        }

        /** How many of the days in a window it has. */
        long days(long from, long to) {
            return Math.max(0, Math.min(end, to) - Math.max(start, from));
        }
    }

    static <K> Contracts<K> of(List<Subscription<K>> subscriptions) {
        List<Subscription<K>> sorted = new ArrayList<>(subscriptions);
        sorted.sort(ORDER);
        return new Contracts<>(List.copyOf(sorted));
    }

    static long end(Subscription<?> subscription) {
        LocalDate end = subscription.end();
        return end == null ? RUNNING : end.toEpochDay();
    }

    Contracts<K> plus(Contracts<K> other) {
        List<Subscription<K>> both = new ArrayList<>(sorted);
        both.addAll(other.sorted);
        return of(both);
    }

    /** Whether one takes over from another that goes on for some days more: one customer going on. */
    private static boolean takesOver(Subscription<?> before, Subscription<?> next) {
        long end = end(before);
        return end <= next.start().toEpochDay() + HANDOVER_DAYS && end <= end(next);
    }

    /** Refuses two at the same time. In the order of their starts, neighbours tell. */
    void requireNoOverlap() {
        for (int i = 1; i < sorted.size(); i++) {
            Subscription<K> before = sorted.get(i - 1);
            Subscription<K> next = sorted.get(i);
            if (next.start().toEpochDay() < end(before) && !takesOver(before, next)) {
                throw new IllegalArgumentException("subscriptions of a customer must not overlap, got one from "
                        + next.start() + " while one from " + before.start() + " runs for customer " + next.customer());
            }
        }
    }

    /**
     * Those that are left when each that starts while a former one runs is taken away, unless it takes over from it.
     */
    List<Subscription<K>> apart() {
        return apart(sorted, subscription -> subscription);
    }

    /** The same of anything that has a subscription, in the order of these. */
    static <E> List<E> apart(List<E> sorted, Function<E, ? extends Subscription<?>> subscription) {
        List<E> kept = new ArrayList<>();
        Subscription<?> before = null;
        for (E each : sorted) {
            Subscription<?> next = subscription.apply(each);
            if (before == null || next.start().toEpochDay() >= end(before) || takesOver(before, next)) {
                kept.add(each);
                before = next;
            }
        }
        return kept;
    }

    /** All stays, with gaps of up to so many days closed. */
    List<Stay> stays(int graceDays) {
        return stays(graceDays, Long.MAX_VALUE);
    }

    /** The stays by what had started up to a day, with gaps of up to so many days closed. */
    List<Stay> stays(int graceDays, long lastStart) {
        List<Stay> stays = new ArrayList<>();
        long start = sorted.get(0).start().toEpochDay();
        long end = end(sorted.get(0));
        for (Subscription<K> next : sorted) {
            long from = next.start().toEpochDay();
            if (from > lastStart) {
                break;
            }
            // Not end + grace, which overflows for one that still runs.
            if (from - graceDays > end) {
                stays.add(new Stay(start, end));
                start = from;
                end = end(next);
            } else {
                end = Math.max(end, end(next));
            }
        }
        if (start <= lastStart) {
            stays.add(new Stay(start, end));
        }
        return stays;
    }

    /**
     * Tells whether the customer could have left in [from, to): on some day of a stay everything that ran was rolling,
     * or ran for the last day of a term. Who leaves at the start does so after the day before.
     */
    boolean couldHaveLeft(List<Stay> stays, long from, long to) {
        BindingDays binding = new BindingDays(from - 1, to);
        binding.hold(from - 1, to);
        stays.forEach(stay -> binding.release(stay.start(), stay.end()));
        for (Subscription<K> subscription : sorted) {
            if (subscription.termMonths() > 0) {
                hold(binding, subscription, from, to);
            }
        }
        return binding.anyFreeDay();
    }

    private void hold(BindingDays binding, Subscription<K> subscription, long from, long to) {
        long end = end(subscription);
        binding.hold(subscription.start().toEpochDay(), end < to ? end - 1 : to);
        LocalDate first = LocalDate.ofEpochDay(from);
        long terms = first.isBefore(subscription.start())
                ? 0
                : Subscription.billedPeriods(CalendarPeriod.MONTH, subscription.start(), first)
                        / subscription.termMonths();
        long k = Math.max(1, terms);
        for (long next = termEnd(subscription, k); next < Math.min(end, to); next = termEnd(subscription, ++k)) {
            binding.release(next - 1, next);
        }
    }

    private static long termEnd(Subscription<?> subscription, long k) {
        return subscription.start().plusMonths(k * subscription.termMonths()).toEpochDay();
    }

    /** What the customer pays in the months on whose day anything runs, a line for each subscription. */
    Stream<MonthlyRevenue<K>> revenue(YearMonth first, YearMonth last, SnapshotDay day, Overlap overlap) {
        List<MonthlyRevenue<K>> lines = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Subscription<K> subscription = sorted.get(i);
            // Where one takes over from another, the price of the new one counts from its start on.
            boolean ends = overlap == Overlap.REFUSE && i + 1 < sorted.size();
            LocalDate successor = ends ? sorted.get(i + 1).start() : LocalDate.MAX;
            YearMonth started = YearMonth.from(subscription.start());
            YearMonth month = started.isAfter(first) ? started : first;
            // One that runs from the middle of a month is not there on its first day, but may be on later ones.
            LocalDate end = subscription.end();
            for (; !month.isAfter(last) && (end == null || day.of(month).isBefore(end)); month = month.plusMonths(1)) {
                LocalDate snapshot = day.of(month);
                if (subscription.activeOn(snapshot) && snapshot.isBefore(successor)) {
                    lines.add(line(subscription, month));
                }
            }
        }
        return lines.stream();
    }

    private static <K> MonthlyRevenue<K> line(Subscription<K> subscription, YearMonth month) {
        MoneyUnit unit = subscription.unit();
        return unit == null
                ? MonthlyRevenue.of(subscription.customer(), month, 0)
                : MonthlyRevenue.ofBill(
                        subscription.customer(), month, subscription.price(), subscription.billingMonths(), unit);
    }
}
