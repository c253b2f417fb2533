package io.cxmetrics.stat.survival;

import io.cxmetrics.internal.WordSort;
import java.util.Arrays;

/**
 * How many events and how many censored there were at each of the distinct times of observations in any order. Times
 * that are small for their number, such as whole days, are counted in a table; others are sorted.
 */
final class TimeTally {

    /** A table for so many times, and four for each observation, costs less than to sort them. */
    private static final int SMALL = 1024;

    /** A count of events beside one of the censored in a word. */
    private static final int HALF = 32;

    private final long[] times;
    private final long[] events;
    private final long[] censored;

    private TimeTally(int distinct) {
        times = new long[distinct];
        events = new long[distinct];
        censored = new long[distinct];
    }

    /** The distinct times, ascending. */
    long[] times() {
        return times;
    }

    long[] events() {
        return events;
    }

    long[] censored() {
        return censored;
    }

    static TimeTally of(String name, long[] times, boolean[] event) {
        long tooHigh = Math.min(SMALL + 4L * times.length, Integer.MAX_VALUE - 8);
        long[] table = new long[SMALL];
        int i = counted(times, event, 0, table);
        while (i < times.length) {
            long time = SortedTimes.notNegative(name, times[i], i);
            if (time >= tooHigh) {
                return sorted(name, times, event);
            }
            table = Arrays.copyOf(table, (int) Math.min(2 * time, tooHigh));
            i = counted(times, event, i, table);
        }
        return of(table);
    }

    /** Counts from an index on, and returns that of the first time for which there is no room, or the end. */
    private static int counted(long[] times, boolean[] event, int from, long[] table) {
        int i = from;
        while (i < times.length && times[i] >= 0 && times[i] < table.length) {
            // Without a branch, for nobody can guess it.
            int censored = event[i] ? 0 : 1;
            table[(int) times[i]] += 1L << (HALF * censored);
            i++;
        }
        return i;
    }

    private static TimeTally of(long... table) {
        int distinct = 0;
        for (long counts : table) {
            distinct += counts == 0 ? 0 : 1;
        }
        TimeTally tally = new TimeTally(distinct);
        int at = 0;
        for (int time = 0; time < table.length; time++) {
            if (table[time] != 0) {
                tally.times[at] = time;
                tally.events[at] = (int) table[time];
                tally.censored[at++] = table[time] >>> HALF;
            }
        }
        return tally;
    }

    private static TimeTally sorted(String name, long[] times, boolean[] event) {
        long bits = 0;
        long[] words = new long[times.length];
        for (int i = 0; i < words.length; i++) {
            bits |= SortedTimes.notNegative(name, times[i], i);
            words[i] = times[i] << 1 | (event[i] ? 1 : 0);
        }
        words = WordSort.sorted(words, 1, Long.SIZE - Long.numberOfLeadingZeros(bits));
        int distinct = 0;
        for (int i = 0; i < words.length; i++) {
            distinct += i == 0 || (words[i] ^ words[i - 1]) >>> 1 != 0 ? 1 : 0;
        }
        TimeTally tally = new TimeTally(distinct);
        int at = -1;
        for (int i = 0; i < words.length; i++) {
            at += i == 0 || (words[i] ^ words[i - 1]) >>> 1 != 0 ? 1 : 0;
            tally.times[at] = words[i] >>> 1;
            tally.events[at] += words[i] & 1;
            tally.censored[at] += ~words[i] & 1;
        }
        return tally;
    }
}
