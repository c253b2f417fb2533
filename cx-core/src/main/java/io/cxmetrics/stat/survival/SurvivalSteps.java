package io.cxmetrics.stat.survival;

import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * The steps of a curve as columns. A step becomes an object only when it is asked for: there may be as many steps as
 * observations.
 */
final class SurvivalSteps extends AbstractList<SurvivalStep> implements RandomAccess {

    private final RiskTable table;
    private final double[] survival;
    private final double[] hazards;
    private final double[] logSurvivalVariances;
    private final double[] hazardVariances;

    SurvivalSteps(RiskTable table) {
        this.table = table;
        survival = new double[table.size()];
        hazards = new double[table.size()];
        logSurvivalVariances = table.logSurvivalVariances();
        hazardVariances = table.hazardVariances();
        double share = 1;
        double hazard = 0;
        for (int i = 0; i < survival.length; i++) {
            share *= table.left(i) / table.atRisk(i);
            hazard += table.events(i) / table.atRisk(i);
            survival[i] = share;
            hazards[i] = hazard;
        }
    }

    @Override
    public int size() {
        return survival.length;
    }

    @Override
    public SurvivalStep get(int i) {
        double share = survival[i];
        return new SurvivalStep(
                table.time(i),
                table.atRisk(i),
                table.events(i),
                table.censored(i),
                share,
                share == 0 ? Double.NaN : share * Math.sqrt(logSurvivalVariances[i]),
                hazards[i],
                Math.sqrt(hazardVariances[i]));
    }

    long time(int i) {
        return table.time(i);
    }

    double survival(int i) {
        return survival[i];
    }

    double events(int i) {
        return table.events(i);
    }
}
