package io.cxmetrics.internal;

/** Keys of any kind as small numbers: those of visitors, of actors. */
public final class DenseCodes {

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private static final DenseCodes NONE = new DenseCodes(new int[0], 0);

    private final int[] codes;
    private final int bound;

    private DenseCodes(int[] codes, int bound) {
        this.codes = codes;
        this.bound = bound;
    }

    /**
     * Returns the number of the key of each row.
     *
     * @return the numbers, in [0, bound), not to be changed
     */
    public int[] codes() {
        return codes;
    }

    /**
     * Returns what is above all numbers, not all of which need occur.
     *
     * @return the bound, at most 1024 + 8 times the rows
     */
    public int bound() {
        return bound;
    }

    /**
     * Numbers the keys of rows.
     *
     * @param keys any numbers; those that are near each other stay as they are or are shifted, others are looked up in
     *     a table
     * @return the numbers
     */
    public static DenseCodes of(int[] keys) {
        if (keys.length == 0) {
            return NONE;
        }
        int min = Integer.MAX_VALUE;
        int max = Integer.MIN_VALUE;
        for (int key : keys) {
            min = Math.min(min, key);
            max = Math.max(max, key);
        }
        if (min >= 0 && max < densest(keys.length)) {
            return new DenseCodes(keys, max + 1);
        }
        long[] wide = new long[keys.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = keys[i];
        }
        return of(wide);
    }

    /**
     * Numbers the keys of rows.
     *
     * @param keys any numbers; those that are near each other stay as they are or are shifted, others are looked up in
     *     a table
     * @return the numbers
     */
    public static DenseCodes of(long[] keys) {
        if (keys.length == 0) {
            return NONE;
        }
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (long key : keys) {
            min = Math.min(min, key);
            max = Math.max(max, key);
        }
        // A range beyond that of a long comes out negative.
        long range = max - min;
        if (range < 0 || range >= densest(keys.length)) {
            return numbered(keys);
        }
        int[] codes = new int[keys.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (int) (keys[i] - min);
        }
        return new DenseCodes(codes, (int) range + 1);
    }

    /**
     * How far numbers may be apart that are used as they are: counting them costs no more than a look at the events.
     */
    private static long densest(int events) {
        return Math.min(1024 + 8L * events, Integer.MAX_VALUE);
    }

    /** Numbers keys in the order in which they come, by a table of open addresses. */
    private static DenseCodes numbered(long[] keys) {
        int[] codes = new int[keys.length];
        long[] table = new long[2048];
        int[] numbers = new int[table.length];
        int count = 0;
        for (int i = 0; i < codes.length; i++) {
            int slot = slot(keys[i], table, numbers);
            if (numbers[slot] == 0) {
                table[slot] = keys[i];
                numbers[slot] = ++count;
                codes[i] = count - 1;
                if (2 * count > table.length) {
                    long[] wider = new long[Math.multiplyExact(table.length, 2)];
                    int[] moved = new int[wider.length];
                    for (int old = 0; old < table.length; old++) {
                        if (numbers[old] != 0) {
                            int to = slot(table[old], wider, moved);
                            wider[to] = table[old];
                            moved[to] = numbers[old];
                        }
                    }
                    table = wider;
                    numbers = moved;
                }
            } else {
                codes[i] = numbers[slot] - 1;
            }
        }
        return new DenseCodes(codes, count);
    }

    /** Where a key is in the table, or would be. */
    private static int slot(long key, long[] table, int[] numbers) {
        int mask = table.length - 1;
        int slot = (int) ((key * MULTIPLIER) >>> 32) & mask;
        while (numbers[slot] != 0 && table[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
