package io.cxmetrics.input.table;

import io.cxmetrics.input.Place;

/**
 * One row, seen through the columns that were asked for. It is a view that moves: it shows another row after the next
 * call of {@link Rows#next()}, so it must not be kept.
 *
 * @since 0.1
 */
public final class Row {

    private final Cells cells;
    private String file = "";
    private long line;

    Row(Cells cells) {
        this.cells = cells;
    }

    void moveTo(String newFile, long newLine) {
        file = newFile;
        line = newLine;
    }

    /**
     * Returns the text of a field as it stands in the file, white space included.
     *
     * @param column the column
     * @return the text, empty if the row has no such field
     */
    public String text(Column column) {
        return cells.text(column.slot());
    }

    /**
     * Tells whether a field holds nothing but white space. Makes no text.
     *
     * @param column the column
     * @return true if it does, and if the row has no such field
     */
    public boolean isBlank(Column column) {
        return cells.isBlank(column.slot());
    }

    /**
     * Returns the name of the file.
     *
     * @return the name, with {@code !} and the entry for one inside a zip
     */
    public String file() {
        return file;
    }

    /**
     * Returns the line that the row starts in.
     *
     * @return the number, from 1
     */
    public long line() {
        return line;
    }

    /**
     * Returns file and line together.
     *
     * @return the place, which may be kept
     */
    public Place place() {
        return new Place(file, line);
    }
}
