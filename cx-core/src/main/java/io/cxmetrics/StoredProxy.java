package io.cxmetrics;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a value in a stream of Java serialization: the class of the value, and its form. The class is looked at
 * and not started before it has proved to be one that is stored.
 */
final class StoredProxy implements Serializable {

    private static final long serialVersionUID = 1;

    private transient @Nullable Class<?> type;
    private transient @Nullable StoredForm form;

    StoredProxy(Class<?> type, StoredForm form) {
        this.type = type;
        this.form = form;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.writeObject(type);
        if (form != null) {
            StoredStream.write(form, out);
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        if (!(in.readObject() instanceof Class<?> named)) {
            throw new InvalidObjectException("stored form must name a class");
        }
        if (named != StoredForm.class && !Stored.class.isAssignableFrom(named)) {
            throw new InvalidObjectException("class of a stored form must be stored by it, got " + named.getName());
        }
        type = named;
        form = StoredStream.read(in);
    }

    private Object readResolve() throws InvalidObjectException {
        if (form == null || type == null) {
            throw new InvalidObjectException("stored form must be there");
        }
        if (type == StoredForm.class) {
            return form;
        }
        try {
            return form.as(type.asSubclass(Stored.class));
        } catch (IllegalArgumentException e) {
            InvalidObjectException refusal = new InvalidObjectException(e.getMessage());
            refusal.initCause(e);
            throw refusal;
        }
    }
}
