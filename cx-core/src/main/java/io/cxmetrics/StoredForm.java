package io.cxmetrics;

import static java.util.Objects.requireNonNull;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a value is written: a name, a version, and named fields that are numbers, texts, arrays of them, keys, or further
 * forms.
 *
 * <p>{@link Stored} shows how a type gives its form and takes it back. A map is written as columns: its keys in one
 * field, and a field of the same length for each part of its values. Keys of the caller ({@link #withKeys}) may be of
 * any serializable type; everything else is one of the types that {@link #fields()} lists.
 *
 * <p><b>Errors.</b> A form may come from anywhere. {@link #expect} refuses another name, version or set of fields,
 * and {@link StoredFields} a field of another type.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * StoredForm form = Proportion.of(8, 10).storedForm();
 * form.toString(); // Proportion 1 [events=8, trials=10]
 * form.as(Proportion.class).rate(); // 0.8
 * }</pre>
 *
 * @since 0.1
 */
public final class StoredForm implements Serializable {

    private static final long serialVersionUID = 1;
    private static final String FACTORY = "ofStored";

    private final String name;
    private final int version;
    private final transient Map<String, Object> fields;

    /** The map and the arrays in it are kept. */
    StoredForm(String name, int version, Map<String, Object> fields) {
        this.name = requireNonNull(name, "name");
        this.version = version;
        this.fields = fields;
    }

    /**
     * Returns a form without fields.
     *
     * @param name what is written, such as {@code Proportion}
     * @param version which meaning the fields have, from 1
     * @return the form
     */
    public static StoredForm of(String name, int version) {
        return new StoredForm(name, version, Map.of());
    }

    /**
     * Returns what was written.
     *
     * @return the name, such as {@code Proportion}
     */
    public String name() {
        return name;
    }

    /**
     * Returns which meaning the fields have.
     *
     * @return the version, from 1
     */
    public int version() {
        return version;
    }

    /**
     * Returns the fields in their order. A field is a {@code Long}, a {@code Double}, a {@code String}, a
     * {@code long[]}, {@code double[]}, {@code byte[]} or {@code String[]}, a {@code StoredForm} or
     * {@code StoredForm[]}, an {@code Object[]} of keys, or an empty {@code Optional} where there is nothing.
     *
     * @return a map of copies, unmodifiable
     */
    public Map<String, Object> fields() {
        Map<String, Object> copies = new LinkedHashMap<>();
        fields.forEach((field, value) -> copies.put(field, StoredValues.copy(value)));
        return Collections.unmodifiableMap(copies);
    }

    private StoredForm put(String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(requireNonNull(field, "field"), value);
        return new StoredForm(name, version, more);
    }

    /**
     * Returns this form with a whole number.
     *
     * @param field the name of the field
     * @param value the number
     * @return the form with the field, in the place of an older one of that name
     */
    public StoredForm with(String field, long value) {
        return put(field, value);
    }

    /**
     * Returns this form with a number.
     *
     * @param field the name of the field
     * @param value the number
     * @return the form with the field
     */
    public StoredForm with(String field, double value) {
        return put(field, value);
    }

    /**
     * Returns this form with yes or no, as 1 or 0.
     *
     * @param field the name of the field
     * @param value yes or no
     * @return the form with the field
     */
    public StoredForm with(String field, boolean value) {
        return put(field, value ? 1L : 0L);
    }

    /**
     * Returns this form with a text.
     *
     * @param field the name of the field
     * @param value the text, or null for nothing
     * @return the form with the field
     */
    public StoredForm with(String field, @Nullable String value) {
        return put(field, value == null ? Optional.empty() : value);
    }

    /**
     * Returns this form with the name of a constant.
     *
     * @param field the name of the field
     * @param value the constant, or null for nothing
     * @return the form with the field
     */
    public StoredForm with(String field, @Nullable Enum<?> value) {
        return with(field, value == null ? null : value.name());
    }

    /**
     * Returns this form with whole numbers.
     *
     * @param field the name of the field
     * @param values the numbers, which are copied
     * @return the form with the field
     */
    public StoredForm with(String field, long[] values) {
        return put(field, values.clone());
    }

    /**
     * Returns this form with whole numbers.
     *
     * @param field the name of the field
     * @param values the numbers, which are copied
     * @return the form with the field
     */
    public StoredForm with(String field, int[] values) {
        return put(field, Arrays.stream(values).asLongStream().toArray());
    }

    /**
     * Returns this form with numbers.
     *
     * @param field the name of the field
     * @param values the numbers, which are copied
     * @return the form with the field
     */
    public StoredForm with(String field, double[] values) {
        return put(field, values.clone());
    }

    /**
     * Returns this form with bytes.
     *
     * @param field the name of the field
     * @param values the bytes, which are copied
     * @return the form with the field
     */
    public StoredForm with(String field, byte[] values) {
        return put(field, values.clone());
    }

    /**
     * Returns this form with a value that has a form itself.
     *
     * @param field the name of the field
     * @param value the value, or null for nothing
     * @return the form with the field
     */
    public StoredForm with(String field, @Nullable Stored value) {
        return put(field, value == null ? Optional.empty() : value.storedForm());
    }

    /**
     * Returns this form with another in it.
     *
     * @param field the name of the field
     * @param value the other form
     * @return the form with the field
     */
    public StoredForm with(String field, StoredForm value) {
        return put(field, requireNonNull(value, field));
    }

    /**
     * Returns this form with texts.
     *
     * @param field the name of the field
     * @param values the texts
     * @return the form with the field
     */
    public StoredForm withTexts(String field, Collection<String> values) {
        return put(field, StoredValues.withoutNull(field, values.toArray(String[]::new)));
    }

    /**
     * Returns this form with values that have forms themselves.
     *
     * @param field the name of the field
     * @param values the values
     * @return the form with the field
     */
    public StoredForm withParts(String field, Collection<? extends Stored> values) {
        return put(field, values.stream().map(Stored::storedForm).toArray(StoredForm[]::new));
    }

    /**
     * Returns this form with keys of the caller, such as names of customers. Java serialization writes them as they
     * are; whatever else writes the form may take fewer types, such as texts and numbers.
     *
     * @param field the name of the field
     * @param values the keys, serializable
     * @return the form with the field
     */
    public StoredForm withKeys(String field, Collection<?> values) {
        return put(field, StoredValues.withoutNull(field, values.toArray()));
    }

    /**
     * Returns this form with a value of whatever type, for readers of files.
     *
     * @param field the name of the field
     * @param value the value, of one of the types that {@link #fields()} lists
     * @return the form with the field
     * @throws IllegalArgumentException if the value is of another type
     */
    public StoredForm withValue(String field, Object value) {
        if (value instanceof Object[] array && !(array instanceof String[]) && !(array instanceof StoredForm[])) {
            return withKeys(field, Arrays.asList(array));
        }
        if (!StoredValues.isKnown(value)) {
            throw new IllegalArgumentException(field + " of stored " + name + " must be of a type that forms hold, got "
                    + value.getClass().getName());
        }
        return put(
                field,
                value instanceof Object[] array
                        ? StoredValues.withoutNull(field, array.clone())
                        : StoredValues.copy(value));
    }

    /**
     * Returns this form without a field.
     *
     * @param field the name of the field
     * @return the form
     */
    public StoredForm without(String field) {
        Map<String, Object> fewer = new LinkedHashMap<>(fields);
        fewer.remove(field);
        return new StoredForm(name, version, fewer);
    }

    /**
     * Checks name, version and that there are these fields and no others.
     *
     * @param expected the name
     * @param known the version
     * @param names the fields
     * @return the fields, to be read by their types
     * @throws IllegalArgumentException if one of them differs
     */
    public StoredFields expect(String expected, int known, String... names) {
        if (!name.equals(expected)) {
            throw new IllegalArgumentException("stored form must be of " + expected + ", got " + name);
        }
        if (version != known) {
            throw new IllegalArgumentException("version of stored " + name + " must be " + known + ", got " + version);
        }
        List<String> wanted = Arrays.asList(names);
        if (fields.size() != names.length || !fields.keySet().containsAll(wanted)) {
            throw new IllegalArgumentException(
                    "fields of stored " + name + " must be " + wanted + ", got " + fields.keySet());
        }
        return new StoredFields(this);
    }

    /** The value as it is held. */
    Object value(String field) {
        Object value = fields.get(field);
        if (value == null) {
            throw new IllegalArgumentException(field + " of stored " + name + " must be there, got " + fields.keySet());
        }
        return value;
    }

    /**
     * Rebuilds the value through the checks of its type.
     *
     * @param type the type of the value, which has a static method {@code ofStored}
     * @param <T> the type of the value
     * @return the value
     * @throws IllegalArgumentException if the type could not have written this form
     */
    public <T extends Stored> T as(Class<T> type) {
        Method factory = factory(type);
        try {
            return type.cast(factory.invoke(null, this));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ArithmeticException overflow) {
                throw new IllegalArgumentException("numbers of stored " + name + " must not overflow", overflow);
            }
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalArgumentException("stored " + name + " must be readable, got " + this, e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(FACTORY + " must be public, got that of " + type.getName(), e);
        }
    }

    private static Method factory(Class<?> type) {
        try {
            Method factory = type.getDeclaredMethod(FACTORY, StoredForm.class);
            if (Modifier.isStatic(factory.getModifiers()) && factory.getReturnType() == type) {
                factory.trySetAccessible();
                return factory;
            }
        } catch (NoSuchMethodException e) {
            // Told below, as for a method that does not return the type.
        }
        throw new IllegalArgumentException(
                "type must have a static " + FACTORY + "(StoredForm) that returns it, got " + type.getName());
    }

    /**
     * Returns what Java serialization writes in the place of a value; a {@code writeReplace} returns it.
     *
     * @param value the value
     * @return an object that holds the form, and turns into the value when it is read
     */
    public static Object replacing(Stored value) {
        return new StoredProxy(value.getClass(), value.storedForm());
    }

    /**
     * Returns the refusal of a stream that holds a value and not its form; a {@code readObject} throws it.
     *
     * @param value the value
     * @return the exception, to be thrown
     */
    public static InvalidObjectException unreplaced(Object value) {
        return new InvalidObjectException(value.getClass().getName() + " must be read from its stored form");
    }

    private Object writeReplace() {
        return new StoredProxy(StoredForm.class, this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw unreplaced(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredForm that
                && name.equals(that.name)
                && version == that.version
                && fields.keySet().equals(that.fields.keySet())
                && fields.entrySet().stream()
                        .allMatch(field -> Objects.deepEquals(field.getValue(), that.fields.get(field.getKey())));
    }

    @Override
    public int hashCode() {
        int hash = 31 * name.hashCode() + version;
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            hash += field.getKey().hashCode() ^ Arrays.deepHashCode(new Object[] {field.getValue()});
        }
        return hash;
    }

    /**
     * Returns the form in words, long arrays by their length.
     *
     * @return such as {@code Proportion 1 [events=8, trials=10]}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name).append(' ').append(version).append(" [");
        String comma = "";
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            text.append(comma).append(field.getKey()).append('=').append(StoredValues.shown(field.getValue()));
            comma = ", ";
        }
        return text.append(']').toString();
    }
}
