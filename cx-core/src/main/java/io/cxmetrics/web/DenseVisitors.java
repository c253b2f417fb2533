package io.cxmetrics.web;

/** Visitors as small numbers. */
final class DenseVisitors {

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final int[] codes;
    private final int bound;

    private DenseVisitors(int[] codes, int bound) {
        this.codes = codes;
        this.bound = bound;
    }

    /** The number of each event's visitor, in [0, bound). */
    int[] codes() {
        return codes;
    }

    /** Above all numbers, not all of which need occur. */
    int bound() {
        return bound;
    }

    static DenseVisitors of(int[] visitors) {
        int min = Integer.MAX_VALUE;
        int max = Integer.MIN_VALUE;
        for (int visitor : visitors) {
            min = Math.min(min, visitor);
            max = Math.max(max, visitor);
        }
        if (min >= 0 && max < densest(visitors.length)) {
            return new DenseVisitors(visitors, max + 1);
        }
        long[] wide = new long[visitors.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = visitors[i];
        }
        return of(wide);
    }

    static DenseVisitors of(long[] visitors) {
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (long visitor : visitors) {
            min = Math.min(min, visitor);
            max = Math.max(max, visitor);
        }
        // A range beyond that of a long comes out negative.
        long range = max - min;
        if (range < 0 || range >= densest(visitors.length)) {
            return numbered(visitors);
        }
        int[] codes = new int[visitors.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (int) (visitors[i] - min);
        }
        return new DenseVisitors(codes, (int) range + 1);
    }

    /** How far numbers may be apart that are used as they are: counting them costs no more than a look at the events. */
    private static long densest(int events) {
        return Math.min(1024 + 8L * events, Integer.MAX_VALUE);
    }

    /** Numbers visitors in the order in which they come, by a table of open addresses. */
    private static DenseVisitors numbered(long[] visitors) {
        int[] codes = new int[visitors.length];
        long[] keys = new long[2048];
        int[] numbers = new int[keys.length];
        int count = 0;
        for (int i = 0; i < codes.length; i++) {
            int slot = slot(visitors[i], keys, numbers);
            if (numbers[slot] == 0) {
                keys[slot] = visitors[i];
                numbers[slot] = ++count;
                codes[i] = count - 1;
                if (2 * count > keys.length) {
                    long[] wider = new long[Math.multiplyExact(keys.length, 2)];
                    int[] moved = new int[wider.length];
                    for (int old = 0; old < keys.length; old++) {
                        if (numbers[old] != 0) {
                            int to = slot(keys[old], wider, moved);
                            wider[to] = keys[old];
                            moved[to] = numbers[old];
                        }
                    }
                    keys = wider;
                    numbers = moved;
                }
            } else {
                codes[i] = numbers[slot] - 1;
            }
        }
        return new DenseVisitors(codes, count);
    }

    /** Where a visitor is in the table, or would be. */
    private static int slot(long visitor, long[] keys, int[] numbers) {
        int mask = keys.length - 1;
        int slot = (int) ((visitor * MULTIPLIER) >>> 32) & mask;
        while (numbers[slot] != 0 && keys[slot] != visitor) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
