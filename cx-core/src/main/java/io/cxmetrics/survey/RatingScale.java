package io.cxmetrics.survey;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Checks;
import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The points a respondent can choose from: all integers from min to max, and which end is good.
 *
 * <p>The scale is part of every rating. Ratings on different scales never mix, for 4 is a good answer on 1..5 and a bad
 * one on 0..10.
 *
 * <pre>{@code
 * RatingScale.parse("1..7").points(); // 7
 * RatingScale.of(1, 5).normalise(4); // 75.0
 * RatingScale.CES_1.normalise(4); // 25.0
 * }</pre>
 *
 * @param min the lowest point
 * @param max the highest point, above {@code min}
 * @param polarity which end is good
 * @since 0.1
 */
public record RatingScale(int min, int max, Polarity polarity) implements Serializable {

    /** 0..10, the scale of the likelihood to recommend. */
    public static final RatingScale ZERO_TO_TEN = of(0, 10);

    /** 1..5, the usual scale of satisfaction. */
    public static final RatingScale ONE_TO_FIVE = of(1, 5);

    /** 1..7, the usual scale of agreement. */
    public static final RatingScale ONE_TO_SEVEN = of(1, 7);

    /** 0..1: thumbs down or up, bad or good, no or yes. */
    public static final RatingScale THUMBS = of(0, 1);

    /** 0..2: unhappy, neutral, happy. */
    public static final RatingScale SMILEYS = of(0, 2);

    /** 1..5 where low is good: "how much effort did you have to put forth", the first effort question. */
    public static final RatingScale CES_1 = new RatingScale(1, 5, Polarity.LOW_IS_GOOD);

    /** 1..7 where high is good: "the company made it easy to handle my issue", the second effort question. */
    public static final RatingScale CES_2 = ONE_TO_SEVEN;

    private static final int MAX_POINTS = 1001;
    private static final String LOW_IS_GOOD = " low is good";
    private static final Pattern TEXT = Pattern.compile("(-?\\d{1,10})\\.\\.(-?\\d{1,10})(" + LOW_IS_GOOD + ")?");

    /**
     * Checks the points.
     *
     * @throws IllegalArgumentException if {@code max} is not above {@code min}, or there are more than 1001 points
     */
    public RatingScale {
        requireNonNull(polarity, "polarity");
        if (max <= min) {
            throw new IllegalArgumentException("max must be above min (" + min + "), got " + max);
        }
        if ((long) max - min + 1 > MAX_POINTS) {
            throw new IllegalArgumentException(
                    "scale must have at most " + MAX_POINTS + " points, got " + ((long) max - min + 1));
        }
    }

    /**
     * Returns a scale where high is good.
     *
     * @param min the lowest point
     * @param max the highest point
     * @return the scale
     * @throws IllegalArgumentException if {@code max} is not above {@code min}, or there are more than 1001 points
     */
    public static RatingScale of(int min, int max) {
        return new RatingScale(min, max, Polarity.HIGH_IS_GOOD);
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @param text such as {@code 1..5} or {@code 1..5 low is good}
     * @return the scale
     * @throws IllegalArgumentException if the text is not a scale
     */
    public static RatingScale parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("scale must be like 1..5 or 1..5 low is good, got " + text);
        }
        return new RatingScale(
                point(matcher.group(1)),
                point(matcher.group(2)),
                matcher.group(3) == null ? Polarity.HIGH_IS_GOOD : Polarity.LOW_IS_GOOD);
    }

    private static int point(String text) {
        long value = Long.parseLong(text);
        if (value != (int) value) {
            throw new IllegalArgumentException("scale must have points of at most 32 bits, got " + text);
        }
        return (int) value;
    }

    /**
     * Returns how many points there are.
     *
     * @return max - min + 1
     */
    public int points() {
        return max - min + 1;
    }

    /**
     * Tells whether a number is a point of this scale.
     *
     * @param rating the number
     * @return true if min &le; rating &le; max
     */
    public boolean contains(int rating) {
        return min <= rating && rating <= max;
    }

    /**
     * Returns a value on the scale as a percentage of the way from the worst end to the best.
     *
     * @param value a rating or a mean of ratings
     * @return 0 at the worst end, 100 at the best; NaN for NaN
     */
    public double normalise(double value) {
        double fromLow = 100 * (value - min) / (max - min);
        return polarity == Polarity.HIGH_IS_GOOD ? fromLow : 100 - fromLow;
    }

    /**
     * Returns the scale as text that {@link #parse} reads.
     *
     * @return such as {@code 1..5} or {@code 1..5 low is good}
     */
    @Override
    public String toString() {
        return min + ".." + max + (polarity == Polarity.LOW_IS_GOOD ? LOW_IS_GOOD : "");
    }

    /** Returns the error for a rating that is no point of this scale. */
    IllegalArgumentException outside(long rating, String where) {
        return Checks.outside("rating", rating, min, max, where);
    }
}
