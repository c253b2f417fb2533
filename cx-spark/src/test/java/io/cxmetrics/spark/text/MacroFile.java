package io.cxmetrics.spark.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The file with the macros: run this to write it anew. */
public final class MacroFile {

    private MacroFile() {}

    /** Writes the file. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(path(), DuckDbMacros.text());
    }

    static Path path() {
        return Path.of(System.getProperty("cx.root", ".."), "cx-spark/src/main/resources/io/cxmetrics/spark/cx.sql");
    }

    static String checkedIn() {
        try {
            return Files.readString(path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a database of its own that knows the macros. */
    public static Connection database() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute(checkedIn());
        }
        return connection;
    }
}
