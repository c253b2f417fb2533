package io.cxmetrics.retention.subscription;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The subscriptions of one customer, in an order of their own so that equal ones are equal. */
record Contracts<K>(List<Subscription<K>> sorted) implements Serializable {

    /** The end of what still runs, beyond all dates. */
    static final long RUNNING = Long.MAX_VALUE;

    private static final Comparator<Subscription<?>> ORDER = Comparator.<Subscription<?>, LocalDate>comparing(
                    Subscription::start)
            .thenComparingLong(Contracts::end)
            .thenComparingInt(Subscription::termMonths)
            .thenComparingLong(Subscription::price)
            .thenComparingInt(Subscription::billingMonths)
            .thenComparing(subscription -> subscription.currency().getCurrencyCode());

    /** A time without a gap in which the customer was one, in days of the epoch. */
    record Spell(long start, long end) {

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

    /** Refuses two at the same time. In the order of their starts, neighbours tell. */
    void requireNoOverlap() {
        for (int i = 1; i < sorted.size(); i++) {
            Subscription<K> before = sorted.get(i - 1);
            Subscription<K> next = sorted.get(i);
            if (next.start().toEpochDay() < end(before)) {
                throw new IllegalArgumentException("subscriptions of a customer must not overlap, got one from "
                        + next.start() + " while one from " + before.start() + " runs for customer " + next.customer());
            }
        }
    }

    /** Those that are left when each that starts while a former one runs is taken away. */
    List<Subscription<K>> apart() {
        List<Subscription<K>> kept = new ArrayList<>();
        long end = Long.MIN_VALUE;
        for (Subscription<K> subscription : sorted) {
            if (subscription.start().toEpochDay() >= end) {
                kept.add(subscription);
                end = end(subscription);
            }
        }
        return kept;
    }

    /** All spells, with gaps of up to so many days closed. */
    List<Spell> spells(int graceDays) {
        return spells(graceDays, Long.MAX_VALUE);
    }

    /** The spells by what had started up to a day, with gaps of up to so many days closed. */
    List<Spell> spells(int graceDays, long lastStart) {
        List<Spell> spells = new ArrayList<>();
        long start = sorted.get(0).start().toEpochDay();
        long end = end(sorted.get(0));
        for (Subscription<K> next : sorted) {
            long from = next.start().toEpochDay();
            if (from > lastStart) {
                break;
            }
            // Not end + grace, which overflows for one that still runs.
            if (from - graceDays > end) {
                spells.add(new Spell(start, end));
                start = from;
                end = end(next);
            } else {
                end = Math.max(end, end(next));
            }
        }
        if (start <= lastStart) {
            spells.add(new Spell(start, end));
        }
        return spells;
    }

    /**
     * Tells whether the customer could have left in [from, to): on some day of a spell everything that ran was rolling, or ran
     * for the last day of a term. Who leaves at the start does so after the day before.
     */
    boolean couldHaveLeft(List<Spell> spells, long from, long to) {
        Holds holds = new Holds(from - 1, to);
        holds.hold(from - 1, to);
        spells.forEach(spell -> holds.release(spell.start(), spell.end()));
        for (Subscription<K> subscription : sorted) {
            if (subscription.termMonths() > 0) {
                hold(holds, subscription, from, to);
            }
        }
        return holds.anyFreeDay();
    }

    private void hold(Holds holds, Subscription<K> subscription, long from, long to) {
        long end = end(subscription);
        holds.hold(subscription.start().toEpochDay(), end < to ? end - 1 : to);
        // One term early, since the months between two days of different lengths of month may be one too many.
        long terms =
                ChronoUnit.MONTHS.between(subscription.start(), LocalDate.ofEpochDay(from)) / subscription.termMonths();
        long k = Math.max(1, terms - 1);
        for (long next = termEnd(subscription, k); next < Math.min(end, to); next = termEnd(subscription, ++k)) {
            holds.release(next - 1, next);
        }
    }

    private static long termEnd(Subscription<?> subscription, long k) {
        return subscription.start().plusMonths(k * subscription.termMonths()).toEpochDay();
    }

    /** What the customer pays in each of the months in which anything runs on the day, by the number of the month. */
    SortedMap<YearMonth, Long> revenue(YearMonth first, YearMonth last, SnapshotDay day) {
        SortedMap<YearMonth, Long> revenue = new TreeMap<>();
        for (Subscription<K> subscription : sorted) {
            long price = subscription.monthlyPrice();
            YearMonth started = YearMonth.from(subscription.start());
            YearMonth month = started.isAfter(first) ? started : first;
            // One that runs from the middle of a month is not there on its first day, but may be on later ones.
            LocalDate end = subscription.end();
            for (; !month.isAfter(last) && (end == null || day.of(month).isBefore(end)); month = month.plusMonths(1)) {
                if (subscription.activeOn(day.of(month))) {
                    revenue.merge(month, price, Math::addExact);
                }
            }
        }
        return revenue;
    }
}
