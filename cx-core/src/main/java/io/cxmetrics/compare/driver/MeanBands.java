package io.cxmetrics.compare.driver;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.compare.difference.MeanDifference;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Sample;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A number by band of a score, such as the spend of detractors, passives and promoters.
 *
 * <p><b>Definition.</b> Each band has its sample, with mean, interval and median. The test of Kruskal and Wallis asks
 * by
 * ranks whether the bands differ, which a few large spenders do not decide. It is association: bands differ in more
 * than
 * their score.
 *
 * <p><b>Edges.</b> An empty band has a mean of NaN and counts in no test. Without two bands that have subjects, or
 * where
 * all numbers are equal, the test is NaN.
 *
 * <p><b>Source.</b> W. Kruskal, W. Wallis, JASA 47 (1952) 583-621.
 *
 * <pre>{@code
 * Map<NpsBand, Sample> spend = new LinkedHashMap<>();
 * spend.put(NpsBand.DETRACTOR, Sample.of(10, 20, 15));
 * spend.put(NpsBand.PROMOTER, Sample.of(40, 60, 20, 80));
 * MeanBands<NpsBand> bands = MeanBands.of(spend);
 * bands.topMinusBottom(ChangeDefinition.STANDARD).difference(); // 35.0
 * bands.shareOfTotal(NpsBand.PROMOTER); // 0.8163265306122449
 * }</pre>
 *
 * @param <B> the type of the bands, serializable if this shall be
 * @since 0.1
 */
public final class MeanBands<B> implements Serializable {

    private static final long serialVersionUID = 1;

    private final LinkedHashMap<B, Sample> bands = new LinkedHashMap<>();

    private MeanBands(Map<? extends B, Sample> given) {
        if (given.isEmpty()) {
            throw new IllegalArgumentException("bands must not be empty, got {}");
        }
        given.forEach((band, sample) -> bands.put(requireNonNull(band, "band"), requireNonNull(sample, "sample")));
    }

    /**
     * Returns the numbers of bands.
     *
     * @param bands the numbers of each band, in order from the lowest score to the highest
     * @param <B> the type of the bands
     * @return the bands
     * @throws IllegalArgumentException if there is none
     */
    public static <B> MeanBands<B> of(Map<? extends B, Sample> bands) {
        return new MeanBands<>(bands);
    }

    /**
     * Returns the numbers of each band.
     *
     * @return an unmodifiable map in order
     */
    public Map<B, Sample> bands() {
        return Collections.unmodifiableMap(bands);
    }

    /**
     * Returns the moments of one band.
     *
     * @param band the band
     * @return its moments
     * @throws IllegalArgumentException if there is no such band
     */
    public Moments moments(B band) {
        return sample(band).moments();
    }

    /**
     * Returns the numbers of one band.
     *
     * @param band the band
     * @return its sample
     * @throws IllegalArgumentException if there is no such band
     */
    public Sample sample(B band) {
        Sample sample = bands.get(band);
        if (sample == null) {
            throw new IllegalArgumentException("band must be one of " + bands.keySet() + ", got " + band);
        }
        return sample;
    }

    private Moments total() {
        return bands.values().stream().map(Sample::moments).reduce(Moments.EMPTY, Moments::plus);
    }

    /**
     * Returns the share of one band in the sum of all.
     *
     * @param band the band
     * @return its sum over the sum of all; NaN if that is 0
     * @throws IllegalArgumentException if there is no such band
     */
    public double shareOfTotal(B band) {
        double all = total().sum();
        return all == 0 ? Double.NaN : moments(band).sum() / all;
    }

    /**
     * Returns the mean of one band over the mean of all.
     *
     * @param band the band
     * @return 1 for a band like all; NaN if a mean is, or that of all is 0
     * @throws IllegalArgumentException if there is no such band
     */
    public double index(B band) {
        double all = total().mean();
        return all == 0 ? Double.NaN : moments(band).mean() / all;
    }

    /**
     * Returns the statistic of Kruskal and Wallis with the correction of ties.
     *
     * @return the chi-squared with as many degrees of freedom as {@link #degreesOfFreedom()}; NaN without evidence
     */
    public double kruskalWallis() {
        double[] all = bands.values().stream()
                .flatMapToDouble(sample -> Arrays.stream(sample.values()))
                .toArray();
        double[] ranks = Ranks.of(all);
        double n = all.length;
        double sum = 0;
        int from = 0;
        for (Sample sample : bands.values()) {
            int to = from + (int) sample.count();
            double ranked = 0;
            for (int i = from; i < to; i++) {
                ranked += ranks[i] - (n + 1) / 2;
            }
            sum += sample.count() == 0 ? 0 : ranked * ranked / sample.count();
            from = to;
        }
        // The variance of midranks is what ties leave of n (n + 1) / 12.
        double variance = Moments.of(ranks).variance();
        return degreesOfFreedom() > 0 && variance > 0 ? sum / variance : Double.NaN;
    }

    /**
     * Returns the degrees of freedom of {@link #kruskalWallis()}.
     *
     * @return the number of bands that have subjects, less 1
     */
    public int degreesOfFreedom() {
        return (int) bands.values().stream().filter(band -> band.count() > 0).count() - 1;
    }

    /**
     * Returns the p-value of {@link #kruskalWallis()}.
     *
     * @return the p-value; NaN without evidence
     */
    public double pValue() {
        return Critical.chiSquaredPValue(kruskalWallis(), degreesOfFreedom());
    }

    /**
     * Compares the highest band with the lowest by Welch's test.
     *
     * @param definition how it is judged
     * @return the change of the mean from the lowest band to the highest
     */
    public Change topMinusBottom(ChangeDefinition definition) {
        List<Sample> samples = new ArrayList<>(bands.values());
        return new MeanDifference(
                        samples.get(0).moments(),
                        samples.get(samples.size() - 1).moments())
                .change(definition);
    }

    /**
     * Returns the bands in words.
     *
     * @return such as {@code MeanBands{DETRACTOR=Sample[count=3, median=15.0]}}
     */
    @Override
    public String toString() {
        return "MeanBands" + bands;
    }
}
