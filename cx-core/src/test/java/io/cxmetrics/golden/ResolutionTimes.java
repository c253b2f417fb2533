package io.cxmetrics.golden;

import static java.time.temporal.ChronoUnit.HOURS;

import io.cxmetrics.stat.QuantileMethod;
import io.cxmetrics.support.resolution.TimeToResolution;
import java.util.List;

/** The block of numbers that the golden sets state of times, in hours. */
final class ResolutionTimes {

    private static final double MILLIS_PER_HOUR = 3_600_000;

    private ResolutionTimes() {}

    static void check(Expected expected, TimeToResolution times) {
        expected.number("n", times.resolved())
                .number("mean", times.mean(HOURS))
                .number("sd", times.standardDeviation(HOURS))
                .number("min", times.min(HOURS))
                .number("max", times.max(HOURS))
                .number("sum", times.sum().toMillis() / MILLIS_PER_HOUR)
                .number("median", times.median(HOURS));
        for (int percent : List.of(25, 50, 75, 90, 95, 99)) {
            double q = percent / 100.0;
            expected.in("linear").number("p" + percent, times.quantile(q, QuantileMethod.LINEAR, HOURS));
            expected.in("nearest").number("p" + percent, times.quantile(q, QuantileMethod.NEAREST_RANK, HOURS));
        }
    }
}
