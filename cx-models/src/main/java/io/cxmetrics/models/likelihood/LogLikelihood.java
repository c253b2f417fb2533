package io.cxmetrics.models.likelihood;

/** A log-likelihood over coordinates without limits (such as logarithms of parameters), with exact derivatives. */
public interface LogLikelihood {

    /** Adds the value, the gradient and the second derivatives at a point to what is there. */
    void at(double[] point, Derivatives sum);
}
