package io.cxmetrics.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.Aggregation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Inputs in any order, torn apart at any place, give the same result, also where the parts share a visitor. */
public final class AnySplit {

    private AnySplit() {}

    public static <T, R> void givesTheSame(Aggregation<T, ?, R> aggregation, List<T> inputs, long seed) {
        check(aggregation, inputs, seed);
    }

    private static <T, S, R> void check(Aggregation<T, S, R> aggregation, List<T> inputs, long seed) {
        R whole = inputs.stream().collect(aggregation.toCollector());
        List<T> shuffled = new ArrayList<>(inputs);
        Random random = new Random(seed);
        Collections.shuffle(shuffled, random);
        int cut = random.nextInt(inputs.size() + 1);
        S left = fold(aggregation, shuffled.subList(0, cut));
        S right = fold(aggregation, shuffled.subList(cut, inputs.size()));
        R rightBefore = aggregation.finish(right);
        S merged = aggregation.merge(left, right);
        assertThat(aggregation.finish(merged)).isEqualTo(whole);
        for (T input : inputs) {
            merged = aggregation.add(merged, input);
        }
        assertThat(aggregation.finish(right)).isEqualTo(rightBefore);
    }

    private static <T, S, R> S fold(Aggregation<T, S, R> aggregation, List<T> inputs) {
        S state = aggregation.zero();
        for (T input : inputs) {
            state = aggregation.add(state, input);
        }
        return state;
    }
}
