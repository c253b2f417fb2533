package io.cxmetrics.cli.option;

import io.cxmetrics.input.reading.Roles;
import org.jspecify.annotations.Nullable;

/**
 * A number of months that is the same in each row, or stands in a column.
 *
 * @param fixed the number; null if a column says it
 * @param column the name of the column; null if the number is fixed
 */
public record Months(@Nullable Integer fixed, @Nullable String column) {

    /** Reads a number, or else the name of a column. */
    public static Months of(String text) {
        return text.matches("\\d{1,4}") ? new Months(Integer.valueOf(text), null) : new Months(null, text);
    }

    /** The roles with the column, if there is one. */
    public Roles in(Roles roles, String role) {
        return column == null ? roles : roles.with(role, column);
    }
}
