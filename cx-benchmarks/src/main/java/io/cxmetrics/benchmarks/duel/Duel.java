package io.cxmetrics.benchmarks.duel;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Two ways in turn, many times, in one process: a machine that slows down slows both, so the ratio of neighbours holds
 * still where times do not.
 */
final class Duel {

    private final Contest contest;
    private final Map<String, String> variant;
    private final Patience patience;

    Duel(Contest contest, Map<String, String> variant, Patience patience) {
        this.contest = contest;
        this.variant = variant;
        this.patience = patience;
    }

    /** Runs all duels of the suite, and the growth of its cost if asked. */
    Result run(boolean growth) throws Throwable {
        int rows = contest.path().rows() / patience.share();
        List<Figure> figures = new ArrayList<>();
        try (Suite suite = contest.suite(variant)) {
            suite.rows = rows;
            suite.fill();
            Way kernel = Way.of(suite, contest.kernel());
            Object answer = kernel.warmUp(patience.warmUp(), Patience.SAMPLE);
            List<Double> alone = new ArrayList<>();
            for (Method other : contest.others()) {
                figures.add(figure(other, kernel, answer, Way.of(suite, other), alone));
            }
            figures.addAll(0, alone(kernel, alone, rows));
        }
        List<Result.Cost> costs = growth ? new Growth(contest, variant, patience).costs() : List.of();
        if (!costs.isEmpty()) {
            figures.add(Growth.figure(costs));
        }
        return new Result(contest.title(variant), rows, System.getProperty("java.version"), figures, costs, "");
    }

    /** Returns the names of those that do not come to the kernel's answer. */
    List<String> disagreeing(int rows) throws Throwable {
        List<String> names = new ArrayList<>();
        try (Suite suite = contest.suite(variant)) {
            suite.rows = rows;
            suite.fill();
            Object answer = Way.of(suite, contest.kernel()).answer();
            for (Method other : contest.others()) {
                Rival rival = other.getAnnotation(Rival.class);
                Object theirs = Way.of(suite, other).answer();
                if (rival != null && !Agreement.between(answer, theirs, rival.tolerance())) {
                    names.add(rival.value());
                }
            }
        }
        return names;
    }

    /** What the kernel costs by itself, over all rounds of all duels. */
    private List<Figure> alone(Way kernel, List<Double> times, int rows) throws Throwable {
        Kernel goals = contest.kernel().getAnnotation(Kernel.class);
        while (times.size() < patience.fewest()) {
            times.add(kernel.nanos());
        }
        double[] perRow = times.stream().mapToDouble(nanos -> nanos / rows).toArray();
        Goal fewBytes = goals.bytes() < 0 ? Goal.NONE : Goal.atMost(goals.bytes(), Double.NaN);
        return List.of(
                new Figure(
                        "time of a row",
                        "ns",
                        Spread.of(perRow),
                        Goal.atMost(goals.nanos(), goals.stretchNanos()),
                        true),
                new Figure("memory of a call", "bytes", Spread.of(kernel.bytes()), fewBytes, true));
    }

    private Figure figure(Method method, Way kernel, Object answer, Way other, List<Double> alone) throws Throwable {
        Rival rival = method.getAnnotation(Rival.class);
        Reference reference = method.getAnnotation(Reference.class);
        Object theirs = other.warmUp(patience.warmUp(), Patience.SAMPLE);
        boolean agrees = rival == null || Agreement.between(answer, theirs, rival.tolerance());
        Spread times = ratios(kernel, other, alone, rival == null);
        if (rival != null) {
            return new Figure(
                    "faster than " + rival.value(), "x", times, Goal.atLeast(rival.atLeast(), rival.stretch()), agrees);
        }
        return new Figure(
                "as long as " + reference.value(),
                "x",
                times,
                Goal.atMost(reference.atMost(), reference.stretch()),
                true);
    }

    /** The kernel's time over the other's, or the other way round. */
    private Spread ratios(Way kernel, Way other, List<Double> alone, boolean overOther) throws Throwable {
        double[] ratios = new double[patience.most()];
        long start = Stopwatch.nanos();
        int rounds = 0;
        while (rounds < patience.fewest()
                || (rounds < patience.most() && Stopwatch.nanos() - start < patience.duel())) {
            // Neither side always runs on caches that the other has filled.
            boolean first = rounds % 2 == 0;
            double theirs = first ? 0 : other.nanos();
            double ours = kernel.nanos();
            theirs = first ? other.nanos() : theirs;
            alone.add(ours);
            ratios[rounds++] = overOther ? ours / theirs : theirs / ours;
        }
        return Spread.of(Arrays.copyOf(ratios, rounds));
    }
}
