package io.cxmetrics.benchmarks.rival;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB inside this process, with a table in memory. Loading is not part of what is timed; planning a query is. */
public final class DuckDb implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** On how many threads; setting it each time would be part of what is timed. */
    private int running;

    private DuckDb(Connection connection) {
        this.connection = connection;
    }

    /** Appends one row after another. */
    @FunctionalInterface
    public interface Row {
        void append(DuckDBAppender to, int index) throws SQLException;
    }

    /** Reads the answer of a query. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /**
     * Returns a database with one table.
     *
     * @param columns the columns of the table {@code t}, such as {@code score tinyint}
     * @param rows how many rows it has
     * @param row appends each
     */
    public static DuckDb of(String columns, int rows, Row row) throws SQLException {
        DuckDb duck = new DuckDb(DriverManager.getConnection("jdbc:duckdb:", new Properties()));
        duck.run("create table t (" + columns + ")");
        try (DuckDBAppender appender =
                duck.connection.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA, "t")) {
            for (int i = 0; i < rows; i++) {
                appender.beginRow();
                row.append(appender, i);
                appender.endRow();
            }
        }
        return duck;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the answer of a query on some threads, of which one is the caller's. */
    public <T> T ask(int threads, String sql, Reader<T> reader) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        if (threads != running) {
            run("set threads = " + threads);
            running = threads;
        }
        try (ResultSet rows = statement.executeQuery()) {
            return reader.read(rows);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
