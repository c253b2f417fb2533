package io.cxmetrics.input.table;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a file are written. What is left open is detected from the beginning of the file.
 *
 * <pre>{@code
 * TableLayout layout = TableLayout.DETECTED.withSeparator(';').withHeaderRows(3).withPadding();
 * layout.pad(); // true
 * }</pre>
 *
 * @param format CSV, JSON, JSON lines or an access log; detected by default
 * @param separator what stands between two fields; null to detect a comma, a semicolon, a tab or a bar
 * @param quote what fields may be enclosed in; null to detect a double or a single quote
 * @param headerRows how many rows stand above the data, from 0 to 3. The first names the columns, and the ones below it
 *     name columns whose first cell is blank; without any, columns are named 1, 2, 3 and so on
 * @param pad whether a row that ends early has blank last fields, instead of being malformed
 * @param array the key of the JSON array that holds the rows; null to take the only array of objects
 * @param joined whether the cells of a column's header rows make one name, {@code question - choice}, instead of the
 *     first that is not blank. A blank cell of the first row then goes on with the name to its left, and a
 *     {@code Response} in the second row adds nothing
 * @since 0.1
 */
public record TableLayout(
        Format format,
        @Nullable Character separator,
        @Nullable Character quote,
        int headerRows,
        boolean pad,
        @Nullable String array,
        boolean joined)
        implements Serializable {

    /** Everything is detected, one header row, short rows are malformed. */
    public static final TableLayout DETECTED = new TableLayout(Format.DETECTED, null, null, 1, false, null, false);

    private static final int MOST_HEADER_ROWS = 3;

    /** The formats of rows. */
    public enum Format {
        /**
         * By the first characters: a brace or a bracket is JSON; a time in brackets, a directive of the extended format
         * and a line of a load balancer is a log; all else is CSV.
         */
        DETECTED,
        /** Fields with a separator between them, as RFC 4180 has it and its many relatives. */
        CSV,
        /** A JSON object in each line. */
        JSON_LINES,
        /** A JSON array of objects, an object that holds one, or objects one after another. */
        JSON,
        /**
         * The requests of web servers, load balancers and CDNs: the common and the combined format, the extended one of
         * the W3C (IIS, CloudFront), ALB and ELB, and the JSON lines of Nginx and Caddy.
         */
        LOG
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the number of header rows is not in [0, 3], a character is a line end, or
     *     separator and quote are the same
     */
    public TableLayout {
        requireNonNull(format, "format");
        if (headerRows < 0 || headerRows > MOST_HEADER_ROWS) {
            throw new IllegalArgumentException("headerRows must be in [0, 3], got " + headerRows);
        }
        check("separator", separator);
        check("quote", quote);
        if (separator != null && separator.equals(quote)) {
            throw new IllegalArgumentException("quote must differ from the separator, got " + quote);
        }
    }

    private static void check(String name, @Nullable Character c) {
        if (c != null && (c == '\n' || c == '\r')) {
            throw new IllegalArgumentException(name + " must not be a line end, got " + (c == '\n' ? "LF" : "CR"));
        }
    }

    /**
     * Returns this layout with a format.
     *
     * @param newFormat the format
     * @return the layout
     */
    public TableLayout withFormat(Format newFormat) {
        return new TableLayout(newFormat, separator, quote, headerRows, pad, array, joined);
    }

    /**
     * Returns this layout with a separator.
     *
     * @param newSeparator the separator
     * @return the layout
     */
    public TableLayout withSeparator(char newSeparator) {
        return new TableLayout(format, newSeparator, quote, headerRows, pad, array, joined);
    }

    /**
     * Returns this layout with a quote.
     *
     * @param newQuote the quote
     * @return the layout
     */
    public TableLayout withQuote(char newQuote) {
        return new TableLayout(format, separator, newQuote, headerRows, pad, array, joined);
    }

    /**
     * Returns this layout with another number of header rows.
     *
     * @param newHeaderRows the number, from 0 to 3
     * @return the layout
     */
    public TableLayout withHeaderRows(int newHeaderRows) {
        return new TableLayout(format, separator, quote, newHeaderRows, pad, array, joined);
    }

    /**
     * Returns this layout with short rows as rows whose last fields are blank.
     *
     * @return the layout
     */
    public TableLayout withPadding() {
        return new TableLayout(format, separator, quote, headerRows, true, array, joined);
    }

    /**
     * Returns this layout with the rows of JSON in one array among others.
     *
     * @param newArray the key at the top of the file
     * @return the layout
     */
    public TableLayout withArray(String newArray) {
        return new TableLayout(format, separator, quote, headerRows, pad, requireNonNull(newArray, "array"), joined);
    }

    /**
     * Returns this layout with names of columns that join the cells of all header rows.
     *
     * @return the layout
     */
    public TableLayout withJoinedHeader() {
        return new TableLayout(format, separator, quote, headerRows, pad, array, true);
    }
}
