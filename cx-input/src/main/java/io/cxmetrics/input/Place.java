package io.cxmetrics.input;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A line of a file.
 *
 * @param file the name of the file, with {@code !} and the entry for one inside a zip
 * @param line the number of the line, from 1
 * @since 0.1
 */
public record Place(String file, long line) implements Serializable {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the line is below 1
     */
    public Place {
        requireNonNull(file, "file");
        if (line < 1) {
            throw new IllegalArgumentException("line must be at least 1, got " + line);
        }
    }

    /**
     * Returns the place in words.
     *
     * @return such as {@code survey.csv, line 7}
     */
    @Override
    public String toString() {
        return file + ", line " + line;
    }
}
