package io.cxmetrics;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.Serializable;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The fields of a {@link StoredForm}, read by their types.
 *
 * <p>{@link StoredForm#expect} gives them. Each method refuses a field that is missing or of another type, with an
 * {@link IllegalArgumentException} that names field, form and what stands there.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * StoredFields fields = Proportion.of(8, 10).storedForm().expect("Proportion", 1, "events", "trials");
 * fields.whole("trials"); // 10
 * }</pre>
 *
 * @since 0.1
 */
public final class StoredFields implements Serializable {

    private static final long serialVersionUID = 1;

    private final StoredForm form;

    StoredFields(StoredForm form) {
        this.form = form;
    }

    /**
     * Checks that arrays have one length.
     *
     * @param names the fields
     * @return these fields
     * @throws IllegalArgumentException if one is longer than another
     */
    @CanIgnoreReturnValue
    public StoredFields sameLength(String... names) {
        for (String field : names) {
            if (length(field) != length(names[0])) {
                throw new IllegalArgumentException(place(field) + " must have as many entries as " + names[0] + " ("
                        + length(names[0]) + "), got " + length(field));
            }
        }
        return this;
    }

    private int length(String field) {
        int length = StoredValues.lengthOf(form.value(field));
        if (length < 0) {
            throw wrong(field, "an array");
        }
        return length;
    }

    /**
     * Tells whether a field holds nothing.
     *
     * @param field the name of the field
     * @return true if null was written
     */
    public boolean absent(String field) {
        return form.value(field).equals(Optional.empty());
    }

    /**
     * Returns a whole number.
     *
     * @param field the name of the field
     * @return the number
     */
    public long whole(String field) {
        return read(field, Long.class, "a whole number");
    }

    /**
     * Returns a whole number that is an {@code int}.
     *
     * @param field the name of the field
     * @return the number
     */
    public int integer(String field) {
        return integer(field, whole(field));
    }

    private int integer(String field, long value) {
        if (value != (int) value) {
            throw new IllegalArgumentException(place(field) + " must fit into 32 bits, got " + value);
        }
        return (int) value;
    }

    /**
     * Returns yes or no.
     *
     * @param field the name of the field
     * @return true for 1, false for 0
     */
    public boolean flag(String field) {
        long value = whole(field);
        if (value != 0 && value != 1) {
            throw new IllegalArgumentException(place(field) + " must be 0 or 1, got " + value);
        }
        return value == 1;
    }

    /**
     * Returns a number; a whole one is taken too.
     *
     * @param field the name of the field
     * @return the number
     */
    public double real(String field) {
        return form.value(field) instanceof Long whole ? whole : read(field, Double.class, "a number");
    }

    /**
     * Returns a text.
     *
     * @param field the name of the field
     * @return the text
     */
    public String text(String field) {
        return read(field, String.class, "a text");
    }

    /**
     * Returns what a text says, such as {@code form.parsed("zone", ZoneId::of)}.
     *
     * @param field the name of the field
     * @param parser reads the text
     * @param <T> what the text says
     * @return the parsed text
     */
    public <T> T parsed(String field, Function<String, T> parser) {
        String text = text(field);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(place(field) + " must be readable, got \"" + text + "\"", e);
        }
    }

    /**
     * Returns a constant.
     *
     * @param field the name of the field
     * @param type the type of the constant
     * @param <E> the type of the constant
     * @return the constant
     */
    public <E extends Enum<E>> E constant(String field, Class<E> type) {
        String text = text(field);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(place(field) + " must be one of " + Arrays.toString(type.getEnumConstants())
                + ", got \"" + text + "\"");
    }

    /**
     * Returns whole numbers.
     *
     * @param field the name of the field
     * @return a new array
     */
    public long[] wholes(String field) {
        return empty(field)
                ? new long[0]
                : read(field, long[].class, "whole numbers").clone();
    }

    /**
     * Returns whole numbers that are {@code int}s.
     *
     * @param field the name of the field
     * @return a new array
     */
    public int[] integers(String field) {
        return Arrays.stream(wholes(field))
                .mapToInt(value -> integer(field, value))
                .toArray();
    }

    /**
     * Returns numbers; whole ones are taken too.
     *
     * @param field the name of the field
     * @return a new array
     */
    public double[] reals(String field) {
        if (empty(field)) {
            return new double[0];
        }
        return form.value(field) instanceof long[] wholes
                ? Arrays.stream(wholes).asDoubleStream().toArray()
                : read(field, double[].class, "numbers").clone();
    }

    /**
     * Returns bytes.
     *
     * @param field the name of the field
     * @return a new array
     */
    public byte[] bytes(String field) {
        return empty(field) ? new byte[0] : read(field, byte[].class, "bytes").clone();
    }

    /**
     * Returns texts.
     *
     * @param field the name of the field
     * @return an unmodifiable list
     */
    public List<String> texts(String field) {
        return empty(field) ? List.of() : List.of(read(field, String[].class, "texts"));
    }

    /**
     * Returns texts of which none comes twice, such as the keys of a map.
     *
     * @param field the name of the field
     * @return an unmodifiable list
     */
    public List<String> distinctTexts(String field) {
        return distinct(field, texts(field));
    }

    /**
     * Returns a form in this one.
     *
     * @param field the name of the field
     * @return the form
     */
    public StoredForm part(String field) {
        return read(field, StoredForm.class, "a stored form");
    }

    /**
     * Returns the forms in this one.
     *
     * @param field the name of the field
     * @return an unmodifiable list
     */
    public List<StoredForm> parts(String field) {
        return empty(field) ? List.of() : List.of(read(field, StoredForm[].class, "stored forms"));
    }

    /**
     * Returns keys of the caller.
     *
     * @param field the name of the field
     * @param <K> the type of the keys, which is not checked
     * @return an unmodifiable list
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <K> List<K> keys(String field) {
        if (empty(field)) {
            return List.of();
        }
        // Texts and numbers are taken too: whoever reads a form from a file cannot tell them from keys.
        Object value = form.value(field);
        if (value instanceof long[] numbers) {
            return (List<K>) Arrays.stream(numbers).boxed().toList();
        }
        return value instanceof String[] texts
                ? (List<K>) List.of(texts)
                : (List<K>) List.of(read(field, Object[].class, "keys"));
    }

    /**
     * Returns keys of the caller of which none comes twice.
     *
     * @param field the name of the field
     * @param <K> the type of the keys, which is not checked
     * @return an unmodifiable list
     */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <K> List<K> distinctKeys(String field) {
        return distinct(field, keys(field));
    }

    private <T> List<T> distinct(String field, List<T> values) {
        Set<T> seen = new HashSet<>();
        for (T value : values) {
            if (!seen.add(value)) {
                throw new IllegalArgumentException(place(field) + " must be distinct, got " + value + " twice");
            }
        }
        return values;
    }

    /** An array without entries does not tell its type where it was read from a file. */
    private boolean empty(String field) {
        return StoredValues.lengthOf(form.value(field)) == 0;
    }

    private <T> T read(String field, Class<T> type, String words) {
        Object value = form.value(field);
        if (type != value.getClass()) {
            throw wrong(field, words);
        }
        return type.cast(value);
    }

    private IllegalArgumentException wrong(String field, String words) {
        return new IllegalArgumentException(
                place(field) + " must be " + words + ", got " + StoredValues.shown(form.value(field)));
    }

    private String place(String field) {
        return field + " of stored " + form.name();
    }
}
