package io.cxmetrics.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.Stored;
import io.cxmetrics.StoredForm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Forges the stored form of a value, part by part, and checks that each forgery is refused in words, by the factory and
 * by Java serialization.
 *
 * @param <S> the type of the value
 */
public final class Forgery<S extends Stored> {

    private final Class<S> type;
    private final StoredForm form;
    private final Set<String> free;

    private Forgery(Class<S> type, StoredForm form, Set<String> free) {
        this.type = type;
        this.form = form;
        this.free = free;
    }

    /**
     * Checks a value.
     *
     * @param value the value
     * @param free the fields that may hold any number, or any number of entries: a forged one is another value of the
     *     type
     */
    @SuppressWarnings("unchecked")
    public static <S extends Stored> void check(S value, Set<String> free) {
        Class<S> type = (Class<S>) value.getClass();
        StoredForm form = value.storedForm();
        assertThat(form.as(type)).isEqualTo(value).hasSameHashCodeAs(value).hasToString(value.toString());
        if (hasKeys(form)) {
            // Keys of a map have no order of their own: the form may differ, what it stands for may not.
            assertThat(form.as(type).storedForm().as(type)).isEqualTo(value);
        } else {
            assertThat(form.as(type).storedForm()).isEqualTo(form);
        }
        assertThat(form.fields().keySet()).containsAll(free);
        Forgery<S> forgery = new Forgery<>(type, form, free);
        forgery.checkHead(form);
        form.fields().forEach(forgery::checkField);
        if (!type.isRecord()) {
            refusesWhatIsNotReplaced(value);
        }
    }

    private static boolean hasKeys(StoredForm form) {
        return form.fields().values().stream().anyMatch(value -> value.getClass() == Object[].class);
    }

    private void checkHead(StoredForm whole) {
        refused(head(whole, whole.name(), whole.version() + 1), "version");
        refused(head(whole, whole.name(), -1), "version");
        refused(head(whole, "Forged", whole.version()), "Forged");
        refused(whole.with("surprise", 1), "surprise");
        for (String field : whole.fields().keySet()) {
            refused(whole.without(field), field);
        }
    }

    private void checkField(String field, Object value) {
        refused(form.with(field, StoredForm.of("Forged", 1)), "");
        if (!value.equals(Optional.empty())) {
            any(form.with(field, (String) null));
        }
        if (value instanceof Long) {
            number(field, form.with(field, -1));
            number(field, form.with(field, Long.MIN_VALUE));
            any(form.with(field, Long.MAX_VALUE));
            any(form.with(field, Integer.MAX_VALUE));
        } else if (value instanceof Double) {
            refused(form.with(field, Double.NaN), "");
            number(field, form.with(field, -1.0));
            any(form.with(field, Double.POSITIVE_INFINITY));
        } else if (value instanceof String) {
            refused(form.with(field, 7), "");
            any(form.with(field, "forged"));
            any(form.with(field, "-1"));
        } else if (value instanceof StoredForm part) {
            refused(form.with(field, head(part, part.name(), part.version() + 1)), "version");
            refused(form.with(field, part.with("surprise", 1)), "surprise");
        } else if (!value.equals(Optional.empty())) {
            checkArray(field, value);
        }
    }

