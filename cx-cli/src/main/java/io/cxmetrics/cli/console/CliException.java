package io.cxmetrics.cli.console;

/** Ends the command with one line on standard error and an exit code. */
public final class CliException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Bad data, under {@code --strict} or where reading cannot go on. */
    public static final int BAD_DATA = 1;

    /** The command line asks for something that is not there. */
    public static final int USAGE = 2;

    private final int exitCode;

    private CliException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public static CliException badData(String message) {
        return new CliException(BAD_DATA, message);
    }

    public static CliException usage(String message) {
        return new CliException(USAGE, message);
    }

    /** An option that nothing can be answered without. */
    public static CliException needed(String option) {
        return usage(option + ": is needed");
    }

    public int exitCode() {
        return exitCode;
    }
}
