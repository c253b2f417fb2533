package io.cxmetrics.models.purchase;

import io.cxmetrics.models.internal.CountedRows;
import io.cxmetrics.models.internal.LogRising;
import io.cxmetrics.models.likelihood.Derivatives;
import io.cxmetrics.models.likelihood.LogLikelihood;
import io.cxmetrics.models.likelihood.NaturalSum;
import java.util.Arrays;

/**
 * The log-likelihood of BG/NBD and MBG/NBD in the logarithms of r, alpha, a and b. What depends on the repeats alone is
 * summed once for each number of repeats.
 */
final class BetaGeometricLikelihood implements LogLikelihood {

    private final CountedRows rows;
    private final int firstChances;
    private final long[] repeats;
    private final double[] customers;

    /** The first purchase is a chance to leave (1) or not (0). */
    BetaGeometricLikelihood(BuyingHistories histories, int firstChances) {
        this.rows = histories.rows;
        this.firstChances = firstChances;
        this.repeats = Arrays.stream(rows.whole).distinct().toArray();
        this.customers = new double[repeats.length];
        int k = 0;
        for (int i = 0; i < rows.size(); i++) {
            k += rows.whole[i] == repeats[k] ? 0 : 1;
            customers[k] += rows.counts[i];
        }
    }

    @Override
    public void at(double[] point, Derivatives sum) {
        double[] parameters = Arrays.stream(point).map(Math::exp).toArray();
        NaturalSum natural = new NaturalSum(parameters.length);
        addRepeats(parameters, natural);
        addTimes(parameters, natural);
        natural.addTo(parameters, sum);
    }

    private void addRepeats(double[] at, NaturalSum sum) {
        double[] ofR = new double[3];
        double[] ofB = new double[3];
        double[] ofBoth = new double[3];
        double all = 0;
        for (int i = 0; i < repeats.length; i++) {
            LogRising.add(at[0], repeats[i], customers[i], ofR);
            LogRising.add(at[3], repeats[i] + firstChances, customers[i], ofB);
            LogRising.add(at[2] + at[3], repeats[i] + firstChances, -customers[i], ofBoth);
            all += customers[i];
        }
        double logAlpha = Math.log(at[1]);
        sum.value += ofR[0] + ofB[0] + ofBoth[0] + all * at[0] * logAlpha;
        sum.gradient[0] += ofR[1] + all * logAlpha;
        sum.gradient[1] += all * at[0] / at[1];
        sum.gradient[2] += ofBoth[1];
        sum.gradient[3] += ofB[1] + ofBoth[1];
        sum.hessian[0][0] += ofR[2];
        sum.hessian[1][0] += all / at[1];
        sum.hessian[1][1] -= all * at[0] / (at[1] * at[1]);
        sum.hessian[2][2] += ofBoth[2];
        sum.hessian[3][2] += ofBoth[2];
        sum.hessian[3][3] += ofB[2] + ofBoth[2];
    }

    /** ln(e^A + e^G), where A is the part of those who stayed and G that of those who left at their last purchase. */
    private void addTimes(double[] at, NaturalSum sum) {
        double[] d = new double[4];
        double inverseA = 1 / at[2];
        double logA = Math.log(at[2]);
        for (int i = 0; i < rows.size(); i++) {
            double weight = rows.counts[i];
            double shape = at[0] + rows.whole[i];
            long chances = rows.whole[i] + firstChances;
            double end = 1 / (at[1] + rows.second[i]);
            double logEnd = Math.log(end);
            double stayed = shape * logEnd;
            double left = 0;
            double last = 0;
            double inverseB = 0;
            double value = stayed;
            if (chances > 0) {
                last = 1 / (at[1] + rows.first[i]);
                double logLast = Math.log(last);
                inverseB = 1 / (at[3] + chances - 1);
                double odds = Math.exp(logA + shape * (logLast - logEnd)) * inverseB;
                if (odds < 1e300) {
                    left = odds / (1 + odds);
                    value = stayed + Math.log1p(odds);
                } else {
                    left = 1;
                    value = logA + Math.log(inverseB) + shape * logLast;
                }
                d[0] = logLast - logEnd;
                d[1] = -shape * (last - end);
                d[2] = inverseA;
                d[3] = -inverseB;
            }
            sum.value += weight * value;
            sum.gradient[0] += weight * (logEnd + left * d[0]);
            sum.gradient[1] += weight * (-shape * end + left * d[1]);
            sum.gradient[2] += weight * left * d[2];
            sum.gradient[3] += weight * left * d[3];
            double mixed = weight * left * (1 - left);
            double gone = weight * left;
            double here = weight - gone;
            sum.hessian[0][0] += mixed * d[0] * d[0];
            sum.hessian[1][0] += mixed * d[1] * d[0] - here * end - gone * last;
            sum.hessian[1][1] += mixed * d[1] * d[1] + shape * (here * end * end + gone * last * last);
            sum.hessian[2][0] += mixed * d[2] * d[0];
            sum.hessian[2][1] += mixed * d[2] * d[1];
            sum.hessian[2][2] += mixed * d[2] * d[2] - gone * inverseA * inverseA;
            sum.hessian[3][0] += mixed * d[3] * d[0];
            sum.hessian[3][1] += mixed * d[3] * d[1];
            sum.hessian[3][2] += mixed * d[3] * d[2];
            sum.hessian[3][3] += mixed * d[3] * d[3] + gone * inverseB * inverseB;
        }
    }
}
