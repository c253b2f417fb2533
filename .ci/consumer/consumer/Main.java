package consumer;

import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.ProportionInterval;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.web.visitor.VisitorSketch;
import java.util.stream.Stream;

/** A few calls that reach into each library cx-core brings along. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Nps nps = Nps.of(9, 10, 7, 3);
        Nps collected = Stream.of("9", "10", "7", "3").collect(Nps.toNps(Integer::parseInt));
        check(nps.equals(collected), nps);
        check(nps.score() == 25.0, nps.score());

        // Clopper-Pearson of 0 out of 10: the upper limit is 1 - 0.025^(1/10).
        Interval exact = Proportion.of(0, 10).interval(0.95, ProportionInterval.CLOPPER_PEARSON);
        check(Math.abs(exact.high() - (1 - Math.pow(0.025, 0.1))) < 1e-12, exact);

        check(VisitorSketch.of(1, 2, 2).estimate() > 1, "sketch");
        System.out.println("NPS " + nps.score() + " in " + Main.class.getModule() + " on Java " + Runtime.version());
    }

    private static void check(boolean holds, Object found) {
        if (!holds) {
            throw new IllegalStateException("unexpected: " + found);
        }
    }
}
