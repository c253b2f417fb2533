package io.cxmetrics.survey;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Inputs are a group and a rating in one number. */
class NpsByGroupContractTest extends SummaryContract<Integer, NpsByGroup> {

    @Override
    protected Arbitrary<Integer> inputs() {
        return Arbitraries.integers().between(0, 11 * 20 - 1);
    }

    @Override
    protected NpsByGroup empty() {
        return NpsByGroup.EMPTY;
    }

    @Override
    protected NpsByGroup bulk(List<Integer> inputs) {
        int[] group = inputs.stream().mapToInt(input -> input / 11).toArray();
        byte[] ratings = new byte[group.length];
        int groups = 0;
        for (int i = 0; i < group.length; i++) {
            ratings[i] = (byte) (inputs.get(i) % 11);
            groups = Math.max(groups, group[i] + 1);
        }
        return NpsByGroup.of(groups, group, ratings);
    }

    @Override
    protected Aggregation<Integer, ?, NpsByGroup> aggregation() {
        return Aggregation.summing(NpsByGroup.EMPTY).mapInput(input -> one(input / 11, (byte) (input % 11)));
    }

    private static NpsByGroup one(int group, byte rating) {
        return NpsByGroup.of(group + 1, new int[] {group}, new byte[] {rating});
    }
}
