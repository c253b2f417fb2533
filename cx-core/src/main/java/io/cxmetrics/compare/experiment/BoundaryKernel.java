package io.cxmetrics.compare.experiment;

import io.cxmetrics.internal.GaussLegendre;
import io.cxmetrics.internal.Normal;

/**
 * The density of a sum of independent normal steps that has crossed no boundary yet, carried from look to look by
 * numerical integration (Armitage, McPherson, Rowe 1969). At the share t of the information the sum is sqrt(t) z.
 */
final class BoundaryKernel {

    /** A side without boundary ends where the density has less than 1e-20. */
    private static final double REACH = 10;

    private final boolean twoSided;
    private final double drift;
    private double information;
    private double[] places = {0};
    private double[] masses = {1};

    BoundaryKernel(boolean twoSided, double drift) {
        this.twoSided = twoSided;
        this.drift = drift;
    }

    /** The probability of crossing the upper boundary at the next look and none before. */
    double above(double next, double z) {
        double sd = Math.sqrt(next - information);
        double boundary = z * Math.sqrt(next) - drift * (next - information);
        double sum = 0;
        for (int i = 0; i < places.length; i++) {
            sum += masses[i] * Normal.survival((boundary - places[i]) / sd);
        }
        return sum;
    }

    /** The probability of crossing the lower boundary at the next look and none before; 0 for a one-sided test. */
    double below(double next, double z) {
        if (!twoSided) {
            return 0;
        }
        double sd = Math.sqrt(next - information);
        double boundary = z * Math.sqrt(next) + drift * (next - information);
        double sum = 0;
        for (int i = 0; i < places.length; i++) {
            sum += masses[i] * Normal.survival((boundary + places[i]) / sd);
        }
        return sum;
    }

    /** Goes on to the next look, where z was not crossed. */
    void pass(double next, double z) {
        double step = next - information;
        double sd = Math.sqrt(step);
        double center = drift * next;
        double reach = REACH * Math.sqrt(next);
        double high = Math.min(z * Math.sqrt(next), center + reach);
        double low = twoSided ? Math.max(-z * Math.sqrt(next), center - reach) : center - reach;
        int panels = (int) Math.min(120, Math.max(12, Math.ceil((high - low) / sd)));
        double[] nextPlaces = GaussLegendre.nodes(low, high, panels);
        double[] nextMasses = GaussLegendre.weights(low, high, panels);
        for (int j = 0; j < nextPlaces.length; j++) {
            double density = 0;
            for (int i = 0; i < places.length; i++) {
                density += masses[i] * Normal.density((nextPlaces[j] - places[i] - drift * step) / sd);
            }
            nextMasses[j] *= density / sd;
        }
        places = nextPlaces;
        masses = nextMasses;
        information = next;
    }
}
