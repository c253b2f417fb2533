package io.cxmetrics.benchmarks.rival;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.benchmarks.duel.Suite;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A suite whose data are also in a table of DuckDB. */
public abstract class DuckDbSuite extends Suite {

    private @Nullable DuckDb duck;

    /**
     * Puts the data into the table {@code t}.
     *
     * @param columns its columns, such as {@code score tinyint}
     * @param size how many rows it has
     * @param row appends each
     */
    protected final void load(String columns, int size, DuckDb.Row row) throws SQLException {
        close();
        duck = DuckDb.of(columns, size, row);
    }

    /** Returns the answer of a query on some threads, of which one is the caller's. */
    protected final <T> T ask(int threads, String sql, DuckDb.Reader<T> reader) throws SQLException {
        return requireNonNull(duck).ask(threads, sql, reader);
    }

    @Override
    public final void close() throws SQLException {
        if (duck != null) {
            duck.close();
        }
    }
}
