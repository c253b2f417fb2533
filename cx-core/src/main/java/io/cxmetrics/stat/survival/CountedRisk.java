package io.cxmetrics.stat.survival;

/** Everybody counts once: the variances are Greenwood's, which add up time by time and allow for late entry. */
final class CountedRisk implements RiskTable {

    private final EventTimes of;
    private final long[] atRisk;

    CountedRisk(EventTimes of) {
        this.of = of;
        atRisk = new long[of.size()];
        RiskCursor risk = new RiskCursor(of);
        for (int i = 0; i < atRisk.length; i++) {
            risk.to(of.time(i));
            atRisk[i] = risk.atRisk();
        }
    }

    @Override
    public EventTimes observations() {
        return of;
    }

    @Override
    public int size() {
        return atRisk.length;
    }

    @Override
    public long time(int i) {
        return of.time(i);
    }

    @Override
    public double atRisk(int i) {
        return atRisk[i];
    }

    @Override
    public double events(int i) {
        return of.eventsAt(i);
    }

    @Override
    public double censored(int i) {
        return of.censoredAt(i);
    }

    @Override
    public double left(int i) {
        return atRisk[i] - of.eventsAt(i);
    }

    @Override
    public double[] logSurvivalVariances() {
        double[] variances = new double[atRisk.length];
        double sum = 0;
        for (int i = 0; i < variances.length; i++) {
            sum += greenwood(i);
            variances[i] = sum;
        }
        return variances;
    }

    private double greenwood(int i) {
        return of.eventsAt(i) == 0 ? 0 : events(i) / atRisk[i] / left(i);
    }

    @Override
    public double[] hazardVariances() {
        double[] variances = new double[atRisk.length];
        double sum = 0;
        for (int i = 0; i < variances.length; i++) {
            sum += events(i) / atRisk[i] / atRisk[i];
            variances[i] = sum;
        }
        return variances;
    }

    @Override
    public double meanVariance(double[] areas) {
        double sum = 0;
        for (int i = 0; i < areas.length; i++) {
            // Once all have had it there is no area left, nor anything to err about.
            sum += areas[i] == 0 ? 0 : areas[i] * areas[i] * greenwood(i);
        }
        return sum;
    }

    @Override
    public double untied(int i) {
        return Harmonic.between(atRisk[i] - of.eventsAt(i), atRisk[i]);
    }
}
