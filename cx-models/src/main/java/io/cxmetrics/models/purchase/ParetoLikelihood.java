package io.cxmetrics.models.purchase;

import io.cxmetrics.models.internal.CountedRows;
import io.cxmetrics.models.internal.LogRising;
import io.cxmetrics.models.internal.Numbers;
import io.cxmetrics.models.likelihood.Derivatives;
import io.cxmetrics.models.likelihood.LogLikelihood;
import io.cxmetrics.models.likelihood.NaturalSum;
import java.util.Arrays;

/** The log-likelihood of Pareto/NBD in the logarithms of r, alpha, s and beta. */
final class ParetoLikelihood implements LogLikelihood {

    private final CountedRows rows;

    ParetoLikelihood(BuyingHistories histories) {
        this.rows = histories.rows;
    }

    @Override
    public void at(double[] point, Derivatives sum) {
        double[] at = Arrays.stream(point).map(Math::exp).toArray();
        NaturalSum natural = new NaturalSum(at.length);
        addCommon(at, natural);
        DeathIntegral death = new DeathIntegral(at);
        double[] stayed = new double[4];
        double[] left = new double[4];
        for (int i = 0; i < rows.size(); i++) {
            addRow(at, i, death, stayed, left, natural);
        }
        natural.addTo(at, sum);
    }

    private void addCommon(double[] at, NaturalSum sum) {
        double[] ofR = new double[3];
        double all = 0;
        for (int i = 0; i < rows.size(); i++) {
            LogRising.add(at[0], rows.whole[i], rows.counts[i], ofR);
            all += rows.counts[i];
        }
        sum.value += ofR[0];
        sum.gradient[0] += ofR[1];
        sum.hessian[0][0] += ofR[2];
        for (int i = 0; i < 4; i += 2) {
            double log = Math.log(at[i + 1]);
            sum.value += all * at[i] * log;
            sum.gradient[i] += all * log;
            sum.gradient[i + 1] += all * at[i] / at[i + 1];
            sum.hessian[i + 1][i] += all / at[i + 1];
            sum.hessian[i + 1][i + 1] -= all * at[i] / (at[i + 1] * at[i + 1]);
        }
    }

    /** ln(e^A + e^D), where A is the part of those who are still there and D that of those who left since. */
    private void addRow(double[] at, int i, DeathIntegral death, double[] stayed, double[] left, NaturalSum sum) {
        double weight = rows.counts[i];
        double shape = at[0] + rows.whole[i];
        double endAlpha = 1 / (at[1] + rows.second[i]);
        double endBeta = 1 / (at[3] + rows.second[i]);
        stayed[0] = Math.log(endAlpha);
        stayed[1] = -shape * endAlpha;
        stayed[2] = Math.log(endBeta);
        stayed[3] = -at[2] * endBeta;
        double alive = shape * stayed[0] + at[2] * stayed[2];
        double share = 0;
        double value = alive;
        if (rows.second[i] > rows.first[i]) {
            death.compute(rows.whole[i], rows.first[i], rows.second[i], true);
            double gone = Math.log(at[2]) + death.log;
            share = Numbers.logistic(gone - alive);
            value = Numbers.logSum(alive, gone);
            left[0] = death.mean[0] - Math.log(at[1] + rows.first[i]);
            left[1] = death.mean[1];
            left[2] = death.mean[2] - Math.log(at[3] + rows.first[i]) + 1 / at[2];
            left[3] = death.mean[3];
        } else {
            System.arraycopy(stayed, 0, left, 0, 4);
        }
        double gone = weight * share;
        double here = weight - gone;
        sum.value += weight * value;
        for (int j = 0; j < 4; j++) {
            sum.gradient[j] += here * stayed[j] + gone * left[j];
            for (int k = 0; k <= j; k++) {
                double spread = gone == 0 ? 0 : death.square[j][k] - death.mean[j] * death.mean[k];
                double between = (left[j] - stayed[j]) * (left[k] - stayed[k]);
                sum.hessian[j][k] += gone * (spread + (1 - share) * between);
            }
        }
        sum.hessian[1][0] -= here * endAlpha;
        sum.hessian[1][1] += here * shape * endAlpha * endAlpha;
        sum.hessian[3][2] -= here * endBeta;
        sum.hessian[3][3] += here * at[2] * endBeta * endBeta;
        if (gone > 0) {
            sum.hessian[1][0] -= gone * death.inverse[0];
            sum.hessian[1][1] += gone * shape * death.inverse[1];
            sum.hessian[2][2] -= gone / (at[2] * at[2]);
            sum.hessian[3][2] -= gone * death.inverse[2];
            sum.hessian[3][3] += gone * (at[2] + 1) * death.inverse[3];
        }
    }
}
