package io.cxmetrics.models;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Report on the search for the maximum of a likelihood.
 *
 * @param converged whether the last step changed no parameter by more than 1e-8 of itself
 * @param iterations how many steps the search took, not negative
 * @param gradientNorm the largest absolute derivative of the log-likelihood at the end, with respect to the
 *     logarithms of parameters (the location of a survival curve itself); parameters at a bound are left out
 * @param flaws parameters that cannot be trusted, by name, with the reason; unmodifiable
 * @since 0.1
 */
public record FitReport(boolean converged, int iterations, double gradientNorm, Map<String, ParameterFlaw> flaws)
        implements Serializable {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the number of steps is negative
     */
    public FitReport {
        if (iterations < 0) {
            throw new IllegalArgumentException("iterations must not be negative, got " + iterations);
        }
        flaws = Map.copyOf(flaws);
    }

    /**
     * Tells whether the search converged and every parameter can be trusted.
     *
     * @return true if there is nothing to warn of
     */
    public boolean sound() {
        return converged && flaws.isEmpty();
    }

    /**
     * Returns the parts, with flaws in the order of names.
     *
     * @return such as {@code FitReport[converged=true, iterations=6, gradientNorm=1.0E-9, flaws={}]}
     */
    @Override
    public String toString() {
        return "FitReport[converged=" + converged + ", iterations=" + iterations + ", gradientNorm=" + gradientNorm
                + ", flaws=" + new TreeMap<>(flaws) + "]";
    }
}
