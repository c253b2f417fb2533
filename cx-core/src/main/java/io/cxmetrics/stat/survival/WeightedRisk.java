package io.cxmetrics.stat.survival;

/**
 * Everybody counts with a weight: the variances are those of the infinitesimal jackknife, the sum over all observations
 * of (weight times what the estimate gains by a little more of that weight)&sup2;. With weights of 1 that of S is
 * Greenwood's.
 *
 * <p>What an observation of time x adds depends on x and on whether it is an event, so that sums for each time are
 * enough.
 */
final class WeightedRisk implements RiskTable {

    private final WeightedEventTimes of;
    private final long[] times;
    private final double[] events;
    private final double[] eventSquares;
    private final double[] censored;
    private final double[] censoredSquares;
    /** The weights of all later times, and their squares. */
    private final double[] later;

    private final double[] laterSquares;

    WeightedRisk(WeightedEventTimes of) {
        this.of = of;
        times = of.times();
        events = of.eventsAt();
        eventSquares = of.eventSquaresAt();
        censored = of.censoredAt();
        censoredSquares = of.censoredSquaresAt();
        later = new double[times.length];
        laterSquares = new double[times.length];
        // From the end, so that the last weight is exactly what is left at last.
        for (int i = times.length - 2; i >= 0; i--) {
            later[i] = later[i + 1] + censored[i + 1] + events[i + 1];
            laterSquares[i] = laterSquares[i + 1] + censoredSquares[i + 1] + eventSquares[i + 1];
        }
    }

    @Override
    public WeightedEventTimes observations() {
        return of;
    }

    @Override
    public int size() {
        return times.length;
    }

    @Override
    public long time(int i) {
        return times[i];
    }

    @Override
    public double atRisk(int i) {
        return left(i) + events[i];
    }

    @Override
    public double events(int i) {
        return events[i];
    }

    @Override
    public double censored(int i) {
        return censored[i];
    }

    @Override
    public double left(int i) {
        return later[i] + censored[i];
    }

    @Override
    public double[] logSurvivalVariances() {
        Jackknife jackknife = new Jackknife();
        double[] variances = new double[times.length];
        for (int i = 0; i < variances.length; i++) {
            // Nobody is left at the last time only.
            variances[i] = left(i) == 0
                    ? Double.POSITIVE_INFINITY
                    : jackknife.next(i, events[i] / atRisk(i) / left(i), 1 / left(i));
        }
        return variances;
    }

    @Override
    public double[] hazardVariances() {
        Jackknife jackknife = new Jackknife();
        double[] variances = new double[times.length];
        for (int i = 0; i < variances.length; i++) {
            variances[i] = jackknife.next(i, events[i] / atRisk(i) / atRisk(i), 1 / atRisk(i));
        }
        return variances;
    }

    @Override
    public double meanVariance(double[] areas) {
        Jackknife jackknife = new Jackknife();
        double variance = 0;
        for (int i = 0; i < areas.length; i++) {
            double gain = areas[i] == 0 ? 0 : areas[i] / left(i);
            variance = jackknife.next(i, gain * (events[i] / atRisk(i)), gain);
        }
        return variance;
    }

    @Override
    public double untied(int i) {
        return events[i] / atRisk(i);
    }

    /** Adds the squares up, time by time. */
    private final class Jackknife {

        private double lost;
        private double past;

        /**
         * Returns the variance from a time on.
         *
         * @param loss what each that is at risk loses at this time
         * @param gain what each that has the event at it gains
         */
        double next(int i, double loss, double gain) {
            lost += loss;
            past += eventSquares[i] * (gain - lost) * (gain - lost) + censoredSquares[i] * lost * lost;
            return past + laterSquares[i] * lost * lost;
        }
    }
}
