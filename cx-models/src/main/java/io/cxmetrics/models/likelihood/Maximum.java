package io.cxmetrics.models.likelihood;

import io.cxmetrics.models.likelihood.Maximizer.Search;

/** Where a search ended. */
public final class Maximum {

    private final double[] point;
    private final double value;
    private final double[][] covariance;
    private final boolean[] free;
    private final Search search;

    Maximum(double[] point, double value, double[][] covariance, boolean[] free, Search search) {
        this.point = point;
        this.value = value;
        this.covariance = covariance;
        this.free = free;
        this.search = search;
    }

    /** The coordinates. */
    public double[] point() {
        return point;
    }

    /** The log-likelihood there. */
    double value() {
        return value;
    }

    /** The inverse of the information, NaN where there is none. */
    double[][] covariance() {
        return covariance;
    }

    /** Which coordinates do not sit at a bound. */
    boolean[] free() {
        return free;
    }

    /** How the search ended. */
    Search search() {
        return search;
    }
}
