package io.cxmetrics.input.table;

import org.jspecify.annotations.Nullable;

/** How the lines of a log are written. */
interface LogFormat {

    /**
     * Reads a line.
     *
     * @return what is wrong with it, null if nothing is
     */
    @Nullable
    String read(String line, LogFields fields);
}
