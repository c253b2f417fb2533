package io.cxmetrics.web.visitor;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** When something happened to each of many, to the millisecond and sorted. Immutable; adds up under any split. */
final class KeyedTimes<K> implements Serializable {

    private static final long serialVersionUID = 1;

    private final Map<K, long[]> times;

    private KeyedTimes(Map<K, long[]> times) {
        this.times = times;
    }

    static <K> KeyedTimes<K> empty() {
        return new KeyedTimes<>(new HashMap<>());
    }

    /** Unmodifiable; the arrays are not to be changed. */
    Map<K, long[]> times() {
        return Collections.unmodifiableMap(times);
    }

    long keys() {
        return times.size();
    }

    long count() {
        return times.values().stream().mapToLong(each -> each.length).sum();
    }

    KeyedTimes<K> plus(KeyedTimes<K> other) {
        Map<K, long[]> joined = new HashMap<>(times);
        other.times.forEach((key, added) -> joined.merge(key, added, KeyedTimes::joined));
        return new KeyedTimes<>(joined);
    }

    private static long[] joined(long[] left, long[] right) {
        long[] all = Arrays.copyOf(left, Math.addExact(left.length, right.length));
        System.arraycopy(right, 0, all, left.length, right.length);
        Arrays.sort(all); // two sorted runs: the sort merges them
        return all;
    }

    /** Its keys, how many times each has, and all times in the order of the keys. */
    StoredForm storedForm() {
        return StoredForm.of("KeyedTimes", 1)
                .withKeys("keys", times.keySet())
                .with(
                        "counts",
                        times.values().stream().mapToInt(each -> each.length).toArray())
                .with(
                        "times",
                        times.values().stream().flatMapToLong(Arrays::stream).toArray());
    }

    static <K> KeyedTimes<K> ofStored(StoredForm form) {
        StoredFields fields = form.expect("KeyedTimes", 1, "keys", "counts", "times");
        List<K> keys = fields.sameLength("keys", "counts").distinctKeys("keys");
        long[] counts = fields.wholes("counts");
        long[] all = fields.wholes("times");
        Map<K, long[]> times = new LinkedHashMap<>();
        int from = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 1 || counts[i] > all.length - from) {
                throw new IllegalArgumentException("counts of stored KeyedTimes must be those of " + all.length
                        + " times, got " + counts[i] + " at index " + i);
            }
            long[] own = Arrays.copyOfRange(all, from, from + (int) counts[i]);
            for (int j = 1; j < own.length; j++) {
                if (own[j] < own[j - 1]) {
                    throw new IllegalArgumentException(
                            "times of stored KeyedTimes must ascend, got " + own[j] + " after " + own[j - 1]);
                }
            }
            times.put(keys.get(i), own);
            from += own.length;
        }
        if (from < all.length) {
            throw new IllegalArgumentException(
                    "times of stored KeyedTimes must be as many as counted (" + from + "), got " + all.length);
        }
        return new KeyedTimes<>(times);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /** The index of the first time that is not before one. */
    static int firstFrom(long[] sorted, long millis) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyedTimes<?> that
                && times.keySet().equals(that.times.keySet())
                && times.entrySet().stream()
                        .allMatch(entry -> Arrays.equals(entry.getValue(), that.times.get(entry.getKey())));
    }

    @Override
    public int hashCode() {
        return times.entrySet().stream()
                .mapToInt(entry -> entry.getKey().hashCode() ^ Arrays.hashCode(entry.getValue()))
                .sum();
    }

    /** Times while they grow, in any order. */
    private static final class Growing implements Serializable {
        private static final long serialVersionUID = 1;

        private long[] millis = new long[2];
        private int count;

        void add(long time) {
            if (count == millis.length) {
                millis = Arrays.copyOf(millis, Math.multiplyExact(count, 2));
            }
            millis[count] = time;
            count++;
        }

        void addAll(Growing other) {
            int length = Math.addExact(count, other.count);
            if (length > millis.length) {
                millis = Arrays.copyOf(millis, Math.max(length, 2 * count));
            }
            System.arraycopy(other.millis, 0, millis, count, other.count);
            count = length;
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(millis, count);
            Arrays.sort(sorted);
            return sorted;
        }
    }

    /** The times of all while they grow. */
    static final class Buffer<K> implements Serializable {
        private static final long serialVersionUID = 1;

        private final Map<K, Growing> growing = new HashMap<>();

        void add(K key, long millis) {
            growing.computeIfAbsent(requireNonNull(key, "key"), any -> new Growing())
                    .add(millis);
        }

        void addAll(Buffer<K> other) {
            other.growing.forEach((key, added) ->
                    growing.computeIfAbsent(key, any -> new Growing()).addAll(added));
        }

        KeyedTimes<K> finish() {
            Map<K, long[]> times = new HashMap<>();
            growing.forEach((key, grown) -> times.put(key, grown.sorted()));
            return new KeyedTimes<>(times);
        }
    }
}
