package io.cxmetrics.input.reading;

import io.cxmetrics.input.Excerpt;
import io.cxmetrics.input.InputException;
import io.cxmetrics.input.Place;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.field.Value;
import io.cxmetrics.input.table.Column;
import io.cxmetrics.input.table.Row;
import io.cxmetrics.input.table.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row, by the fields that were declared. It is a view that moves with the rows, so it must not be
 * kept.
 *
 * <p>The function of a {@link Reading} sees it when all fields of the row could be read. It may still leave the row
 * out, by {@link #leaveOut}.
 *
 * @since 0.1
 */
public final class Fields {

    private final List<Field<?>> fields;
    private final @Nullable Column[] columns;
    private final Value<?>[] values;
    private final Map<Field<?>, Integer> places = new HashMap<>();
    private final Map<Reason, String> unread = new TreeMap<>();
    private @Nullable Row row;
    private @Nullable Reason reason;
    private String words = "";
    private String text = "";

    Fields(List<Field<?>> fields, Roles roles, Rows rows) {
        this.fields = fields;
        this.columns = new Column[fields.size()];
        this.values = new Value<?>[fields.size()];
        for (int i = 0; i < fields.size(); i++) {
            Field<?> field = fields.get(i);
            String name = field.column(roles);
            columns[i] = field.need() == Field.Need.IF_PRESENT
                    ? rows.optionalColumn(name).orElse(null)
                    : rows.column(name);
            places.put(field, i);
        }
    }

    /** Reads all fields of a row, and finds the first reason against it. */
    void read(Row current) {
        row = current;
        reason = null;
        unread.clear();
        for (int i = 0; i < values.length; i++) {
            Field<?> field = fields.get(i);
            Column column = columns[i];
            String found = column == null ? "" : current.text(column);
            Value<?> value = column == null ? Value.blank() : field.reader().read(found);
            values[i] = value;
            if (field.need() == Field.Need.NOTED) {
                note(field, column, found, value);
            }
            boolean fine = value.isPresent() || (value.isBlank() && field.need() != Field.Need.ALWAYS);
            if (!fine && reason == null) {
                reason = value.reason(field.role());
                words = (column == null ? field.role() : column.name()) + " " + value.rule();
                text = found;
            }
        }
    }

    private void note(Field<?> field, @Nullable Column column, String found, Value<?> value) {
        if (value.orNull() instanceof Value<?> inner && !inner.isPresent() && !inner.isBlank()) {
            String name = column == null ? field.role() : column.name();
            unread.put(inner.reason(field.role()), name + " " + inner.rule() + ", got " + Excerpt.of(found));
        }
    }

    /** What could not be read though the row counts, in words. */
    Map<Reason, String> unread() {
        return unread;
    }

    /**
     * Returns the value of a field that each row needs.
     *
     * @param field the field
     * @param <T> the type of its value
     * @return the value
     * @throws IllegalArgumentException if the field was not declared
     * @throws IllegalStateException if it is optional and blank; see {@link #orNull}
     */
    public <T> T get(Field<T> field) {
        return value(field).get();
    }

    /**
     * Returns the value of an optional field.
     *
     * @param field the field
     * @param <T> the type of its value
     * @return the value, null if it is blank
     * @throws IllegalArgumentException if the field was not declared
     */
    public <T> @Nullable T orNull(Field<T> field) {
        return value(field).orNull();
    }

    /**
     * Tells whether a field is blank. It may be asked of a row that is left out.
     *
     * @param field the field
     * @return true if it says nothing, false if it holds a value or cannot be read
     * @throws IllegalArgumentException if the field was not declared
     */
    public boolean isBlank(Field<?> field) {
        return value(field).isBlank();
    }

    @SuppressWarnings("unchecked") // a value stands at the place of its own field
    <T> Value<T> value(Field<T> field) {
        Integer place = places.get(field);
        if (place == null) {
            throw new IllegalArgumentException("field " + field.role() + " was not declared for this reading");
        }
        return (Value<T>) values[place];
    }

    /**
     * Leaves the row out, unless something was found against it before.
     *
     * @param why the reason
     * @param inWords what is wrong with the row, such as {@code ended must not be before started}
     */
    public void leaveOut(Reason why, String inWords) {
        if (reason == null) {
            reason = why;
            words = inWords;
            text = "";
        }
    }

    /** Leaves the row out, whatever was found against it before. */
    void leaveOutFirst(Reason why, String inWords) {
        reason = null;
        leaveOut(why, inWords);
    }

    /**
     * Returns where the row stands.
     *
     * @return the file and the line
     */
    public Place place() {
        return current().place();
    }

    Row current() {
        if (row == null) {
            throw new IllegalStateException("no row was read");
        }
        return row;
    }

    @Nullable
    Reason reason() {
        return reason;
    }

    /** What is wrong, with the text of the cell. */
    String words() {
        return text.isEmpty() ? words : words + ", got " + Excerpt.of(text);
    }

    InputException failure() {
        return InputException.data(place(), words());
    }
}
