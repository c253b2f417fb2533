package io.cxmetrics.survey;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;

/**
 * Raw values after {@link Screening}: the answers, and what was left out by reason. Both add up to the input.
 *
 * <p>A {@link Screening} makes it, from arrays and collections by {@link Screening#screen(Iterable)}, from streams by
 * {@link Screening#toScreened()}, in engines by {@link Screening#aggregation()}.
 *
 * @param ratings the answers
 * @param leftOut what is not an answer, by reason
 * @since 0.1
 */
public record Screened(Ratings ratings, Exclusions leftOut) implements Summary<Screened> {

    /**
     * Checks that both parts are there.
     *
     * @throws ArithmeticException if both together count more than a {@code long} holds
     */
    public Screened {
        requireNonNull(ratings, "ratings");
        requireNonNull(leftOut, "leftOut");
        Math.addExact(ratings.count(), leftOut.count());
    }

    /**
     * Returns the summary of no raw values.
     *
     * @param scale the scale
     * @return the summary
     */
    public static Screened empty(RatingScale scale) {
        return new Screened(Ratings.empty(scale), Exclusions.EMPTY);
    }

    /**
     * Returns how many raw values are answers.
     *
     * @return the count of the ratings
     */
    public long count() {
        return ratings.count();
    }

    /**
     * Returns how many raw values there were.
     *
     * @return answers and left out
     */
    public long total() {
        return ratings.count() + leftOut.count();
    }

    @Override
    public Screened plus(Screened other) {
        return new Screened(ratings.plus(other.ratings), leftOut.plus(other.leftOut));
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Screened", 1).with("ratings", ratings).with("leftOut", leftOut);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the screened values
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Screened ofStored(StoredForm form) {
        StoredFields fields = form.expect("Screened", 1, "ratings", "leftOut");
        return new Screened(
                fields.part("ratings").as(Ratings.class), fields.part("leftOut").as(Exclusions.class));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }
}
