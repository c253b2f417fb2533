package io.cxmetrics.retention;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

    /** The spells, with gaps of up to so many days closed. */
    List<Spell> spells(int graceDays) {
        List<Spell> spells = new ArrayList<>();
        long start = sorted.get(0).start().toEpochDay();
        long end = end(sorted.get(0));
        for (Subscription<K> next : sorted) {
            long from = next.start().toEpochDay();
            // Not end + grace, which overflows for one that still runs.
            if (from - graceDays > end) {
                spells.add(new Spell(start, end));
                start = from;
                end = end(next);
            } else {
                end = Math.max(end, end(next));
            }
        }
        spells.add(new Spell(start, end));
        return spells;
    }

    /**
     * Tells whether the customer could have left in [from, to): on some day everything that ran was rolling, or ran for the last
     * day of a term. It changes only around starts and ends, and on the last days of terms, so that these days are enough.
     */
    boolean couldHaveLeft(List<Spell> spells, long from, long to) {
        return mayLeaveAfter(from - 1, spells, to)
                || sorted.stream().anyMatch(subscription -> {
                    long start = subscription.start().toEpochDay();
                    long end = end(subscription);
                    return mayLeaveWithin(start, spells, from, to)
                            || (end != RUNNING
                                    && (mayLeaveWithin(end - 1, spells, from, to)
                                            || mayLeaveWithin(end, spells, from, to)))
                            || termEndsIn(subscription, spells, from, to);
                });
    }

    private boolean termEndsIn(Subscription<K> subscription, List<Spell> spells, long from, long to) {
        int term = subscription.termMonths();
        if (term == 0) {
            return false;
        }
        LocalDate first = LocalDate.ofEpochDay(from);
        long last = Math.min(end(subscription), to - 1);
        // One term early, since the months between two days of different lengths of month may be one too many.
        long k = Math.max(1, ChronoUnit.MONTHS.between(subscription.start(), first) / term - 1);
        for (LocalDate end = termEnd(subscription, k); end.toEpochDay() <= last; end = termEnd(subscription, ++k)) {
            if (mayLeaveWithin(end.toEpochDay() - 1, spells, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static LocalDate termEnd(Subscription<?> subscription, long k) {
        return subscription.start().plusMonths(k * subscription.termMonths());
    }

    private boolean mayLeaveWithin(long day, List<Spell> spells, long from, long to) {
        return from - 1 <= day && day < to && mayLeaveAfter(day, spells, to);
    }

    private boolean mayLeaveAfter(long day, List<Spell> spells, long to) {
        return spells.stream().anyMatch(spell -> spell.covers(day))
                && sorted.stream().allMatch(subscription -> free(subscription, day, to));
    }

    /** Whether the subscription does not hold the customer after a day. */
    private static boolean free(Subscription<?> subscription, long day, long to) {
        long start = subscription.start().toEpochDay();
        if (day < start || day >= end(subscription) || subscription.termMonths() == 0) {
            return true;
        }
        return day + 1 < to && (day + 1 == end(subscription) || endsTerm(subscription, LocalDate.ofEpochDay(day + 1)));
    }

    private static boolean endsTerm(Subscription<?> subscription, LocalDate day) {
        // A term from 31 January ends on the last day of a short month, before a whole month has passed by the
        // calendar.
        long near = ChronoUnit.MONTHS.between(subscription.start(), day) / subscription.termMonths();
        return (near > 0 && termEnd(subscription, near).equals(day))
                || termEnd(subscription, near + 1).equals(day);
    }
}
