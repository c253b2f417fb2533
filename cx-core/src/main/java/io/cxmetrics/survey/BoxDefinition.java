package io.cxmetrics.survey;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Stored;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.internal.Checks;

/**
 * Which points of a scale count as positive and which as negative: the {@code top} best and the {@code bottom} worst.
 * A rating in between is neutral, and stays in the denominator.
 *
 * @param scale the scale
 * @param top how many of the best points are positive, at least 1
 * @param bottom how many of the worst points are negative, at least 1; top and bottom together at most all points
 * @since 0.1
 */
public record BoxDefinition(RatingScale scale, int top, int bottom) implements Stored {

    /**
     * Checks the boxes.
     *
     * @throws IllegalArgumentException if a box is empty, or they overlap
     */
    public BoxDefinition {
        requireNonNull(scale, "scale");
        Checks.inRange("top", top, 1, scale.points() - 1);
        Checks.inRange("bottom", bottom, 1, scale.points() - top);
    }

    /**
     * Returns top-two and bottom-two boxes; on a scale of two or three points one on either side.
     *
     * @param scale the scale
     * @return the boxes, the default for satisfaction
     */
    public static BoxDefinition topTwo(RatingScale scale) {
        int k = scale.points() < 4 ? 1 : 2;
        return new BoxDefinition(scale, k, k);
    }

    /**
     * Returns boxes that reach from either end to the middle, which is neutral on a scale with an odd number of points.
     *
     * @param scale the scale
     * @return the boxes, the default for effort
     */
    public static BoxDefinition halves(RatingScale scale) {
        return new BoxDefinition(scale, scale.points() / 2, scale.points() / 2);
    }

    /**
     * Returns the definition with another top box.
     *
     * @param newTop how many of the best points are positive
     * @return the definition
     * @throws IllegalArgumentException if the box is empty, or overlaps with the bottom
     */
    public BoxDefinition withTop(int newTop) {
        return new BoxDefinition(scale, newTop, bottom);
    }

    /**
     * Returns the definition with another bottom box.
     *
     * @param newBottom how many of the worst points are negative
     * @return the definition
     * @throws IllegalArgumentException if the box is empty, or overlaps with the top
     */
    public BoxDefinition withBottom(int newBottom) {
        return new BoxDefinition(scale, top, newBottom);
    }

    /**
     * Returns the box of a rating or a mean of ratings; a mean falls where its integer part allows.
     *
     * @param value the rating or mean
     * @return 1 in the top box, -1 in the bottom box, 0 between them
     */
    public int bucket(double value) {
        boolean high = scale.polarity() == Polarity.HIGH_IS_GOOD;
        double fromWorst = high ? value - scale.min() : scale.max() - value;
        if (fromWorst >= scale.points() - top) {
            return 1;
        }
        // Strictly below the first point that is not negative, so that 2.5 is still negative where 1 and 2 are.
        return fromWorst < bottom ? -1 : 0;
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("BoxDefinition", 1)
                .with("scale", scale.toString())
                .with("top", top)
                .with("bottom", bottom);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the boxes
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static BoxDefinition ofStored(StoredForm form) {
        StoredFields fields = form.expect("BoxDefinition", 1, "scale", "top", "bottom");
        return new BoxDefinition(
                fields.parsed("scale", RatingScale::parse), fields.integer("top"), fields.integer("bottom"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }
}
