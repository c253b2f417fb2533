package io.cxmetrics.internal;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary that numbers keys in the order in which they are first seen. Nothing is allocated for a key that is
 * known.
 *
 * <p>A table of open addresses, at most a quarter full, holds hash and code in one word, so that one look tells most
 * keys. A key that finds no place among {@value #PROBES} goes into a map: keys made to collide cost that many looks
 * more than a {@link HashMap}, and no more.
 *
 * @param <K> the type of the keys
 */
public final class KeyCodes<K> {

    private static final int SMALLEST = 1024;
    private static final int PROBES = 32;
    private static final int SPREAD = 0x9E3779B9;

    /** The hash in the upper half and the code, counted from 1, in the lower one; 0 where there is no key. */
    private long[] table = new long[SMALLEST];

    private int shift = Integer.numberOfLeadingZeros(SMALLEST) + 1;
    private final Map<K, Integer> crowded = new HashMap<>();
    private @Nullable Object[] keys = new Object[SMALLEST / 4];
    private int size;

    /** A dictionary of no keys. */
    public KeyCodes() {}

    /**
     * Returns how many keys there are.
     *
     * @return one more than the highest code
     */
    public int size() {
        return size;
    }

    /**
     * Returns the keys by their codes.
     *
     * @return an unmodifiable list
     */
    @SuppressWarnings("unchecked")
    public List<K> keys() {
        return (List<K>) Collections.unmodifiableList(Arrays.asList(Arrays.copyOf(keys, size)));
    }

    /**
     * Returns the code of a key, which is a new one for a new key.
     *
     * @param key the key, whose {@code equals} and {@code hashCode} agree
     * @return the code, from 0
     */
    public int code(K key) {
        int hash = requireNonNull(key, "key").hashCode();
        int slot = home(hash);
        for (int probe = 0; probe < PROBES; probe++) {
            long entry = table[slot];
            if (entry == 0) {
                return added(key, hash, slot);
            }
            if ((int) (entry >>> 32) == hash) {
                int code = (int) entry - 1;
                Object known = keys[code];
                if (known == key || key.equals(known)) {
                    return code;
                }
            }
            slot = slot + 1 & table.length - 1;
        }
        Integer code = crowded.get(key);
        return code == null ? added(key, hash, -1) : code;
    }

    private int added(K key, int hash, int slot) {
        int code = size++;
        if (code == keys.length) {
            keys = Arrays.copyOf(keys, Math.multiplyExact(code, 2));
        }
        keys[code] = key;
        if (slot < 0) {
            crowded.put(key, code);
        } else {
            table[slot] = entry(hash, code);
            if (4 * (size - crowded.size()) > table.length) {
                widen();
            }
        }
        return code;
    }

    /** The upper bits of a product: keys whose hash codes differ in whatever bits are spread. */
    private int home(int hash) {
        int spread = hash * SPREAD;
        return spread >>> shift;
    }

    private static long entry(int hash, int code) {
        return (long) hash << 32 | code + 1;
    }

    /** All keys are placed anew: one of the map may have a place now, and would not be looked for in the map then. */
    private void widen() {
        table = new long[Math.multiplyExact(table.length, 2)];
        shift--;
        crowded.clear();
        for (int code = 0; code < size; code++) {
            place(code);
        }
    }

    @SuppressWarnings("unchecked")
    private void place(int code) {
        K key = (K) requireNonNull(keys[code]);
        int hash = key.hashCode();
        int slot = home(hash);
        for (int probe = 0; probe < PROBES; probe++) {
            if (table[slot] == 0) {
                table[slot] = entry(hash, code);
                return;
            }
            slot = slot + 1 & table.length - 1;
        }
        crowded.put(key, code);
    }
}
