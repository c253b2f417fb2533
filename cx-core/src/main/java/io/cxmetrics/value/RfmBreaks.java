package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Sample;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where one RFM score ends and the next begins: cut points to be stored, and applied to customers who came later.
 *
 * <p><b>Definition.</b> Of n - 1 cut points in order, the score of frequency and of monetary is 1 + the number of cuts
 * strictly below the value, that of recency, where low is good, n - the number of cuts strictly below. Equal values
 * have equal scores, so groups may be of unequal size, and a score may be of nobody: half of all customers may have
 * bought once. Groups of equal size, at the price of a score that differs between equals, come from
 * {@link RfmScores#ntile}.
 *
 * <pre>{@code
 * RfmBreaks breaks = RfmBreaks.of(new double[] {30, 90}, new double[] {1, 3}, new double[] {10, 50});
 * breaks.score(new RfmValues(30, 4, 10.01)); // RfmScore[recency=3, frequency=3, monetary=2]
 * breaks.score(new RfmValues(91, 1, 0)).cell(); // 111
 * }</pre>
 *
 * @param recency the cut points of the time since the last purchase, ascending
 * @param frequency those of the count of purchase days
 * @param monetary those of the amounts in major units
 * @since 0.1
 */
public record RfmBreaks(List<Double> recency, List<Double> frequency, List<Double> monetary) implements Serializable {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a cut point is not finite or below the one before, there are none or more
     *     than 8, or not as many of each
     */
    public RfmBreaks {
        recency = checked("recency", recency);
        frequency = checked("frequency", frequency);
        monetary = checked("monetary", monetary);
        sameSize("frequency", frequency, recency);
        sameSize("monetary", monetary, recency);
    }

    private static List<Double> checked(String name, List<Double> cuts) {
        Checks.inRange("number of " + name + " cut points", cuts.size(), 1, RfmScore.MOST - 1);
        for (int i = 0; i < cuts.size(); i++) {
            double cut = cuts.get(i);
            if (!Double.isFinite(cut) || (i > 0 && cut < cuts.get(i - 1))) {
                throw new IllegalArgumentException(
                        name + " cut point must be finite and not below the one before, got " + cut + " at index " + i);
            }
        }
        return List.copyOf(cuts);
    }

    private static void sameSize(String name, List<Double> cuts, List<Double> recency) {
        if (cuts.size() != recency.size()) {
            throw new IllegalArgumentException(
                    name + " must have as many cut points as recency (" + recency.size() + "), got " + cuts.size());
        }
    }

    /**
     * Returns fixed cut points.
     *
     * @param recency those of the time since the last purchase, ascending
     * @param frequency those of the count of purchase days, as many
     * @param monetary those of the amounts in major units, as many
     * @return the breaks, for one score more than cut points
     * @throws IllegalArgumentException if a cut point is not finite or below the one before, there are none or more
     *     than 8, or not as many of each
     */
    public static RfmBreaks of(double[] recency, double[] frequency, double[] monetary) {
        return new RfmBreaks(boxed(recency), boxed(frequency), boxed(monetary));
    }

    private static List<Double> boxed(double[] cuts) {
        return Arrays.stream(cuts).boxed().toList();
    }

    /**
     * Returns the quantiles of customers at 1/n, 2/n, and so on ({@link io.cxmetrics.stat.QuantileMethod#LINEAR}).
     *
     * @param values the values of the customers
     * @param scores how many scores n, in [2, 9]; 5 for quintiles
     * @return the breaks
     * @throws IllegalArgumentException if there are no customers or the number of scores is out of range
     */
    public static RfmBreaks quantiles(Collection<RfmValues> values, int scores) {
        Checks.inRange("scores", scores, 2, RfmScore.MOST);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("values must not be empty, got none");
        }
        return new RfmBreaks(
                quantiles(values, RfmValues::recency, scores),
                quantiles(values, RfmValues::frequency, scores),
                quantiles(values, RfmValues::monetary, scores));
    }

    private static List<Double> quantiles(Collection<RfmValues> values, ToDoubleFunction<RfmValues> value, int scores) {
        Sample sample = values.stream().collect(Sample.toSample(value));
        List<Double> cuts = new ArrayList<>();
        for (int i = 1; i < scores; i++) {
            cuts.add(sample.quantile((double) i / scores));
        }
        return cuts;
    }

    /**
     * Returns the highest score.
     *
     * @return one more than cut points
     */
    public int scores() {
        return recency.size() + 1;
    }

    /**
     * Returns the score of a customer, who need not be one that the breaks were made of.
     *
     * @param values the values of the customer
     * @return the score
     */
    public RfmScore score(RfmValues values) {
        requireNonNull(values, "values");
        return new RfmScore(
                scores() - below(recency, values.recency()),
                1 + below(frequency, values.frequency()),
                1 + below(monetary, values.monetary()));
    }

    private static int below(List<Double> cuts, double value) {
        int below = 0;
        while (below < cuts.size() && cuts.get(below) < value) {
            below++;
        }
        return below;
    }
}
