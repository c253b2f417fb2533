package io.cxmetrics;

/**
 * An immutable value that holds exactly the counts a metric needs, and adds up.
 *
 * <p>Addition is associative and commutative, and the empty summary changes nothing, so that parts computed anywhere,
 * in any order, give the summary of the whole. Where components are floating-point numbers these laws hold up to
 * rounding, which the type then says.
 *
 * <p>Answers without evidence are {@code NaN}, never 0 and never an exception.
 *
 * <p>Implementations are immutable, thread-safe and serializable.
 *
 * @param <S> the type of the summary itself
 * @since 0.1
 */
public interface Summary<S extends Summary<S>> extends Stored {

    /**
     * Returns the summary of both parts together. Neither part is changed.
     *
     * @param other the part to add, not null
     * @return the sum, not null
     * @throws IllegalArgumentException if the parts cannot be added, such as ratings on different scales
     * @throws ArithmeticException if a count overflows a {@code long}
     */
    S plus(S other);

    /**
     * Returns this summary as it is written: name, version and named counts.
     *
     * @return the form, from which {@link StoredForm#as} rebuilds an equal summary
     * @throws UnsupportedOperationException if it is a mere bundle of other summaries, which are stored one by one; all
     *     others have a form
     */
    @Override
    default StoredForm storedForm() {
        throw new UnsupportedOperationException(getClass().getName() + " has no stored form");
    }
}
