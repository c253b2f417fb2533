package io.cxmetrics.internal;

/**
 * Finds a number among ascending keys in constant time: slots of equal width say which keys are near. Where keys crowd
 * into one slot the rest is a binary search, so the worst case is logarithmic.
 */
public final class SlotIndex {

    private final long[] keys;
    private final int shift;
    private final int[] slots;

    /**
     * Indexes the keys.
     *
     * @param keys ascending, at least one; of equal ones the last is found
     * @param slotsPerKey how many slots to spend on a key: more of them are faster and larger
     */
    public SlotIndex(long[] keys, int slotsPerKey) {
        this.keys = keys;
        long width = keys[keys.length - 1] - keys[0];
        long most = (long) keys.length * slotsPerKey;
        int bits = 0;
        while (width >>> bits > most) {
            bits++;
        }
        shift = bits;
        // One more than there are slots: each slot ends where the next one starts.
        slots = new int[(int) (width >>> bits) + 2];
        int last = 0;
        for (int slot = 1; slot < slots.length; slot++) {
            long start = keys[0] + ((long) slot << bits);
            while (last + 1 < keys.length && keys[last + 1] <= start) {
                last++;
            }
            slots[slot] = last;
        }
    }

    /**
     * Finds the last key that is at most a value.
     *
     * @param value the value, less than 2<sup>63</sup> above the first key
     * @return the position of the key, or -1 if there is none
     */
    public int floor(long value) {
        long offset = value - keys[0];
        if (offset < 0) {
            return -1;
        }
        long behind = offset >>> shift;
        int slot = behind < slots.length - 2 ? (int) behind : slots.length - 2;
        int low = slots[slot];
        int high = slots[slot + 1];
        if (high - low <= 1) {
            // The usual case, without a branch: a wrongly guessed one would cost more than all the rest. The sign bit
            // of the difference takes the upper key back to the lower where the value is below it.
            return high - (int) ((value - keys[high]) >>> (Long.SIZE - 1) & (high - low));
        }
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (keys[middle] <= value) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
