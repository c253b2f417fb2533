package io.cxmetrics.stat;

/** Everybody counts once: the variances are Greenwood's, which add up time by time and allow for late entry. */
final class CountedRisk implements RiskTable {

    private static final long serialVersionUID = 1;

    private final long[] times;
    private final long[] atRisk;
    private final long[] events;
    private final long[] censored;

    private CountedRisk(int size) {
        times = new long[size];
        atRisk = new long[size];
        events = new long[size];
        censored = new long[size];
    }

    static CountedRisk of(EventTimes of) {
        CountedRisk table = new CountedRisk(of.size());
        RiskCursor risk = new RiskCursor(of);
        for (int i = 0; i < of.size(); i++) {
            risk.to(of.time(i));
            table.times[i] = of.time(i);
            table.atRisk[i] = risk.atRisk();
            table.events[i] = of.eventsAt(i);
            table.censored[i] = of.censoredAt(i);
        }
        return table;
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
        return atRisk[i];
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
        return atRisk[i] - events[i];
    }

    @Override
    public double[] logSurvivalVariances() {
        double[] variances = new double[times.length];
        double sum = 0;
        for (int i = 0; i < variances.length; i++) {
            sum += greenwood(i);
            variances[i] = sum;
        }
        return variances;
    }

    private double greenwood(int i) {
        return events[i] == 0 ? 0 : events(i) / atRisk[i] / left(i);
    }

    @Override
    public double[] hazardVariances() {
        double[] variances = new double[times.length];
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
        return Harmonic.between(atRisk[i] - events[i], atRisk[i]);
    }
}
