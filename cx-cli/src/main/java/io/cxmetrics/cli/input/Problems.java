package io.cxmetrics.cli.input;

import java.io.PrintWriter;
import java.nio.charset.Charset;

/** Reports rows that cannot be read, counts them, and stops at the first bad row or value when asked to be strict. */
public final class Problems {

    /** Beyond this many the rows are only counted, so that a wrong delimiter does not bury the terminal. */
    private static final int REPORTED = 50;

    private final String source;
    private final boolean strict;
    private final PrintWriter err;
    private long malformed;
    private boolean damageTold;

    public Problems(String source, boolean strict, PrintWriter err) {
        this.source = source;
        this.strict = strict;
        this.err = err;
    }

    /** A row that is no row of the table: it is left out. */
    public void malformedRow(long line, String reason) {
        if (strict) {
            throw CliException.badData(at(line) + reason);
        }
        malformed++;
        if (malformed <= REPORTED) {
            err.println("cx: " + at(line) + reason + "; left out");
        }
    }

    /** A value that should not be in the data: it is counted where it is left out, and stops a strict run. */
    public void invalidValue(long line, String reason) {
        if (strict) {
            throw CliException.badData(at(line) + reason);
        }
    }

    /** Something that a person should know, and no reason to leave a row out. */
    public void warn(long line, String what) {
        err.println("cx: " + at(line) + what);
    }

    /** Says once that bytes could not be read as text. */
    void damaged(long line, Charset charset) {
        if (!damageTold) {
            damageTold = true;
            warn(line, "bytes that are not " + charset + ", here and maybe further on; is --charset another?");
        }
    }

    /** Says how many malformed rows were counted without a line of their own. */
    public void finish() {
        if (malformed > REPORTED) {
            err.println("cx: " + source + ": " + (malformed - REPORTED) + " more malformed rows left out");
        }
        err.flush();
    }

    public long malformedRows() {
        return malformed;
    }

    public String at(long line) {
        return source + ", line " + line + ": ";
    }
}
