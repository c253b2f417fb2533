package io.cxmetrics.models;

/**
 * Why a parameter of a fit cannot be trusted.
 *
 * @since 0.1
 */
public enum ParameterFlaw {

    /** The search ended at the edge of the range it covers; the likelihood rises beyond. */
    AT_BOUND,

    /** The data hardly depend on the parameter: the standard error of its logarithm is above 5, or does not exist. */
    NOT_IDENTIFIED
}
