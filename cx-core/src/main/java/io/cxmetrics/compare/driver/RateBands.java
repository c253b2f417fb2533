package io.cxmetrics.compare.driver;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.compare.difference.RateDifference;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Proportion;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rate of an outcome by band of a score, such as who stayed among detractors, passives and promoters.
 *
 * <p><b>Definition.</b> Each band has its rate with Wilson's interval. The test of Cochran and Armitage asks whether
 * the
 * rate rises or falls from band to band; {@link #chiSquared()} whether it differs at all. It is association: bands
 * differ
 * in more than their score.
 *
 * <p><b>Edges.</b> An empty band keeps a rate of NaN and counts in no test. Without two bands that have subjects, or
 * where
 * nobody or everybody has the event, the tests are NaN.
 *
 * <p><b>Source.</b> P. Armitage, Biometrics 11 (1955) 375-386.
 *
 * <pre>{@code
 * Map<NpsBand, Proportion> stayed = new LinkedHashMap<>();
 * stayed.put(NpsBand.DETRACTOR, Proportion.of(10, 25));
 * stayed.put(NpsBand.PASSIVE, Proportion.of(9, 18));
 * stayed.put(NpsBand.PROMOTER, Proportion.of(32, 37));
 * RateBands<NpsBand> bands = RateBands.of(stayed);
 * Math.round(100 * bands.topMinusBottom(ChangeDefinition.STANDARD).difference()); // 46
 * bands.trendPValue() < 0.001; // true
 * }</pre>
 *
 * @param <B> the type of the bands, serializable if this shall be
 * @since 0.1
 */
public final class RateBands<B> implements Serializable {

    private static final long serialVersionUID = 1;

    private final LinkedHashMap<B, Proportion> bands = new LinkedHashMap<>();

    private RateBands(Map<? extends B, Proportion> given) {
        if (given.isEmpty()) {
            throw new IllegalArgumentException("bands must not be empty, got {}");
        }
        given.forEach((band, rate) -> bands.put(requireNonNull(band, "band"), requireNonNull(rate, "rate")));
    }

    /**
     * Returns the rates of bands.
     *
     * @param bands the rate of each band, in order from the lowest score to the highest
     * @param <B> the type of the bands
     * @return the bands
     * @throws IllegalArgumentException if there is none
     */
    public static <B> RateBands<B> of(Map<? extends B, Proportion> bands) {
        return new RateBands<>(bands);
    }

    /**
     * Returns the rate of each band.
     *
     * @return an unmodifiable map in order
     */
    public Map<B, Proportion> bands() {
        return Collections.unmodifiableMap(bands);
    }

    /**
     * Returns the rate of one band.
     *
     * @param band the band
     * @return its rate
     * @throws IllegalArgumentException if there is no such band
     */
    public Proportion rate(B band) {
        Proportion rate = bands.get(band);
        if (rate == null) {
            throw new IllegalArgumentException("band must be one of " + bands.keySet() + ", got " + band);
        }
        return rate;
    }

    /**
     * Returns the rate of all bands together.
     *
     * @return the rate
     */
    public Proportion total() {
        return bands.values().stream().reduce(Proportion.EMPTY, Proportion::plus);
    }

    /**
     * Returns the statistic of the trend with the bands numbered 1, 2, 3 and so on.
     *
     * @return the chi-squared of Cochran and Armitage with one degree of freedom; NaN without evidence
     */
    public double trendChiSquared() {
        Proportion all = total();
        double n = all.trials();
        double rate = all.rate();
        double sum = 0;
        double weighted = 0;
        double squares = 0;
        int number = 0;
        for (Proportion band : bands.values()) {
            number++;
            sum += number * (band.events() - band.trials() * rate);
            weighted += (double) number * band.trials();
            squares += (double) number * number * band.trials();
        }
        double variance = rate * (1 - rate) * (squares - weighted * weighted / n);
        return variance > 0 ? sum * sum / variance : Double.NaN;
    }

    /**
     * Returns the p-value of the trend.
     *
     * @return the p-value; NaN without evidence
     */
    public double trendPValue() {
        return Critical.chiSquaredPValue(trendChiSquared(), 1);
    }

    /**
     * Returns Pearson's chi-squared of all bands.
     *
     * @return the statistic; NaN without evidence
     */
    public double chiSquared() {
        double rate = total().rate();
        double sum = 0;
        for (Proportion band : bands.values()) {
            double off = band.events() - band.trials() * rate;
            sum += band.trials() == 0 ? 0 : off * off / (band.trials() * rate * (1 - rate));
        }
        return degreesOfFreedom() < 1 ? Double.NaN : sum;
    }

    /**
     * Returns the degrees of freedom of {@link #chiSquared()}.
     *
     * @return the number of bands that have subjects, less 1
     */
    public int degreesOfFreedom() {
        return (int) bands.values().stream().filter(band -> band.trials() > 0).count() - 1;
    }

    /**
     * Returns the p-value of {@link #chiSquared()}.
     *
     * @return the p-value; NaN without evidence
     */
    public double pValue() {
        return Critical.chiSquaredPValue(chiSquared(), degreesOfFreedom());
    }

    /**
     * Compares the highest band with the lowest.
     *
     * @param definition how it is judged
     * @return the change from the lowest band to the highest
     */
    public Change topMinusBottom(ChangeDefinition definition) {
        List<Proportion> rates = new ArrayList<>(bands.values());
        return new RateDifference(rates.get(0), rates.get(rates.size() - 1)).change(definition);
    }

    /**
     * Returns the rates in words.
     *
     * @return such as {@code RateBands{DETRACTOR=10 of 25 (0.4), PROMOTER=32 of 37 (0.86)}}
     */
    @Override
    public String toString() {
        return "RateBands" + bands;
    }
}
