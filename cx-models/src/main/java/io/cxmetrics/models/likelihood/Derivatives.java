package io.cxmetrics.models.likelihood;

/** A value with its gradient and its second derivatives, of which only the lower triangle is filled until the end. */
public final class Derivatives {

    /** The value. */
    public double value;

    /** The first derivatives. */
    public final double[] gradient;

    /** The second derivatives. */
    public final double[][] hessian;

    /** Starts at 0. */
    public Derivatives(int dimension) {
        gradient = new double[dimension];
        hessian = new double[dimension][dimension];
    }

    /** Returns the derivatives of a likelihood at a point. */
    public static Derivatives of(LogLikelihood likelihood, double[] point) {
        Derivatives sum = new Derivatives(point.length);
        likelihood.at(point, sum);
        for (int i = 0; i < point.length; i++) {
            for (int j = 0; j < i; j++) {
                sum.hessian[j][i] = sum.hessian[i][j];
            }
        }
        return sum;
    }

    /** Whether every number is finite. */
    boolean finite() {
        double all = value;
        for (int i = 0; i < gradient.length; i++) {
            all += gradient[i];
            for (double second : hessian[i]) {
                all += second;
            }
        }
        return Double.isFinite(all);
    }
}
