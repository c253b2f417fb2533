package io.cxmetrics.input.field;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the text of one field.
 *
 * <p>Implementations are immutable and thread-safe.
 *
 * @param <T> the type of the value
 * @since 0.1
 */
@FunctionalInterface
public interface FieldReader<T> {

    /**
     * Reads a field.
     *
     * @param text the text as it stands in the file
     * @return the value, or why there is none
     */
    Value<T> read(String text);

    /**
     * Returns a reader for which more texts say nothing.
     *
     * @param texts the texts, in upper or lower case, such as {@code never}
     * @return the reader
     */
    default FieldReader<T> withBlank(String... texts) {
        Set<String> blank = Arrays.stream(texts)
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        return text -> blank.contains(text.strip().toLowerCase(Locale.ROOT)) ? Value.blank() : read(text);
    }

    /**
     * Returns a reader that makes something else of each value.
     *
     * @param then what to make of it
     * @param <U> the new type
     * @return the reader
     */
    default <U> FieldReader<U> map(Function<? super T, ? extends U> then) {
        return text -> read(text).map(then);
    }
}
