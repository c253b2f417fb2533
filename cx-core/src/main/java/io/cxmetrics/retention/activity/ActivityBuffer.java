package io.cxmetrics.retention.activity;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.MoneyUnit;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An {@link ActivityLog} while it grows.
 *
 * <p>Activities are kept as they come, in blocks, and dealt out to their actors at the end: for each activity one place
 * in memory is written, where a growing array for each actor would be fetched from anywhere.
 */
final class ActivityBuffer<K> implements Serializable {

    private static final long serialVersionUID = 1;

    private static final int FIRST_BLOCK = 16;
    private static final int LARGEST_BLOCK = 1 << 16;

    /** Actors by number, as they came. */
    private final HashMap<K, Integer> numbers = new HashMap<>();

    private final ArrayList<Block> blocks = new ArrayList<>();

    /** The unit of all amounts so far; null as long as there is none. */
    private @Nullable MoneyUnit unit;

    void add(Activity<K> activity) {
        add(activity.actor(), activity.at(), activity.amount(), activity.unit());
    }

    void add(K actor, Instant at, long amount, @Nullable MoneyUnit in) {
        if (in != null) {
            unit = MoneyUnit.joined(unit, in);
        }
        add(number(requireNonNull(actor, "actor")), millis(requireNonNull(at, "at")), amount);
    }

    private static long millis(Instant at) {
        try {
            return at.toEpochMilli();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("at must be within a long of milliseconds of 1970, got " + at, e);
        }
    }

    private int number(K actor) {
        Integer known = numbers.get(actor);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        numbers.put(actor, number);
        return number;
    }

    private void add(int actor, long time, long amount) {
        Block block = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        if (block == null || block.count == block.times.length) {
            block = new Block(block == null ? FIRST_BLOCK : Math.min(2 * block.count, LARGEST_BLOCK));
            blocks.add(block);
        }
        block.actors[block.count] = actor;
        block.times[block.count] = time;
        block.amounts[block.count] = amount;
        block.count++;
    }

    ActivityBuffer<K> plus(ActivityBuffer<K> other) {
        unit = MoneyUnit.joined(unit, other.unit);
        int[] mine = new int[other.numbers.size()];
        other.numbers.forEach((actor, number) -> mine[number] = number(actor));
        for (Block block : List.copyOf(other.blocks)) {
            int count = block.count;
            for (int i = 0; i < count; i++) {
                add(mine[block.actors[i]], block.times[i], block.amounts[i]);
            }
        }
        return this;
    }

    ActivityLog<K> finish() {
        int[] counts = new int[numbers.size()];
        boolean[] worth = new boolean[counts.length];
        for (Block block : blocks) {
            for (int i = 0; i < block.count; i++) {
                int actor = block.actors[i];
                counts[actor] = Math.addExact(counts[actor], 1);
                worth[actor] |= block.amounts[i] != 0;
            }
        }
        long[][] times = new long[counts.length][];
        long[][] amounts = new long[counts.length][];
        for (int actor = 0; actor < counts.length; actor++) {
            times[actor] = new long[counts[actor]];
            amounts[actor] = new long[worth[actor] ? counts[actor] : 0];
            counts[actor] = 0;
        }
        for (Block block : blocks) {
            for (int i = 0; i < block.count; i++) {
                int actor = block.actors[i];
                int place = counts[actor]++;
                times[actor][place] = block.times[i];
                if (worth[actor]) {
                    amounts[actor][place] = block.amounts[i];
                }
            }
        }
        Map<K, ActorHistory> histories = new HashMap<>();
        numbers.forEach((actor, number) -> histories.put(actor, ActorHistory.of(times[number], amounts[number])));
        return new ActivityLog<>(histories, unit);
    }

    /** Some activities in a row. */
    private static final class Block implements Serializable {

        private static final long serialVersionUID = 1;

        private final int[] actors;
        private final long[] times;
        private final long[] amounts;
        private int count;

        Block(int size) {
            actors = new int[size];
            times = new long[size];
            amounts = new long[size];
        }
    }
}
