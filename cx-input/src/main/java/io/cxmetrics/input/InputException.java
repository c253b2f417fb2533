package io.cxmetrics.input;

import java.util.Objects;

/**
 * Input that cannot be read, or a question that the input cannot answer. The message is one line that names the file
 * and, where they are known, the line and the column.
 *
 * <p>{@link #kind()} tells whether the file or the question is at fault, so that a command can choose its exit code.
 *
 * @since 0.1
 */
public final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Kind kind;

    private InputException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What is at fault. */
    public enum Kind {
        /** The bytes, rows or values of a file. */
        DATA,
        /** What was asked: a file or column that does not exist, an option out of range. */
        REQUEST
    }

    /**
     * Returns the error for a file that cannot be read.
     *
     * @param file the name of the file
     * @param message what is wrong
     * @return the error, to be thrown
     */
    public static InputException data(String file, String message) {
        return new InputException(Kind.DATA, oneLine(file + ": " + message));
    }

    /**
     * Returns the error for a line that cannot be read.
     *
     * @param place the file and the line
     * @param message what is wrong
     * @return the error, to be thrown
     */
    public static InputException data(Place place, String message) {
        return new InputException(Kind.DATA, oneLine(place + ": " + message));
    }

    /**
     * Returns the error for data, in words that name their place already.
     *
     * @param message what is wrong, and where
     * @return the error, to be thrown
     */
    public static InputException data(String message) {
        return new InputException(Kind.DATA, oneLine(message));
    }

    /**
     * Returns the error for a question that cannot be answered.
     *
     * @param message what was asked, the rule, the value
     * @return the error, to be thrown
     */
    public static InputException request(String message) {
        return new InputException(Kind.REQUEST, oneLine(message));
    }

    /**
     * Returns what is at fault.
     *
     * @return the file or the question
     */
    public Kind kind() {
        return kind;
    }

    /** Names of files and texts of cells may hold line breaks and escapes; the message stays one printable line. */
    private static String oneLine(String message) {
        return Excerpt.printable(Objects.requireNonNull(message, "message"));
    }
}
