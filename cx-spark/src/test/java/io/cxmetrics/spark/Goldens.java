package io.cxmetrics.spark;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Values computed outside Java over real data, and that data. Where they are absent a test is skipped; with {@code CI=true} it
 * fails instead.
 */
record Goldens(String dataset) {

    private static Path shared(String file) {
        String named = System.getProperty("cx.shared", "");
        Path folder = named.isEmpty() ? Path.of("..", "..", "shared") : Path.of(named);
        Path path = folder.resolve(file);
        boolean there = Files.isRegularFile(path);
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("shared data must be there in CI, got none at " + path);
        }
        assumeTrue(there, () -> "skipped: no shared data at " + path);
        return path;
    }

    /** Returns what is expected under an id. */
    JsonNode expected(String id) {
        try {
            for (JsonNode golden : new ObjectMapper()
                    .readTree(shared("golden/" + dataset + ".json").toFile())
                    .get("goldens")) {
                if (golden.get("id").asText().equals(id)) {
                    return golden.get("expected");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("id must be a golden of " + dataset + ", got " + id);
    }

    /** Reads a file of the data set as text columns. */
    Dataset<Row> read(String file) {
        return Session.SPARK
                .read()
                .option("header", "true")
                .csv(shared("data/" + dataset + "/" + file).toString());
    }
}
