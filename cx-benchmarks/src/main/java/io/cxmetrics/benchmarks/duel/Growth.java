package io.cxmetrics.benchmarks.duel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a row costs by how many there are, a thousand first and ten times as many in each step. */
final class Growth {

    private static final int FIRST = 1_000;
    private static final int LEVEL_UP_TO = 10_000_000;

    private final Contest contest;
    private final Map<String, String> variant;
    private final Patience patience;

    Growth(Contest contest, Map<String, String> variant, Patience patience) {
        this.contest = contest;
        this.variant = variant;
        this.patience = patience;
    }

    List<Result.Cost> costs() throws Throwable {
        List<Result.Cost> costs = new ArrayList<>();
        int most = contest.path().growsTo() / patience.share();
        for (long rows = FIRST; rows <= most; rows *= 10) {
            costs.add(cost((int) rows));
        }
        return costs;
    }

    /**
     * Returns by how many percent the cost of a row leaves its median, at the most, among sizes that fit most memories.
     */
    static Figure figure(List<Result.Cost> costs) {
        double[] medians = costs.stream()
                .filter(cost -> cost.rows() <= LEVEL_UP_TO)
                .mapToDouble(cost -> cost.nanos().median())
                .toArray();
        double level = Spread.of(medians).median();
        double furthest = Arrays.stream(medians)
                .map(nanos -> 100 * Math.abs(nanos / level - 1))
                .max()
                .orElse(Double.NaN);
        return new Figure("furthest of growth from level", "%", Spread.of(furthest), Goal.atMost(35, 20), true);
    }

    private Result.Cost cost(int rows) throws Throwable {
        try (Suite suite = contest.suite(variant)) {
            suite.rows = rows;
            suite.fill();
            Way kernel = Way.of(suite, contest.kernel());
            kernel.warmUp(patience.warmUp() / 2, Patience.SAMPLE);
            double[] perRow = new double[patience.fewest() * 3];
            for (int i = 0; i < perRow.length; i++) {
                perRow[i] = kernel.nanos() / rows;
            }
            return new Result.Cost(rows, Spread.of(perRow));
        }
    }
}
