package io.cxmetrics.compare.difference;

import io.cxmetrics.stat.Interval;
import io.cxmetrics.survey.NetInterval;

/**
 * How the interval of the difference of two net scores is made, such as that of two NPS.
 *
 * <p><b>Source.</b> B. Rocks, The American Statistician 70 (2016) for the adjusted interval of one score; G. Zou, A.
 * Donner, Statistics in Medicine 27 (2008) for two intervals that are squared and added.
 *
 * @since 0.1
 */
public enum NpsDifferenceInterval {
    /**
     * Two adjusted intervals, squared and added around the difference: the default, because it keeps a width where all
     * of few answers are alike. The ends are at most 200 points from 0.
     */
    MOVER {
        @Override
        Interval of(NetShares before, NetShares after, double confidence) {
            Interval a = before.interval(confidence, NetInterval.ADJUSTED_WALD);
            Interval b = after.interval(confidence, NetInterval.ADJUSTED_WALD);
            double difference = after.score() - before.score();
            // The adjusted interval of few answers may leave its score outside; the distance counts all the same.
            double down = Math.hypot(after.score() - b.low(), a.high() - before.score());
            double up = Math.hypot(b.high() - after.score(), before.score() - a.low());
            return Interval.of(difference - down, difference + up).clip(-200, 200);
        }
    },

    /** difference &plusmn; z sqrt(var<sub>a</sub> / n<sub>a</sub> + var<sub>b</sub> / n<sub>b</sub>). */
    WALD {
        @Override
        Interval of(NetShares before, NetShares after, double confidence) {
            return after.differenceFrom(before).interval(confidence);
        }
    },

    /** Wald after 3/4 positive, 3/2 neutral and 3/4 negative answers are added to each side, which moves the middle. */
    ADJUSTED_WALD {
        @Override
        Interval of(NetShares before, NetShares after, double confidence) {
            return after.adjusted().differenceFrom(before.adjusted()).interval(confidence);
        }
    };

    abstract Interval of(NetShares before, NetShares after, double confidence);
}
