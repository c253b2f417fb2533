package io.cxmetrics.survey;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * Where passives and promoters start on a scale. Detractors are all below {@code passivesFrom}, promoters all from
 * {@code promotersFrom} on, passives what lies between; so every number, also the mean of an account, is in exactly one
 * bucket.
 *
 * <p>A mean of 8.5 is passive and one of 6.5 a detractor under {@link #STANDARD}.
 *
 * @param scale the scale, high is good
 * @param passivesFrom the lowest passive rating, above the lowest point of the scale
 * @param promotersFrom the lowest promoter rating, not below {@code passivesFrom}, a point of the scale
 * @since 0.1
 */
public record NpsDefinition(RatingScale scale, int passivesFrom, int promotersFrom) implements Serializable {

    /** 0..10 with detractors 0 to 6, passives 7 and 8, promoters 9 and 10 (Reichheld, Harvard Business Review 2003). */
    public static final NpsDefinition STANDARD = new NpsDefinition(RatingScale.ZERO_TO_TEN, 7, 9);

    /**
     * Checks the breaks.
     *
     * @throws IllegalArgumentException if low is good on the scale, or the breaks are not in order on it
     */
    public NpsDefinition {
        requireNonNull(scale, "scale");
        if (scale.polarity() != Polarity.HIGH_IS_GOOD) {
            throw new IllegalArgumentException("scale must have its good end high, got " + scale);
        }
        if (passivesFrom <= scale.min() || promotersFrom > scale.max() || promotersFrom < passivesFrom) {
            throw new IllegalArgumentException("breaks must be in order within " + scale + ", got passives from "
                    + passivesFrom + ", promoters from " + promotersFrom);
        }
    }

    /**
     * Returns the definition with another lowest promoter rating.
     *
     * @param newPromotersFrom the lowest promoter rating
     * @return the definition
     * @throws IllegalArgumentException if the breaks are not in order on the scale
     */
    public NpsDefinition withPromotersFrom(int newPromotersFrom) {
        return new NpsDefinition(scale, passivesFrom, newPromotersFrom);
    }

    /**
     * Returns the definition with another lowest passive rating.
     *
     * @param newPassivesFrom the lowest passive rating
     * @return the definition
     * @throws IllegalArgumentException if the breaks are not in order on the scale
     */
    public NpsDefinition withPassivesFrom(int newPassivesFrom) {
        return new NpsDefinition(scale, newPassivesFrom, promotersFrom);
    }

    /**
     * Returns the same break points as boxes: promoters in the top box, detractors in the bottom box.
     *
     * @return the boxes, on the same scale
     */
    public BoxDefinition boxes() {
        return new BoxDefinition(scale, scale.max() - promotersFrom + 1, passivesFrom - scale.min());
    }

    /**
     * Returns what a respondent with a rating or a mean of ratings is.
     *
     * @param rating the rating or mean
     * @return 1 for a promoter, 0 for a passive, -1 for a detractor
     */
    public int bucket(double rating) {
        return rating >= promotersFrom ? 1 : rating >= passivesFrom ? 0 : -1;
    }
}
