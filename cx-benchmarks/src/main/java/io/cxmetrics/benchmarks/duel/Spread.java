package io.cxmetrics.benchmarks.duel;

import io.cxmetrics.stat.Sample;
import java.io.Serializable;

/** The median of repeated measurements, between their quartiles. */
public record Spread(double low, double median, double high, int rounds) implements Serializable {

    static Spread of(double... values) {
        Sample sample = Sample.of(values);
        return new Spread(sample.quantile(0.25), sample.median(), sample.quantile(0.75), values.length);
    }
}
