package io.cxmetrics.models.likelihood;

/** Sums derivatives in positive parameters, and turns them into derivatives in their logarithms at the end. */
public final class NaturalSum {

    /** The sum of values. */
    public double value;

    /** The sum of first derivatives. */
    public final double[] gradient;

    /** The sum of second derivatives, of which the lower triangle is filled. */
    public final double[][] hessian;

    /** Starts at 0. */
    public NaturalSum(int dimension) {
        gradient = new double[dimension];
        hessian = new double[dimension][dimension];
    }

    /** Adds what came together at these parameters. */
    public void addTo(double[] parameters, Derivatives sum) {
        sum.value += value;
        for (int i = 0; i < gradient.length; i++) {
            sum.gradient[i] += parameters[i] * gradient[i];
            for (int j = 0; j <= i; j++) {
                sum.hessian[i][j] += parameters[i] * parameters[j] * hessian[i][j];
            }
            sum.hessian[i][i] += parameters[i] * gradient[i];
        }
    }
}
