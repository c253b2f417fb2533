package io.cxmetrics.benchmarks.survey;

import io.cxmetrics.benchmarks.duel.HotPath;
import io.cxmetrics.benchmarks.duel.Kernel;
import io.cxmetrics.benchmarks.duel.Reference;
import io.cxmetrics.benchmarks.duel.Rival;
import io.cxmetrics.benchmarks.duel.Suite;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Screened;
import io.cxmetrics.survey.Screening;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;

/** The lenient count of bytes of which a fifth is no answer: -1 for nothing, 99 for a refusal, 11 for a slip. */
@HotPath(value = "Screening of bytes, 20 % of them no answers", growsTo = 10_000_000)
public class ScreenedBytes extends Suite {

    private static final Screening SCREENING =
            Screening.on(RatingScale.ZERO_TO_TEN).withNoAnswer("99").withNotApplicable("-1");

    private byte[] clean = {};
    private byte[] raw = {};

    @Override
    protected void fill(int size) {
        clean = Answers.recommend(size);
        raw = clean.clone();
        SplittableRandom random = new SplittableRandom(44);
        byte[] none = {-1, 99, 11};
        for (int i = 0; i < size; i++) {
            if (random.nextInt(5) == 0) {
                raw[i] = none[random.nextInt(3)];
            }
        }
    }

    @Benchmark
    @Kernel
    public Screened library() {
        return SCREENING.screen(raw);
    }

    @Benchmark
    @Reference(value = "screening only answers", atMost = 2, stretch = 1.2)
    public Screened clean() {
        return SCREENING.screen(clean);
    }

    @Benchmark
    @Rival("judging one value after another")
    public Screened oneByOne() {
        double[] values = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            values[i] = raw[i];
        }
        return SCREENING.screen(values);
    }
}
