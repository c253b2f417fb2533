package io.cxmetrics.compare.difference;

import io.cxmetrics.stat.Interval;

/**
 * (after - before) / |before| by the delta method, with the error of both sides. It is undefined where the value before
 * is not told from 0: whatever is divided by it then says nothing.
 */
record RelativeChange(double estimate, double standardError, double critical) {

    private static final RelativeChange UNDEFINED = new RelativeChange(Double.NaN, Double.NaN, Double.NaN);

    /** The critical value is that of the interval, of Student's or the normal distribution. */
    static RelativeChange of(double before, double errorBefore, double after, double errorAfter, double critical) {
        double base = Math.abs(before);
        // Fieller's g = (critical * error / before)^2 below 1.
        if (!(critical * errorBefore < base)) {
            return UNDEFINED;
        }
        double error = Math.hypot(errorAfter / base, after * errorBefore / (base * base));
        return new RelativeChange((after - before) / base, error, critical);
    }

    Interval interval() {
        return Interval.around(estimate, critical * standardError);
    }
}