    private void checkArray(String field, Object value) {
        if (value instanceof long[] array) {
            length(field, form.with(field, Arrays.copyOf(array, array.length + 1)));
            if (array.length > 0) {
                length(field, form.with(field, Arrays.copyOf(array, array.length - 1)));
                number(field, form.with(field, changed(array, -1)));
                any(form.with(field, changed(array, Long.MAX_VALUE)));
                any(form.with(field, changed(array, Integer.MAX_VALUE)));
            }
        } else if (value instanceof double[] array) {
            length(field, form.with(field, Arrays.copyOf(array, array.length + 1)));
            if (array.length > 0) {
                length(field, form.with(field, Arrays.copyOf(array, array.length - 1)));
                number(field, form.with(field, changed(array, -1)));
                refused(form.with(field, changed(array, Double.NaN)), "");
                any(form.with(field, changed(array, Double.POSITIVE_INFINITY)));
            }
        } else if (value instanceof byte[] array) {
            length(field, form.with(field, Arrays.copyOf(array, array.length + 1)));
            length(field, form.with(field, Arrays.copyOf(array, Math.max(0, array.length - 1))));
            for (int i = 0; i < Math.min(array.length, 64); i++) {
                byte[] changed = array.clone();
                changed[i] = (byte) ~changed[i];
                any(form.with(field, changed));
            }
        } else if (value instanceof Object[] array && array.length > 0) {
            length(field, form.withValue(field, Arrays.copyOf(array, array.length - 1)));
            any(form.withValue(field, changed(array)));
        }
    }

    private static StoredForm head(StoredForm form, String name, int version) {
        StoredForm forged = StoredForm.of(name, version);
        for (Map.Entry<String, Object> field : form.fields().entrySet()) {
            forged = forged.withValue(field.getKey(), field.getValue());
        }
        return forged;
    }

    private static long[] changed(long[] array, long value) {
        long[] changed = array.clone();
        changed[array.length / 2] = value;
        return changed;
    }

    private static double[] changed(double[] array, double value) {
        double[] changed = array.clone();
        changed[array.length / 2] = value;
        return changed;
    }

    /** One entry twice. */
    private static Object[] changed(Object[] array) {
        Object[] changed = array.clone();
        changed[0] = changed[array.length - 1];
        return changed;
    }

    private void number(String field, StoredForm forged) {
        if (free.contains(field)) {
            any(forged);
        } else {
            refused(forged, "");
        }
    }

    private void length(String field, StoredForm forged) {
        number(field, forged);
    }

    /** Refused in words, or another value that stands on its own. */
    private void any(StoredForm forged) {
        S taken;
        try {
            taken = forged.as(type);
        } catch (IllegalArgumentException e) {
            assertThat(e).message().as("refusal of %s", forged).isNotBlank();
            return;
        }
        assertThat(taken.storedForm().as(type)).as("taken for %s", forged).isEqualTo(taken);
    }

    private void refused(StoredForm forged, String word) {
        assertThatIllegalArgumentException()
                .as("refusal of %s", forged)
                .isThrownBy(() -> forged.as(type))
                .withMessageContaining(word)
                .withMessageMatching("(?s).{10,}");
        assertThatThrownBy(() -> read(type, forged))
                .as("refusal of a stream of %s", forged)
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageContaining(word);
    }

    /** Reading a value that was written without its form ends in an exception, before anything of it is looked at. */
    private static void refusesWhatIsNotReplaced(Object value) {
        assertThatThrownBy(() -> {
                    Method read = value.getClass().getDeclaredMethod("readObject", ObjectInputStream.class);
                    read.setAccessible(true);
                    read.invoke(value, (Object) null);
                })
                .hasCauseInstanceOf(InvalidObjectException.class);
    }

    /** Writes the form of a type that is free to give any, and reads it as one of another type. */
    private static Object read(Class<?> type, StoredForm forged) throws IOException, ClassNotFoundException {
        byte[] bytes = written(StoredForm.replacing(new Decoy(forged)));
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            protected ObjectStreamClass readClassDescriptor() throws IOException, ClassNotFoundException {
                ObjectStreamClass read = super.readClassDescriptor();
                return read.getName().equals(Decoy.class.getName()) ? ObjectStreamClass.lookup(type) : read;
            }
        }) {
            return in.readObject();
        }
    }

    private record Decoy(StoredForm storedForm) implements Stored {}

    private static byte[] written(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    /** Writes a value by Java serialization and reads it. */
    @SuppressWarnings("unchecked")
    public static <X> X copy(X value) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(written(value)))) {
            return (X) in.readObject();
        }
    }
}
