package io.cxmetrics.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cxmetrics.testkit.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Values computed outside Java over real data, and that data. */
record Goldens(String dataset) {

    /** Returns what is expected under an id. */
    JsonNode expected(String id) {
        try {
            for (JsonNode golden : new ObjectMapper()
                    .readTree(SharedData.file("golden/" + dataset + ".json").toFile())
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
                .csv(SharedData.file("data/" + dataset + "/" + file).toString());
    }
}
