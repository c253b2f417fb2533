package io.cxmetrics.survey;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.survey.NpsByGroup.GroupRating;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class NpsByGroupContractTest extends SummaryContract<GroupRating, NpsByGroup> {

    private static final int GROUPS = 20;

    @Override
    protected Arbitrary<GroupRating> inputs() {
        return Arbitraries.integers().between(0, 11 * GROUPS - 1).map(i -> new GroupRating(i / 11, i % 11));
    }

    @Override
    protected NpsByGroup empty() {
        return NpsByGroup.of(GROUPS, List.of());
    }

    @Override
    protected NpsByGroup bulk(List<GroupRating> inputs) {
        int[] group = inputs.stream().mapToInt(GroupRating::group).toArray();
        byte[] ratings = new byte[group.length];
        for (int i = 0; i < group.length; i++) {
            ratings[i] = (byte) inputs.get(i).rating();
        }
        return NpsByGroup.of(GROUPS, group, ratings);
    }

    @Override
    protected Aggregation<GroupRating, ?, NpsByGroup> aggregation() {
        return NpsByGroup.aggregation(GROUPS);
    }

    @Override
    protected Collector<GroupRating, ?, NpsByGroup> collector() {
        return NpsByGroup.toNpsByGroup(GROUPS, GroupRating::group, GroupRating::rating);
    }
}
