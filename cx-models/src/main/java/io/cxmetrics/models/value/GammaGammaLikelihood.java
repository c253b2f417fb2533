package io.cxmetrics.models.value;

import io.cxmetrics.models.internal.CountedRows;
import io.cxmetrics.models.likelihood.Derivatives;
import io.cxmetrics.models.likelihood.LogLikelihood;
import io.cxmetrics.models.likelihood.NaturalSum;
import java.util.Arrays;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.Trigamma;

/** The log-likelihood of the Gamma-Gamma model in the logarithms of p, q and v. */
final class GammaGammaLikelihood implements LogLikelihood {

    private final CountedRows rows;

    GammaGammaLikelihood(SpendHistories histories) {
        this.rows = histories.rows;
    }

    static double value(double p, double q, double v, double x, double z) {
        double shape = p * x + q;
        return LogGamma.value(shape)
                - LogGamma.value(p * x)
                - LogGamma.value(q)
                + q * Math.log(v)
                + (p * x - 1) * Math.log(z)
                + p * x * Math.log(x)
                - shape * Math.log(v + x * z);
    }

    @Override
    public void at(double[] point, Derivatives sum) {
        double[] at = Arrays.stream(point).map(Math::exp).toArray();
        double p = at[0];
        double q = at[1];
        double v = at[2];
        double ofQ = Digamma.value(q);
        double secondOfQ = Trigamma.value(q);
        NaturalSum natural = new NaturalSum(3);
        for (int i = 0; i < rows.size(); i++) {
            double x = rows.whole[i];
            if (x == 0) {
                continue;
            }
            double weight = rows.counts[i];
            double shape = p * x + q;
            double total = v + x * rows.first[i];
            double ofShape = Digamma.value(shape);
            double secondOfShape = Trigamma.value(shape);
            double log = Math.log(total);
            natural.value += weight * value(p, q, v, x, rows.first[i]);
            natural.gradient[0] +=
                    weight * x * (ofShape - Digamma.value(p * x) + Math.log(rows.first[i]) + Math.log(x) - log);
            natural.gradient[1] += weight * (ofShape - ofQ + Math.log(v) - log);
            natural.gradient[2] += weight * (q / v - shape / total);
            natural.hessian[0][0] += weight * x * x * (secondOfShape - Trigamma.value(p * x));
            natural.hessian[1][0] += weight * x * secondOfShape;
            natural.hessian[1][1] += weight * (secondOfShape - secondOfQ);
            natural.hessian[2][0] -= weight * x / total;
            natural.hessian[2][1] += weight * (1 / v - 1 / total);
            natural.hessian[2][2] += weight * (shape / (total * total) - q / (v * v));
        }
        natural.addTo(at, sum);
    }
}
