package io.cxmetrics.stat.survival;

import java.util.List;

/** Observed and expected events of each group and their variance, stratum by stratum. */
final class LogRankSums {

    final long[] counts;
    final double[] observed;
    final double[] expected;
    final double[][] variance;
    private final double rho;

    LogRankSums(int groups, double rho) {
        counts = new long[groups];
        observed = new double[groups];
        expected = new double[groups];
        variance = new double[groups][groups];
        this.rho = rho;
    }

    void add(List<EventTimes> groups) {
        for (int g = 0; g < counts.length; g++) {
            counts[g] = Math.addExact(counts[g], groups.get(g).count());
        }
        EventTimes all = groups.stream().reduce(EventTimes.EMPTY, EventTimes::plus);
        List<RiskCursor> risks = groups.stream().map(RiskCursor::new).toList();
        RiskCursor whole = new RiskCursor(all);
        double survival = 1;
        for (int i = 0; i < all.size(); i++) {
            if (all.eventsAt(i) > 0) {
                long time = all.time(i);
                whole.to(time);
                risks.forEach(risk -> risk.to(time));
                addTime(time, all.eventsAt(i), whole.atRisk(), risks, Math.pow(survival, rho));
                survival *= (double) (whole.atRisk() - all.eventsAt(i)) / whole.atRisk();
            }
        }
    }

    private void addTime(long time, double events, double atRisk, List<RiskCursor> risks, double weight) {
        double spread = atRisk > 1 ? weight * weight * events * ((atRisk - events) / (atRisk - 1)) : 0;
        for (int g = 0; g < counts.length; g++) {
            double share = risks.get(g).atRisk() / atRisk;
            observed[g] += weight * risks.get(g).events(time);
            expected[g] += weight * events * share;
            for (int h = 0; h < g; h++) {
                double covariance = spread * share * (risks.get(h).atRisk() / atRisk);
                variance[g][h] -= covariance;
                variance[h][g] -= covariance;
                variance[g][g] += covariance;
                variance[h][h] += covariance;
            }
        }
    }
}
