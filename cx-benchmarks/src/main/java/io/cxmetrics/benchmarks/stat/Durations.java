package io.cxmetrics.benchmarks.stat;

import java.util.Random;

/** Made-up times until something, in milliseconds: log-normal, as such times are. */
final class Durations {

    /** The quantiles that people ask for. */
    static final double[] QUANTILES = {0.5, 0.9, 0.95, 0.99};

    private Durations() {}

    static long[] of(int size) {
        Random random = new Random(47);
        long[] durations = new long[size];
        for (int i = 0; i < size; i++) {
            durations[i] = (long) (3_600_000 * Math.exp(1.2 * random.nextGaussian()));
        }
        return durations;
    }
}
