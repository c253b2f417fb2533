package io.cxmetrics.input.reading;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.field.Value;

/**
 * A field that a reading asks each row for: what its column means, and how its text is read.
 *
 * @param <T> the type of its value
 * @since 0.1
 */
public final class Field<T> {

    private final String role;
    private final FieldReader<T> reader;
    private final Need need;
    private final boolean column;

    /** When a field must hold a value. */
    enum Need {
        /** In each row that counts. */
        ALWAYS,
        /** It may be blank, but not unreadable. */
        IF_GIVEN,
        /** Its column need not be there, and it may be blank, but not unreadable. */
        IF_PRESENT,
        /** It may be blank or unreadable, and the row still counts. */
        NOTED
    }

    private Field(String role, FieldReader<T> reader, Need need, boolean column) {
        this.role = requireNonNull(role, "role");
        this.reader = requireNonNull(reader, "reader");
        this.need = need;
        this.column = column;
    }

    /**
     * Returns a field that each row needs. A row in which it is blank is left out as {@code no_role}, one in which it
     * cannot be read as {@code invalid_role}.
     *
     * @param role what its column means, such as {@code created}
     * @param reader how its text is read
     * @param <T> the type of its value
     * @return the field
     */
    public static <T> Field<T> required(String role, FieldReader<T> reader) {
        return new Field<>(role, reader, Need.ALWAYS, false);
    }

    /**
     * Returns a field that may be blank, such as the end of a subscription that goes on. A row in which it cannot be
     * read is left out: taken for blank, it would say something that it does not.
     *
     * @param role what its column means
     * @param reader how its text is read
     * @param <T> the type of its value
     * @return the field
     */
    public static <T> Field<T> optional(String role, FieldReader<T> reader) {
        return new Field<>(role, reader, Need.IF_GIVEN, false);
    }

    /**
     * Returns a field that leaves no row out, such as the date that a row is only grouped by. What cannot be read in it
     * is counted all the same, as {@link Outcome#unread()}, and stops a strict reading.
     *
     * @param role what its column means
     * @param reader how its text is read
     * @param <T> the type of its value
     * @return the field, of a value that may be blank or invalid
     */
    public static <T> Field<Value<T>> noted(String role, FieldReader<T> reader) {
        return new Field<>(role, text -> Value.of(reader.read(text)), Need.NOTED, false);
    }

    /**
     * Returns this field for tables that may lack its column. It is blank in each row of those.
     *
     * @return the field, optional in each row as well
     */
    public Field<T> ifPresent() {
        return new Field<>(role, reader, Need.IF_PRESENT, column);
    }

    /**
     * Returns this field of the column that has its name, whatever column plays the role of that name.
     *
     * @return the field
     */
    public Field<T> ofColumn() {
        return new Field<>(role, reader, need, true);
    }

    /** The name of its column. */
    String column(Roles roles) {
        return column ? role : roles.column(role);
    }

    /**
     * Returns what the column means.
     *
     * @return the role
     */
    public String role() {
        return role;
    }

    FieldReader<T> reader() {
        return reader;
    }

    Need need() {
        return need;
    }

    @Override
    public String toString() {
        return role;
    }
}
